"""A schedule that is known already, as columns of one part of a master."""

import numpy as np

from gems.domain.schedule import Schedule
from solver.master import Master
from solver.parts import Part

Piece = tuple[int, int, str, str, str | None]
"""Start, end, site, job, mission."""
Day = tuple[int, int]
"""A person and a day of the horizon, by number."""


def duties_in(master: Master, part: Part, schedule: Schedule) -> tuple[int, ...] | None:
    """The duties of the part that make up the schedule of its people; None where one of them is no column.

    A working day that another one replaces at no cost was dropped when the master was made, so None is ordinary.
    """
    universe, table = master.universe, master.table
    duties = part.columns[part.columns < len(table)]
    people = {universe.employees[number].id: number for number in np.unique(table.employee[duties]).tolist()}
    wanted: dict[Day, set[Piece]] = {}
    for piece in schedule.assignments:
        if piece.employee_id in people and piece.day in universe.day_index:
            day = people[piece.employee_id], universe.day_index[piece.day]
            what = piece.start, piece.end, piece.site_id, piece.qualification, piece.mission_id
            wanted.setdefault(day, set()).add(what)
    found = {}
    for duty in duties.tolist():
        day = int(table.employee[duty]), int(table.day[duty])
        if day not in found and wanted.get(day) == _pieces(master, duty):
            found[day] = duty
    return tuple(sorted(found.values())) if found.keys() == wanted.keys() else None


def _pieces(master: Master, duty: int) -> set[Piece]:
    universe, table = master.universe, master.table
    found = set()
    for block in table.blocks[duty][table.present[duty]].tolist():
        slot = universe.slots[int(universe.block_slot[block])]
        mission = None if slot.mission < 0 else universe.problem.missions[slot.mission].id
        found.add((slot.span.start, slot.span.end, slot.site_id, slot.qualification, mission))
    return found
