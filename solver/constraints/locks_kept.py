"""What is locked stays: some duty of that person holds the piece, and nothing else serves its mission."""

import numpy as np

from gems.domain.schedule import Assignment
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.master import Master
from solver.universe import Bools, Ints, Universe

RULE = "locks_kept"
EVER = 10**9
"""Minutes beyond any instant."""

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


def forbidden_duties(table: DutyTable) -> Bools:
    """Days that have got as far as a locked piece of that person without it: nobody has two duties a day."""
    universe = table.universe
    locks = _locks(universe)
    if not locks or not len(table):
        return np.zeros(len(table), dtype=bool)
    people = np.array([universe.employee_index[lock.employee_id] for lock in locks.values()], dtype=np.int64)
    on = np.array([universe.day_index[lock.day] for lock in locks.values()], dtype=np.int64)
    starts = np.array([lock.start for lock in locks.values()], dtype=np.int64)
    due = np.sort(_day_of_person(universe, people, on) + starts)
    days = _day_of_person(universe, table.employee, table.day)
    wanted = np.searchsorted(due, days + table.starts.max(axis=1), side="right") - np.searchsorted(due, days)
    held = row_sums(np.isin(table.blocks, _holders(universe, locks)) & table.present)
    forbidden: Bools = held < wanted
    return forbidden


def _day_of_person(universe: Universe, employee: Ints, day: Ints) -> Ints:
    """A number apart from those of other days and people by more than any instant."""
    found: Ints = (employee * len(universe.days) + day) * EVER
    return found


def _holders(universe: Universe, locks: dict[Key, Assignment]) -> list[int]:
    """The blocks that are locked pieces."""
    starts = np.isin(universe.slot_start, [piece.start for piece in locks.values()])[universe.block_slot]
    return [block for block in starts.nonzero()[0].tolist() if _key(universe, block) in locks]


def restrict(master: Master) -> None:
    """A row for each lock: a day that gets as far as it, as those that do so without holding it are forbidden."""
    universe, table = master.universe, master.table
    for lock in _locks(universe).values():
        duties = master.duties_on(universe.employee_index[lock.employee_id], universe.day_index[lock.day])
        master.add_row(RULE, duties[table.starts[duties].max(axis=1, initial=-EVER) >= lock.start], 1, lower=1)


CONSTRAINT = Constraint(
    rule=RULE, forbidden_blocks=forbidden_blocks, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict
)
