"""What is locked stays: some duty of that person holds the piece, and nothing else serves its mission."""

import numpy as np

from gems.domain.schedule import Assignment
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Bools, Universe

RULE = "locks_kept"

Key = tuple[object, ...]


def _locks(universe: Universe) -> dict[Key, Assignment]:
    baseline, missions = universe.problem.baseline, universe.problem.mission
    pieces = [piece for piece in baseline.assignments if piece.locked] if baseline else []
    return {
        (
            p.employee_id,
            p.start,
            p.end,
            p.site_id,
            p.qualification,
            p.mission_id if p.mission_id in missions else None,
        ): p
        for p in pieces
        if p.day in universe.day_index
    }


def _key(universe: Universe, block: int) -> Key:
    slot = universe.slots[int(universe.block_slot[block])]
    person = universe.employees[int(universe.block_employee[block])].id
    mission = universe.problem.missions[slot.mission].id if slot.mission >= 0 else None
    return (person, slot.span.start, slot.span.end, slot.site_id, slot.qualification, mission)


def forbidden_blocks(universe: Universe) -> Bools:
    """Blocks on a mission that is locked otherwise."""
    locks = _locks(universe)
    taken = {piece.mission_id for piece in locks.values()}
    numbers = [index for index, mission in enumerate(universe.problem.missions) if mission.id in taken]
    forbidden = np.isin(universe.slot_mission, numbers)[universe.block_slot]
    for block in forbidden.nonzero()[0].tolist():
        if _key(universe, block) in locks:
            forbidden[block] = False
    return forbidden


def restrict(master: Master) -> None:
    """A row for each lock: one of the duties that hold it."""
    universe, table = master.universe, master.table
    locks = _locks(universe)
    if not locks:
        return
    starts = np.isin(universe.slot_start, [piece.start for piece in locks.values()])[universe.block_slot]
    holders: dict[Key, list[int]] = {}
    for block in starts.nonzero()[0].tolist():
        key = _key(universe, block)
        if key in locks:
            holders.setdefault(key, []).append(block)
    for key in locks:
        master.add_row(RULE, np.flatnonzero(np.isin(table.blocks, holders.get(key, [])).any(axis=1)), 1, lower=1)


CONSTRAINT = Constraint(rule=RULE, forbidden_blocks=forbidden_blocks, restrict=restrict)
