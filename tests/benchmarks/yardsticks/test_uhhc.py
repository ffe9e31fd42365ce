"""The evaluator of one-day home care: each term and each hard rule, just inside and just outside.

Its figures were compared once with three published solutions (bazirha/D1: 769, bazirha-caie/J1: 322, validation/i-116:
17117); solutions are not among the public files read here, so that cannot be repeated from them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.yardsticks.uhhc.evaluate import (
    BALANCE,
    EXTRA,
    IDLE,
    LATE,
    LATEST,
    LUNCHES,
    OPTIONAL,
    PREFERENCES,
    TERMS,
    TRAVEL,
    WAITING,
    Evaluation,
    evaluate,
    main,
)
from benchmarks.yardsticks.uhhc.instance import LUNCH, Instance, read_instance
from benchmarks.yardsticks.uhhc.solution import Routes, Stop, read_solution, write_solution

PATIENTS = [
    {"id": "P", "point": 1, "services": ["wash"], "windows": [(60, 120)]},
    {"id": "Q", "point": 2, "services": ["wash", "drug"], "windows": [(100, 200), (300, 400)]},
    {"id": "R", "point": 3, "services": ["wash"], "windows": [(0, 300)], "optional": True, "preferred": ["B"]},
]
GOOD: Routes = {
    "A": [Stop(start=60, end=90, patient="P", service="wash"), Stop(start=110, end=140, patient="Q", service="wash")],
    "B": [Stop(start=110, end=120, patient="Q", service="drug"), Stop(start=150, end=180, patient="R", service="wash")],
}


def instance(folder: Path, **changes: Any) -> Instance:
    told: dict[str, Any] = {
        "metadata": {
            "cost_components": dict.fromkeys(TERMS, 1),
            "time_window_met": changes.pop("met", "at_service_start"),
        },
        "distances": [[0, 10, 20, 30], [11, 0, 15, 15], [21, 16, 0, 15], [31, 16, 16, 0]],
        "terminal_points": [{"id": "d", "distance_matrix_index": 0}],
        "services": [{"id": "wash", "default_duration": 30}, {"id": "drug", "default_duration": 10}],
        "lunch_breaks": {"start": 150, "end": 250, "min_duration": 20},
        "caregivers": [
            {
                "id": name,
                "abilities": ["wash", "drug"],
                "departing_point": "d",
                "arrival_point": "d",
                "working_shift": {"start": 0, "end": 300},
                "lunch_break": False,
            }
            for name in ("A", "B")
        ],
        "patients": [
            {
                "id": row["id"],
                "distance_matrix_index": row["point"],
                "required_services": [{"service": service} for service in row["services"]],
                "time_windows": [{"start": start, "end": end} for start, end in row["windows"]],
                "optional": row.get("optional", False),
                "preferred_caregivers": row.get("preferred", []),
            }
            for row in PATIENTS
        ],
    }
    changes.pop("change", lambda told: None)(told)
    (folder / "given.json").write_text(json.dumps(told), encoding="utf-8")
    return read_instance(folder, "given")


def judged(folder: Path, routes: Routes, **changes: Any) -> Evaluation:
    return evaluate(instance(folder, **changes), routes)


def other(who: str, place: int, **changes: Any) -> Routes:
    """GOOD with one stop changed."""
    stops = list(GOOD[who])
    one = stops[place]
    same = {"start": one.start, "end": one.end, "patient": one.patient, "service": one.service}
    stops[place] = Stop(**{**same, **changes})
    return {**GOOD, who: stops}


def test_a_good_day(tmp_path: Path) -> None:
    found = judged(tmp_path, GOOD)
    assert found.broken == ()
    amounts = {TRAVEL: 10 + 15 + 21 + 20 + 15 + 31, WAITING: 5 + 15, IDLE: 300 - 60 - 46, BALANCE: 0}
    # Served and moved: 60 + 46 = 106 by A, 40 + 66 = 106 by B.
    expected = {term: 0 for term in TERMS} | amounts | {IDLE: 300 - 106}
    assert found.amounts == expected
    assert found.value == sum(expected.values())


@pytest.mark.parametrize(
    ("met", "start", "late"),
    [
        ("at_service_start", 200, 0),
        ("at_service_start", 201, 1),
        ("at_service_start", 299, 99),
        ("at_service_start", 300, 0),
        ("at_service_end", 190, 0),
        ("at_service_end", 191, 1),
    ],
)
def test_lateness_is_against_the_last_window_that_has_opened(tmp_path: Path, met: str, start: int, late: int) -> None:
    alone = {**GOOD, "B": [Stop(start=start, end=start + 10, patient="Q", service="drug")]}
    found = judged(tmp_path, alone, met=met)
    assert (found.amounts[LATE], found.amounts[LATEST]) == (late, late)


def test_the_end_of_the_shift(tmp_path: Path) -> None:
    for start, extra in ((239, 0), (240, 1)):
        found = judged(tmp_path, other("B", 1, start=start, end=start + 30))
        assert found.amounts[EXTRA] == extra
        assert found.feasible


def test_whoever_stays_at_home_idles_the_whole_shift(tmp_path: Path) -> None:
    found = judged(tmp_path, {"A": GOOD["A"]})
    assert found.amounts[IDLE] == 300
    assert found.amounts[BALANCE] == 106
    assert found.amounts[OPTIONAL] == 1
    assert "Q is not given each service once" in found.broken


def test_a_preference_counts_by_service(tmp_path: Path) -> None:
    by_a = {"A": [*GOOD["A"], Stop(start=160, end=190, patient="R", service="wash")], "B": GOOD["B"][:1]}
    assert judged(tmp_path, by_a).amounts[PREFERENCES] == 1


def lunching(told: dict[str, Any]) -> None:
    told["caregivers"][1]["lunch_break"] = True


@pytest.mark.parametrize(
    ("start", "end", "right"), [(150, 170, True), (149, 170, False), (150, 169, False), (230, 250, True)]
)
def test_lunch(tmp_path: Path, start: int, end: int, right: bool) -> None:
    eats = {**GOOD, "B": [GOOD["B"][0], Stop(start=start, end=end, patient="R", service=LUNCH)]}
    eats["B"].append(Stop(start=end, end=end + 30, patient="R", service="wash"))
    found = judged(tmp_path, eats, change=lunching)
    assert found.feasible is right
    assert found.amounts[LUNCHES] == 0
    assert judged(tmp_path, GOOD, change=lunching).amounts[LUNCHES] == 1


@pytest.mark.parametrize(
    ("routes", "broken"),
    [
        (other("A", 1, start=104, end=134), "A is at Q 1 minutes too early"),
        (other("A", 0, start=59, end=89), "P is visited before any window opens"),
        (other("A", 0, end=91), "P is given wash too long or too short"),
        (other("A", 0, service="drug"), "P is not given each service once"),
        ({"A": GOOD["A"][1:], "B": GOOD["B"]}, "P is not visited"),
        (
            {**GOOD, "A": [GOOD["A"][1], Stop(start=150, end=160, patient="Q", service="drug")], "B": []},
            "Q is given two",
        ),
        ({**GOOD, "Z": []}, "Z is no caregiver"),
    ],
)
def test_what_is_forbidden(tmp_path: Path, routes: Routes, broken: str) -> None:
    assert any(words.startswith(broken) for words in judged(tmp_path, routes).broken)


@pytest.mark.parametrize(
    ("pair", "start", "right"),
    [
        ({"type": "simultaneous"}, 110, True),
        ({"type": "simultaneous"}, 111, False),
        ({"type": "sequential", "distance": {"min": 5, "max": 9}}, 115, True),
        ({"type": "sequential", "distance": {"min": 5, "max": 9}}, 114, False),
        ({"type": "sequential", "distance": {"min": 5, "max": 9}}, 119, True),
        ({"type": "sequential", "distance": {"min": 5, "max": 9}}, 120, False),
    ],
)
def test_two_at_one_patient(tmp_path: Path, pair: dict[str, Any], start: int, right: bool) -> None:
    def paired(told: dict[str, Any]) -> None:
        told["patients"][1]["synchronization"] = pair

    assert judged(tmp_path, other("B", 0, start=start, end=start + 10), change=paired).feasible is right


def test_who_may_not(tmp_path: Path) -> None:
    def barred(told: dict[str, Any]) -> None:
        told["patients"][0]["incompatible_caregivers"] = ["A"]
        told["caregivers"][1]["abilities"] = ["drug"]

    assert judged(tmp_path, GOOD, change=barred).broken == (
        "A may not give wash to P",
        "B may not give wash to R",
    )


def test_a_term_that_is_hard_or_absent(tmp_path: Path) -> None:
    def hard(told: dict[str, Any]) -> None:
        told["metadata"]["cost_components"] = {TRAVEL: 2, EXTRA: "HARD"}

    late_home = other("B", 1, start=240, end=270)
    found = judged(tmp_path, late_home, change=hard)
    assert found.value == 2 * found.amounts[TRAVEL]
    assert found.broken == ("total_extra_time: 1",)
    unserved = {**GOOD, "B": GOOD["B"][:1]}
    assert judged(tmp_path, unserved, change=hard).broken == ("optional_patients: 1",)


def test_the_file_says_the_routes_and_the_command_judges_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instance(tmp_path)
    file = tmp_path / "solution.json"
    write_solution(file, GOOD)
    assert read_solution(file) == GOOD
    assert main([str(tmp_path), "given", str(file)]) == 0
    write_solution(file, {"A": GOOD["A"]})
    assert main([str(tmp_path), "given", str(file)]) == 1
    assert "BROKEN Q is not given each service once" in capsys.readouterr().out
