"""Answers to proposals, changes after publication, refusals, closing dates: what goes on around a version."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select

from gems.domain.life import Answer, Change, Refusal
from gems.store.tables.life import answers, changes, refusals, week_dates

ANSWER = tuple(one.name for one in fields(Answer))
CHANGE = tuple(one.name for one in fields(Change))
REFUSAL = tuple(one.name for one in fields(Refusal))


class WeekLife:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection, self._group_id = connection, group_id

    def answers(self, monday: date, number: int) -> tuple[Answer, ...]:
        """Every answer to a version."""
        query = select(answers).where(self._of(answers, monday, number))
        rows = self._connection.execute(query.order_by(answers.c.side, answers.c.who, answers.c.piece)).mappings()
        return tuple(Answer(**{name: row[name] for name in ANSWER}) for row in rows)

    def put_answer(self, monday: date, number: int, answer: Answer) -> None:
        """Add an answer, or replace the earlier one of the same person on the same piece."""
        same = (answers.c.side == answer.side, answers.c.who == answer.who, answers.c.piece == answer.piece)
        self._connection.execute(delete(answers).where(self._of(answers, monday, number), *same))
        self._insert(answers, asdict(answer) | {"monday": monday, "number": number})

    def changes(self, monday: date | None = None) -> tuple[Change, ...]:
        """Changes after publication: of one week, or all."""
        query = (
            select(changes)
            .where(changes.c.group_id == self._group_id)
            .order_by(changes.c.at, changes.c.day, changes.c.employee_id, changes.c.piece, changes.c.kind)
        )
        query = query if monday is None else query.where(changes.c.monday == monday)
        return tuple(Change(**{n: row[n] for n in CHANGE}) for row in self._connection.execute(query).mappings())

    def add_changes(self, found: Iterable[Change]) -> None:
        """Write changes down for good."""
        for change in found:
            self._insert(changes, asdict(change))

    def refusals(self) -> tuple[Refusal, ...]:
        """Every refusal of a change, in order."""
        query = select(refusals).where(refusals.c.group_id == self._group_id)
        rows = self._connection.execute(
            query.order_by(refusals.c.at, refusals.c.employee_id, refusals.c.piece)
        ).mappings()
        return tuple(Refusal(**{name: row[name] for name in REFUSAL}) for row in rows)

    def add_refusal(self, refusal: Refusal) -> None:
        """Count a refusal; the same piece counts once."""
        same = (refusals.c.employee_id == refusal.employee_id, refusals.c.piece == refusal.piece)
        query = select(refusals.c.at).where(refusals.c.group_id == self._group_id, *same)
        if self._connection.execute(query).first() is None:
            self._insert(refusals, asdict(refusal))

    def drop_refusal(self, employee_id: str, piece: str) -> None:
        """Count a refusal no more: the person has agreed since."""
        same = (refusals.c.employee_id == employee_id, refusals.c.piece == piece)
        self._connection.execute(delete(refusals).where(refusals.c.group_id == self._group_id, *same))

    def requests_close(self, monday: date) -> date | None:
        """The closing day set for this week, None when it is the usual one."""
        query = select(week_dates.c.requests_close)
        found: date | None = self._connection.scalar(query.where(self._week(monday)))
        return found

    def set_closing_days(self) -> dict[date, date]:
        """Every closing day that is not the usual one, by the Monday of its week."""
        query = select(week_dates.c.monday, week_dates.c.requests_close)
        rows = self._connection.execute(query.where(week_dates.c.group_id == self._group_id))
        return {monday: day for monday, day in rows}

    def set_requests_close(self, monday: date, day: date | None) -> None:
        """Set the last day for requests of a week; None: the usual one again."""
        self._connection.execute(delete(week_dates).where(self._week(monday)))
        if day is not None:
            self._insert(week_dates, {"monday": monday, "requests_close": day})

    def _insert(self, table: Any, values: dict[str, Any]) -> None:
        self._connection.execute(insert(table).values(**values, group_id=self._group_id))

    def _week(self, monday: date) -> Any:
        return and_(week_dates.c.group_id == self._group_id, week_dates.c.monday == monday)

    def _of(self, table: Any, monday: date, number: int) -> Any:
        return and_(table.c.group_id == self._group_id, table.c.monday == monday, table.c.number == number)
