"""The work of a version, piece by piece."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select

from gems.domain.life import VersionHead
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.store.tables.life import assignments

PIECE = tuple(one.name for one in fields(Assignment))
COLUMNS = [assignments.c[name] for name in PIECE]


class Pieces:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection, self._group_id = connection, group_id

    def schedule(self, head: VersionHead) -> Schedule:
        """All the work of a version."""
        pieces = tuple(piece for _, piece in self._stored(head))
        return Schedule(horizon=head.horizon, assignments=pieces)

    def put(self, head: VersionHead, schedule: Schedule) -> None:
        """Make the work of a version exactly this, touching only what differs."""
        stored = self._stored(head)
        places: dict[Assignment, list[int]] = defaultdict(list)
        for place, piece in stored:
            places[piece].append(place)
        fresh = [piece for piece in schedule.assignments if not (places[piece] and places[piece].pop())]
        gone = {place for left in places.values() for place in left}
        kept = [piece for place, piece in stored if place not in gone]
        if Schedule(horizon=schedule.horizon, assignments=(*kept, *fresh)) != schedule:
            # Pieces at the same moment change order among themselves: rare, so everything is written again.
            gone, fresh = {place for place, _ in stored}, list(schedule.assignments)
        self._remove(head, gone)
        last = max((place for place, _ in stored), default=0)
        self._add(head, ((last + more, piece) for more, piece in enumerate(fresh, 1)))

    def _stored(self, head: VersionHead) -> list[tuple[int, Assignment]]:
        query = select(assignments.c.place, *COLUMNS).where(self._of(head)).order_by(assignments.c.place)
        rows = self._connection.execute(query)
        return [(place, Assignment(**dict(zip(PIECE, piece, strict=True)))) for place, *piece in rows]

    def _remove(self, head: VersionHead, places: Iterable[int]) -> None:
        this = and_(self._of(head), assignments.c.place == bindparam("gone"))
        if rows := [{"gone": place} for place in places]:
            self._connection.execute(delete(assignments).where(this), rows)

    def _add(self, head: VersionHead, pieces: Iterable[tuple[int, Assignment]]) -> None:
        where = {"group_id": self._group_id, "monday": head.monday, "number": head.number}
        if rows := [piece_row(piece) | where | {"place": place} for place, piece in pieces]:
            self._connection.execute(insert(assignments), rows)

    def _of(self, head: VersionHead) -> Any:
        table = assignments.c
        return and_(table.group_id == self._group_id, table.monday == head.monday, table.number == head.number)


def piece_row(piece: Assignment) -> dict[str, Any]:
    """A piece of work by column; its origin as it is written in JSON too."""
    return {name: getattr(piece, name) for name in PIECE}


def piece_of(row: Mapping[str, Any]) -> Assignment:
    """The piece of work in a row of JSON."""
    return Assignment(**{name: row[name] for name in PIECE} | {"origin": Origin(row["origin"])})
