"""The mission as asked: only its own candidate slots, or a locked piece as it stands."""

from gems.domain.time import Span
from solver.constraints.statement import Constraint
from solver.universe import Bools, Slot, Universe

RULE = "mission_slot"


def forbidden_blocks(universe: Universe) -> Bools:
    """Pieces that name a mission but are none of its slots, unless this person holds them locked."""
    asked = [set(mission.slots) for mission in universe.problem.missions]
    strange = universe.per_slot([int(_strange(slot, asked)) for slot in universe.slots]) == 1
    forbidden: Bools = strange[universe.block_slot]
    accepted = _locked(universe)
    for block in forbidden.nonzero()[0].tolist():
        person = universe.employees[int(universe.block_employee[block])]
        slot = universe.slots[int(universe.block_slot[block])]
        mission = universe.problem.missions[slot.mission].id
        if (person.id, slot.span, slot.site_id, slot.qualification, mission) in accepted:
            forbidden[block] = False
    return forbidden


def _strange(slot: Slot, asked: list[set[Span]]) -> bool:
    if slot.mission < 0 or slot.request is None:
        return False
    as_asked = slot.site_id == slot.request.site_id and slot.qualification == slot.request.qualification
    return not as_asked or slot.span not in asked[slot.mission]


def _locked(universe: Universe) -> set[tuple[object, ...]]:
    baseline = universe.problem.baseline
    pieces = baseline.assignments if baseline else ()
    return {(p.employee_id, p.span, p.site_id, p.qualification, p.mission_id) for p in pieces if p.locked}


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks)
