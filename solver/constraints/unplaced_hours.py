"""Paid hours not placed: one column a person and week holds what is missing to the target."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.weeks import person_weeks

RULE = "unplaced_hours"


def charge(master: Master) -> None:
    """work + missing >= target, each missing minute priced."""
    price = master.problem.prices["unplaced_hours.minute"]
    for week in person_weeks(master):
        short = master.limits.week_target(week.person, week.monday) - week.carried
        if short > 0:
            missing = master.add_column(0, short)
            master.add_row(RULE, [*week.duties.tolist(), missing], [*week.minutes.tolist(), 1], lower=short)
            master.add_cents(RULE, missing, price)


CONSTRAINT = Constraint(rule=RULE, charge=charge)
