"""`gems federation`: many workbooks, several at once; each ends on its own."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from distributed import LocalCluster

from gems.domain.problem import Problem
from gems.planning.ports import Planner, PlanOptions, PlanResult, ShouldStop, ignore_progress, never_stop
from gems.workbook import read_workbook
from solver.planner import ExactPlanner
from tests.cli.conftest import Run
from tests.cli.tiny import WEEK, Answering, write_tiny
from ui.cli.exits import Exit

Use = Callable[[Planner], Planner]


@dataclass
class Gathering(Answering):
    """Answers once `expected` plannings are under way together, never before."""

    expected: int = 1
    together: threading.Barrier = field(init=False)

    def __post_init__(self) -> None:
        self.together = threading.Barrier(self.expected, timeout=60)

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: object = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        self.together.wait()
        return super().plan(problem, options, ignore_progress, should_stop)


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "groups"
    folder.mkdir()
    return [write_tiny(folder / f"{name}.xlsx") for name in ("a", "b", "c")]


def test_each_plan_is_written_under_the_name_of_its_workbook(
    run: Run, sources: list[Path], answering: Answering
) -> None:
    done = run("federation", *sources, "--week", WEEK, "-o", "plans/new")
    assert done.exit_code == Exit.FINE, done.output
    assert sorted(path.name for path in Path("plans/new").iterdir()) == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert all(read_workbook(path).schedule is not None for path in Path("plans/new").iterdir())
    table = done.stdout.strip().split("\n")
    assert [row.split()[0] for row in table[2:] if not row.startswith(" ")] == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert "3 sur 3" in done.stderr


@pytest.mark.parametrize("at_once", [1, 3])
def test_so_many_are_planned_at_once(run: Run, sources: list[Path], use_planner: Use, at_once: int) -> None:
    planner = Gathering(expected=at_once)
    use_planner(planner)
    done = run("federation", *sources, "--at-once", at_once, "-o", "plans", "--json")
    assert done.exit_code == Exit.FINE, done.output
    assert len(planner.asked) == 3
    assert [Path(group["source"]).name for group in json.loads(done.stdout)["groups"]] == ["a.xlsx", "b.xlsx", "c.xlsx"]


def test_a_faulty_workbook_does_not_stop_the_others(run: Run, sources: list[Path], answering: Answering) -> None:
    sources[1].write_bytes(b"no workbook")
    done = run("federation", *sources, "-o", "plans", "--json")
    assert done.exit_code == Exit.WRONG_INPUT
    assert [group["status"] for group in json.loads(done.stdout)["groups"]] == ["good", "invalid_input", "good"]
    assert sorted(path.name for path in Path("plans").iterdir()) == ["a.xlsx", "c.xlsx"]


def test_a_plan_the_checker_refuses_is_the_only_one_not_written(
    run: Run, sources: list[Path], answering: Answering
) -> None:
    answering.lie_cents = 1
    done = run("federation", *sources, "-o", "plans")
    assert done.exit_code == Exit.INTERNAL
    assert list(Path("plans").iterdir()) == []


def test_no_plan_possible(run: Run, sources: list[Path], answering: Answering) -> None:
    answering.no_plan = True
    done = run("federation", *sources, "-o", "plans")
    assert done.exit_code == Exit.NOT_LEGAL
    assert done.stdout.count("Rien ne tient.") == 3


def test_plans_never_take_the_place_of_workbooks(run: Run, sources: list[Path], answering: Answering) -> None:
    before = sources[0].read_bytes()
    done = run("federation", *sources, "-o", sources[0].parent)
    assert done.exit_code == Exit.WRONG_INPUT
    assert sources[0].read_bytes() == before
    twin = write_tiny(Path("a.xlsx"))
    assert run("federation", sources[0], twin, "-o", "plans").exit_code == Exit.WRONG_INPUT
    assert answering.asked == []


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_makes_the_same_plans(run: Run, sources: list[Path], address: str, use_planner: Use) -> None:
    asked = (*sources, "--week", WEEK, "--deterministic", "--time-limit", "2", "--json")
    there = run("federation", *asked, "--cluster", address, "-o", "there")
    use_planner(ExactPlanner())
    here = run("federation", *asked, "-o", "here")
    assert here.exit_code == there.exit_code == Exit.FINE, there.output
    for source in sources:
        found = [read_workbook(Path(folder) / source.name).schedule for folder in ("here", "there")]
        assert found[0] == found[1]
        assert found[0] is not None
        assert found[0].assignments
