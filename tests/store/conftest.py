"""One more step of the database, for tests of what happens when there is one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gems.store import migrate
from gems.store.migrate import latest_step

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
