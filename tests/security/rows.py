"""Every row of a database, whole or of one group, to see that nothing moved."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, select

from gems.store.store import Store
from gems.store.tables import METADATA
from gems.store.tables.access import accounts

Rows = Mapping[str, tuple[tuple[object, ...], ...]]
"""By table, in the order of their keys."""


def whole(store: Store) -> Rows:
    """Everything there is, deeds included."""
    with store.reading() as connection:
        return {table.name: _rows(connection, table, None) for table in METADATA.sorted_tables}


def of_group(store: Store, number: int) -> Rows:
    """Everything of one group, the accounts of its people and their keys included."""
    with store.reading() as connection:
        return {table.name: _rows(connection, table, number) for table in METADATA.sorted_tables}


def _rows(connection: Connection, table: Table, number: int | None) -> tuple[tuple[object, ...], ...]:
    query = select(table)
    if number is not None:
        if "group_id" in table.c:
            query = query.where(table.c.group_id == number)
        elif "account_id" in table.c:
            query = query.where(table.c.account_id.in_(select(accounts.c.id).where(accounts.c.group_id == number)))
        elif table.name == "groups":
            query = query.where(table.c.id == number)
        else:
            return ()
    return tuple(sorted((tuple(row) for row in connection.execute(query)), key=repr))
