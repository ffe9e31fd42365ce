"""Weekends worked by contract: a 0-1 column a weekend, at most so many of them."""

import numpy as np

from gems.domain.time import DAYS_OF_WEEK, SATURDAY
from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "roster_weekends_most"


def restrict(master: Master) -> None:
    """The column of a weekend is 1 as soon as a duty begins in it."""
    weeks = master.problem.horizon.weeks
    for employee, person in enumerate(master.universe.employees):
        limit = person.contract.most_weekends
        if limit is None or limit >= weeks:
            continue
        worked = [
            column
            for week in range(weeks)
            if (column := _weekend(master, employee, DAYS_OF_WEEK * week + SATURDAY)) is not None
        ]
        if len(worked) > limit:
            master.add_row(RULE, worked, 1, upper=limit)


def _weekend(master: Master, employee: int, saturday: int) -> int | None:
    days = [duties for day in (saturday, saturday + 1) if len(duties := master.duties_on(employee, day))]
    if not days:
        return None
    column = master.add_column(0, 1)
    for duties in days:
        factors = np.append(np.ones(len(duties), dtype=np.int64), -1)
        master.add_row(RULE, [*duties.tolist(), column], factors, upper=0)
    return column


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
