"""Records of the group that a change of a week wrote too: kept as plain values beside it, and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Table

from gems.domain.issues import Kind
from gems.domain.life import RequestState
from gems.domain.records import Record
from gems.store.shelves import SHELVES
from gems.store.tables.columns import Encoded


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record as it was and as it was written."""

    kind: Kind
    before: Record | None
    """None: it was not there."""
    after: Record
    state: RequestState | None = None
    """Of a request that was there: where it stood before."""


def to_plain(change: RecordChange) -> dict[str, Any]:
    """As JSON keeps it: rows, as they would lie in the tables."""
    return {
        "kind": change.kind.value,
        "before": None if change.before is None else _rows(change.kind, change.before),
        "after": _rows(change.kind, change.after),
        "state": None if change.state is None else change.state.value,
    }


def from_plain(found: Mapping[str, Any]) -> RecordChange:
    """Read back. Raises ValueError, TypeError or LookupError for what was never written so."""
    kind, state = Kind(found["kind"]), found["state"]
    return RecordChange(
        kind=kind,
        before=None if found["before"] is None else _record(kind, found["before"]),
        after=_record(kind, found["after"]),
        state=None if state is None else RequestState(state),
    )


def _rows(kind: Kind, record: Record) -> dict[str, Any]:
    shelf = SHELVES[kind]
    hanging = {table.name: [_plain_row(table, row) for row in make(record)] for table, make in shelf.hanging}
    return {"row": _plain_row(shelf.table, shelf.to_row(record)), "hanging": hanging}


def _record(kind: Kind, rows: Mapping[str, Any]) -> Record:
    shelf = SHELVES[kind]
    hanging = {table.name: [_row(table, one) for one in rows["hanging"][table.name]] for table, _ in shelf.hanging}
    return shelf.from_row(_row(shelf.table, rows["row"]), hanging)


def _plain_row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(table.c[name].type, value) for name, value in row.items()}


def _row(table: Table, plain: Mapping[str, Any]) -> dict[str, Any]:
    """Columns that came after it was kept are empty in it, where they may be."""
    later = {column.name: None for column in table.columns if column.nullable and column.name not in plain}
    return later | {name: _value(table.c[name].type, plain[name]) for name in plain}


def _plain(of: Any, value: Any) -> Any:
    if isinstance(of, Encoded):
        return None if value is None else of.write(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(of: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(of, Encoded):
        return of.read(str(plain))
    return date.fromisoformat(plain) if isinstance(of, Date) else plain
