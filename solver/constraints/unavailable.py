"""No slot that touches a time the person declared impossible."""

from datetime import timedelta

import numpy as np

from gems.domain.people import WishKind
from gems.domain.time import days_between, instant_at
from solver.constraints.statement import Constraint
from solver.universe import Bools, Universe

RULE = "unavailable"


def forbidden_blocks(universe: Universe) -> Bools:
    """Mark for each day of each wish the slots that touch its window.

    Windows may run past midnight, and so may slots: the day before the horizon and the two after count too.
    """
    closed = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.bool_)
    days = list(days_between(universe.days[0] - timedelta(days=1), universe.days[-1] + timedelta(days=2)))
    for wish in universe.group.wishes:
        if wish.kind is not WishKind.IMPOSSIBLE or wish.employee_id not in universe.employee_index:
            continue
        row = closed[universe.employee_index[wish.employee_id]]
        for day in days:
            opens, ends = instant_at(day, wish.start_clock), instant_at(day, wish.end_clock)
            if wish.holds_on(day) and opens < ends:
                row |= (universe.slot_start < ends) & (universe.slot_end > opens)
    forbidden: Bools = closed[universe.block_employee, universe.block_slot]
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
