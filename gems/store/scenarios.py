"""Sets of proposed posts on their shelf: kept, read, compared, thrown away; never changed but for their name."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from gems.domain.scenario import Scenario, ScenarioHead
from gems.store.tables.scenarios import scenarios

_OF_HEAD = [column for column in scenarios.c if column.name not in ("group_id", "contents")]


class Scenarios:
    """One group's, inside one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection, self._group_id = connection, group_id

    def add(self, scenario: Scenario) -> None:
        """Keep one whose id is new."""
        values: dict[str, Any] = asdict(scenario.head)
        self._connection.execute(
            insert(scenarios).values(**values, contents=dict(scenario.contents), group_id=self._group_id)
        )

    def heads(self) -> tuple[ScenarioHead, ...]:
        """All of them, the latest first."""
        query = select(*_OF_HEAD).where(scenarios.c.group_id == self._group_id)
        rows = self._connection.execute(query.order_by(scenarios.c.made_at.desc(), scenarios.c.id)).mappings()
        return tuple(ScenarioHead(**row) for row in rows)

    def find(self, id: str) -> Scenario | None:
        """One by its id."""
        row = self._connection.execute(select(*_OF_HEAD, scenarios.c.contents).where(self._this(id))).mappings().first()
        if row is None:
            return None
        head = ScenarioHead(**{column.name: row[column.name] for column in _OF_HEAD})
        return Scenario(head=head, contents=row["contents"])

    def rename(self, id: str, name: str) -> None:
        """Call it so."""
        self._connection.execute(update(scenarios).where(self._this(id)).values(name=name))

    def drop(self, id: str) -> None:
        """Throw it away."""
        self._connection.execute(delete(scenarios).where(self._this(id)))

    def _this(self, id: str) -> ColumnElement[bool]:
        return and_(scenarios.c.group_id == self._group_id, scenarios.c.id == id)
