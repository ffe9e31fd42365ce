"""Under 18: no duty with too long a stretch of work."""

from solver.breaks import longest_stretch
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable
from solver.universe import Bools
from solver.young_people import young_figures

RULE = "young_worker_break"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties with a stretch beyond the limit."""
    pause = table.universe.figures(RULE, 0)[table.employee, table.day]
    longest = young_figures(table.universe, f"{RULE}.after", FAR)[table.employee, table.day]
    stretch, _ = longest_stretch(table, pause, longest)
    forbidden: Bools = stretch > longest
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties)
