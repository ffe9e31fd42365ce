"""Days worked in a row: one more day than the figure is never all worked."""

from datetime import timedelta

from gems.domain.time import days_between
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.past import limit_days, worked_before

RULE = "consecutive_days_max"


def restrict(master: Master) -> None:
    """A row for each run of days that ends in the horizon, or on the morning after its last night."""
    first, after = master.problem.horizon.first, master.problem.horizon.last + timedelta(days=1)
    for employee, person in enumerate(master.universe.employees):
        for last in days_between(first, after):
            limit = master.limits.of(RULE, person.id, last)
            if limit is not None and not worked_before(master.universe, employee, last):
                run = list(days_between(last - timedelta(days=limit), last))
                limit_days(master, RULE, employee, run, limit)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
