"""The evaluator of the family: each rule just inside and just outside, on an instance written by hand."""

import os
from pathlib import Path

import pytest

from benchmarks.yardsticks.curtois_qu.evaluate import evaluate
from benchmarks.yardsticks.curtois_qu.instance import Instance, read_instance
from benchmarks.yardsticks.curtois_qu.solution import read_solution, write_solution

FOLDER = os.environ.get("GEMS_YARDSTICKS")
TEXT = """# two people, two weeks
SECTION_HORIZON
14
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutive, MinConsecutive, MinDaysOff, MaxWeekends
A,E=5|L=2,3000,960,4,2,2,1
B,E=14|L=14,9000,0,14,1,1,2
SECTION_DAYS_OFF
A,10
SECTION_SHIFT_ON_REQUESTS
B,0,E,3
SECTION_SHIFT_OFF_REQUESTS
B,1,L,2
SECTION_COVER
3,E,1,100,1
"""
SOUND = {2: "E", 3: "E"}


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    path = tmp_path / "Tiny.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_instance(path)


def faults(instance: Instance, roster: dict[int, str]) -> tuple[str, ...]:
    return evaluate(instance, {"A": list(roster.items())}).faults


@pytest.mark.parametrize(
    ("inside", "outside", "said"),
    [
        (dict.fromkeys((1, 2, 3, 4), "E"), dict.fromkeys((1, 2, 3, 4, 5), "E"), "5 days in a row until day 5"),
        (SOUND, {2: "E", 4: "E", 5: "E"}, "1 days in a row until day 2"),
        ({1: "E", 2: "E", 5: "E", 6: "E"}, {1: "E", 2: "E", 4: "E", 5: "E"}, "1 days off in a row until day 3"),
        ({5: "E", 6: "E"}, {5: "E", 6: "E", 11: "E", 12: "E"}, "2 weekends, at most 1"),
        ({2: "E", 3: "L", 4: "L"}, {2: "L", 3: "E"}, "E after L on day 3"),
        ({2: "L", 3: "L"}, {2: "L", 3: "L", 4: "L"}, "3 shifts L, at most 2"),
        (SOUND, {13: "E"}, "480 minutes, 960 to 3000 allowed"),
        (
            {1: "E", 2: "E", 3: "E", 6: "E", 7: "E"},
            {1: "L", 2: "L", 5: "E", 6: "E", 7: "E", 8: "L"},
            "3240 minutes, 960 to 3000 allowed",
        ),
        ({8: "E", 9: "E"}, {9: "E", 10: "E"}, "works on day 10, a day off"),
    ],
)
def test_a_hard_rule(instance: Instance, inside: dict[int, str], outside: dict[int, str], said: str) -> None:
    assert faults(instance, inside) == ()
    assert any(text.startswith(f"A: {said}") for text in faults(instance, outside))


def test_runs_at_the_edges_may_go_on_outside(instance: Instance) -> None:
    assert faults(instance, {0: "E", 3: "E", 4: "E", 13: "E"}) == ()
    assert faults(instance, {1: "E", 2: "E", 11: "E", 12: "E"}) == ()


def test_a_file_that_cannot_be(instance: Instance) -> None:
    found = evaluate(instance, {"A": [(2, "E"), (3, "E"), (3, "E")], "B": [(14, "E"), (4, "X")], "C": []}).faults
    assert {"A: 2 shifts on day 3", "B: day 14 is outside the horizon", "B: no shift is called X"} <= set(found)
    assert "C: nobody of that name" in found


def test_what_is_paid(instance: Instance) -> None:
    nobody = evaluate(instance, {})
    assert (nobody.requests, nobody.under, nobody.over) == (3, 100, 0)
    both = evaluate(instance, {"A": [(2, "E"), (3, "E")], "B": [(0, "E"), (1, "L"), (3, "E")]})
    assert (both.requests, both.under, both.over, both.value) == (2, 0, 1, 3)
    assert evaluate(instance, {"B": [(0, "L"), (1, "E")]}).requests == 3, "the other shift is not the one asked"


def test_a_roster_file_is_read_back(tmp_path: Path) -> None:
    rosters = {"A": [(0, "E"), (3, "L")], "B": []}
    write_solution(tmp_path / "Tiny.ros", "Tiny", rosters)
    assert read_solution(tmp_path / "Tiny.ros") == rosters


def test_a_file_that_is_no_instance(tmp_path: Path) -> None:
    (tmp_path / "no.txt").write_text("SECTION_HORIZON\n7\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no section SHIFTS"):
        read_instance(tmp_path / "no.txt")


@pytest.mark.skipif(FOLDER is None, reason="GEMS_YARDSTICKS names no folder of public instances")
def test_public_instances_are_read_whole() -> None:
    paths = sorted((Path(FOLDER or "") / "curtois_qu").glob("Instance*.txt"))
    assert paths
    for path in paths:
        instance = read_instance(path)
        assert len(instance.cover) == instance.days * len(instance.shifts)
        empty = evaluate(instance, {})
        assert empty.under == sum(one.needed * one.under for one in instance.cover)
