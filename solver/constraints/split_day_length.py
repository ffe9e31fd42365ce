"""Full-timers: no split duty with too short a sequence."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.split_days import of_contract, shortest_sequence
from solver.universe import Bools

RULE = "split_day_length"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties of full-timers with a sequence shorter than the least; a later piece may still lengthen the last one."""
    least = table.universe.figures(RULE, 0)[table.employee, table.day]
    forbidden: Bools = of_contract(table, ContractKind.FULL_TIME) & (shortest_sequence(table) < least)
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties)
