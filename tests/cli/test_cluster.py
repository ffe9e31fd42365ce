"""`--cluster`: the same plan from other processes, and what is said when there is no cluster to be had."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from gems.workbook import read_workbook
from solver.cluster import planner as cluster_planner
from solver.planner import ExactPlanner
from tests.cli.conftest import Run
from tests.cli.tiny import WEEK
from ui import wiring
from ui.cli.exits import Exit

ASKED = ("--week", WEEK, "--deterministic", "--time-limit", "2", "--json")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as cluster:
        yield cluster.scheduler_address


def test_the_plan_is_the_one_made_here(run: Run, tiny: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "planner", ExactPlanner)
    here = run("plan", tiny, *ASKED, "-o", "here.xlsx")
    monkeypatch.delattr(wiring, "planner")
    there = run("plan", tiny, *ASKED, "--cluster", address, "-o", "there.xlsx")
    assert here.exit_code == there.exit_code == Exit.FINE, there.output
    differing = {"seconds", "first_plan_seconds", "peak_memory_mb", "output"}
    facts = [
        {key: fact for key, fact in json.loads(done.stdout).items() if key not in differing} for done in (here, there)
    ]
    assert facts[0] == facts[1]
    assert read_workbook(Path("here.xlsx")).schedule == read_workbook(Path("there.xlsx")).schedule


def test_weeks_are_simulated_there(run: Run, tiny: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(wiring, "planner")
    asked = ("--weeks", "2", "--from", WEEK, "--time-limit", "1", "--json")
    done = run("simulate", tiny, *asked, "--cluster", address, "-o", "report.xlsx")
    assert done.exit_code == Exit.FINE, done.output
    assert [week["week"] for week in json.loads(done.stdout)["weeks"]] == [WEEK, "2026-W49"]


@pytest.mark.parametrize("command", ["plan", "simulate"])
def test_no_answer_from_the_address(run: Run, tiny: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_planner, "ANSWER_SECONDS", 0.5)
    done = run(command, tiny, "--cluster", "tcp://127.0.0.1:1", "-o", "out.xlsx")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "ne répond pas" in done.stderr
    assert not Path("out.xlsx").exists()


@pytest.mark.parametrize("command", ["plan", "simulate"])
def test_without_the_extra(run: Run, tiny: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = run(command, tiny, "--cluster", "tcp://127.0.0.1:1", "-o", "out.xlsx")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "pip install 'gems[cluster]'" in done.stderr
