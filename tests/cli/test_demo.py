"""`gems sample` and `gems demo`."""

from pathlib import Path

import pytest

from gems.workbook import read_workbook
from sample_data import DEFAULT_WEEK, SAMPLE_NAMES, generate
from tests.cli.conftest import Run
from tests.cli.tiny import Answering
from ui.cli.commands import demo
from ui.cli.exits import Exit
from ui.cli.serving import Serving


def test_sample_writes_the_group_and_its_week(run: Run) -> None:
    done = run("sample", "small", "--seed", "2", "-o", "s.xlsx")
    assert done.exit_code == Exit.FINE
    assert "8 personnes, 6 adhérents, semaine 2026-W48" in done.stdout
    reading = read_workbook(Path("s.xlsx"))
    assert reading.faults == ()
    assert reading.group == generate("small", 2)
    assert reading.schedule is not None
    assert (reading.schedule.horizon.label, reading.schedule.assignments) == (DEFAULT_WEEK, ())


def test_the_help_names_every_sample(run: Run) -> None:
    for command in ("sample", "demo"):
        shown = run(command, "--help").stdout
        assert all(name in shown for name in SAMPLE_NAMES)


def test_a_sample_is_planned_in_its_own_week(run: Run, answering: Answering) -> None:
    run("sample", "small", "-o", "s.xlsx")
    assert run("plan", "s.xlsx", "-o", "p.xlsx").exit_code == Exit.FINE
    assert answering.asked[0][0].horizon.label == DEFAULT_WEEK


def test_demo_writes_shows_and_does_not_serve(run: Run, answering: Answering) -> None:
    done = run("demo", "--group", "small", "--no-serve", "-o", "ici/là")
    assert done.exit_code == Exit.FINE
    assert answering.asked[0][1].time_limit_seconds == demo.SECONDS
    assert "Facture du planning" in done.stdout
    assert {path.name for path in Path("ici/là").iterdir()} == {"small.xlsx", "small-planning.xlsx"}
    assert read_workbook(Path("ici/là/small-planning.xlsx")).faults == ()


def test_demo_serves_the_page_on_its_plan(run: Run, answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Serving] = []
    monkeypatch.setattr("ui.cli.serving.serve", lambda how: (asked.append(how), Exit.FINE)[1])
    assert run("demo", "--group", "small").exit_code == Exit.FINE
    (how,) = asked
    assert Path(how.environment["GEMS_DEMO_PLAN"]) == Path("demo/small-planning.xlsx").resolve()
    assert how.address == "127.0.0.1"


def test_demo_without_a_plan_serves_nothing(run: Run, answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli.serving.serve", lambda how: pytest.fail("served"))
    answering.no_plan = True
    assert run("demo", "--group", "small").exit_code == Exit.NOT_LEGAL


def test_demo_in_a_folder_that_cannot_be_made(run: Run, answering: Answering) -> None:
    Path("demo").write_text("a file")
    done = run("demo", "--group", "small")
    assert done.exit_code == Exit.WRONG_INPUT
    Path("là").write_text("a file")
    done = run("demo", "--group", "small", "-o", "là/bas")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "ne peut pas être créé" in done.stderr
