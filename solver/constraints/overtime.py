"""Overtime premium: two columns a full-timer and week, for the minutes over the threshold and over eight hours more."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.weeks import charge_beyond, person_weeks

RULE = "overtime"


def charge(master: Master) -> None:
    """The second column is paid in addition to the first, so that the cost is convex whatever the prices."""
    prices, limits = master.problem.prices, master.limits
    for week in person_weeks(master):
        if week.person.contract.kind is ContractKind.FULL_TIME:
            start = limits.overtime_start(week.person, week.monday)
            second = start + limits.law.value("overtime_rate.first_minutes", week.monday)
            charge_beyond(master, RULE, week, start, prices["overtime.first"])
            charge_beyond(master, RULE, week, second, prices["overtime.beyond"])


CONSTRAINT = Constraint(rule=RULE, charge=charge)
