"""Steps of the database: every old one still opens, and each is taken whole or not at all."""

import gzip
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from gems.store import migrate
from gems.store.engine import NoDatabase, open_engine, snapshot, writing
from gems.store.migrate import Steps, latest_step, tables_at, upgrade
from gems.store.store import Store
from gems.store.tables import METADATA
from tests.store.conftest import AddStep
from tests.store.everything import fill, holds, told
from tests.store.make_old import SUFFIXES, old_file

EVERY_STEP = [step.revision for step in ScriptDirectory(str(migrate.STEPS)).walk_revisions()]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database of the last step, seen from below."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture(params=EVERY_STEP)
def old_url(request: pytest.FixtureRequest, database_kind: str, empty_database_url: str) -> str:
    """The address of a database as it was kept at each step."""
    step = request.param
    sqlite, dump, _ = (gzip.decompress(old_file(step, suffix).read_bytes()) for suffix in SUFFIXES)
    if database_kind == "sqlite":
        Path(empty_database_url.removeprefix("sqlite:///")).write_bytes(sqlite)
    else:
        import psycopg

        with psycopg.connect(empty_database_url, autocommit=True) as connection:
            connection.execute(dump)
    return empty_database_url


def drift(engine: Engine) -> list[object]:
    """What differs from the tables that the code declares."""
    with snapshot(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, METADATA))


def guards(engine: Engine) -> set[str]:
    """What the database refuses by itself."""
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if engine.dialect.name == "postgresql":
        names = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with snapshot(engine) as connection:
        return set(connection.scalars(text(names)))


# --- Where the steps lead ------------------------------------------------------------------------------------


def test_the_steps_lead_to_the_tables_declared(engine: Engine) -> None:
    """When this fails: a table was changed without a step (docs/adding-a-migration.md)."""
    assert drift(engine) == []
    assert set(tables_at(latest_step()).tables) == set(METADATA.tables) | {"alembic_version"}


@pytest.mark.parametrize("step", EVERY_STEP)
def test_every_step_has_its_old_database(step: str) -> None:
    missing = [str(old_file(step, suffix)) for suffix in SUFFIXES if not old_file(step, suffix).is_file()]
    assert not missing, "keep them, once: python -m tests.store.make_old (docs/adding-a-migration.md)"


def test_old_databases_open_with_all_they_held(old_url: str, database_url: str, request: pytest.FixtureRequest) -> None:
    step = request.node.callspec.params["old_url"]
    wanted = json.loads(gzip.decompress(old_file(step, ".json.gz").read_bytes()))
    store = Store.open(old_url)
    assert holds(wanted, told(store))
    assert drift(store.engine) == []
    fresh = open_engine(database_url)
    assert guards(store.engine) == guards(fresh) != set()
    for opened in (store.engine, fresh):
        opened.dispose()


def test_an_old_database_says_where_it_went(old_url: str, request: pytest.FixtureRequest) -> None:
    step = request.node.callspec.params["old_url"]
    engine = open_engine(old_url)
    assert upgrade(engine) == Steps(step, latest_step())
    assert upgrade(engine) == Steps(latest_step(), latest_step())
    engine.dispose()


def test_an_empty_database_takes_every_step(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    assert upgrade(engine) == Steps(None, latest_step())
    engine.dispose()


def test_several_servers_may_start_at_once(empty_database_url: str) -> None:
    def start(_: int) -> Steps:
        engine = open_engine(empty_database_url)
        steps = upgrade(engine)
        engine.dispose()
        return steps

    with ThreadPoolExecutor(8) as pool:
        assert {steps.after for steps in pool.map(start, range(8))} == {latest_step()}


# --- Whole or not at all -------------------------------------------------------------------------------------


def members(engine: Engine) -> list[tuple[object, ...]]:
    with snapshot(engine) as connection:
        return [tuple(row) for row in connection.execute(text("SELECT * FROM members"))]


def test_a_step_is_taken_once(engine: Engine, add_step: AddStep) -> None:
    fill(Store(engine))
    before, last = members(engine), latest_step()
    after = add_step("SELECT 1")
    assert upgrade(engine) == Steps(last, after)
    assert [row[-1] for row in members(engine)] == ["Médor"] * len(before)
    assert upgrade(engine) == Steps(after, after)


def test_a_step_that_fails_leaves_everything_as_it_was(engine: Engine, add_step: AddStep) -> None:
    fill(Store(engine))
    before, last, guarded = members(engine), latest_step(), guards(engine)
    add_step("SELECT nonsense")
    with pytest.raises((DBAPIError, NoDatabase)):
        upgrade(engine)
    with snapshot(engine) as connection:
        assert migrate.current_step(connection) == last
        assert "dogs" not in inspect(connection).get_table_names()
    assert drift(engine) == []
    assert guards(engine) == guarded
    assert members(engine) == before


def test_a_database_of_a_newer_product_is_left_alone(database_url: str, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NoDatabase) as refused:
        Store.open(database_url)
    assert refused.value.words == migrate.TOO_NEW
    with snapshot(engine) as connection:
        assert migrate.current_step(connection) == "9999"
