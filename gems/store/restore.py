"""Puts a backup back into a database, whole or not at all: an empty one, or one that it replaces."""

from collections import deque
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select, text, update
from sqlalchemy.exc import OperationalError, StatementError

from gems.domain.words import Words
from gems.store.backup_file import BackupReader, Head, kept_tables, opened_backup
from gems.store.engine import NoDatabase, in_words, writing
from gems.store.jobs import JobKind, JobRows
from gems.store.migrate import current_step, latest_step, require_known, take_steps, wait_for_turn
from gems.store.records import Records
from gems.store.requests import Requests
from gems.store.tables import METADATA
from gems.store.tables.access import accounts
from gems.store.tables.group import groups
from gems.store.trail import Trail
from gems.store.versions import Versions
from gems.store.week_life import WeekLife

ROWS_AT_ONCE = 500
NOT_EMPTY = Words(
    "Cette base de données contient déjà un groupement : rien n'a été changé. Restaurez dans une base vide, ou "
    "ajoutez --replace pour remplacer tout ce qu'elle contient.",
    "This database already holds a group: nothing was changed. Restore into an empty database, or add --replace to "
    "replace everything it holds.",
)
OUR_FUNCTIONS = "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND "


def restore(engine: Engine, path: Path, *, replace: bool = False) -> Head:
    """Make a database hold what a backup holds, brought to today's step; what the backup says of itself.

    Raises BadBackup, or NoDatabase (also when the database holds something that is not to be replaced).
    """
    with opened_backup(path) as backup:
        _require_known_step(backup)
        for table in kept_tables(backup.head.step):  # all of it can be read, before anybody waits for the database
            deque(backup.rows(table), maxlen=0)
        with in_words(), writing(engine) as connection:
            _restore(connection, backup, replace)
    return backup.head


def _restore(connection: Connection, backup: BackupReader, replace: bool) -> None:
    wait_for_turn(connection)
    revision = _emptied(connection, replace)
    take_steps(connection, backup.head.step)
    _fill(connection, backup)
    take_steps(connection, latest_step())
    _count_on(connection)
    # A server that still runs must not take what it has read before for what stands now.
    connection.execute(update(groups).values(revision=groups.c.revision + revision))
    _read_back(connection, backup)


def _require_known_step(backup: BackupReader) -> None:
    try:
        require_known(backup.head.step)
    except NoDatabase as error:
        raise backup.newer() from error
    if set(backup.head.rows) != {table.name for table in kept_tables(backup.head.step)}:
        raise backup.bad("tables")


def _emptied(connection: Connection, replace: bool) -> int:
    """Drop every table of ours; the highest revision that was there."""
    step = current_step(connection)
    require_known(step)
    if step is None:
        return 0
    take_steps(connection, latest_step())
    revision: int | None = connection.scalar(select(func.max(groups.c.revision)))
    if not replace and (revision is not None or connection.scalar(select(accounts.c.id).limit(1)) is not None):
        raise NoDatabase(NOT_EMPTY)
    METADATA.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    if connection.dialect.name == "postgresql":
        for function in connection.scalars(text(OUR_FUNCTIONS + r"proname LIKE 'gems\_%'")).all():
            connection.execute(text(f"DROP FUNCTION {function}"))
    return revision or 0


def _fill(connection: Connection, backup: BackupReader) -> None:
    try:
        for table in kept_tables(backup.head.step):
            _insert(connection, table, backup.rows(table))
        _check_references(connection, backup)
    except OperationalError:
        raise
    except (StatementError, UnicodeError) as error:
        raise backup.bad(type(error).__name__) from error


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    left = iter(rows)
    while batch := list(islice(left, ROWS_AT_ONCE)):
        connection.execute(insert(table), batch)


def _check_references(connection: Connection, backup: BackupReader) -> None:
    """Now rather than as the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
    elif lost := connection.execute(text("PRAGMA foreign_key_check")).first():
        raise backup.bad(lost[0])


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new rows after those put back; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        if (last := table.autoincrement_column) is not None and connection.scalar(select(func.max(last))) is not None:
            sequence = func.pg_get_serial_sequence(table.name, last.name)
            connection.execute(select(func.setval(sequence, select(func.max(last)).scalar_subquery())))


def _read_back(connection: Connection, backup: BackupReader) -> None:
    """A backup is believed once the product can read all of it."""
    try:
        for number in connection.scalars(select(groups.c.id)).all():
            _read_group(connection, number)
    except (ValueError, TypeError, LookupError) as error:
        raise backup.bad(type(error).__name__) from error


def _read_group(connection: Connection, number: int) -> None:
    records, versions, life = (
        Records(connection, number, 0),
        Versions(connection, number, 0),
        WeekLife(connection, number),
    )
    records.group()
    records.deadlines()
    Requests(connection, number, 0).rows()
    for head in versions.heads():
        versions.find(head.monday, head.number)
        versions.edits(head.monday, head.number)
        life.answers(head.monday, head.number)
    life.changes()
    life.refusals()
    Trail(connection, number).deeds()
    for kind in JobKind:
        JobRows(connection, number, 0).recent(kind)
