"""Days in a row at most by contract: one more day than that is never all worked."""

from datetime import timedelta

from solver.begun import days_after, limit_begun, past_run
from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "roster_days_most"


def restrict(master: Master) -> None:
    """A row for each stretch of one day more than allowed; what the history worked is taken off the first ones."""
    horizon = master.problem.horizon
    for employee, person in enumerate(master.universe.employees):
        limit = person.contract.most_days_in_row
        if limit is None:
            continue
        past, _ = past_run(master, employee, works=True)
        for back in range(min(past, limit), 0, -1):
            within = list(days_after(master, horizon.first, limit + 1 - back))
            if len(within) == limit + 1 - back:
                limit_begun(master, RULE, employee, [(day, 1) for day in within], limit - back)
        for first in horizon.days:
            if first + timedelta(days=limit) <= horizon.last:
                stretch = days_after(master, first, limit + 1)
                limit_begun(master, RULE, employee, [(day, 1) for day in stretch], limit)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
