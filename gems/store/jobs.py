"""Plannings and composings under way, so that they are found again by id, and reported when a crash cut them off."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.tables.life import jobs


class JobKind(StrEnum):
    """What is computed."""

    PLANNING = "planning"
    """A week."""
    COMPOSING = "composing"
    """Posts, out of the hours of many weeks."""


class JobState(StrEnum):
    """How it stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The server stopped in the middle: nothing was kept, nothing was broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """A planning or a composing as the store knows it."""

    id: str
    kind: JobKind
    monday: date
    """Of the week, or the first of the weeks."""
    state: JobState
    asked_by: str
    server: str
    started_at: Stamp
    words: Words
    """What came of it; empty while it runs."""
    ended_at: Stamp | None = None
    number: int | None = None
    """Of the version that a planning made."""


class JobRows:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now

    def start(self, job_id: str, monday: date, *, by: str, server: str, kind: JobKind = JobKind.PLANNING) -> None:
        """It begins, followed by this run of the server."""
        values = {"id": job_id, "kind": kind, "monday": monday, "state": JobState.RUNNING, "asked_by": by}
        more = {"server": server, "started_at": self._now, "words": {"fr": "", "en": ""}, "group_id": self._group_id}
        self._connection.execute(insert(jobs).values(**values, **more))

    def end(self, job_id: str, state: JobState, words: Words, number: int | None = None) -> None:
        """It ended so."""
        this = and_(jobs.c.group_id == self._group_id, jobs.c.id == job_id)
        values = {"state": state, "ended_at": self._now, "number": number, "words": {"fr": words.fr, "en": words.en}}
        self._connection.execute(update(jobs).where(this).values(**values))

    def find(self, job_id: str) -> JobRow | None:
        """One by id."""
        query = select(jobs).where(jobs.c.group_id == self._group_id, jobs.c.id == job_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _job(row)

    def recent(self, kind: JobKind = JobKind.PLANNING, limit: int = 20) -> tuple[JobRow, ...]:
        """The latest first."""
        query = select(jobs).where(and_(jobs.c.group_id == self._group_id, jobs.c.kind == kind))
        query = query.order_by(jobs.c.started_at.desc(), jobs.c.id).limit(limit)
        return tuple(_job(row) for row in self._connection.execute(query).mappings())


def interrupt_others(connection: Connection, server: str, now: Stamp, words: Words) -> int:
    """Mark everything that another run of the server was following as interrupted; how many there were."""
    values = {"state": JobState.INTERRUPTED, "ended_at": now, "words": {"fr": words.fr, "en": words.en}}
    lost = and_(jobs.c.state == JobState.RUNNING, jobs.c.server != server)
    return connection.execute(update(jobs).where(lost).values(**values)).rowcount


def _job(row: Any) -> JobRow:
    words = Words(row["words"]["fr"], row["words"]["en"])
    names = ("id", "monday", "asked_by", "server", "started_at", "ended_at", "number")
    same = {name: row[name] for name in names}
    return JobRow(**same, kind=JobKind(row["kind"]), state=JobState(row["state"]), words=words)
