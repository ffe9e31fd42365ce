"""Opens the database: SQLite by default, PostgreSQL by URL, both told to be strict."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from gems.domain.words import Words

WAIT_SECONDS = 60
"""How long a writer waits for another before giving up: long enough for fifty members at once."""


class NoDatabase(Exception):
    """The database cannot be opened; `words` say what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


UNREADABLE = Words(
    "L'adresse de la base de données n'est pas comprise. Exemples : sqlite:///groupe.sqlite, "
    "postgresql://utilisateur:motdepasse@serveur/base.",
    "The address of the database is not understood. Examples: sqlite:///group.sqlite, "
    "postgresql://user:password@server/base.",
)
NO_DRIVER = Words(
    "PostgreSQL demande une bibliothèque de plus : pip install 'gems[postgres]'.",
    "PostgreSQL needs one more library: pip install 'gems[postgres]'.",
)
NO_ANSWER = Words(
    "La base de données ne répond pas. Vérifiez son adresse, qu'elle est démarrée, et vos droits.",
    "The database does not answer. Check its address, that it runs, and your rights.",
)


def open_engine(url: str) -> Engine:
    """An engine on this address; raises NoDatabase in words. The folder of a new SQLite file is made."""
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed.database or "")
        engine = create_engine(parsed, pool_pre_ping=True, pool_size=10, max_overflow=40, pool_timeout=WAIT_SECONDS)
    except ArgumentError as error:
        raise NoDatabase(UNREADABLE) from error
    except ImportError as error:
        raise NoDatabase(NO_DRIVER) from error
    try:
        engine.connect().close()
    except OperationalError as error:
        raise NoDatabase(NO_ANSWER) from error
    return engine


def _sqlite(file: str) -> Engine:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _strict)
    # The driver's own habit of beginning late would let two writers read the same thing; `writing` begins at once.
    event.listen(engine, "begin", _begin)
    try:
        engine.connect().close()
    except OperationalError as error:
        raise NoDatabase(NO_ANSWER) from error
    return engine


def _strict(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={WAIT_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("gems_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
