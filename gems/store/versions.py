"""Versions of the weeks. A version that left the drafts never changes again: the database itself refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from gems.domain.life import FROZEN_STATES, NEXT_STATES, Version, VersionHead, VersionState
from gems.domain.report import PlanReport
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, Stamp
from gems.domain.words import Words
from gems.store.pieces import Pieces, piece_of, piece_row
from gems.store.record_changes import RecordChange, from_plain, to_plain
from gems.store.report_rows import report_of, report_row
from gems.store.tables.life import edits, versions

HEAD = tuple(one.name for one in fields(VersionHead))
HEAD_COLUMNS = [versions.c[name] for name in HEAD]
"""Lists do without prices and reports, which are long."""


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
    written: tuple[RecordChange, ...] = ()
    """What the same change wrote into the group's data."""


class Versions:
    """One group's versions, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now
        self._pieces = Pieces(connection, group_id)

    # --- Reading -----------------------------------------------------------------------------------------

    def heads(self, monday: date | None = None) -> tuple[VersionHead, ...]:
        """Of one week, or of all; by week and number."""
        query = select(*HEAD_COLUMNS).where(versions.c.group_id == self._group_id)
        query = query if monday is None else query.where(versions.c.monday == monday)
        rows = self._connection.execute(query.order_by(versions.c.monday, versions.c.number)).mappings()
        return tuple(_head(row) for row in rows)

    def find(self, monday: date, number: int) -> Version | None:
        """One version with its work; None when there is none."""
        query = select(*HEAD_COLUMNS, versions.c.report).where(self._is(versions, monday, number))
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        head, report = _head(row), row["report"]
        return Version(
            head=head, schedule=self._pieces.schedule(head), report=report_of(report) if report is not None else None
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
        if schedule.horizon != Horizon(monday):
            raise ValueError(f"a version is of one week: {schedule.horizon}")
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
        self._pieces.put(head, schedule)
        return head

    def save(self, head: VersionHead, schedule: Schedule, *, report: PlanReport | None = None) -> VersionHead:
        """Replace the work of a draft as it was seen in `head`.

        Raises IllegalMove when it is no draft any more, StaleEdit when somebody else has saved it since.
        """
        current = self._as_seen(head)
        if current.state in FROZEN_STATES:
            raise IllegalMove(f"version {head.number} is {current.state}")
        self._set(head, edit=head.edit + 1, report=report and report_row(report))
        self._pieces.put(head, schedule)
        return self._head(head)

    def move(self, head: VersionHead, state: VersionState) -> VersionHead:
        """Give a version as seen in `head` its next state; raises IllegalMove, StaleEdit."""
        current = self._as_seen(head)
        if state not in NEXT_STATES[current.state]:
            raise IllegalMove(f"version {head.number} is {current.state}: it cannot become {state}")
        self._set(head, state=state, **({"published_at": self._now} if state is VersionState.PUBLISHED else {}))
        return self._head(head)

    def log_edit(
        self,
        head: VersionHead,
        removed: Iterable[Assignment],
        added: Iterable[Assignment],
        words: Words,
        written: Iterable[RecordChange] = (),
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
                written=[to_plain(one) for one in written] or None,
            )
        )

    def mark_edit(self, head: VersionHead, step: int, *, undone: bool) -> None:
        """An edit was undone, or done again."""
        this = self._is(edits, head.monday, head.number)
        self._connection.execute(update(edits).where(this, edits.c.step == step).values(undone=undone))

    def _as_seen(self, head: VersionHead) -> VersionHead:
        """The version as it stands, which must be the edit that was seen."""
        current = self._head(head)
        if current.edit != head.edit:
            whole = self.find(head.monday, head.number)
            assert whole is not None
            raise StaleEdit(whole)
        return current

    def _head(self, head: VersionHead) -> VersionHead:
        query = select(*HEAD_COLUMNS).where(self._is(versions, head.monday, head.number))
        row = self._connection.execute(query).mappings().first()
        if row is None:
            raise KeyError(f"no version {head.number} of {head.monday}")
        return _head(row)

    def _set(self, head: VersionHead, **values: Any) -> None:
        this = self._is(versions, head.monday, head.number)
        self._connection.execute(update(versions).where(this).values(**values, changed_at=self._now))

    def _of_week(self, monday: date) -> Any:
        return and_(versions.c.group_id == self._group_id, versions.c.monday == monday)

    def _is(self, table: Any, monday: date, number: int) -> Any:
        return and_(table.c.group_id == self._group_id, table.c.monday == monday, table.c.number == number)


def _head(row: Mapping[Any, Any]) -> VersionHead:
    return VersionHead(**{name: row[name] for name in HEAD})


def _edit(row: Mapping[Any, Any]) -> Edit:
    return Edit(
        step=row["step"],
        undone=row["undone"],
        removed=tuple(piece_of(one) for one in row["removed"]),
        added=tuple(piece_of(one) for one in row["added"]),
        words=Words(row["words"]["fr"], row["words"]["en"]),
        written=tuple(from_plain(one) for one in row["written"] or ()),
    )
