"""The evaluator of the competition: each rule just inside and just outside, and the validator's own report."""

import os
import re
from csv import DictReader
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.yardsticks.inrc2.evaluate import HARD, SOFT, Evaluation, evaluate, report
from benchmarks.yardsticks.inrc2.instance import Instance, Past, read_instance
from benchmarks.yardsticks.inrc2.solution import Piece, read_solution, write_solution

FOLDER = os.environ.get("GEMS_YARDSTICKS")
TOTAL, ROW, OFF, WISH, WEEKENDS, WHOLE, BEST = SOFT
SCENARIO = """SCENARIO = n001w2

WEEKS = 2

SKILLS = 2
Head
Nurse

SHIFT_TYPES = 2
Early (1,3)
Late (2,3)

FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
Early 0
Late 1 Early

CONTRACTS = 1
Full (2,6) (2,4) (2,3) 1 1

NURSES = 1
Ana Full 1 Nurse
"""
HISTORY = "HISTORY\n0 n001w2\n\nNURSE_HISTORY\nAna 0 0 None 0 0 3\n"
WEEK = """WEEK_DATA
n001w2

REQUIREMENTS
Early Nurse (0,0) (0,1) (0,0) (0,0) (0,0) (0,0) (0,0)
Late Nurse (0,0) (0,0) (1,1) (0,0) (0,0) (0,0) (0,0)

SHIFT_OFF_REQUESTS = 2
Ana Any Thu
Ana Late Fri
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "n001w2"
    home.mkdir()
    files = {"Sc-n001w2": SCENARIO, "H0-n001w2-0": HISTORY, "WD-n001w2-0": WEEK, "WD-n001w2-1": "WEEK_DATA\nn001w2\n"}
    files["WD-n001w2-1"] += "\nREQUIREMENTS\n\nSHIFT_OFF_REQUESTS = 0\n"
    for name, text in files.items():
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def instance(folder: Path) -> Instance:
    return read_instance(folder, "n001w2_0_0-1")


def judged(instance: Instance, roster: dict[int, str], **past: object) -> Evaluation:
    """Ana's roster; what the history says may be changed."""
    nurse = instance.nurses[0]
    known = replace(nurse, past=replace(nurse.past, **past))  # type: ignore[arg-type]
    pieces: list[Piece] = [("Ana", day, shift, "Nurse") for day, shift in roster.items()]
    return evaluate(replace(instance, nurses=(known,)), pieces)


def early(*days: int) -> dict[int, str]:
    return dict.fromkeys(days, "Early")


def late(*days: int) -> dict[int, str]:
    return dict.fromkeys(days, "Late")


FRESH: dict[str, object] = {}
AT_WORK = {"shift": "Late", "same_shift": 1, "days_worked": 1, "days_off": 0}


@pytest.mark.parametrize(
    ("line", "past", "roster", "cost"),
    [
        (TOTAL, FRESH, early(1, 2), 0),
        (TOTAL, FRESH, early(1), 20),
        (TOTAL, {"assignments": 4}, early(1, 2), 0),
        (TOTAL, {"assignments": 4}, early(1, 2, 3), 20),
        (ROW, FRESH, {**early(1, 2), **late(3, 4)}, 0),
        (ROW, FRESH, {**early(1, 2, 3), **late(4, 5)}, 30),  # five days in a row
        (ROW, FRESH, early(1), 30),  # one day only
        (ROW, FRESH, early(13), 0),  # may go on after the horizon
        (ROW, FRESH, early(1, 2, 3, 4), 15),  # four times the same shift
        (ROW, FRESH, {**early(1), **late(2)}, 15),  # one Late only
        (ROW, AT_WORK, late(0), 0),  # the history makes it two
        (ROW, AT_WORK, {}, 45),  # the history's run ends too short, as days and as shifts
        (ROW, {**AT_WORK, "days_worked": 6, "same_shift": 6}, late(0), 45),  # days of the past are not charged again
        (OFF, FRESH, early(1, 2, 5, 6, 9, 10), 30),  # four days off in the past and on Monday: one counts here
        (OFF, {"days_off": 1}, early(1, 2, 5, 6, 9, 10), 0),
        (OFF, {"days_off": 1}, early(0, 1, 4, 5, 7, 8, 11), 60),  # one in the past, one between
        (WISH, FRESH, early(2, 4), 0),
        (WISH, FRESH, early(3, 4), 10),
        (WISH, FRESH, late(3, 4), 20),
        (WEEKENDS, FRESH, early(5, 6), 0),
        (WEEKENDS, FRESH, early(5, 6, 12, 13), 30),
        (WEEKENDS, {"weekends": 1}, early(5, 6), 30),
        (WHOLE, FRESH, early(5, 6), 0),
        (WHOLE, FRESH, early(6, 7), 30),
        (BEST, FRESH, {**early(1), **late(2)}, 0),
        (BEST, FRESH, late(1, 2), 30),
        (BEST, FRESH, {}, 60),
    ],
)
def test_a_soft_rule(instance: Instance, line: str, past: dict[str, object], roster: dict[int, str], cost: int) -> None:
    assert judged(instance, roster, **past).costs[line] == cost


