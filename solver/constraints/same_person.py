"""The same person for the whole need: a 0-1 column for each person who may take it, at most one of them."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.needs import needs_and_duties
from solver.universe import Ints

RULE = "same_person"


def restrict(master: Master) -> None:
    """For each need that wants one person: whoever works for it on a day takes it, and one person at most takes it."""
    for need, duties, _ in needs_and_duties(master):
        people = np.unique(master.table.employee[duties])
        if need.same_person and len(people) > 1:
            takers = [_taker(master, duties[master.table.employee[duties] == person]) for person in people]
            master.add_row(RULE, takers, 1, upper=1)


def _taker(master: Master, duties: Ints) -> int:
    """The 0-1 column that is 1 when one of a person's duties for the need is chosen."""
    column = master.add_column(0, 1)
    for day in np.unique(master.table.day[duties]):
        that_day = duties[master.table.day[duties] == day].tolist()
        master.add_row(RULE, [*that_day, column], [1] * len(that_day) + [-1], upper=0)
    return column


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
