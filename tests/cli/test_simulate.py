"""`gems simulate`: weeks in a row, a report, and what it says."""

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.cli.tiny import Answering


def test_a_report_is_written_and_told(run: Run, tiny: Path, answering: Answering) -> None:
    done = run("simulate", tiny, "--weeks", 2, "--from", "2026-W48", "-o", "r.xlsx")
    assert done.exit_code == 0, done.output
    assert "Semaine 2026-W48" in done.output or "2 semaines à partir de 2026-W48" in done.output
    assert "2026-W49 : 0,0" in done.output
    assert "Aucune règle enfreinte" in done.output
    assert "Ana Roux" in done.output
    workbook = load_workbook("r.xlsx")
    assert workbook.sheetnames == ["Synthèse", "Semaines", "Salariés", "Soldes", "Adhérents"]
    assert workbook["Semaines"].max_row == 3
    assert [problem.horizon.label for problem, _ in answering.asked] == ["2026-W48", "2026-W49"]
    assert answering.asked[0][1].time_limit_seconds == 6


def test_as_one_json_object(run: Run, tiny: Path, answering: Answering) -> None:
    done = run("simulate", tiny, "--weeks", 2, "--from", "2026-W48", "--json", "-o", "r.xlsx")
    facts = json.loads(done.stdout)
    assert [week["week"] for week in facts["weeks"]] == ["2026-W48", "2026-W49"]
    assert facts["broken"] == []
    assert {person["id"] for person in facts["people"]} == {"ANA", "BEN", "CLE", "DAN"}
    asked = sum(minutes for minutes, _ in facts["weeks"][0]["members"].values())
    assert asked == facts["weeks"][0]["asked_minutes"] > 0


def test_in_english(run: Run, tiny: Path, answering: Answering) -> None:
    done = run("--lang", "en", "simulate", tiny, "--weeks", 1, "--from", "2026-W48", "-o", "r.xlsx")
    assert "No rule broken" in done.output
    assert "Report written: r.xlsx" in done.output
    assert load_workbook("r.xlsx").sheetnames[0] == "Summary"


def test_a_week_without_a_plan(run: Run, tiny: Path, answering: Answering) -> None:
    answering.no_plan = True
    done = run("simulate", tiny, "--from", "2026-W48", "-o", "r.xlsx")
    assert done.exit_code == 1
    assert "rien n'a été écrit" in done.output
    assert not Path("r.xlsx").exists()


def test_without_a_first_week_the_history_says_it(run: Run, answering: Answering) -> None:
    run("sample", "small", "--year", 2027, "-o", "s.xlsx")
    done = run("simulate", "s.xlsx", "--weeks", 1, "-o", "r.xlsx")
    assert done.exit_code == 0, done.output
    assert answering.asked[0][0].horizon.label == "2027-W01"
