"""The group's entered data in its tables: read whole, or made to be what is wanted, touching only what differs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, insert, select, update

from gems.domain.group import Group, Settings
from gems.domain.issues import Kind
from gems.domain.life import PLANNED_STATES, Deadlines, RequestState
from gems.domain.records import PLACES, Key, Record, with_records
from gems.domain.time import Stamp
from gems.store.requests import forget_lost_requests
from gems.store.revision import raise_revision, revision_of
from gems.store.shelves import SHELVES, Hanging, Row
from gems.store.tables.group import groups
from gems.store.tables.requests import requests

SETTINGS = tuple(one.name for one in fields(Settings))
DEADLINES = tuple(one.name for one in fields(Deadlines))
ROWS_AT_ONCE = 500
NAMED_BY_REQUESTS = frozenset({Kind.MEMBER, Kind.SITE, Kind.QUALIFICATION, Kind.EMPLOYEE})


class Records:
    """One group's data, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now

    @property
    def revision(self) -> int:
        """Rises with every change."""
        return revision_of(self._connection, self._group_id)

    def group(self) -> Group:
        """Everything entered; of the requests, those that are planned."""
        row = self._connection.execute(select(groups).where(groups.c.id == self._group_id)).mappings().one()
        found = Group(settings=Settings(**{name: row[name] for name in SETTINGS}))
        for kind in PLACES:
            where = requests.c.state.in_(PLANNED_STATES) if kind is Kind.REQUEST else None
            found = with_records(found, kind, tuple(record for _, record in self._stored(kind, where).values()))
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

        Requests are never deleted: one that is not among them is withdrawn, and one that is counts as sent. Only
        those that no longer mean anything, as their member, site or job is gone, go with it.
        """
        key, stored = PLACES[kind].key, self._stored(kind)
        wanted = {key(record): (place, record) for place, record in enumerate(records)}
        gone = [name for name in stored if name not in wanted]
        fresh = [found for name, found in wanted.items() if name not in stored]
        kept = {name: found for name, found in wanted.items() if name in stored}
        changed = {name: record for name, (_, record) in kept.items() if stored[name][1] != record}
        moved = {name: place for name, (place, _) in kept.items() if stored[name][0] != place}
        touched = bool(gone or fresh or changed or moved)
        if kind is Kind.REQUEST:
            touched |= self._set_state(gone, RequestState.WITHDRAWN, requests.c.state.in_(PLANNED_STATES))
            touched |= self._set_state(list(kept), RequestState.SENT, requests.c.state.not_in(PLANNED_STATES))
        else:
            self._remove(kind, gone)
        self._insert(kind, fresh)
        self._rewrite(kind, changed)
        self._update_rows(kind, {name: {"position": place} for name, place in moved.items()})
        if gone and (kind is Kind.REQUEST or kind in NAMED_BY_REQUESTS):
            forget_lost_requests(self._connection, self._group_id)
        if touched:
            raise_revision(self._connection, self._group_id)

    # --- Reading -----------------------------------------------------------------------------------------

    def _stored(self, kind: Kind, where: Any = None) -> dict[Key, tuple[int, Record]]:
        """Each record with its place, by what names it, in order."""
        shelf, place = SHELVES[kind], PLACES[kind]
        hanging = {table.name: self._hanging(table) for table, _ in shelf.hanging}
        query = self._of_group(shelf.table).order_by(shelf.table.c.position)
        found: dict[Key, tuple[int, Record]] = {}
        for row in self._connection.execute(query if where is None else query.where(where)).mappings():
            name = tuple(row[key] for key in place.keys)
            mine: Hanging = {table: rows.get(name, []) for table, rows in hanging.items()}
            found[name] = row["position"], shelf.from_row(row, mine)
        return found

    def _hanging(self, table: Table) -> dict[Key, list[Row]]:
        owner = _owner(table)
        found: dict[Key, list[Row]] = defaultdict(list)
        for row in self._connection.execute(self._of_group(table)).mappings():
            found[(row[owner],)].append(row)
        return found

    def _of_group(self, table: Table) -> Select[Any]:
        return select(table).where(table.c.group_id == self._group_id)

    # --- Writing -----------------------------------------------------------------------------------------

    def _insert(self, kind: Kind, fresh: list[tuple[int, Record]]) -> None:
        shelf = SHELVES[kind]
        more = self._stamps(kind) | ({"state": RequestState.SENT} if kind is Kind.REQUEST else {})
        self._insert_rows(shelf.table, [shelf.to_row(record) | more | {"position": place} for place, record in fresh])
        self._hang(kind, [record for _, record in fresh])

    def _remove(self, kind: Kind, gone: list[Key]) -> None:
        self._unhang(kind, gone)
        table = SHELVES[kind].table
        if gone:
            self._connection.execute(delete(table).where(self._named(kind)), [_called(kind, name) for name in gone])

    def _rewrite(self, kind: Kind, changed: Mapping[Key, Record]) -> None:
        shelf, more = SHELVES[kind], self._stamps(kind)
        self._update_rows(kind, {name: shelf.to_row(record) | more for name, record in changed.items()})
        self._unhang(kind, changed)
        self._hang(kind, list(changed.values()))

    def _stamps(self, kind: Kind) -> dict[str, Any]:
        """What is entered for a member is the coordinator's own doing: seen already."""
        return {"changed_at": self._now, "seen": True} if kind is Kind.REQUEST else {}

    def _hang(self, kind: Kind, records: list[Record]) -> None:
        for table, make in SHELVES[kind].hanging:
            self._insert_rows(table, [row for record in records for row in make(record)])

    def _unhang(self, kind: Kind, names: Iterable[Key]) -> None:
        owners = [{"owner": name[0]} for name in names]
        for table, _ in SHELVES[kind].hanging if owners else ():
            mine = and_(table.c.group_id == self._group_id, table.c[_owner(table)] == bindparam("owner"))
            self._connection.execute(delete(table).where(mine), owners)

    def _insert_rows(self, table: Table, rows: list[dict[str, Any]]) -> None:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            batch = [row | {"group_id": self._group_id} for row in rows[start : start + ROWS_AT_ONCE]]
            self._connection.execute(insert(table), batch)

    def _update_rows(self, kind: Kind, rows: Mapping[Key, dict[str, Any]]) -> None:
        if rows:
            change = update(SHELVES[kind].table).where(self._named(kind))
            self._connection.execute(change, [_called(kind, name) | values for name, values in rows.items()])

    def _named(self, kind: Kind) -> Any:
        """The row that `_called` fills in."""
        table = SHELVES[kind].table
        return and_(
            table.c.group_id == self._group_id,
            *(table.c[key] == bindparam(f"named_{key}") for key in PLACES[kind].keys),
        )

    def _set_state(self, names: list[Key], state: RequestState, where: Any) -> bool:
        """Give these requests this state where that holds; whether there were any."""
        found = False
        for start in range(0, len(names), ROWS_AT_ONCE):
            ids = [request_id for (request_id,) in names[start : start + ROWS_AT_ONCE]]
            these = and_(requests.c.group_id == self._group_id, requests.c.id.in_(ids), where)
            values = {"state": state} | self._stamps(Kind.REQUEST)
            found |= self._connection.execute(update(requests).where(these).values(**values)).rowcount > 0
        return found

    def _set_group(self, values: Mapping[str, Any]) -> None:
        self._connection.execute(update(groups).where(groups.c.id == self._group_id).values(**values))
        raise_revision(self._connection, self._group_id)


def _called(kind: Kind, name: Key) -> dict[str, Any]:
    return {f"named_{key}": value for key, value in zip(PLACES[kind].keys, name, strict=True)}


def _owner(table: Table) -> str:
    """The column that names the record a row hangs from."""
    return next(column.name for column in table.primary_key if column.name != "group_id")
