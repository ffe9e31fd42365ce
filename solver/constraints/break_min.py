"""Break: no duty with too long a stretch of work."""

import numpy as np

from solver.breaks import longest_stretch
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable
from solver.universe import Bools

RULE = "break_min"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties with a stretch beyond the limit; a duty in one stretch may not even reach it."""
    pause = table.universe.figures(RULE, 0)[table.employee, table.day]
    longest = table.universe.figures(f"{RULE}.from", FAR)[table.employee, table.day]
    stretch, single = longest_stretch(table, pause, longest)
    forbidden: Bools = np.where(single, stretch >= longest, stretch > longest)
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties)
