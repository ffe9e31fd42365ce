"""Fixtures of the store: every test that asks for one runs on SQLite and on PostgreSQL, each in a database of its own.

`GEMS_TEST_POSTGRES_URL` names the PostgreSQL server (its role must be allowed to create databases); without it, the
one of this machine is tried. Where none answers, those tests are skipped; in CI, that is a failure.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from gems.domain.time import ZONE, Stamp
from gems.store.store import Store

KINDS = ("sqlite", "postgresql")
SERVER = "GEMS_TEST_POSTGRES_URL"
USUAL_SERVER = "postgresql://localhost/test?host=/var/run/postgresql"
Make = Callable[[str], AbstractContextManager[str]]
"""From a kind of database to the address of a fresh one, dropped when the block ends."""


@dataclass(slots=True)
class Clock:
    """A clock that stands still until a test moves it."""

    now: Stamp

    def __call__(self) -> Stamp:
        return self.now

    def set(self, local: str) -> None:
        """Put it at a local time: "2026-11-06T09:00"."""
        self.now = int(datetime.fromisoformat(local).replace(tzinfo=ZONE).timestamp())

    def advance(self, *, days: int = 0, minutes: int = 0, seconds: int = 0) -> None:
        """Let time pass."""
        self.now += days * 86_400 + minutes * 60 + seconds


@pytest.fixture
def clock() -> Clock:
    """Friday 6 November 2026 at nine: the samples' week (from 23 November) still takes requests for two days."""
    made = Clock(0)
    made.set("2026-11-06T09:00")
    return made


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which database, one after the other."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(database_kind: str, fresh_database: Make) -> Iterator[str]:
    """The address of a database with its tables, and nothing in them."""
    with fresh_database(database_kind) as url:
        yield url


@pytest.fixture
def empty_database_url(database_kind: str, empty_database: Make) -> Iterator[str]:
    """The address of a database without any table."""
    with empty_database(database_kind) as url:
        yield url


@pytest.fixture
def store(database_url: str, clock: Clock) -> Iterator[Store]:
    """An open store without groups, at the time of `clock`."""
    opened = Store.open(database_url, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes databases without any table."""

    @contextmanager
    def make(kind: str) -> Iterator[str]:
        if kind == "sqlite":
            yield f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/gems.sqlite"
        else:
            with on_server(None) as url:
                yield url

    return make


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory, empty_database: Make) -> Iterator[Make]:
    """Makes databases with their tables: copies of one made once a session."""
    folder = tmp_path_factory.mktemp("template")
    models: dict[str, str] = {}
    kept = ExitStack()

    @contextmanager
    def make(kind: str) -> Iterator[str]:
        if kind not in models:
            models[kind] = kept.enter_context(empty_database(kind))
            Store.open(models[kind]).close()
        if kind == "sqlite":
            copy = Path(folder, f"{secrets.token_hex(8)}.sqlite")
            shutil.copyfile(models[kind].removeprefix("sqlite:///"), copy)
            yield f"sqlite:///{copy}"
        else:
            with on_server(_name_in(models[kind])) as url:
                yield url

    with kept:
        yield make


@contextmanager
def on_server(model: str | None) -> Iterator[str]:
    """A database on the server, copied from a model when one is named."""
    psycopg = pytest.importorskip("psycopg", reason="PostgreSQL's library is not installed: gems[postgres]")
    name = f"gems_test_{secrets.token_hex(8)}"
    server = _server()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {model}" if model else ""))
    try:
        address, _, options = server.partition("?")
        yield f"{address.rpartition('/')[0]}/{name}?{options}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


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


def _name_in(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
