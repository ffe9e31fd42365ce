"""The group's entered data in its tables: read whole, or made to be what is wanted, touching only what differs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, insert, select, update

from gems.domain.group import Group, Settings
from gems.domain.issues import Kind
from gems.domain.life import PLANNED_STATES, Deadlines, RequestState
from gems.domain.records import PLACES, Key, Record, with_records
from gems.domain.time import Stamp
from gems.store.shelves import SHELVES, Hanging, Row, Shelf
from gems.store.tables.group import groups
from gems.store.tables.requests import requests

SETTINGS = tuple(one.name for one in fields(Settings))
DEADLINES = tuple(one.name for one in fields(Deadlines))
ROWS_AT_ONCE = 500


class Records:
    """One group's data, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now

    @property
    def revision(self) -> int:
        """Rises with every change."""
        found = self._connection.scalar(select(groups.c.revision).where(groups.c.id == self._group_id))
        return int(found or 0)

    def group(self) -> Group:
        """Everything entered; of the requests, those that are planned."""
        row = self._connection.execute(select(groups).where(groups.c.id == self._group_id)).mappings().one()
        found = Group(settings=Settings(**{name: row[name] for name in SETTINGS}))
        for kind in PLACES:
            where = requests.c.state.in_(PLANNED_STATES) if kind is Kind.REQUEST else None
            found = with_records(found, kind, tuple(self._stored(kind, where).values()))
        return found

    def deadlines(self) -> Deadlines:
        """How many days before a week things are due."""
        row = self._connection.execute(select(groups).where(groups.c.id == self._group_id)).mappings().one()
        return Deadlines(**{name: row[name] for name in DEADLINES})

    def put_settings(self, settings: Settings) -> None:
        """Replace the settings."""
        self._set_group({name: getattr(settings, name) for name in SETTINGS})

    def put_deadlines(self, deadlines: Deadlines) -> None:
        """Replace the deadlines."""
        self._set_group({name: getattr(deadlines, name) for name in DEADLINES})

    def put(self, kind: Kind, records: tuple[Record, ...]) -> None:
        """Make the stored records of a kind exactly these, in this order.

        Requests are never deleted: one that is not among them is withdrawn, and one that is counts as sent.
        """
        shelf, key = SHELVES[kind], PLACES[kind].key
        stored, places = self._stored(kind), self._places(kind)
        wanted = {key(record): (place, record) for place, record in enumerate(records)}
        gone = [name for name in stored if name not in wanted]
        if kind is Kind.REQUEST:
            self._withdraw(gone)
        else:
            self._remove(kind, shelf, gone)
        fresh = [(place, record) for name, (place, record) in wanted.items() if name not in stored]
        self._insert(shelf, fresh, {"state": RequestState.SENT} if kind is Kind.REQUEST else {})
        for name, (place, record) in wanted.items():
            if name in stored and stored[name] != record:
                self._rewrite(kind, shelf, name, record)
            if name in stored and places[name] != place:
                self._update(shelf.table, kind, name, {"position": place})
        if kind is Kind.REQUEST:
            self._send_again([name for name in wanted if name in stored])
        self._touch()

    # --- Reading -----------------------------------------------------------------------------------------

    def _stored(self, kind: Kind, where: Any = None) -> dict[Key, Record]:
        shelf, keys = SHELVES[kind], PLACES[kind].keys
        hanging = {name: self._hanging(kind, table) for name, (table, _) in shelf.hanging.items()}
        query: Select[Any] = self._of_group(shelf.table).order_by(shelf.table.c.position)
        found: dict[Key, Record] = {}
        for row in self._connection.execute(query if where is None else query.where(where)).mappings():
            name = tuple(row[key] for key in keys)
            mine: Hanging = {table: rows.get(name, []) for table, rows in hanging.items()}
            record = shelf.from_row(row, mine)
            found[PLACES[kind].key(record)] = record
        return found

    def _hanging(self, kind: Kind, table: Table) -> dict[Key, list[Row]]:
        owner = _owner(table)
        found: dict[Key, list[Row]] = defaultdict(list)
        for row in self._connection.execute(self._of_group(table)).mappings():
            found[(row[owner],)].append(row)
        return found

    def _places(self, kind: Kind) -> dict[Key, int]:
        table, keys = SHELVES[kind].table, PLACES[kind].keys
        rows = self._connection.execute(self._of_group(table)).mappings()
        return {tuple(row[key] for key in keys): row["position"] for row in rows}

    def _of_group(self, table: Table) -> Select[Any]:
        return select(table).where(table.c.group_id == self._group_id)

    # --- Writing -----------------------------------------------------------------------------------------

    def _insert(self, shelf: Shelf, fresh: list[tuple[int, Record]], more: Mapping[str, Any]) -> None:
        stamps = {"changed_at": self._now, "seen": False} if "seen" in shelf.table.c else {}
        rows = [{**shelf.to_row(record), **stamps, **more, "position": place} for place, record in fresh]
        self._insert_rows(shelf.table, rows)
        for table, make in shelf.hanging.values():
            self._insert_rows(table, [row for _, record in fresh for row in make(record)])

    def _insert_rows(self, table: Table, rows: list[dict[str, Any]]) -> None:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            batch = [row | {"group_id": self._group_id} for row in rows[start : start + ROWS_AT_ONCE]]
            self._connection.execute(insert(table), batch)

    def _remove(self, kind: Kind, shelf: Shelf, gone: list[Key]) -> None:
        for name in gone:
            for table, _ in shelf.hanging.values():
                self._unhang(table, name)
            self._connection.execute(delete(shelf.table).where(self._is(shelf.table, kind, name)))

    def _rewrite(self, kind: Kind, shelf: Shelf, name: Key, record: Record) -> None:
        stamps = {"changed_at": self._now, "seen": False} if "seen" in shelf.table.c else {}
        self._update(shelf.table, kind, name, shelf.to_row(record) | stamps)
        for table, make in shelf.hanging.values():
            self._unhang(table, name)
            self._insert_rows(table, make(record))

    def _unhang(self, table: Table, name: Key) -> None:
        of_group = table.c.group_id == self._group_id
        self._connection.execute(delete(table).where(of_group, table.c[_owner(table)] == name[0]))

    def _update(self, table: Table, kind: Kind, name: Key, values: Mapping[str, Any]) -> None:
        self._connection.execute(update(table).where(self._is(table, kind, name)).values(**values))

    def _is(self, table: Table, kind: Kind, name: Key) -> Any:
        named = (table.c[key] == value for key, value in zip(PLACES[kind].keys, name, strict=True))
        return and_(table.c.group_id == self._group_id, *named)

    def _withdraw(self, gone: list[Key]) -> None:
        self._set_state(gone, RequestState.WITHDRAWN, requests.c.state.in_(PLANNED_STATES))

    def _send_again(self, kept: list[Key]) -> None:
        self._set_state(kept, RequestState.SENT, requests.c.state.not_in(PLANNED_STATES))

    def _set_state(self, names: list[Key], state: RequestState, where: Any) -> None:
        for start in range(0, len(names), ROWS_AT_ONCE):
            ids = [request_id for (request_id,) in names[start : start + ROWS_AT_ONCE]]
            these = and_(requests.c.group_id == self._group_id, requests.c.id.in_(ids), where)
            values = {"state": state, "changed_at": self._now, "seen": False}
            self._connection.execute(update(requests).where(these).values(**values))

    def _set_group(self, values: Mapping[str, Any]) -> None:
        self._connection.execute(update(groups).where(groups.c.id == self._group_id).values(**values))
        self._touch()

    def _touch(self) -> None:
        this = groups.c.id == self._group_id
        self._connection.execute(update(groups).where(this).values(revision=groups.c.revision + 1))


def _owner(table: Table) -> str:
    """The column that names the record a row hangs from."""
    return next(column.name for column in table.primary_key if column.name != "group_id")
