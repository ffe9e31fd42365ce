"""One-day home care said in the product's words: the best of all days, and what cannot be said is refused."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest

from benchmarks.yardsticks.__main__ import agree
from benchmarks.yardsticks.clocks import CannotSay
from benchmarks.yardsticks.uhhc.adapter import RULES, adapt, routes_of
from benchmarks.yardsticks.uhhc.evaluate import EXTRA, LATE, TRAVEL, WAITING
from benchmarks.yardsticks.uhhc.family import UHHC
from benchmarks.yardsticks.uhhc.instance import Instance, Patient, read_instance
from gems.planning.ports import PlanOptions
from solver.constraints import CONSTRAINTS
from solver.planner import ExactPlanner

GRID = 15
"""Minutes between the start times tried here: few enough to try all days."""
KNOWN = tuple(each for each in CONSTRAINTS if each.rule in RULES)


def write(folder: Path, seed: int, patients: int = 4, **changes: Any) -> str:
    """A small day drawn at random, in a folder of the family."""
    rng = random.Random(seed)
    size = patients + 1
    distances = [[0] * size for _ in range(size)]
    for one in range(size):
        for other in range(one):
            distances[one][other] = distances[other][one] = rng.randint(5, 60)
    told: dict[str, Any] = {
        "metadata": {"cost_components": {TRAVEL: 3, LATE: "HARD", EXTRA: "HARD"}, "time_window_met": "at_service_end"},
        "distances": distances,
        "terminal_points": [{"id": "d", "distance_matrix_index": 0}],
        "services": [{"id": "wash", "default_duration": 30}, {"id": "drug", "default_duration": 10}],
        "caregivers": [
            {
                "id": name,
                "abilities": abilities,
                "departing_point": "d",
                "arrival_point": "d",
                "working_shift": {"start": 0, "end": 480},
            }
            for name, abilities in (("A", ["wash", "drug"]), ("B", ["wash"]))
        ],
        "patients": [
            {
                "id": f"p{n}",
                "distance_matrix_index": n,
                "required_services": [{"service": rng.choice(["wash", "wash", "drug"])}],
                "time_windows": [
                    {"start": (start := rng.randrange(0, 240, 15)), "end": start + rng.choice([120, 240])}
                ],
            }
            for n in range(1, size)
        ],
    }
    changes.pop("change", lambda told: None)(told)
    (folder / "day.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "best_known.csv").write_text("instance,best_known\nday,\n", encoding="utf-8")
    return "day"


@pytest.mark.parametrize("seed", range(8))
def test_the_plan_is_the_best_of_all_days_on_the_grid(tmp_path: Path, seed: int) -> None:
    asked = UHHC.ask(tmp_path, write(tmp_path, seed))
    asked = replace(asked, problem=adapt(read_instance(tmp_path, "day"), GRID))
    result = ExactPlanner(KNOWN).plan(asked.problem, PlanOptions(time_limit_seconds=20.0))
    assert result.schedule is not None
    value, feasible = asked.judged(result.schedule, tmp_path)
    best = cheapest(read_instance(tmp_path, "day"))
    assert feasible == (best is not None)
    agree(asked, result, value, feasible=feasible)
    if best is not None:
        assert value == best
        assert result.cost_cents == value


def test_most_of_these_days_can_be_done(tmp_path: Path) -> None:
    """So that the test above compares something."""
    best = [cheapest(read_instance(tmp_path, write(tmp_path, seed))) for seed in range(8)]
    assert sum(one is not None for one in best) >= 5


def cheapest(instance: Instance) -> int | None:
    """Over every way to share out the patients and to order them, each reached as early as the grid allows."""
    found = []
    for sharing in product(instance.caregivers, repeat=len(instance.patients)):
        minutes = 0
        for caregiver in instance.caregivers:
            theirs = [patient for patient, who in zip(instance.patients, sharing, strict=True) if who is caregiver]
            if any(not caregiver.abilities.issuperset(patient.services) for patient in theirs):
                break
            drives = [one for order in permutations(theirs) if (one := driven(instance, order)) is not None]
            if not drives:
                break
            minutes += min(drives)
        else:
            found.append(3 * minutes)
    return min(found, default=None)


def driven(instance: Instance, order: Sequence[Patient]) -> int | None:
    """Minutes of driving when these are visited in this order; None where a window or the end of the day is missed."""
    clock, point, minutes = 0, 0, 0
    for patient in order:
        drive = instance.distances[point][patient.point]
        [(first, last)] = patient.windows
        [length] = patient.services.values()
        start = next((at for at in range(first, last - length + 1, GRID) if at >= clock + drive), None)
        if start is None:
            return None
        clock, point, minutes = start + length, patient.point, minutes + drive
    home = instance.distances[point][0]
    return minutes + home if clock + home <= 480 else None


def both(told: dict[str, Any]) -> None:
    """Two services at the first patient's, at once."""
    told["patients"] = told["patients"][:2]
    told["patients"][0] |= {
        "required_services": [{"service": "wash"}, {"service": "drug"}],
        "synchronization": {"type": "simultaneous"},
    }


def test_two_at_once_come_at_one_hour(tmp_path: Path) -> None:
    asked = UHHC.ask(tmp_path, write(tmp_path, 1, change=both))
    result = ExactPlanner(KNOWN).plan(asked.problem, PlanOptions(time_limit_seconds=20.0))
    assert result.schedule is not None
    starts = [stop.start for stops in routes_of(result.schedule).values() for stop in stops if stop.patient == "p1"]
    assert len(starts) == 2
    assert len(set(starts)) == 1
    value, feasible = asked.judged(result.schedule, tmp_path)
    assert feasible
    agree(asked, result, value, feasible=feasible)


def refused() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    yield "total_waiting_time", {}, {WAITING: 1}
    yield "never planned", {}, {LATE: 4}
    yield "one window", {"time_windows": [{"start": 0, "end": 60}, {"start": 90, "end": 150}]}, {}
    yield "between two requests", {"synchronization": {"type": "sequential", "distance": {"min": 1, "max": 2}}}, {}
    yield "in full", {"optional": True}, {}


@pytest.mark.parametrize(("why", "patient", "weights"), list(refused()))
def test_what_cannot_be_said_is_refused(
    tmp_path: Path, why: str, patient: dict[str, Any], weights: dict[str, Any]
) -> None:
    def change(told: dict[str, Any]) -> None:
        told["patients"][0] |= patient
        told["metadata"]["cost_components"] |= weights

    name = write(tmp_path, 1, change=change)
    with pytest.raises(CannotSay, match=why):
        adapt(read_instance(tmp_path, name), GRID)


def test_a_drive_longer_one_way_is_refused(tmp_path: Path) -> None:
    def change(told: dict[str, Any]) -> None:
        told["distances"][0][1] += 1

    with pytest.raises(CannotSay, match="as long there as back"):
        UHHC.ask(tmp_path, write(tmp_path, 1, change=change))
