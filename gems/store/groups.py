"""Opens a group in the database, empty."""

from sqlalchemy import Connection, insert

from gems.domain.group import Settings
from gems.domain.life import Deadlines
from gems.domain.time import Stamp
from gems.store.records import DEADLINES, SETTINGS
from gems.store.tables.group import groups


def insert_group(connection: Connection, settings: Settings, deadlines: Deadlines, now: Stamp) -> int:
    """A new group; its number."""
    values = {name: getattr(settings, name) for name in SETTINGS} | {n: getattr(deadlines, n) for n in DEADLINES}
    add = insert(groups).values(**values, revision=1, made_at=now).returning(groups.c.id)
    made: int = connection.execute(add).scalar_one()
    return made
