"""Extra-hours premium: two columns a part-timer and week, for the minutes over the contract and over a tenth more."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.weeks import charge_beyond, person_weeks

RULE = "extra_hours"
PER_MILLE = 1000


def charge(master: Master) -> None:
    """The second column is paid in addition to the first, so that the cost is convex whatever the prices."""
    prices, law = master.problem.prices, master.limits.law
    for week in person_weeks(master):
        if week.person.contract.kind is ContractKind.PART_TIME:
            contract = week.person.contract.weekly_minutes
            tenth = contract * law.value("extra_hours.first_share", week.monday) // PER_MILLE
            charge_beyond(master, RULE, week, contract, prices["extra_hours.first"])
            charge_beyond(master, RULE, week, contract + tenth, prices["extra_hours.beyond"])


CONSTRAINT = Constraint(rule=RULE, charge=charge)
