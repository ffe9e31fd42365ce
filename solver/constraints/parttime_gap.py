"""Part-timers: no duty with too many interruptions."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable, row_sums
from solver.split_days import interrupted, of_contract
from solver.universe import Bools

RULE = "parttime_gap"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties of part-timers with more interruptions than allowed."""
    limit = table.universe.figures(RULE, FAR)[table.employee, table.day]
    return of_contract(table, ContractKind.PART_TIME) & (row_sums(interrupted(table)) > limit)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
