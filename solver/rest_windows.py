"""A long rest in a person's week, as 0-1 columns: one for each place the rest may stand, one of them chosen.

A place is the moment the rest begins. A rest may always be moved back to the end of a duty, so those moments are
enough; and of those that leave the same duties possible after the rest, the latest leaves most before it and stands
for all.
"""

import numpy as np

from solver.master import Master
from solver.universe import Bools, Ints

AROUND = 2
"""Days before and after a week whose duties may touch its rest."""


def require_rest(master: Master, rule: str, employee: int, week: int, *, length: int, within: int) -> None:
    """At least one stretch of `length` minutes without work, `within` of them in the civil week (numbered from 0).

    The rest may begin before the week and end after it; before the horizon, not before the last duty of the history.
    """
    universe, first = master.universe, 7 * week
    length = max(length, within)
    start, end = int(universe.day_starts[first]), int(universe.day_starts[first + 7])
    earliest, known = start - (length - within), universe.last_end(universe.employees[employee].id)
    earliest = earliest if known is None else max(earliest, known)
    days = range(max(0, first - AROUND), min(first + 7 + AROUND, len(universe.days)))
    duties = master.duties_of(employee, days)
    places = _places(master, duties, earliest, end - within, length)
    if not _clashes(master, duties, places, length).any(axis=0).all():
        return  # some rest touches nothing that may be worked
    columns = np.array([master.add_column(0, 1) for _ in places], dtype=np.int64)
    master.add_row(rule, columns, 1, lower=1, upper=1)
    for day in days:
        _exclude(master, rule, master.duties_on(employee, day), places, columns, length)


def _places(master: Master, duties: Ints, earliest: int, latest: int, length: int) -> Ints:
    starts, ends = np.unique(master.table.start[duties]), np.unique(master.table.end[duties])
    moments = np.concatenate([[earliest], ends[ends > earliest]])
    moments = moments[moments <= latest]
    impossible_after = np.searchsorted(starts, moments + length)
    stands_for_all = np.append(impossible_after[1:] != impossible_after[:-1], True)[: len(moments)]
    chosen: Ints = moments[stands_for_all]
    return chosen


def _clashes(master: Master, duties: Ints, places: Ints, length: int) -> Bools:
    """Which duties touch the rest at each place (duties x places)."""
    starts, ends = master.table.start[duties][:, None], master.table.end[duties][:, None]
    found: Bools = (starts < places + length) & (ends > places)
    return found


def _exclude(master: Master, rule: str, duties: Ints, places: Ints, columns: Ints, length: int) -> None:
    """Cliques: all duties of a day that touch one place, and all places that each of them touches."""
    clashes = _clashes(master, duties, places, length)
    for touching in np.unique(clashes, axis=1).T:
        if touching.any():
            everywhere = clashes[touching].all(axis=0)
            master.add_row(rule, np.concatenate([duties[touching], columns[everywhere]]), 1, upper=1)
