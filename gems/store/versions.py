"""Versions of the weeks. A version that left the drafts never changes again: the database itself refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from gems.domain.life import FROZEN_STATES, NEXT_STATES, Version, VersionHead, VersionState
from gems.domain.report import PlanReport
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Horizon, Stamp
from gems.domain.words import Words
from gems.store.report_rows import report_of, report_row
from gems.store.tables.life import assignments, edits, versions

PIECE = tuple(one.name for one in fields(Assignment))
HEAD = tuple(one.name for one in fields(VersionHead))


class IllegalMove(Exception):
    """A version cannot go from its state to that one."""


class StaleEdit(Exception):
    """Somebody else has saved this draft since; nothing was written."""

    def __init__(self, current: Version) -> None:
        super().__init__(f"edit {current.head.edit} was saved meanwhile")
        self.current = current


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change made by hand to a draft: what it took out, what it put in, in words."""

    step: int
    undone: bool
    removed: tuple[Assignment, ...]
    added: tuple[Assignment, ...]
    words: Words


class Versions:
    """One group's versions, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now

    # --- Reading -----------------------------------------------------------------------------------------

    def heads(self, monday: date | None = None) -> tuple[VersionHead, ...]:
        """Of one week, or of all; by week and number."""
        query = select(versions).where(versions.c.group_id == self._group_id)
        query = query if monday is None else query.where(versions.c.monday == monday)
        rows = self._connection.execute(query.order_by(versions.c.monday, versions.c.number)).mappings()
        return tuple(_head(row) for row in rows)

    def find(self, monday: date, number: int) -> Version | None:
        """One version with its work; None when there is none."""
        row = self._connection.execute(select(versions).where(self._is(versions, monday, number))).mappings().first()
        if row is None:
            return None
        work = select(assignments).where(self._is(assignments, monday, number)).order_by(assignments.c.place)
        pieces = tuple(_piece(one) for one in self._connection.execute(work).mappings())
        return Version(
            head=_head(row),
            schedule=Schedule(horizon=Horizon(monday), assignments=pieces),
            report=report_of(row["report"]) if row["report"] is not None else None,
        )

    def prices(self, monday: date, number: int) -> Mapping[str, Any]:
        """The price list kept with a version."""
        found = self._connection.scalar(select(versions.c.prices).where(self._is(versions, monday, number)))
        return dict(found or {})

    def edits(self, monday: date, number: int) -> tuple[Edit, ...]:
        """What hands did to a draft, in order."""
        query = select(edits).where(self._is(edits, monday, number)).order_by(edits.c.step)
        return tuple(_edit(row) for row in self._connection.execute(query).mappings())

    # --- Writing -----------------------------------------------------------------------------------------

    def add(
        self,
        schedule: Schedule,
        *,
        by: str,
        profile: str,
        prices: Mapping[str, Any],
        report: PlanReport | None = None,
        based_on: int | None = None,
        comment: str = "",
    ) -> VersionHead:
        """A new draft, with the next number of its week."""
        monday = schedule.horizon.first
        last = select(func.max(versions.c.number)).where(self._of_week(monday))
        head = VersionHead(
            monday=monday,
            number=(self._connection.scalar(last) or 0) + 1,
            state=VersionState.DRAFT,
            edit=1,
            based_on=based_on,
            profile=profile,
            comment=comment,
            made_by=by,
            made_at=self._now,
            changed_at=self._now,
        )
        values = {name: getattr(head, name) for name in HEAD}
        kept = {"prices": dict(prices), "report": report and report_row(report)}
        self._connection.execute(insert(versions).values(**values, **kept, group_id=self._group_id))
        self._put(head, schedule.assignments)
        return head

    def save(self, head: VersionHead, schedule: Schedule, *, report: PlanReport | None = None) -> VersionHead:
        """Replace the work of a draft as it was seen in `head`.

        Raises IllegalMove when it is no draft any more, StaleEdit when somebody else has saved it since.
        """
        current = self._current(head)
        if current.head.state in FROZEN_STATES:
            raise IllegalMove(f"version {head.number} is {current.head.state}")
        if current.head.edit != head.edit:
            raise StaleEdit(current)
        values = {"edit": head.edit + 1, "changed_at": self._now, "report": report and report_row(report)}
        self._connection.execute(update(versions).where(self._is(versions, head.monday, head.number)).values(**values))
        self._connection.execute(delete(assignments).where(self._is(assignments, head.monday, head.number)))
        self._put(head, schedule.assignments)
        return self._current(head).head

    def move(self, head: VersionHead, state: VersionState) -> VersionHead:
        """Give a version as seen in `head` its next state; raises IllegalMove, StaleEdit."""
        current = self._current(head)
        if current.head.edit != head.edit:
            raise StaleEdit(current)
        if state not in NEXT_STATES[current.head.state]:
            raise IllegalMove(f"version {head.number} is {current.head.state}: it cannot become {state}")
        values: dict[str, Any] = {"state": state, "changed_at": self._now}
        if state is VersionState.PUBLISHED:
            values["published_at"] = self._now
        self._connection.execute(update(versions).where(self._is(versions, head.monday, head.number)).values(**values))
        return self._current(head).head

    def log_edit(
        self, head: VersionHead, removed: Iterable[Assignment], added: Iterable[Assignment], words: Words
    ) -> None:
        """Write down a change by hand; what had been undone before it can no longer be done again."""
        this = self._is(edits, head.monday, head.number)
        self._connection.execute(delete(edits).where(this, edits.c.undone))
        step = (self._connection.scalar(select(func.max(edits.c.step)).where(this)) or 0) + 1
        self._connection.execute(
            insert(edits).values(
                group_id=self._group_id,
                monday=head.monday,
                number=head.number,
                step=step,
                undone=False,
                removed=[piece_row(piece) for piece in removed],
                added=[piece_row(piece) for piece in added],
                words={"fr": words.fr, "en": words.en},
            )
        )

    def mark_edit(self, head: VersionHead, step: int, *, undone: bool) -> None:
        """An edit was undone, or done again."""
        this = self._is(edits, head.monday, head.number)
        self._connection.execute(update(edits).where(this, edits.c.step == step).values(undone=undone))

    def _current(self, head: VersionHead) -> Version:
        found = self.find(head.monday, head.number)
        if found is None:
            raise KeyError(f"no version {head.number} of {head.monday}")
        return found

    def _put(self, head: VersionHead, pieces: Iterable[Assignment]) -> None:
        where = {"group_id": self._group_id, "monday": head.monday, "number": head.number}
        rows = [piece_row(piece) | where | {"place": place} for place, piece in enumerate(pieces)]
        if rows:
            self._connection.execute(insert(assignments), rows)

    def _of_week(self, monday: date) -> Any:
        return and_(versions.c.group_id == self._group_id, versions.c.monday == monday)

    def _is(self, table: Any, monday: date, number: int) -> Any:
        return and_(table.c.group_id == self._group_id, table.c.monday == monday, table.c.number == number)


def piece_row(piece: Assignment) -> dict[str, Any]:
    """A piece of work by column; its origin as it is written in JSON too."""
    return {name: getattr(piece, name) for name in PIECE}


def _piece(row: Mapping[Any, Any]) -> Assignment:
    return Assignment(**{name: row[name] for name in PIECE} | {"origin": Origin(row["origin"])})


def _head(row: Mapping[Any, Any]) -> VersionHead:
    return VersionHead(**{name: row[name] for name in HEAD})


def _edit(row: Mapping[Any, Any]) -> Edit:
    return Edit(
        step=row["step"],
        undone=row["undone"],
        removed=tuple(_piece(one) for one in row["removed"]),
        added=tuple(_piece(one) for one in row["added"]),
        words=Words(row["words"]["fr"], row["words"]["en"]),
    )
