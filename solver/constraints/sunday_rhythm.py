"""How often Sundays may be worked: one row for each Sunday of the horizon and those before it."""

from datetime import timedelta

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.past import limit_days

RULE = "sunday_rhythm"


def restrict(master: Master) -> None:
    """Of so many Sundays in a row, at most the figure are worked."""
    for employee, person in enumerate(master.universe.employees):
        for sunday in (monday + timedelta(days=6) for monday in master.problem.horizon.mondays):
            limit = master.limits.of(RULE, person.id, sunday)
            window = master.limits.of(f"{RULE}.window", None, sunday)
            if limit is not None and window is not None:
                sundays = [sunday - timedelta(days=7 * back) for back in range(window)]
                limit_days(master, RULE, employee, sundays, limit)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
