"""Exit code 3: the user reads one plain sentence and where the details are; never a traceback."""

from pathlib import Path

import pytest

from gems.workbook import read_workbook
from solver.job import PlannerDied
from tests.cli.conftest import Run
from tests.cli.tiny import WEEK, Answering
from ui.cli.exits import Exit


def kept(folder: Path) -> Path:
    """The one folder of details under this one."""
    (found,) = (folder / "gems-incidents").iterdir()
    return found


def test_an_exception_nobody_foresaw(run: Run, tiny: Path, answering: Answering) -> None:
    answering.error = ZeroDivisionError("division by zero")
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.INTERNAL
    assert "Traceback" not in done.output
    assert "Un défaut de GEMS" in done.stderr
    details = kept(tiny.parent) / "details.txt"
    assert str(details) in done.stderr
    text = details.read_text(encoding="utf-8")
    assert "ZeroDivisionError: division by zero" in text
    assert "ortools" in text
    assert not Path("plan.xlsx").exists()


def test_a_planning_process_that_died(run: Run, tiny: Path, answering: Answering) -> None:
    answering.error = PlannerDied("the planning process ended (exit code -6)")
    done = run("--lang", "en", "plan", tiny, "-o", "plan.xlsx", "--json")
    assert done.exit_code == Exit.INTERNAL
    assert done.stdout == ""
    assert "A fault of GEMS ended this command" in done.stderr


def test_a_plan_the_checker_refuses_is_kept_as_a_case(run: Run, tiny: Path, answering: Answering) -> None:
    answering.lie_cents = 1
    done = run("plan", tiny, "--week", WEEK, "-o", "plan.xlsx")
    assert done.exit_code == Exit.INTERNAL
    assert "n'a pas passé le contrôle" in done.stderr
    assert "Traceback" not in done.output
    folder = kept(tiny.parent)
    assert str(folder) in done.stderr
    assert "the bill differs" in (folder / "details.txt").read_text(encoding="utf-8")
    case = read_workbook(folder / "cas.xlsx")
    assert case.group is not None
    assert case.schedule is not None
    assert case.schedule.horizon.label == WEEK
    assert not Path("plan.xlsx").exists()


def test_the_traceback_for_those_who_ask(run: Run, tiny: Path, answering: Answering) -> None:
    answering.error = ZeroDivisionError("division by zero")
    done = run("--debug", "plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.INTERNAL
    assert "Traceback" in done.stderr


def test_details_go_elsewhere_when_this_folder_cannot_be_written(
    run: Run,
    tiny: Path,
    answering: Answering,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    (tiny.parent / "gems-incidents").write_text("in the way")
    answering.error = ZeroDivisionError("division by zero")
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.INTERNAL
    assert str(kept(elsewhere)) in done.stderr
