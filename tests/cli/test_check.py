"""`gems check`: a plan changed by hand, judged in words, with the law."""

import json
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.words import Words
from gems.rules.law import law_of, title_of
from gems.rules.statement import Count
from tests.cli.conftest import Run
from tests.cli.tiny import write_tiny
from ui.cli.check_words import SHOWN, _tell_counts
from ui.cli.exits import Exit

LEGAL = ["ANA mon 7:00-14:00 E", "BEN tue 7:00-14:00 E"]


def rows_of(sheet: Worksheet) -> tuple[dict[str, int], list[int]]:
    """Columns by heading, and the lines that hold a row."""
    columns = {str(cell.value): cell.column for cell in sheet[1] if cell.value}
    lines = [line for line in range(2, sheet.max_row + 1) if sheet.cell(line, columns["Salarié"]).value]
    return columns, lines


def test_someone_s_start_moved_by_hand(run: Run, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "plan.xlsx", baseline=["BEN mon 16:00-21:00 E", "BEN tue 9:00-10:30 E"])
    assert run("check", path).exit_code == Exit.FINE
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Planning"]
    columns, lines = rows_of(sheet)
    sheet.cell(lines[1], columns["Début"]).value = time(6, 0)
    workbook.save(path)
    done = run("check", path)
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Repos quotidien" in done.stdout
    figure = law_of("bad_2941").figure("daily_rest_min", date(2026, 11, 24))
    assert figure is not None
    assert f"{title_of(figure.text)}, {figure.article} : 11 h" in done.stdout
    assert "mar. 24 nov." in done.stdout
    assert "Ben Faure : 9 h de repos avant mar. 24 nov., il en faut 11 h." in done.stdout
    facts = json.loads(run("check", path, "--json").stdout)
    assert facts["status"] == "not_legal"
    found = next(row for row in facts["violations"] if row["rule"] == "daily_rest_min")
    assert (found["employee"], found["days"], found["amount"], found["unit"]) == ("BEN", ["2026-11-24"], 120, "minutes")
    law = found["law"][0]
    assert (law["figure"], law["value"], law["in_words"]) == ("daily_rest_min", figure.value, "11 h")
    assert (law["article"], law["source"]) == (figure.article, figure.source)


def test_json_of_a_legal_one(run: Run, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "plan.xlsx", baseline=LEGAL)
    done = run("check", path, "--json")
    assert done.exit_code == Exit.FINE, done.output
    facts = json.loads(done.stdout)
    assert set(facts) == {"status", "week", "weeks", "assignments", "violations", "counts", "cost_cents", "bill"}
    assert (facts["status"], facts["assignments"], facts["violations"]) == ("legal", 2, [])
    assert facts["cost_cents"] == sum(facts["bill"].values())
    assert all(row["words"] and row["title"] for row in facts["counts"])


def test_a_row_without_a_mission_serves_the_request_it_fits(run: Run, tmp_path: Path) -> None:
    by_hand = write_tiny(tmp_path / "by-hand.xlsx", baseline=LEGAL)
    named = write_tiny(
        tmp_path / "named.xlsx",
        baseline=[f"{row} mission=R1/2026-11-{day}/1" for row, day in zip(LEGAL, (23, 24), strict=True)],
    )
    empty = write_tiny(tmp_path / "elsewhere.xlsx", baseline=["ANA mon 7:00-11:00 G"])
    bills = [json.loads(run("check", path, "--json").stdout)["bill"] for path in (by_hand, named, empty)]
    assert bills[0] == bills[1]
    assert bills[0]["unserved"] < bills[2]["unserved"]


def test_a_row_copied_to_somebody_without_the_job(run: Run, planned: Path, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(planned)
    sheet = workbook["Planning"]
    columns, lines = rows_of(sheet)
    line = next(at for at in lines if sheet.cell(at, columns["Métier"]).value == "caregiver")
    sheet.cell(line, columns["Salarié"]).value = "CLE"
    workbook.save(tmp_path / "edited.xlsx")
    done = run("--lang", "en", "check", "edited.xlsx")
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Cléo Petit" in done.stdout
    assert "L1253-9" in done.stdout


def test_warnings_are_all_told_and_the_rest_in_part(capsys: pytest.CaptureFixture[str]) -> None:
    def count(number: int, *, warning: bool) -> Count:
        return Count(
            rule="annual_reference", amount=number, words=Words(f"n° {number}", f"no {number}"), warning=warning
        )

    _tell_counts((*(count(number, warning=False) for number in range(9)), *(count(n, warning=True) for n in range(9))))
    told = capsys.readouterr().out
    assert told.count("  ! n° ") == 9
    assert told.count("  - n° ") == SHOWN
    assert f"… et {9 - SHOWN} autres" in told
