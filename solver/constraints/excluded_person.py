"""No slot of a request for the people it leaves out."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "excluded_person"


def forbidden_blocks(universe: Universe) -> Bools:
    """Mark for each request its slots, for each person left out."""
    refused = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.bool_)
    for index, slot in enumerate(universe.slots):
        for employee_id in sorted(slot.request.excluded) if slot.request else ():
            if employee_id in universe.employee_index:
                refused[universe.employee_index[employee_id], index] = True
    forbidden: Bools = refused[universe.block_employee, universe.block_slot]
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
