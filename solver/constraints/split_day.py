"""Full-timers: no duty in too many sequences."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable, row_sums
from solver.split_days import interrupted, of_contract
from solver.universe import Bools

RULE = "split_day"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties of full-timers cut into more sequences than allowed."""
    limit = table.universe.figures(RULE, FAR)[table.employee, table.day]
    return of_contract(table, ContractKind.FULL_TIME) & (row_sums(interrupted(table)) + 1 > limit)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
