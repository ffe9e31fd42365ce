"""Hairs: what decides between schedules of the same cost. Each piece that does not stand costs one, and all hairs
together cost less than a cent.
"""

import numpy as np

from gems.domain.schedule import Assignment, Schedule
from solver.master import Master
from solver.parts import Part


def finer(master: Master, counted: dict[int, int]) -> int:
    """So many hairs make a cent: more than any plan can hold."""
    days = len(master.universe.days) * len(master.universe.employees)
    return 1 + days * max(counted.values(), default=0)


def hairs(master: Master, part: Part, standing: Schedule) -> dict[int, int]:
    """For each duty of the part how many of its pieces do not stand."""
    universe, table = master.universe, master.table
    stands = {identity(piece) for piece in standing.assignments}
    duties = part.columns[part.columns < len(table)]
    used = np.unique(table.blocks[duties][table.present[duties]])
    new = np.zeros(len(universe.block_slot), dtype=np.int64)
    for block in used.tolist():
        slot = universe.slots[int(universe.block_slot[block])]
        person = universe.employees[int(universe.block_employee[block])].id
        key = (person, slot.span.start, slot.span.end, slot.site_id, slot.qualification)
        new[block] = key not in stands
    counted = np.where(table.present[duties], new[table.blocks[duties]], 0).sum(axis=1)
    return dict(zip(duties.tolist(), counted.tolist(), strict=True))


def identity(piece: Assignment) -> tuple[object, ...]:
    """Equal for pieces that are the same work of the same person."""
    return (piece.employee_id, piece.start, piece.end, piece.site_id, piece.qualification)
