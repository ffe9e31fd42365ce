"""Days off in a row at least by contract: who stops working stays off."""

from datetime import timedelta

from solver.begun import began, days_after, limit_begun, past_run
from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "roster_days_off_least"


def restrict(master: Master) -> None:
    """worked(day before) - worked(day) + worked(each of the days that must be off too) <= 1."""
    horizon = master.problem.horizon
    for employee, person in enumerate(master.universe.employees):
        least = person.contract.least_days_off_in_row
        if least is None:
            continue
        past, known = past_run(master, employee, works=False)
        if past and known:
            for following in days_after(master, horizon.first, least - past):
                limit_begun(master, RULE, employee, [(following, 1)], 0)
        for day in horizon.days:
            eve = day - timedelta(days=1)
            if eve in horizon or began(master, employee, eve):
                before = [(eve, 1)] if eve in horizon else []
                for following in days_after(master, day + timedelta(days=1), least - 1):
                    limit_begun(master, RULE, employee, [*before, (day, -1), (following, 1)], len(before))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
