"""Part-timers: no duty with too long an interruption."""

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable, row_sums
from solver.split_days import of_contract
from solver.universe import Bools

RULE = "parttime_gap_length"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties of part-timers with an interruption longer than allowed."""
    limit = table.universe.figures(RULE, FAR)[table.employee, table.day]
    long = table.present[:, 1:] & (table.gaps > limit[:, None])
    return of_contract(table, ContractKind.PART_TIME) & (row_sums(long) > 0)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
