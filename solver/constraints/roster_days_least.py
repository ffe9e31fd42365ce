"""Days in a row at least by contract: who begins a run of work goes on with it."""

from datetime import timedelta

from solver.begun import began, days_after, limit_begun, past_run
from solver.constraints.statement import Constraint
from solver.master import Master

RULE = "roster_days_least"


def restrict(master: Master) -> None:
    """worked(day) - worked(day before) <= worked(each of the days that must follow)."""
    horizon = master.problem.horizon
    for employee, person in enumerate(master.universe.employees):
        least = person.contract.least_days_in_row
        if least is None:
            continue
        _of_the_past(master, employee, least)
        for day in horizon.days:
            eve = day - timedelta(days=1)
            if eve in horizon or began(master, employee, eve) is False:
                before = [(eve, -1)] if eve in horizon else []
                for following in days_after(master, day + timedelta(days=1), least - 1):
                    limit_begun(master, RULE, employee, [(day, 1), *before, (following, -1)], 0)


def _of_the_past(master: Master, employee: int, least: int) -> None:
    """A run that the history began, once the first Monday adds to it, is as long."""
    first = master.problem.horizon.first
    past, known = past_run(master, employee, works=True)
    if past and known:
        for following in days_after(master, first + timedelta(days=1), least - past - 1):
            limit_begun(master, RULE, employee, [(first, 1), (following, -1)], 0)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
