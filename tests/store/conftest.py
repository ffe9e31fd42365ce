"""One more step of the database, and a full backup, for tests of what becomes of them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from gems.store import migrate
from gems.store.backup import back_up
from gems.store.engine import open_engine
from gems.store.migrate import latest_step
from gems.store.store import Store
from tests.databases import Make
from tests.store.everything import fill, told

NOW = 1_794_906_000
AddStep = Callable[[str], str]
NEXT_NAME = "9999"
NEXT = '''"""A step that tests take after the last one."""

import sqlalchemy as sa
from alembic import op

revision = "{step}"
down_revision = "{last}"


def upgrade() -> None:
    """Take the step."""
    op.create_table("dogs", sa.Column("name", sa.Text(), primary_key=True))
    op.add_column("members", sa.Column("dog", sa.Text(), nullable=False, server_default="Médor"))
    op.execute("UPDATE members SET name = 'all the same'")
    op.execute("{then}")
'''


@pytest.fixture
def add_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AddStep:
    """Let the product know one more step, which ends with this statement; its name."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(then: str) -> str:
        step = NEXT.format(step=NEXT_NAME, last=latest_step(), then=then)
        Path(folder, "versions", f"step_{NEXT_NAME}.py").write_text(step, encoding="utf-8")
        monkeypatch.setattr(migrate, "STEPS", folder)
        return NEXT_NAME

    return add


@pytest.fixture(scope="module")
def full(fresh_database: Make, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Any]]:
    """A backup of a full SQLite database, and what the product read in it."""
    path = tmp_path_factory.mktemp("full") / "gems.backup"
    with fresh_database("sqlite") as url:
        store = Store.open(url, lambda: NOW)
        fill(store)
        back_up(store.engine, path, NOW)
        yield path, told(store)
        store.close()


@pytest.fixture
def target(empty_database_url: str) -> Iterator[Engine]:
    """An empty database."""
    engine = open_engine(empty_database_url)
    yield engine
    engine.dispose()
