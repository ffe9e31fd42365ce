"""Fixtures of the store: every test that asks for one runs on SQLite and on PostgreSQL, each in a database of its own.

What many tests begin with (a group brought in, a week published) is filled in once a session, by a function of a
`Store` alone, and copied for each of them: see `copied_database` and `filled_store`.

`GEMS_TEST_POSTGRES_URL` names the PostgreSQL server (its role must be allowed to create databases, and goes faster
when it is allowed everything); without it, the one of this machine is tried. Where none answers, those tests are
skipped; in CI, that is a failure.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from gems.domain.time import ZONE, Stamp
from gems.store.engine import open_engine
from gems.store.store import Store
from tests.postgresql import Contents, Shelf, may_be_lent_again, name_in, on_server

KINDS = ("sqlite", "postgresql")
Make = Callable[[str], AbstractContextManager[str]]
"""From a kind of database to the address of a fresh one, dropped when the block ends."""
Fill = Callable[[Store], Any]
"""Fills a database, the same way each time; what it returns (numbers, heads) tells where things are in each copy."""
Copy = Callable[[str, Fill], AbstractContextManager[tuple[str, Any]]]
"""From a kind of database and what fills it to the address of a copy, and what the filling returned."""
FillStore = Callable[[Fill], tuple[Store, Any]]
"""From what fills a database to a store open on a copy, and what the filling returned."""

START = "2026-11-06T09:00"
"""Friday 6 November 2026 at nine: the samples' week (from 23 November) still takes requests for two days."""


@dataclass(slots=True)
class Clock:
    """A clock that stands still until a test moves it."""

    now: Stamp

    @classmethod
    def at(cls, local: str) -> "Clock":
        """One that stands at a local time."""
        made = cls(0)
        made.set(local)
        return made

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
    """The time of a test: `START` until it moves it."""
    return Clock.at(START)


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
    opened = open_copy(database_url, clock)
    yield opened
    opened.close()


@pytest.fixture
def filled_store(database_kind: str, copied_database: Copy, clock: Clock) -> Iterator[FillStore]:
    """Opens a store filled beforehand at `START`, and now at the time of `clock`."""
    with ExitStack() as kept:

        def open_filled(fill: Fill) -> tuple[Store, Any]:
            url, told = kept.enter_context(copied_database(database_kind, fill))
            opened = open_copy(url, clock)
            kept.callback(opened.close)
            return opened, told

        yield open_filled


def open_copy(url: str, clock: Clock) -> Store:
    """A store on a copy of a database of this session: it has its tables, nobody needs to look."""
    return Store(open_engine(url), clock)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes databases without any table."""

    @contextmanager
    def make(kind: str) -> Iterator[str]:
        if kind == "sqlite":
            yield f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/gems.sqlite"
        else:
            with on_server() as url:
                yield url

    return make


@pytest.fixture(scope="session")
def fresh_database(copied_database: Copy) -> Make:
    """Makes databases with their tables, and nothing in them."""

    @contextmanager
    def make(kind: str) -> Iterator[str]:
        with copied_database(kind, nothing) as (url, _):
            yield url

    return make


def nothing(store: Store) -> None:
    """Fills a database with its tables only, as opening it does."""


@pytest.fixture(scope="session")
def copied_database(tmp_path_factory: pytest.TempPathFactory, empty_database: Make) -> Iterator[Copy]:
    """Makes copies of databases that are filled once a session, when the first copy is asked for."""
    with ExitStack() as kept:
        makers: dict[str, Copy] = {
            "sqlite": _copies_of_files(tmp_path_factory.mktemp("copies")),
            "postgresql": _lent_again(empty_database, kept),
        }
        yield lambda kind, fill: makers[kind](kind, fill)


def _copies_of_files(folder: Path) -> Copy:
    models: dict[Fill, tuple[Path, Any]] = {}

    def new_file() -> Path:
        return folder / f"{secrets.token_hex(8)}.sqlite"

    @contextmanager
    def copy(kind: str, fill: Fill) -> Iterator[tuple[str, Any]]:
        if fill not in models:
            made = new_file()
            if fill is not nothing:
                with copy(kind, nothing) as (url, _):
                    shutil.copyfile(url.removeprefix("sqlite:///"), made)
            models[fill] = made, _filled(f"sqlite:///{made}", fill)
        model, told = models[fill]
        file = shutil.copyfile(model, new_file())
        yield f"sqlite:///{file}", told
        file.unlink(missing_ok=True)

    return copy


def _lent_again(empty_database: Make, kept: ExitStack) -> Copy:
    """See `tests.postgresql`; a role that may not put rows back fills each database anew."""
    shelves: list[Shelf] = []
    models: dict[Fill, tuple[Contents, Any]] = {}

    @contextmanager
    def copy(kind: str, fill: Fill) -> Iterator[tuple[str, Any]]:
        if not shelves:
            url = kept.enter_context(empty_database(kind))
            _filled(url, nothing)
            shelves.append(Shelf(name_in(url)))
            kept.callback(shelves[0].clear)
        (shelf,) = shelves
        if not may_be_lent_again():
            with shelf.lend() as lent:
                yield lent.url, _filled(lent.url, fill)
            return
        if nothing not in models:
            with shelf.lend() as lent:
                models[nothing] = lent.held, None
        if fill not in models:
            with shelf.lend(models[nothing][0]) as lent:
                told = _filled(lent.url, fill)
                models[fill] = lent.contents(), told
        contents, told = models[fill]
        with shelf.lend(contents) as lent:
            yield lent.url, told

    return copy


def _filled(url: str, fill: Fill) -> Any:
    """Fill a database; what the filling told."""
    store = Store.open(url, Clock.at(START))
    try:
        return fill(store)
    finally:
        store.close()
