"""Visits by several: one start for all of a visit, each place of it held once, nobody in two of them."""

from itertools import product

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools
from solver.visits import numbers_of, visit_of_missions, visits_and_duties

RULE = "visit_together"


def forbidden_duties(table: DutyTable) -> Bools:
    """Days with two places of one visit; a further piece never heals that."""
    visit = visit_of_missions(table.universe)[table.missions]
    ordered = np.sort(visit, axis=1)
    twice: Bools = ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any(axis=1)
    return twice


def restrict(master: Master) -> None:
    """A 0-1 column for each start of a visit, one of them at most: who comes begins then.

    Pieces may lie on other days than the visit's when they are locked there: a person's days are held apart too.
    """
    table = master.table
    for visit, duties in visits_and_duties(master):
        missions, starts = table.missions[duties], table.starts[duties]
        numbers = numbers_of(master.universe, visit.missions)
        begins = {start: master.add_column(0, 1) for start in np.unique(starts[np.isin(missions, numbers)]).tolist()}
        master.add_row(RULE, list(begins.values()), 1, upper=1)
        for number, (start, column) in product(numbers, begins.items()):
            here = duties[((missions == number) & (starts == start)).any(axis=1)]
            if len(here):
                master.add_row(RULE, [*here.tolist(), column], [1] * len(here) + [-1], upper=0)
        for person in np.unique(table.employee[duties]).tolist():
            own = duties[table.employee[duties] == person]
            if len(np.unique(table.day[own])) > 1:
                master.add_row(RULE, own, 1, upper=1)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict)
