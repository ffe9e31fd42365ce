"""Part-timers: the most of a week is the contract and its share of extra hours, always under the legal week."""

from datetime import date

from gems.domain.people import ContractKind, Employee
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.week_windows import limit_window

RULE = "parttime_extra"


def restrict(master: Master) -> None:
    """One row a part-timer and week."""
    for employee, person in enumerate(master.universe.employees):
        if person.contract.kind is ContractKind.PART_TIME:
            for monday in master.problem.horizon.mondays:
                limit_window(master, RULE, employee, 1, last=monday, most=_most(master, person, monday))


def _most(master: Master, person: Employee, monday: date) -> int:
    under_legal_week = master.limits.law.value("legal_week", monday) - 1
    parts = master.limits.of(RULE, person.id, monday)
    if parts is None or person.contract.annualised:
        return under_legal_week
    contract = person.contract.weekly_minutes
    return min(under_legal_week, contract + contract // parts)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
