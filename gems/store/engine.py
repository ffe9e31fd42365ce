"""Opens the database: SQLite by default, PostgreSQL by URL, both told to be strict."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from gems.domain.words import Words

WAIT_SECONDS = 60
"""How long a writer waits for another before giving up: long enough for fifty members at once."""
ANSWER_SECONDS = 10
"""How long a server may take to accept a connection."""
POOL: dict[str, Any] = {"pool_size": 10, "max_overflow": 40, "pool_timeout": WAIT_SECONDS}
"""Connections kept, and opened besides when many people come at once; the others wait for one."""


WRITES = "gems_writes"
"""Option of a connection whose transaction changes something."""
FAULTS_OF_OURS = frozenset({"SQLITE_ERROR", "SQLITE_READONLY"})
"""What SQLite calls a statement that makes no sense, or that writes where it should only read."""


class NoDatabase(Exception):
    """The database cannot be opened or does not follow; `words` say what to do."""

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
NO_FILE = Words(
    "Il n'y a pas de base de données à cet endroit : {file}. Vérifiez son adresse, ou le dossier où vous êtes.",
    "There is no database there: {file}. Check its address, or the folder you are in.",
)
NOT_A_DATABASE = Words(
    "Ce fichier ne peut pas servir de base de données : {file}. Vérifiez son nom et vos droits sur son dossier.",
    "This file cannot be used as a database: {file}. Check its name and your rights on its folder.",
)

NOT_NOW = Words(
    "La base de données ne répond plus : rien n'a été enregistré. Réessayez dans une minute ; si cela dure, vérifiez "
    "qu'elle est démarrée et que le disque n'est pas plein.",
    "The database no longer answers: nothing was saved. Try again in a minute; if it lasts, check that it runs and "
    "that the disk is not full.",
)


def open_engine(url: str, *, must_exist: bool = False) -> Engine:
    """An engine on this address; raises NoDatabase in words.

    A SQLite file that is not there yet is made, with its folder, unless it must exist.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise NoDatabase(UNREADABLE) from error
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return _sqlite(Path(parsed.database), must_exist)
        case "postgresql" | "postgres":
            return _postgresql(parsed.set(drivername="postgresql+psycopg"))
        case _:
            raise NoDatabase(UNREADABLE)


@contextmanager
def engine_at(url: str, *, must_exist: bool = True) -> Iterator[Engine]:
    """An engine for one block, on a database that exists unless it may be made; raises NoDatabase."""
    engine = open_engine(url, must_exist=must_exist)
    try:
        yield engine
    finally:
        engine.dispose()


def _postgresql(url: URL) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": ANSWER_SECONDS}, **POOL)
    except ImportError as error:
        raise NoDatabase(NO_DRIVER) from error
    event.listen(engine, "connect", _patient)
    return _tried(engine, NO_ANSWER)


def _sqlite(file: Path, must_exist: bool) -> Engine:
    if must_exist and not file.is_file():
        raise NoDatabase(NO_FILE.fill(file=str(file)))
    refused = NOT_A_DATABASE.fill(file=str(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # People's absences and pay are in it: for the owner's eyes, like the two files SQLite keeps beside it.
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise NoDatabase(refused) from error
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False}, **POOL)
    event.listen(engine, "connect", _strict)
    # The driver's own habit of beginning late would let two writers read the same thing; a writer begins at once.
    event.listen(engine, "begin", _begin)
    return _tried(engine, refused)


def _tried(engine: Engine, refused: Words) -> Engine:
    """The engine, once it has answered."""
    try:
        engine.connect().close()
    except DBAPIError as error:
        engine.dispose()
        raise NoDatabase(refused) from error
    return engine


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database, and may change nothing."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":  # where each statement sees its own moment unless told
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction kept whole when the block ends well, and not at all otherwise.

    SQLite has one writer at a time. PostgreSQL's writers wait for one another where they touch the same rows.
    """
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def in_words() -> Iterator[None]:
    """Say NoDatabase where the database is too busy, full or gone. A fault of ours stays what it is."""
    try:
        yield
    except PoolTimeout as error:
        raise NoDatabase(NOT_NOW) from error
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorname", "") in FAULTS_OF_OURS:
            raise
        raise NoDatabase(NOT_NOW) from error


def _patient(connection: Any, record: Any) -> None:
    connection.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
    connection.commit()


def _strict(connection: Any, record: Any) -> None:
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
