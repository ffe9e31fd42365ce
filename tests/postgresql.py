"""Databases on the PostgreSQL server of the tests.

Making one costs the server a quarter of a second, giving other contents to one that is there a tenth of that: so
each is lent to one test after the other. What a test changed is told by the rows themselves (who wrote them last, how
many there are) and put back by the server's own COPY; a database whose tables were changed is thrown away.
"""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    pass

SERVER = "GEMS_TEST_POSTGRES_URL"
USUAL_SERVER = "postgresql://localhost/test?host=/var/run/postgresql"
HERE = "relnamespace = 'public'::regnamespace"
SHAPE = f"""
SELECT (SELECT array_agg(relname || ' ' || relnatts ORDER BY relname) FROM pg_class WHERE {HERE}),
    (SELECT array_agg(tgname ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal),
    (SELECT array_agg(conname ORDER BY conname) FROM pg_constraint WHERE conrelid <> 0)
"""
"""What the tables of a database are, as far as a step of the product may change it."""
OTHERS = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""Sees off whoever is still connected."""


@contextmanager
def on_server(model: str | None = None) -> Iterator[str]:
    """A new database on the server, copied from a model when one is named, dropped when the block ends; its address."""
    psycopg = pytest.importorskip("psycopg", reason="PostgreSQL's library is not installed: gems[postgres]")
    name = f"gems_test_{secrets.token_hex(8)}"
    server = _server()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {model}" if model else ""))
        # No test stops the server: what is killed is a client, and what the server told it is kept all the same.
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    try:
        address, _, options = server.partition("?")
        yield f"{address.rpartition('/')[0]}/{name}?{options}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """Of a database: the rows of each table as COPY writes them, and where each sequence stands."""

    rows: Mapping[str, bytes]
    sequences: Mapping[str, tuple[int, bool]]


class Lent:
    """A database that holds one thing after the other."""

    def __init__(self, url: str) -> None:
        import psycopg

        self.url = url
        self.connection: psycopg.Connection[Any] = psycopg.connect(url, autocommit=True)
        self._shape = self._one(SHAPE)
        names = self.connection.execute(f"SELECT relname, relkind::text FROM pg_class WHERE {HERE} ORDER BY relname")
        found = names.fetchall()
        self._tables = [name for name, kind in found if kind == "r"]
        self._sequences = [name for name, kind in found if kind == "S"]
        self._looks = " UNION ALL ".join(
            f"SELECT '{name}', count(*), coalesce(max(xmin::text::bigint), 0) FROM {name}" for name in self._tables
        )
        self.held = self.contents()
        self._since = self._next_writer()

    def contents(self) -> Contents:
        """All that it holds."""
        return Contents(
            rows={table: self._rows(table) for table in self._tables},
            sequences={name: self._one(f"SELECT last_value, is_called FROM {name}") for name in self._sequences},
        )

    def hold(self, wanted: Contents) -> bool:
        """Hold this and nothing else; False when its tables are no longer what they were."""
        self.connection.execute(OTHERS)
        if self._one(SHAPE) != self._shape:
            return False
        written = self._written()
        with self.connection.transaction():
            self.connection.execute("SET LOCAL session_replication_role = replica")  # neither triggers nor references
            for table, rows in wanted.rows.items():
                if table in written or rows != self.held.rows[table]:
                    self._write(table, rows)
            for name, (last, called) in wanted.sequences.items():
                self.connection.execute("SELECT setval(%s, %s, %s)", (name, last, called))
        self.held, self._since = wanted, self._next_writer()
        return True

    def _written(self) -> set[str]:
        """Tables that somebody wrote to since it was given what it holds."""
        rows = self.held.rows
        return {
            table
            for table, count, writer in self.connection.execute(self._looks)
            if count != rows[table].count(b"\n") or writer >= self._since
        }

    def _write(self, table: str, rows: bytes) -> None:
        self.connection.execute(f"DELETE FROM {table}")
        if rows:
            with self.connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(rows)

    def _rows(self, table: str) -> bytes:
        with self.connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
            return b"".join(bytes(part) for part in copy)

    def _next_writer(self) -> int:
        """Transactions from this number on are somebody else's."""
        number: int = self._one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")[0]
        return number

    def _one(self, question: str) -> Any:
        return self.connection.execute(question).fetchone()


class Shelf:
    """The databases of this session, all with the tables of a model; lent and taken back."""

    def __init__(self, model: str) -> None:
        self._model, self._free = model, list[tuple[Lent, ExitStack]]()

    @contextmanager
    def lend(self, wanted: Contents | None = None) -> Iterator[Lent]:
        """One that holds this; without a word, what the model holds."""
        lent, end = self._take(wanted)
        yield lent
        if may_be_lent_again():
            self._free.append((lent, end))
        else:
            end.close()

    def _take(self, wanted: Contents | None) -> tuple[Lent, ExitStack]:
        while self._free and wanted is not None:
            lent, end = self._free.pop()
            if lent.hold(wanted):
                return lent, end
            end.close()
        end = ExitStack()
        lent = Lent(end.enter_context(on_server(name_in(self._model))))
        end.callback(lent.connection.close)
        if wanted is not None:
            assert lent.hold(wanted)
        return lent, end

    def clear(self) -> None:
        """Drop them all."""
        while self._free:
            self._free.pop()[1].close()


@cache
def may_be_lent_again() -> bool:
    """Only a role that may do everything puts rows back past the triggers that keep them."""
    import psycopg

    with psycopg.connect(_server()) as connection:
        found = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    return bool(found and found[0])


def _server() -> str:
    told = _unreachable()
    if told is None:
        return os.environ.get(SERVER, USUAL_SERVER)
    reason = f"no PostgreSQL ({told}): start one, and name it in {SERVER}"
    # A database nobody tests is not supported: CI must not skip it quietly.
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@cache
def _unreachable() -> str | None:
    """Why the server cannot be used; None when it can."""
    import psycopg

    try:
        psycopg.connect(os.environ.get(SERVER, USUAL_SERVER), connect_timeout=5).close()
    except psycopg.OperationalError as error:
        return str(error).splitlines()[0]
    return None


def name_in(url: str) -> str:
    """Of the database of an address."""
    return url.partition("?")[0].rpartition("/")[2]
