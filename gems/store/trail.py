"""The history of acts: only ever added to."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, insert, select

from gems.domain.life import Deed
from gems.domain.words import Words
from gems.store.tables.life import deeds


class Trail:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection, self._group_id = connection, group_id

    def add(self, deed: Deed) -> None:
        """Write an act down."""
        values: dict[str, Any] = asdict(deed)  # words become a mapping too
        self._connection.execute(insert(deeds).values(**values, group_id=self._group_id))

    def deeds(self, *, limit: int = 500, skip: int = 0) -> tuple[Deed, ...]:
        """The latest first; `skip`: leaving out as many of the latest."""
        query = select(deeds).where(deeds.c.group_id == self._group_id).order_by(deeds.c.id.desc())
        rows = self._connection.execute(query.limit(limit).offset(skip)).mappings()
        return tuple(
            Deed(
                **{name: row[name] for name in ("at", "who", "role", "act", "subject")},
                words=Words(row["words"]["fr"], row["words"]["en"]),
            )
            for row in rows
        )
