"""No night slot for people under 18."""

import numpy as np

from gems.domain.people import Employee
from gems.domain.time import day_of, minutes_within_clock
from solver.constraints.statement import Constraint
from solver.universe import Bools, Slot, Universe

RULE = "young_worker_night"


def forbidden_blocks(universe: Universe) -> Bools:
    """Mark the night slots of each young person; most groups have none, so people are looked at first."""
    closed = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.bool_)
    adult = universe.limits.law.value("young_worker.age", universe.days[0])
    for index, person in enumerate(universe.employees):
        age = person.age_on(universe.days[0])
        if age is not None and age < adult:
            closed[index] = universe.per_slot([_at_night(universe, person, slot) for slot in universe.slots]) == 1
    forbidden: Bools = closed[universe.block_employee, universe.block_slot]
    return forbidden


def _at_night(universe: Universe, person: Employee, slot: Slot) -> bool:
    law, day = universe.limits.law, day_of(slot.span.start)
    age = person.age_on(day)
    if age is None or age >= law.value("young_worker.age", day):
        return False
    early = age < law.value("young_worker.early_age", day)
    start = law.value(f"{RULE}.start_under_16" if early else f"{RULE}.start", day)
    return minutes_within_clock(slot.span, start, law.value(f"{RULE}.end", day)) > 0


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
