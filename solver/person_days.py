"""The rows of a duty table by person and day."""

import numpy as np

from solver.duty_table import DutyTable
from solver.universe import Ints

NONE: Ints = np.zeros(0, dtype=np.int64)


def rows_by_person_day(table: DutyTable) -> dict[tuple[int, int], Ints]:
    """(employee index, day index) → the duties that begin there, in order; those without any are absent."""
    days = len(table.universe.days)
    keys = table.employee * days + table.day
    order = np.argsort(keys, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(keys[order])) + 1)
    return {divmod(int(keys[part[0]]), days): part for part in parts if len(part)}
