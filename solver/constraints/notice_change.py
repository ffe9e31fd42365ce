"""Too late to change: within the notice a person's pieces lie inside their published hours."""

import numpy as np

from gems.domain.time import day_of
from solver.constraints.statement import Constraint
from solver.universe import Bools, Ints, Universe

RULE = "notice_change"


def forbidden_blocks(universe: Universe) -> Bools:
    """Pieces on a day too near, outside what was published to the person; people without published hours are free."""
    forbidden = np.zeros(len(universe.block_slot), dtype=np.bool_)
    baseline, as_of = universe.problem.baseline, universe.problem.as_of
    if baseline is None or as_of is None:
        return forbidden
    start, end = universe.slot_start[universe.block_slot], universe.slot_end[universe.block_slot]
    day = universe.slot_day[universe.block_slot]
    for employee, person in enumerate(universe.employees):
        hours = [(p.start, p.end) for p in baseline.assignments if p.published and p.employee_id == person.id]
        if not hours:
            continue
        limits = [universe.limits.of(RULE, person.id, each) or 0 for each in universe.days]
        ahead = [(each - day_of(as_of)).days for each in universe.days]
        near = np.array([notice < limit for notice, limit in zip(ahead, limits, strict=True)])
        own = np.flatnonzero((universe.block_employee == employee) & (day >= 0))
        forbidden[own] = near[day[own]] & ~_inside(start[own], end[own], hours)
    return forbidden


def _inside(start: Ints, end: Ints, hours: list[tuple[int, int]]) -> Bools:
    """Whether all of each piece lies in the union of the hours: it ends no later than the hours it starts in."""
    points = np.array(sorted(hours), dtype=np.int64)
    reached = np.maximum.accumulate(points[:, 1])
    breaks = np.append(points[1:, 0] > reached[:-1], True)
    ends = reached[breaks]
    starts = points[np.append(True, breaks[:-1]), 0]
    group = np.searchsorted(starts, start, side="right") - 1
    inside: Bools = (group >= 0) & (end <= ends[group])
    return inside


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
