"""The backup file: a zip of one list of rows per table, the same for SQLite and PostgreSQL, bounded when read.

`gems.json` says of which step of the database it is and how many rows each table has; `members.jsonl` and the others
hold the names of the columns, then a row a line.
"""

import json
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Integer, Table, Text

from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.migrate import tables_at

FORMAT = 1
HEAD = "gems.json"
MOST_BYTES = 4 * 1024**3
"""Unpacked. A group of 350 people fills some tens of megabytes a year."""
MOST_BYTES_A_LINE = 16 * 1024**2
DAMAGED = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError)
"""What reading a member of a zip may raise: cut short, altered, encrypted, packed in some other way, missing."""
FADING = frozenset({"alembic_version", "sessions", "attempts", "first_start"})
"""Tables that are not kept: after a restore everybody signs in again."""

NO_BACKUP = Words(
    "« {file} » n'est pas une sauvegarde de GEMS, ou elle est abîmée ({what}). Rien n'a été changé.",
    "“{file}” is no backup of GEMS, or it is damaged ({what}). Nothing was changed.",
)
NEWER = Words(
    "« {file} » a été écrite par une version plus récente de GEMS. Mettez GEMS à jour, puis recommencez.",
    "“{file}” was written by a newer version of GEMS. Update GEMS, then try again.",
)


class BadBackup(Exception):
    """A file that cannot be restored; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a backup says of itself."""

    step: str
    """Of the database it was made from."""
    made_at: Stamp
    rows: Mapping[str, int]
    """How many, by table."""

    def to_json(self) -> str:
        """As it stands in the file."""
        kept = {"format": FORMAT, "step": self.step, "made_at": self.made_at, "rows": dict(self.rows)}
        return json.dumps(kept, indent=1) + "\n"


@contextmanager
def opened_backup(path: Path) -> Iterator["BackupReader"]:
    """Open a backup; raises BadBackup when it is none."""
    try:
        archive = ZipFile(path)
    except (BadZipFile, OSError) as error:
        raise BadBackup(NO_BACKUP.fill(file=str(path), what=type(error).__name__)) from error
    with archive:
        yield BackupReader(path, archive)


class BackupReader:
    """An open backup whose head has been read; raises BadBackup whenever something in it cannot be believed."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self._path, self._archive = path, archive
        if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
            raise self.bad("too large")
        self.head = self._head()
        if sorted(archive.namelist()) != sorted([HEAD, *map(member_of, self.head.rows)]):
            raise self.bad("tables")

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of a table, as the database wants them."""
        columns = [column.name for column in table.columns]
        found = 0
        for line in self._lines(member_of(table.name)):
            values = self._parsed(line, table.name)
            if found == 0 and values != columns:
                raise self.bad(table.name)
            if found > 0:
                yield self._row(table, values)
            found += 1
        if found != self.head.rows[table.name] + 1:
            raise self.bad(table.name)

    def bad(self, what: str) -> BadBackup:
        """What to raise when something of this name cannot be believed."""
        return BadBackup(NO_BACKUP.fill(file=str(self._path), what=what))

    def newer(self) -> BadBackup:
        """What to raise when a later version of the product made it."""
        return BadBackup(NEWER.fill(file=str(self._path)))

    def _head(self) -> Head:
        with self._member(HEAD) as file:
            said = self._parsed(file.read(MOST_BYTES_A_LINE), HEAD)
        try:
            if said["format"] > FORMAT:
                raise self.newer()
            return Head(step=str(said["step"]), made_at=int(said["made_at"]), rows=dict(said["rows"]))
        except (KeyError, TypeError, ValueError) as error:
            raise self.bad(HEAD) from error

    def _lines(self, name: str) -> Iterator[bytes]:
        with self._member(name) as file:
            while line := file.readline(MOST_BYTES_A_LINE):
                if not line.endswith(b"\n"):
                    raise self.bad(name)
                yield line

    @contextmanager
    def _member(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._archive.open(name) as file:
                yield file
        except DAMAGED as error:
            raise self.bad(name) from error

    def _parsed(self, text: bytes, where: str) -> Any:
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise self.bad(where) from error

    def _row(self, table: Table, values: Any) -> dict[str, Any]:
        try:
            return {column.name: from_plain(value, column) for column, value in zip(table.columns, values, strict=True)}
        except (TypeError, ValueError) as error:
            raise self.bad(table.name) from error


def kept_tables(step: str) -> list[Table]:
    """What a backup of this step holds, in an order in which rows may be put back.

    Work comes before the version it belongs to: once that is there and is no draft, the database takes no more of it.
    """
    found = [table for table in tables_at(step).sorted_tables if table.name not in FADING]
    return sorted(found, key=lambda table: table.name != "assignments")


def member_of(table: str) -> str:
    """The file of a table within the backup."""
    return f"{table}.jsonl"


def to_line(values: list[Any]) -> bytes:
    """A row as it stands in the file."""
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return json.dumps(plain, ensure_ascii=False).encode() + b"\n"


def from_plain(value: Any, column: Column[Any]) -> Any:
    """A value of the file as the column wants it. Raises ValueError for what it cannot hold."""
    if value is None and column.nullable:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    match column.type:
        case Boolean() if isinstance(value, bool):
            return value
        case Text() if isinstance(value, str):
            return value.replace("\0", "")  # PostgreSQL knows no such character, and nobody misses it
        case Date() if isinstance(value, str):
            return date.fromisoformat(value)
        case Float() if number and abs(value) <= sys.float_info.max:
            return float(value)
        case Integer() as kind if isinstance(value, int) and number and value.bit_length() < _bits(kind):
            return value
    raise ValueError(f"{column.name}: {value!r}")


def _bits(kind: Integer) -> int:
    return 64 if isinstance(kind, BigInteger) else 32
