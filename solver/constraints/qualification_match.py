"""Only people who hold the job's qualification on the day, or an allowed stand-in."""

from datetime import date

import numpy as np

from gems.domain.people import Employee
from gems.domain.time import day_of
from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "qualification_match"


def forbidden_blocks(universe: Universe) -> Bools:
    """Answer once for each person and kind of slot (job and day), then lay the answers out by block."""
    kinds = [(slot.qualification, day_of(slot.span.start)) for slot in universe.slots]
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    able = np.array(
        [[_able(universe, person, *kind) for kind in numbers] for person in universe.employees], dtype=np.bool_
    ).reshape(len(universe.employees), len(numbers))
    kind_of_slot = universe.per_slot([numbers[kind] for kind in kinds])
    forbidden: Bools = ~able[universe.block_employee, kind_of_slot[universe.block_slot]]
    return forbidden


def _able(universe: Universe, person: Employee, needed: str, day: date) -> bool:
    for held in person.qualifications:
        if held.valid_until is not None and held.valid_until < day:
            continue
        stand_in = universe.group.stand_in(held.code, needed)
        if held.code == needed or (stand_in is not None and stand_in.allowed):
            return True
    return False


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
