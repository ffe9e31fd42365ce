"""One transaction on who may come in: accounts and their keys, of the whole database, kept whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, select

from gems.domain.group import Settings
from gems.domain.life import Deadlines, Deed
from gems.domain.time import Stamp
from gems.store.accounts import Accounts
from gems.store.attempts import Attempts
from gems.store.groups import insert_group
from gems.store.keys import Keys
from gems.store.store import Store
from gems.store.tables.group import groups
from gems.store.trail import Trail
from gems.store.work import Work


@dataclass(frozen=True)
class Desk:
    """The shelves of the front desk inside one transaction. Never outlives the `with` that gave it."""

    connection: Connection
    now: Stamp
    """The time of the house, for the history; keys and attempts follow the real clock, which callers give."""
    accounts: Accounts
    keys: Keys
    attempts: Attempts

    def note(self, group_id: int, deed: Deed) -> None:
        """Write an act down in a group's history."""
        Trail(self.connection, group_id).add(deed)

    def first_group(self) -> int | None:
        """The oldest group; None when there is none."""
        found: int | None = self.connection.execute(select(groups.c.id).order_by(groups.c.id).limit(1)).scalar()
        return found

    def add_group(self, settings: Settings) -> int:
        """A new, empty group; its number."""
        return insert_group(self.connection, settings, Deadlines(), self.now)


@contextmanager
def reading_desk(store: Store) -> Iterator[Desk]:
    """Look at accounts."""
    with store.reading() as connection:
        yield _desk(connection, store.clock())


@contextmanager
def writing_desk(store: Store) -> Iterator[Desk]:
    """Change accounts."""
    with store.writing() as connection:
        yield _desk(connection, store.clock())


def desk_of(work: Work) -> Desk:
    """The desk inside a group's transaction."""
    return _desk(work.connection, work.now)


def _desk(connection: Connection, now: Stamp) -> Desk:
    return Desk(
        connection=connection,
        now=now,
        accounts=Accounts(connection),
        keys=Keys(connection),
        attempts=Attempts(connection),
    )
