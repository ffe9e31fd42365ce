"""No slot that touches an absence of the person."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "absence"


def forbidden_blocks(universe: Universe) -> Bools:
    """Mark for each absence the slots that begin before it ends and end after it begins."""
    away = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.bool_)
    for row in universe.group.absences:
        if row.span.start < row.span.end and row.employee_id in universe.employee_index:
            touched = (universe.slot_start < row.span.end) & (universe.slot_end > row.span.start)
            away[universe.employee_index[row.employee_id]] |= touched
    forbidden: Bools = away[universe.block_employee, universe.block_slot]
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
