"""The revision of a group: a number that rises with every change of the data entered."""

from sqlalchemy import Connection, select, update

from gems.store.tables.group import groups


def revision_of(connection: Connection, group_id: int) -> int:
    """The number as it stands."""
    found: int = connection.execute(select(groups.c.revision).where(groups.c.id == group_id)).scalar_one()
    return found


def raise_revision(connection: Connection, group_id: int) -> None:
    """Something was changed."""
    this = groups.c.id == group_id
    connection.execute(update(groups).where(this).values(revision=groups.c.revision + 1))
