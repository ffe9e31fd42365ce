"""Which duties are of a kind of shift, and whether the last one of the past was."""

from datetime import timedelta

import numpy as np

from gems.domain.history import DayMark
from gems.domain.roster_terms import ShiftKind
from gems.domain.time import instant_at
from solver.duty_table import DutyTable
from solver.master import Master
from solver.past import mark
from solver.universe import Bools, Ints


def duties_of_kind(table: DutyTable, kind: ShiftKind) -> Bools:
    """By label, when they begin and when they end."""
    found = by_clock(table, kind)
    if kind.label is not None:
        labels = [slot.request is not None and slot.request.label == kind.label for slot in table.universe.slots]
        found &= np.asarray(table.of_slot(table.universe.per_slot(labels)).any(axis=1), dtype=np.bool_)
    return found


def by_clock(table: DutyTable, kind: ShiftKind) -> Bools:
    """By when they begin and end alone."""
    found = np.ones(len(table), dtype=np.bool_)
    for clock, before in ((kind.begins_before, True), (kind.ends_after, False)):
        if clock is not None:
            limits: Ints = np.array([instant_at(day, clock) for day in table.universe.days], dtype=np.int64)[table.day]
            found &= table.start < limits if before else table.end > limits
    return found


def last_of_kind(master: Master, employee: int, kind: ShiftKind) -> int | None:
    """The last day worked in the week before, as an index below 0; None where it is not known to be of the kind."""
    universe = master.universe
    first = universe.days[0]
    done = universe.weeks_done.get((universe.employees[employee].id, first - timedelta(days=7)))
    if done is None or kind.label is not None or kind.begins_before is not None:
        return None
    back = next((n for n in range(1, 8) if mark(universe, employee, first - timedelta(days=n)) is not DayMark.OFF), 0)
    if not back:
        return None
    if kind.ends_after is not None:
        limit = instant_at(first - timedelta(days=back), kind.ends_after)
        if done.last_end is None or done.last_end <= limit:
            return None
    return -back
