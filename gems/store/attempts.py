"""Failed attempts to come in, by sign-in name and by where they came from. Both are kept as hashes."""

from sqlalchemy import Connection, delete, insert, select, text

from gems.domain.time import Stamp
from gems.store.tables.access import attempts

ONE_AT_A_TIME = 23_000_002
"""Number of the lock under which PostgreSQL lets one process count attempts; SQLite has one writer anyway."""


class Attempts:
    """Those that count, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_turns(self) -> None:
        """Wait until nobody else is between counting and writing; lasts until the transaction ends."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})

    def stamps(self, of: str, since: Stamp) -> tuple[Stamp, ...]:
        """When attempts were made, the latest last."""
        query = select(attempts.c.at).where(attempts.c.of == of, attempts.c.at > since).order_by(attempts.c.at)
        return tuple(self._connection.execute(query).scalars())

    def add(self, of: str, at: Stamp) -> int:
        """One more; its number."""
        number: int = self._connection.execute(
            insert(attempts).values(of=of, at=at).returning(attempts.c.id)
        ).scalar_one()
        return number

    def forgive(self, number: int) -> None:
        """It succeeded: it does not count."""
        self._connection.execute(delete(attempts).where(attempts.c.id == number))

    def forget(self, of: str) -> None:
        """None of these counts any more."""
        self._connection.execute(delete(attempts).where(attempts.c.of == of))

    def sweep(self, before: Stamp) -> None:
        """Those too old to count are not kept."""
        self._connection.execute(delete(attempts).where(attempts.c.at <= before))
