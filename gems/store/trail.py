"""The history of acts: only ever added to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, func, insert, select

from gems.domain.life import Deed
from gems.domain.words import Words
from gems.store.tables.life import deeds

AT_ONCE = 500
"""Deeds read at a time while looking for a text."""


class Trail:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection, self._group_id = connection, group_id

    def add(self, deed: Deed) -> None:
        """Write an act down."""
        values: dict[str, Any] = asdict(deed)  # words become a mapping too
        self._connection.execute(insert(deeds).values(**values, group_id=self._group_id))

    def deeds(
        self,
        *,
        limit: int = 500,
        skip: int = 0,
        who: str | None = None,
        act: str | None = None,
        subject: str | None = None,
        text: str = "",
    ) -> tuple[Deed, ...]:
        """The latest first; `skip`: leaving out as many of the latest. Only those that answer to what is given."""
        wanted = text.casefold()
        found = self._read({"who": who, "act": act, "subject": subject})
        return tuple(islice((one for one in found if wanted in _told(one)), skip, skip + limit))

    def latest(self, acts: Collection[str], subjects: Collection[str]) -> Mapping[str, Deed]:
        """The last act of these kinds on each of these, by subject; on which there was none, left out."""
        wanted = (deeds.c.group_id == self._group_id, deeds.c.act.in_(acts), deeds.c.subject.in_(subjects))
        last = select(func.max(deeds.c.id)).where(*wanted).group_by(deeds.c.subject)
        rows = self._connection.execute(select(deeds).where(deeds.c.id.in_(last))).mappings()
        return {row["subject"]: _deed(row) for row in rows}

    def doers(self) -> tuple[str, ...]:
        """Every name in it, in order."""
        return self._known(deeds.c.who)

    def acts(self) -> tuple[str, ...]:
        """Every kind of act in it, in order."""
        return self._known(deeds.c.act)

    def _read(self, wanted: dict[str, str | None]) -> Iterator[Deed]:
        query = select(deeds).where(deeds.c.group_id == self._group_id).order_by(deeds.c.id.desc()).limit(AT_ONCE)
        query = query.where(*(deeds.c[name] == value for name, value in wanted.items() if value is not None))
        rows = self._connection.execute(query).mappings().all()
        while rows:
            yield from map(_deed, rows)
            rows = self._connection.execute(query.where(deeds.c.id < rows[-1]["id"])).mappings().all()

    def _known(self, column: Column[Any]) -> tuple[str, ...]:
        query = select(column).where(deeds.c.group_id == self._group_id).distinct().order_by(column)
        return tuple(self._connection.execute(query).scalars())


def _deed(row: RowMapping) -> Deed:
    names = ("at", "who", "role", "act", "subject")
    return Deed(**{name: row[name] for name in names}, words=Words(row["words"]["fr"], row["words"]["en"]))


def _told(deed: Deed) -> str:
    """What a search reads of it."""
    return f"{deed.subject} {deed.words.fr} {deed.words.en}".casefold()
