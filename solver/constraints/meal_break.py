"""Meal break: no duty around noon without its half-hour, all duties at once."""

import numpy as np

from gems.domain.time import instant_at
from solver.breaks import breaks_on_the_spot
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable, row_sums
from solver.universe import Bools, Ints

RULE = "meal_break"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties long enough to need a meal, with neither the free time for it nor a break on the spot."""
    length = table.universe.figures(RULE, 0)[table.employee, table.day]
    if not length.any():
        return np.zeros(len(table), dtype=np.bool_)
    opens, closes = _clock(table, "opens"), _clock(table, "closes")
    needed = table.work >= table.universe.figures(f"{RULE}.work", FAR)[table.employee, table.day]
    inside = np.minimum(table.ends, closes[:, None]) - np.maximum(table.starts, opens[:, None])
    given = table.present & (breaks_on_the_spot(table) >= length[:, None]) & (inside >= length[:, None])
    forbidden: Bools = needed & (row_sums(given) == 0) & (_longest_free(table, opens, closes) < length)
    return forbidden


def _clock(table: DutyTable, edge: str) -> Ints:
    """The instant of a clock figure on the day of each duty; the start of the day where no text has one."""
    figures = table.universe.figures(f"{RULE}.{edge}", 0)
    days = table.universe.days
    rows = [[instant_at(day, clock) for day, clock in zip(days, row, strict=False)] for row in figures.tolist()]
    instants: Ints = np.array(rows, dtype=np.int64)[table.employee, table.day]
    return instants


def _longest_free(table: DutyTable, opens: Ints, closes: Ints) -> Ints:
    """The longest time in the window without a piece or the drive that follows it."""
    best: Ints = np.zeros(len(table), dtype=np.int64)
    free_from = opens
    busy_until = table.ends.copy()
    busy_until[:, :-1] += table.drive_minutes
    for piece in range(table.blocks.shape[1]):
        here = table.present[:, piece]
        gap = np.minimum(table.starts[:, piece], closes) - free_from
        best = np.where(here, np.maximum(best, gap), best)
        free_from = np.where(here, np.maximum(free_from, busy_until[:, piece]), free_from)
    longest: Ints = np.maximum(best, closes - free_from)
    return longest


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties)
