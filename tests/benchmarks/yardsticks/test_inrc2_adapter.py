"""An instance of the competition through the product: the same rosters, at the same value, and the best one found."""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from benchmarks.yardsticks.inrc2.adapter import CENTS, FIRST, MUST, RULES, adapt, pieces_of
from benchmarks.yardsticks.inrc2.evaluate import HARD, Evaluation, evaluate
from benchmarks.yardsticks.inrc2.instance import Instance, read_instance
from benchmarks.yardsticks.inrc2.solution import Piece
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.validation import faults
from gems.planning.ports import PlanOptions
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge
from solver.constraints import CONSTRAINTS
from solver.planner import ExactPlanner

OF_THE_FAMILY = tuple(rule_named(name) for name in RULES)
COVER, SKILL, FOLLOWING, ONCE = HARD
SCENARIO = """SCENARIO = n002w1

WEEKS = 1

SKILLS = 2
Head
Nurse

SHIFT_TYPES = 2
Early (2,3)
Late (2,3)

FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
Early 0
Late 1 Early

CONTRACTS = 2
Full (2,4) (2,3) (2,3) 1 1
Part (1,2) (1,2) (3,4) 0 0

NURSES = 2
Ana Full 2 Head Nurse
Ben Part 1 Nurse
"""
HISTORY = "HISTORY\n0 n002w1\n\nNURSE_HISTORY\nAna 3 1 Late 1 1 0\nBen 0 0 None 0 0 2\n"
WEEK = """WEEK_DATA
n002w1

REQUIREMENTS
Early Head (0,0) (0,1) (0,0) (0,0) (0,0) (0,0) (0,0)
Early Nurse (0,0) (0,0) (0,0) (0,0) (1,1) (0,0) (0,0)
Late Head (0,0) (0,0) (0,0) (0,0) (0,0) (0,1) (0,0)
Late Nurse (0,0) (0,0) (1,2) (0,0) (0,0) (0,0) (0,0)

SHIFT_OFF_REQUESTS = 2
Ana Any Thu
Ben Early Fri
"""
DAYS = 7
CHOICES: dict[str, list[tuple[str, str]]] = {
    "Ana": list(product(("Early", "Late"), ("Head", "Nurse"))),
    "Ben": [("Early", "Nurse"), ("Late", "Nurse")],
}


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    home = tmp_path / "n002w1"
    home.mkdir()
    for name, text in {"Sc-n002w1": SCENARIO, "H0-n002w1-0": HISTORY, "WD-n002w1-0": WEEK}.items():
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    return read_instance(tmp_path, "n002w1_0_0")


def schedule_of(problem: Problem, pieces: list[Piece]) -> Schedule:
    """The competition's assignments as the product's pieces, on the dearest heads that are free."""
    free = sorted(problem.missions, key=lambda one: one.request.priority)
    found = []
    for nurse, day, shift, skill in pieces:
        mission = next(
            one
            for one in free
            if (one.request.label, one.request.qualification, (one.day - FIRST).days) == (shift, skill, day)
        )
        free.remove(mission)
        found.append(
            Assignment(
                start=mission.slots[0].start,
                end=mission.slots[0].end,
                employee_id=nurse,
                site_id=mission.request.site_id,
                qualification=skill,
                mission_id=mission.id,
            )
        )
    return Schedule(horizon=problem.horizon, assignments=tuple(found))


def drawn(draw: Random) -> list[Piece]:
    """Two weeks of two nurses, each with work on about as many days as not."""
    pieces = []
    for nurse, choices in CHOICES.items():
        share = draw.choice((0.3, 0.5, 0.7))
        for day in range(DAYS):
            if draw.random() < share:
                pieces.append((nurse, day, *draw.choice(choices)))
    return pieces


def points(found: Evaluation) -> int:
    """What the product charges: heads that must be there are dear there, not forbidden."""
    return found.value + (MUST - 30) * found.violations[COVER]


def test_every_roster_is_judged_alike(instance: Instance) -> None:
    problem, draw, legal = adapt(instance), Random(3), 0
    assert faults(problem.group, None, agreements=("bad_2941",), profiles=("balanced",), rules=()) == ()
    for _ in range(300):
        pieces = drawn(draw)
        found = evaluate(instance, pieces)
        schedule = schedule_of(problem, pieces)
        verdict = judge(problem, schedule, OF_THE_FAMILY)
        assert sorted(pieces_of(schedule)) == sorted(pieces)
        assert verdict.cents == points(found) * CENTS, (pieces, found)
        assert (not verdict.violations) == (found.violations[FOLLOWING] == 0), (pieces, verdict.violations)
        legal += not verdict.violations
    assert 0 < legal < 300


def test_the_planner_finds_the_best_of_all_rosters(instance: Instance) -> None:
    problem = adapt(instance)
    planner = ExactPlanner(tuple(each for each in CONSTRAINTS if each.rule in RULES))
    result = planner.plan(problem, PlanOptions(time_limit_seconds=60.0, deterministic=True))
    assert result.schedule is not None
    assert judge(problem, result.schedule, OF_THE_FAMILY).violations == ()
    assert result.cost_cents == result.bound_cents == points(evaluate(instance, pieces_of(result.schedule))) * CENTS
    draw = Random(7)
    others = (evaluate(instance, drawn(draw)) for _ in range(3000))
    assert min(points(one) for one in others if not one.violations[FOLLOWING]) * CENTS >= result.cost_cents
