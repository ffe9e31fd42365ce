"""Ahead of the year: two columns an annualised person and week, for the minutes over the target and the tolerance."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.weeks import charge_beyond, person_weeks

RULE = "beyond_target"


def charge(master: Master) -> None:
    """The second column is paid in addition to the first, so that the cost is convex whatever the prices."""
    prices, limits = master.problem.prices, master.limits
    for week in person_weeks(master):
        outlook = limits.outlook(week.person, week.monday) if week.person.contract.annualised else None
        if outlook is not None and outlook.modulated:
            target = limits.week_target(week.person, week.monday)
            charge_beyond(master, RULE, week, target, prices["beyond_target.first"])
            tolerated = target + prices["beyond_target.tolerance"]
            charge_beyond(master, RULE, week, tolerated, prices["beyond_target.beyond"])


CONSTRAINT = Constraint(rule=RULE, charge=charge)
