"""New faces: a 0-1 column for each person and member without a past, at least the duties of each day there."""

from collections.abc import Iterator

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints

RULE = "new_face"


def charge(master: Master) -> None:
    """A person begins one duty a day at most, so a day's duties at a member are one clique."""
    price = master.problem.prices["new_face.time"]
    if not price:
        return
    universe = master.universe
    members = {member.id: index for index, member in enumerate(universe.group.members)}
    known = {
        (universe.employee_index[face.employee_id], members[face.member_id])
        for face in universe.group.history.faces
        if face.minutes > 0 and face.employee_id in universe.employee_index
    }
    columns: dict[tuple[int, int], int] = {}
    for employee, member, duties in _days_at_member(master):
        pair = (employee, member)
        if pair in known:
            continue
        if pair not in columns:
            columns[pair] = master.add_column(0, 1)
            master.add_cents(RULE, columns[pair], price)
        master.add_row(RULE, [*duties.tolist(), columns[pair]], [*[1] * len(duties), -1], upper=0)


def _days_at_member(master: Master) -> Iterator[tuple[int, int, Ints]]:
    """For each person, member and day: the duties of that day with a piece at that member."""
    table, members, days = master.table, len(master.universe.group.members), len(master.universe.days)
    duty, piece = np.nonzero(table.present)
    member = table.of_slot(master.universe.slot_member)[duty, piece]
    key = (table.employee[duty] * members + member) * days + table.day[duty]
    key, duty = np.divmod(np.unique(key * len(table) + duty), len(table))
    cuts = np.flatnonzero(np.diff(key)) + 1
    for keys, duties in zip(np.split(key, cuts), np.split(duty, cuts), strict=True):
        if len(keys):
            pair = int(keys[0]) // days
            yield pair // members, pair % members, duties


CONSTRAINT = Constraint(rule=RULE, charge=charge)
