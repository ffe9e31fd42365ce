"""Daily rest: two duties on successive days must leave the rest between them."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints, Universe

RULE = "daily_rest_min"


def _limits(universe: Universe) -> Ints:
    """The rest needed before each day, by person and day; 0 where no text sets one."""
    return np.array(
        [[universe.limits.of(RULE, person.id, day) or 0 for day in universe.days] for person in universe.employees]
    ).reshape(len(universe.employees), len(universe.days))


def restrict(master: Master) -> None:
    """Forbid what starts too soon after the history, then each pair of duties too close to one another."""
    limits = _limits(master.universe)
    days = len(master.universe.days)
    for employee in range(len(master.universe.employees)):
        _after_history(master, employee, int(limits[employee, 0]))
        for day in range(days):
            for later in range(day + 1, min(day + 3, days)):
                _between(master, employee, day, later, int(limits[employee, later]))


def _after_history(master: Master, employee: int, limit: int) -> None:
    universe = master.universe
    end = universe.last_end(universe.employees[employee].id)
    if end is not None and limit:
        duties = master.duties_of(employee, range(min(2, len(universe.days))))
        early = duties[master.table.start[duties] < end + limit]
        if len(early):
            master.add_row(RULE, early, 1, upper=0)


def _between(master: Master, employee: int, day: int, later: int, limit: int) -> None:
    """Cliques: for a start time, the earlier duties that end too late for it and the later ones that start by then."""
    table = master.table
    before, after = master.duties_on(employee, day), master.duties_on(employee, later)
    known = 0
    for start in sorted({int(value) for value in table.start[after]}, reverse=True):
        late = before[table.end[before] + limit > start]
        if len(late) > known:
            known = len(late)
            master.add_row(RULE, np.concatenate([late, after[table.start[after] <= start]]), 1, upper=1)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
