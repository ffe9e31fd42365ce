"""What columns are made of: the metadata, column types that read back as domain values, and shared columns."""

import json
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


class Encoded(TypeDecorator[Any]):
    """A column kept as text that reads back as a value of the domain. None stays None."""

    impl = Text
    cache_ok = True  # told apart by `write` and `read`, which must keep these names

    def __init__(self, write: Callable[[Any], str], read: Callable[[str], Any]) -> None:
        super().__init__()
        self.write, self.read = write, read

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else self.write(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From the database."""
        return None if value is None else self.read(value)


def choice(kind: type[Enum]) -> Encoded:
    """One of the values of an enumeration of texts."""
    return Encoded(lambda value: str(value.value), kind)


def weekdays() -> Encoded:
    """A set of weekdays, "0246" for Monday, Wednesday, Friday, Sunday."""
    return Encoded(lambda days: "".join(map(str, sorted(days))), lambda text: frozenset(map(int, text)))


def dates() -> Encoded:
    """A set of days, in ISO form."""
    return Encoded(
        lambda days: " ".join(day.isoformat() for day in sorted(days)),
        lambda text: frozenset(map(date.fromisoformat, text.split())),
    )


def plain() -> Encoded:
    """Numbers, texts, lists and mappings, as JSON."""
    return Encoded(lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True), json.loads)


def of_group() -> Column[int]:
    """The group a row belongs to: first part of every key, so that groups of one database never meet."""
    return Column("group_id", Integer, ForeignKey("groups.id", deferrable=True, initially="DEFERRED"), primary_key=True)


def position() -> Column[int]:
    """The place of a record in the order entered."""
    return Column("position", Integer, nullable=False)


def stamp(name: str, *, nullable: bool = False) -> Column[int]:
    """Seconds since 1970 in UTC: the same number in both databases."""
    return Column(name, BigInteger, nullable=nullable)


def link(columns: str, table: str, keys: str) -> ForeignKeyConstraint:
    """A foreign key within the group, checked at the end of the transaction."""
    return ForeignKeyConstraint(
        ["group_id", *columns.split()],
        [f"{table}.group_id", *(f"{table}.{key}" for key in keys.split())],
        deferrable=True,
        initially="DEFERRED",
    )