MINIMUM, SKILL, SUCCESSION, SINGLE = HARD


@pytest.mark.parametrize(
    ("line", "pieces", "past", "broken"),
    [
        (MINIMUM, [("Ana", 2, "Late", "Nurse")], FRESH, 0),
        (MINIMUM, [("Ana", 2, "Early", "Nurse")], FRESH, 1),
        (SKILL, [("Ana", 2, "Late", "Head")], FRESH, 1),
        (SUCCESSION, [("Ana", 2, "Early", "Nurse"), ("Ana", 3, "Late", "Nurse")], FRESH, 0),
        (SUCCESSION, [("Ana", 2, "Late", "Nurse"), ("Ana", 3, "Early", "Nurse")], FRESH, 1),
        (SUCCESSION, [("Ana", 0, "Early", "Nurse")], AT_WORK, 1),
        (SINGLE, [("Ana", 2, "Late", "Nurse"), ("Ana", 2, "Early", "Nurse")], FRESH, 1),
    ],
)
def test_a_hard_rule(instance: Instance, line: str, pieces: list[Piece], past: dict[str, object], broken: int) -> None:
    nurse = instance.nurses[0]
    known = replace(nurse, past=replace(nurse.past, **past))  # type: ignore[arg-type]
    found = evaluate(replace(instance, nurses=(known,)), pieces)
    assert found.violations[line] == broken
    assert found.feasible == (not any(found.violations.values()))


def test_solution_files_are_read_back_and_figures_after_them_passed_over(tmp_path: Path, instance: Instance) -> None:
    pieces: list[Piece] = [("Ana", 2, "Late", "Nurse"), ("Ana", 12, "Early", "Nurse")]
    paths = write_solution(tmp_path, instance.name, pieces)
    assert [path.name for path in paths] == ["Sol-n001w2-0-0.txt", "Sol-n001w2-1-1.txt"]
    with paths[0].open("a", encoding="utf-8") as file:
        file.write("\nViol: 0\nCost: 575\n")
    assert read_solution(tmp_path, instance.name) == pieces


def test_the_history_is_read(instance: Instance) -> None:
    assert instance.nurses[0].past == Past(
        assignments=0, weekends=0, shift=None, same_shift=0, days_worked=0, days_off=3
    )
    assert instance.days == 14


def test_a_name_that_is_none(folder: Path) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_instance(folder, "n001w2")


@pytest.mark.skipif(FOLDER is None, reason="GEMS_YARDSTICKS names no folder of public instances")
def test_the_validators_report_is_reproduced_line_by_line() -> None:
    home = Path(FOLDER or "") / "inrc2"
    solution = home / "n005w4" / "Solution_H_0-WD_1-2-3-3"
    said = re.findall(r"^[A-Z][^:|\n]+: \d+$", (solution / "validator.txt").read_text(encoding="utf-8"), re.MULTILINE)
    name = "n005w4_0_1-2-3-3"
    found = evaluate(read_instance(home, name), read_solution(solution, name))
    assert len(said) == len(HARD) + len(SOFT) + 1
    assert report(found).splitlines() == said


@pytest.mark.skipif(FOLDER is None, reason="GEMS_YARDSTICKS names no folder of public instances")
def test_each_solution_given_with_the_data_has_its_published_value() -> None:
    home = Path(FOLDER or "") / "inrc2"
    with (home / "best_known.csv").open(encoding="utf-8") as file:
        given = [row for row in DictReader(file) if row["instance"].startswith(("n005", "n012"))]
    assert len(given) == 6
    for row in given:
        data_set, history, weeks = row["instance"].split("_")
        folder = home / data_set / f"Solution_H_{history}-WD_{weeks}"
        found = evaluate(read_instance(home, row["instance"]), read_solution(folder, row["instance"]))
        assert (found.feasible, found.value) == (True, int(row["best_known"])), row["instance"]
