"""How tests call a command, and workbooks to call it with."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gems.planning.ports import Planner
from solver.planner import ExactPlanner
from tests.cli.tiny import Answering, write_tiny
from ui import wiring
from ui.cli.main import cli

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `gems` with these words in a folder of its own; exceptions of ours would end the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GEMS_LANG", raising=False)

    def call(*words: object, **environment: str) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], prog_name="gems", env=environment)

    return call


@pytest.fixture
def use_planner(monkeypatch: pytest.MonkeyPatch) -> Callable[[Planner], Planner]:
    """Plan with this one instead of the installation's."""

    def use(planner: Planner) -> Planner:
        monkeypatch.setattr(wiring, "planner", lambda: planner)
        return planner

    return use


@pytest.fixture
def answering(use_planner: Callable[[Planner], Planner]) -> Answering:
    """A planner that answers at once."""
    planner = Answering()
    use_planner(planner)
    return planner


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A workbook to plan."""
    return write_tiny(tmp_path / "tiny.xlsx")


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan really searched for, written once; copy it before changing it."""
    folder = tmp_path_factory.mktemp("planned")
    source, plan = write_tiny(folder / "tiny.xlsx"), folder / "plan.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "planner", ExactPlanner)
        words = ["plan", str(source), "--week", "2026-W48", "-o", str(plan), "--json"]
        done = CliRunner().invoke(cli, words, prog_name="gems")
    assert done.exit_code == 0, done.output
    (folder / "plan.json").write_text(done.stdout, encoding="utf-8")
    return plan


@pytest.fixture
def facts(planned: Path) -> dict[str, Any]:
    """What `gems plan --json` said of it."""
    found: dict[str, Any] = json.loads((planned.parent / "plan.json").read_text(encoding="utf-8"))
    return found
