"""Brings a database to the tables of this version of the product, step by step, each step whole or not at all."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from gems.domain.words import Words
from gems.store.engine import NoDatabase

STEPS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 23_000_001
"""Number of the lock under which PostgreSQL lets one process migrate."""
TOO_NEW = Words(
    "Cette base de données a été écrite par une version plus récente de GEMS. Mettez GEMS à jour, puis recommencez.",
    "This database was written by a newer version of GEMS. Update GEMS, then try again.",
)


def upgrade(engine: Engine) -> None:
    """Make or update the tables; raises NoDatabase for a database of a newer version."""
    settings = _config()
    with engine.connect().execution_options(gems_writing=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        known = {step.revision for step in ScriptDirectory.from_config(settings).walk_revisions()}
        found = current_step(connection)
        if found is not None and found not in known:
            raise NoDatabase(TOO_NEW)
        if found == latest_step():
            return
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


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
