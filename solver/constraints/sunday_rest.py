"""No Sunday minute for jobs that are not open on Sundays by right."""

import numpy as np

from gems.domain.time import SUNDAY, day_end, day_start
from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "sunday_rest"


def forbidden_blocks(universe: Universe) -> Bools:
    """Mark the slots of weekday jobs that run over the Sunday figure, by person (a figure may differ by person)."""
    closed = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.bool_)
    jobs = universe.group.qualification
    weekday_job = universe.per_slot([not jobs[slot.qualification].sunday_work for slot in universe.slots]) == 1
    for day in (day for day in universe.days if day.weekday() == SUNDAY):
        start, end = day_start(day), day_end(day)
        minutes = np.minimum(universe.slot_end, end) - np.maximum(universe.slot_start, start)
        limits = [universe.limits.of(RULE, person.id, day) for person in universe.employees]
        most = universe.per_employee([end - start if limit is None else limit for limit in limits])
        closed |= weekday_job[None, :] & (np.maximum(minutes, 0)[None, :] > most[:, None])
    forbidden: Bools = closed[universe.block_employee, universe.block_slot]
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
