"""Members' requests with their state, one by one."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, insert, or_, select, update

from gems.domain.issues import Kind
from gems.domain.life import PLANNED_STATES, RequestRow, RequestState
from gems.domain.time import Stamp
from gems.store.revision import raise_revision
from gems.store.shelves import SHELVES
from gems.store.tables.group import employees, members, qualifications, sites
from gems.store.tables.requests import request_people, requests


class Requests:
    """One group's requests, drafts and withdrawn ones too, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int, now: Stamp) -> None:
        self._connection, self._group_id, self._now = connection, group_id, now

    def rows(self, member_id: str | None = None) -> tuple[RequestRow, ...]:
        """All, or those of one member, in the order entered."""
        return self._read(requests.c.member_id == member_id if member_id is not None else None)

    def row(self, request_id: str) -> RequestRow | None:
        """One of them; None when there is no such request."""
        return next(iter(self._read(requests.c.id == request_id)), None)

    def save(self, row: RequestRow) -> None:
        """Add it, or replace the one of the same id."""
        shelf = SHELVES[Kind.REQUEST]
        values = shelf.to_row(row.request) | {"state": row.state, "changed_at": row.changed_at, "seen": row.seen}
        this = and_(requests.c.group_id == self._group_id, requests.c.id == row.request.id)
        if self._connection.execute(update(requests).where(this).values(**values)).rowcount == 0:
            last = select(func.max(requests.c.position)).where(requests.c.group_id == self._group_id)
            place = (self._connection.scalar(last) or 0) + 1
            self._connection.execute(insert(requests).values(**values, group_id=self._group_id, position=place))
        ours = request_people.c.group_id == self._group_id
        self._connection.execute(delete(request_people).where(ours, request_people.c.request_id == row.request.id))
        for table, make in shelf.hanging:
            for one in make(row.request):
                self._connection.execute(insert(table).values(**one, group_id=self._group_id))
        raise_revision(self._connection, self._group_id)

    def mark_seen(self, request_ids: tuple[str, ...]) -> None:
        """The coordinator has looked at them."""
        these = and_(requests.c.group_id == self._group_id, requests.c.id.in_(request_ids))
        self._connection.execute(update(requests).where(these).values(seen=True))

    def _read(self, where: Any) -> tuple[RequestRow, ...]:
        query = select(requests).where(requests.c.group_id == self._group_id)
        query = query.order_by(requests.c.position, requests.c.id)
        rows = self._connection.execute(query if where is None else query.where(where)).mappings().all()
        people = select(request_people).where(
            request_people.c.group_id == self._group_id, request_people.c.request_id.in_([row["id"] for row in rows])
        )
        named: dict[str, list[Any]] = {}
        for one in self._connection.execute(people).mappings():
            named.setdefault(one["request_id"], []).append(one)
        read = SHELVES[Kind.REQUEST].from_row
        return tuple(
            RequestRow(
                request=read(row, {"request_people": named.get(row["id"], [])}),
                state=RequestState(row["state"]),
                changed_at=row["changed_at"],
                seen=row["seen"],
            )
            for row in rows
        )


def forget_lost_requests(connection: Connection, group_id: int) -> None:
    """Drop drafts and withdrawn requests whose member, site or job is gone, and the people gone whom they name."""

    def gone(table: Table, named: ColumnElement[bool]) -> ColumnElement[bool]:
        return ~exists().where(table.c.group_id == group_id, named)

    idle = and_(requests.c.group_id == group_id, requests.c.state.not_in(PLANNED_STATES))
    lost = or_(
        gone(members, members.c.id == requests.c.member_id),
        gone(sites, sites.c.id == requests.c.site_id),
        gone(qualifications, qualifications.c.code == requests.c.qualification),
    )
    nobody = gone(employees, employees.c.id == request_people.c.employee_id)
    idle_ids = select(requests.c.id).where(idle)
    named, ours = request_people.c.request_id.in_, request_people.c.group_id == group_id
    connection.execute(
        delete(request_people).where(ours, or_(and_(named(idle_ids), nobody), named(idle_ids.where(lost))))
    )
    connection.execute(delete(requests).where(idle, lost))
