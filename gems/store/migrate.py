"""Brings a database to the tables of this version of the product, step by step, each step whole or not at all."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event, text

from gems.domain.words import Words
from gems.store.engine import NoDatabase, in_words, snapshot, writing

STEPS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 23_000_001
"""Number of the lock under which PostgreSQL lets one process migrate."""
TOO_NEW = Words(
    "Cette base de données a été écrite par une version plus récente de GEMS. Mettez GEMS à jour, puis recommencez.",
    "This database was written by a newer version of GEMS. Update GEMS, then try again.",
)


@dataclass(frozen=True, slots=True)
class Steps:
    """From which step to which a database went."""

    before: str | None
    """None: it was empty."""
    after: str


def upgrade(engine: Engine) -> Steps:
    """Make or update the tables; raises NoDatabase for a database of a newer version."""
    with in_words(), snapshot(engine) as connection:
        found, last = current_step(connection), latest_step()
    if found == last:  # the usual case: nobody waits for a writer
        return Steps(last, last)
    with in_words(), writing(engine) as connection:
        wait_for_turn(connection)
        found = current_step(connection)
        require_known(found)
        take_steps(connection, last)
    return Steps(found, last)


def wait_for_turn(connection: Connection) -> None:
    """Let one process at a time change the tables, until its transaction ends. (SQLite has one writer anyway.)"""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})


def require_known(step: str | None) -> None:
    """Raises NoDatabase for a step that this version of the product has never heard of."""
    known = {one.revision for one in ScriptDirectory.from_config(_config()).walk_revisions()}
    if step is not None and step not in known:
        raise NoDatabase(TOO_NEW)


def take_steps(connection: Connection, last: str) -> None:
    """Take every step up to this one, inside the transaction under way."""
    settings = _config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, last)


@cache
def tables_at(step: str) -> MetaData:
    """The tables that a database of this step has, found by taking the steps in memory. Columns have plain types."""
    engine = create_engine("sqlite://")
    found = MetaData()
    event.listen(found, "column_reflect", _plain_type)
    with engine.connect() as connection:
        take_steps(connection, step)
        found.reflect(connection)
    engine.dispose()
    return found


def _plain_type(inspector: Any, table: Table, column: Any) -> None:
    column["type"] = column["type"].as_generic()


def current_step(connection: Connection) -> str | None:
    """The last step a database has taken; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def latest_step() -> str:
    """The last step there is."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def _config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(STEPS))
    settings.set_main_option("path_separator", "os")
    return settings
