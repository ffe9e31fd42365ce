"""No duty with two pieces at once, or with less time between them than the drive takes."""

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.universe import Bools

RULE = "no_overlap"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties with a gap below nothing."""
    return row_sums(table.gaps < 0) > 0


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
