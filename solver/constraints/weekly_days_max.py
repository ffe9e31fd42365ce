"""Days worked in a civil week: one row a person and week."""

from datetime import timedelta

from gems.domain.time import days_between
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.past import limit_days

RULE = "weekly_days_max"


def restrict(master: Master) -> None:
    """The worked days of the week stay within the figure."""
    for employee, person in enumerate(master.universe.employees):
        for monday in master.problem.horizon.mondays:
            limit = master.limits.of(RULE, person.id, monday)
            if limit is not None:
                week = list(days_between(monday, monday + timedelta(days=6)))
                limit_days(master, RULE, employee, week, limit)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
