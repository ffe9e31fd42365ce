"""Keeps a database of the last step as it is today, so that later steps are tested on it: once a step, for ever.

    python -m tests.store.make_old

Writes, in `tests/store/old/`, a SQLite file, what PostgreSQL says of the same content (with `pg_dump`), and what the
product reads from it. A file that is there already is never written again.
"""

import gzip
import json
import sqlite3
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from gems.store.migrate import latest_step
from gems.store.store import Store
from tests.databases import Clock
from tests.postgresql import on_server
from tests.store.everything import fill, told

OLD = Path(__file__).parent / "old"
SUFFIXES = (".sqlite.gz", ".sql.gz", ".json.gz")


def old_file(step: str, suffix: str) -> Path:
    """Where a step keeps its database (.sqlite.gz, .sql.gz) and what was read from it (.json.gz)."""
    return OLD / f"step_{step}{suffix}"


def make() -> None:
    """Write the files of the last step."""
    step = latest_step()
    sqlite, dump, content = (old_file(step, suffix) for suffix in SUFFIXES)
    if content.exists():
        raise SystemExit(f"{content} is there already: what was released does not change")
    with TemporaryDirectory() as folder, on_server() as url:
        file = Path(folder, "old.sqlite")
        said = [_filled(address) for address in (f"sqlite:///{file}", url)]
        assert said[0] == said[1]
        with sqlite3.connect(file) as connection:
            connection.execute("VACUUM")
        _keep(sqlite, file.read_bytes())
        asked = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", url]
        lines = subprocess.run(asked, check=True, capture_output=True).stdout.splitlines(keepends=True)
        _keep(dump, b"".join(line for line in lines if not line.startswith((b"\\", b"--"))))  # what only psql reads
        _keep(content, json.dumps(said[0], ensure_ascii=False, indent=1).encode())


def _filled(url: str) -> object:
    store = Store.open(url, Clock(1_794_906_000))
    fill(store)
    said = told(store)
    store.close()
    return said


def _keep(file: Path, content: bytes) -> None:
    OLD.mkdir(exist_ok=True)
    file.write_bytes(gzip.compress(content, mtime=0))


if __name__ == "__main__":
    make()
