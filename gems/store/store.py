"""The database of one installation: opens it, brings it up to date, hands out transactions."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select

from gems.domain.group import Group, Settings
from gems.domain.life import Deadlines
from gems.domain.time import Stamp
from gems.store.engine import NOT_NOW, WAIT_SECONDS, NoDatabase, in_words, open_engine, snapshot, writing
from gems.store.groups import insert_group
from gems.store.jobs import JobRows
from gems.store.migrate import upgrade
from gems.store.records import Records
from gems.store.requests import Requests
from gems.store.scenarios import Scenarios
from gems.store.tables.group import groups
from gems.store.trail import Trail
from gems.store.versions import Versions
from gems.store.week_life import WeekLife
from gems.store.work import Work


def wall_clock() -> Stamp:
    """Now, in whole seconds."""
    return int(time.time())


class Store:
    """Every group of one database. Safe to share between threads."""

    def __init__(self, engine: Engine, clock: Callable[[], Stamp] = wall_clock) -> None:
        self.engine, self.clock = engine, clock
        self._groups: dict[int, tuple[int, Group]] = {}
        self._lock, self._writer = threading.Lock(), threading.Lock()

    @classmethod
    def open(cls, url: str, clock: Callable[[], Stamp] = wall_clock) -> "Store":
        """Open a database, made and brought up to date when needed; raises NoDatabase."""
        engine = open_engine(url)
        try:
            upgrade(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, clock)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and may change nothing; raises NoDatabase."""
        with in_words(), snapshot(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction kept whole when the block ends well, and not at all otherwise; raises NoDatabase."""
        with self._turn(), in_words(), writing(self.engine) as connection:
            yield connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """SQLite has one writer at a time and lets the others try again and again: here they wait in line instead."""
        if self.engine.dialect.name != "sqlite":
            yield
            return
        if not self._writer.acquire(timeout=WAIT_SECONDS):
            raise NoDatabase(NOT_NOW)
        try:
            yield
        finally:
            self._writer.release()

    @contextmanager
    def read(self, group_id: int) -> Iterator[Work]:
        """Look at one group."""
        with self.reading() as connection:
            yield self._work(connection, group_id)

    @contextmanager
    def write(self, group_id: int) -> Iterator[Work]:
        """Change one group. Its writers wait for one another, so that each sees what the last one left."""
        with self.writing() as connection:
            # Not so strict that a row which only names the group (an account) would wait for its writer.
            connection.execute(select(groups.c.id).where(groups.c.id == group_id).with_for_update(key_share=True))
            yield self._work(connection, group_id)

    def add_group(self, settings: Settings, deadlines: Deadlines | None = None) -> int:
        """A new, empty group; its number."""
        with self.writing() as connection:
            return insert_group(connection, settings, deadlines or Deadlines(), self.clock())

    def groups(self) -> tuple[tuple[int, str], ...]:
        """Number and name of every group."""
        with self.reading() as connection:
            rows = connection.execute(select(groups.c.id, groups.c.name).order_by(groups.c.id)).all()
            return tuple((number, name) for number, name in rows)

    def _work(self, connection: Connection, group_id: int) -> Work:
        now = self.clock()
        records = Records(connection, group_id, now)
        return Work(
            connection=connection,
            group_id=group_id,
            now=now,
            group=self._group(group_id, records),
            records=records,
            requests=Requests(connection, group_id, now),
            versions=Versions(connection, group_id, now),
            life=WeekLife(connection, group_id),
            trail=Trail(connection, group_id),
            jobs=JobRows(connection, group_id, now),
            scenarios=Scenarios(connection, group_id),
        )

    def _group(self, group_id: int, records: Records) -> Group:
        """The data as of this revision; immutable, so one reading serves every page until something changes."""
        revision = records.revision
        with self._lock:
            kept = self._groups.get(group_id)
        if kept is not None and kept[0] == revision:
            return kept[1]
        found = records.group()
        with self._lock:
            self._groups[group_id] = (revision, found)
        return found
