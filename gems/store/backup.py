"""Makes a backup of a whole database in one file, of one moment, while others go on working."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, Engine, Table, select

from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.store.backup_file import HEAD, BadBackup, Head, kept_tables, member_of, opened_backup, to_line
from gems.store.engine import NoDatabase, in_words, snapshot
from gems.store.migrate import current_step, require_known

ROWS_AT_ONCE = 1000
NOTHING_THERE = Words(
    "Cette base de données est vide : il n'y a rien à sauvegarder. Vérifiez son adresse.",
    "This database is empty: there is nothing to back up. Check its address.",
)


def back_up(engine: Engine, path: Path, now: Stamp) -> Head:
    """Write the backup, whole or not at all, for its owner's eyes only; what is in it.

    Raises NoDatabase, or OSError where the file cannot be written.
    """
    with in_words(), snapshot(engine) as connection, _written_whole(path) as file:
        step = current_step(connection)
        if step is None:
            raise NoDatabase(NOTHING_THERE)
        require_known(step)
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            rows = {table.name: _keep(connection, table, archive) for table in kept_tables(step)}
            head = Head(step=step, made_at=now, rows=rows)
            archive.writestr(HEAD, head.to_json())
    return head


def is_backup(path: Path) -> bool:
    """Whether a file is a backup of GEMS."""
    try:
        with opened_backup(path):
            return True
    except BadBackup:
        return False


def _keep(connection: Connection, table: Table, archive: ZipFile) -> int:
    """Write the rows of a table; how many there are."""
    rows = connection.execute(select(table).order_by(*table.primary_key).execution_options(yield_per=ROWS_AT_ONCE))
    count = 0
    with archive.open(member_of(table.name), "w", force_zip64=True) as file:
        file.write(to_line([column.name for column in table.columns]))
        for row in rows:
            file.write(to_line(list(row)))
            count += 1
    return count


@contextmanager
def _written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name once it is all on the disk; until then the one of before stays."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:  # only its owner reads it
        part = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
            part.unlink()
            raise
    part.replace(path)
