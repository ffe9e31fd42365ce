"""The bill: one line for each priced rule, recomputed from the assignments, adding up to the cost."""

from dataclasses import replace
from random import Random

import pytest

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.prices.bill import bill, cost_cents
from gems.prices.load import PROFILES, prices
from gems.rules.catalogue import RULES
from gems.rules.checker import judge
from gems.rules.statement import RuleKind
from solver.constraints import CONSTRAINTS
from tests.rules.given import problem_of
from tests.rules.judges import ask
from tests.rules.loader import piece
from tests.rules.strategies import Spice, draw_problem, draw_schedule

PRICED = [rule.info.name for rule in RULES if rule.info.kind is RuleKind.PRICED]
DRAWN = range(12)


def drawn(seed: int, profile: str = "balanced") -> tuple[Problem, Schedule]:
    """A random problem at the prices of a profile, and a random schedule."""
    rng, spice = Random(f"bill {seed}"), Spice()
    problem = draw_problem(rng, spice)
    schedule = draw_schedule(rng, spice, problem)
    return replace(problem, prices=prices(profile)), schedule


@pytest.fixture
def week() -> tuple[Problem, Schedule]:
    """A week of which every line is worked out by hand below."""
    problem = problem_of(
        {
            "as_of": "2026-11-20 12:00",
            "employees": {
                "BEN": {"contract": {"weekly_minutes": 0}},
                "CLE": {"contract": {"weekly_minutes": 0}},
                "DAN": {"contract": {"weekly_minutes": 0}},
            },
            "requests": [
                {"id": "R1", "site": "E", "days": "mon", "slot": "7:00-12:00", "priority": 1},
                {"id": "R2", "site": "F", "days": "mon", "slot": "14:24-17:24", "priority": 1},
                {"id": "R3", "site": "E", "days": "sun", "slot": "7:00-9:00", "priority": 3},
            ],
            "baseline": ["BEN sun 7:00-9:00 E published"],
            "wishes": [{"employee": "ANA", "kind": "unwanted", "weekdays": "mon", "start": "17:00", "end": "24:00"}],
        },
        "by hand",
    )
    work = (
        "ANA mon 7:00-12:00 E mission=R1/2026-11-23/1",
        "ANA mon 14:24-17:24 F mission=R2/2026-11-23/1",
        "CLE sun 7:00-8:00 E",
    )
    pieces = tuple(piece(text, problem.horizon, problem.group) for text in work)
    priced = replace(problem, prices=prices("balanced"))
    return priced, Schedule(horizon=problem.horizon, assignments=pieces)


def test_every_line_of_a_week_by_hand(week: tuple[Problem, Schedule]) -> None:
    found = {line.name: (line.amount, line.cents) for line in bill(*week) if line.amount or line.cents}
    assert found == {
        "unserved": (120, 120 * 50),
        "unserved_share": (120 - 36, 84 * 10 + 48 * 20),  # of 2 x 300 essential minutes and 120 more
        "unplaced_hours": (2100 - 480 - 24, (2100 - 480 - 24) * 36),
        "extra_hours": (60, 60 * 3 + 60 * 3),
        "travel_time": (24, 24 * 36),
        "mileage": (20, 20 * 38),
        "new_face": (3, 3 * 500),
        "split_gap": (60, 60 * 5),
        "unsocial_hours": (60, 60 * 11),
        "unmet_wish": (1, 24 * 8),
        "published_change": (4, 2 * 300 + 2 * 2500),
    }


def test_one_line_a_priced_rule_in_reading_order(week: tuple[Problem, Schedule]) -> None:
    lines = bill(*week)
    assert [line.name for line in lines] == PRICED
    assert all(line.title.fr and line.title.en and line.unit for line in lines)


@pytest.mark.parametrize("seed", DRAWN)
@pytest.mark.parametrize("profile", PROFILES)
def test_lines_add_up_to_the_cost(profile: str, seed: int) -> None:
    problem, schedule = drawn(seed, profile)
    lines = bill(problem, schedule)
    assert sum(line.cents for line in lines) == cost_cents(problem, schedule) == judge(problem, schedule).cents


@pytest.mark.parametrize("seed", DRAWN)
def test_the_planner_counts_each_line_the_same(seed: int) -> None:
    problem, schedule = drawn(seed)
    planned = {each.rule: ask(each, problem, schedule) for each in CONSTRAINTS if each.rule in PRICED}
    assert planned == {line.name: line.cents for line in bill(problem, schedule)}


def test_nobody_at_work_costs_what_is_asked_and_what_is_paid() -> None:
    problem = problem_of(
        {"requests": [{"id": "R1", "site": "E", "days": "mon", "slot": "7:00-17:00"}]},
        "nobody",
    )
    priced = replace(problem, prices=prices("balanced"))
    found = {line.name: line.cents for line in bill(priced, Schedule(horizon=priced.horizon)) if line.cents}
    assert found == {
        "unserved": 600 * 100,
        "unserved_share": 570 * 10 + 540 * 20 + 480 * 40,
        "unplaced_hours": (3 * 2100 + 1440) * 36,
    }
