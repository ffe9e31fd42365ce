"""The planner's optimum is the optimum: against every schedule tried, with and without its short cuts."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.domain.time import day_start
from gems.planning.build import finish
from gems.planning.ports import PlanOptions
from solver.planner import ExactPlanner
from tests.solver.tiny import cheapest, tiny, tiny_visits, tries

OPTIONS = PlanOptions(time_limit_seconds=30.0, workers=1, deterministic=True)
MOST_TRIES = 2500
VISITS = [seed for seed in range(60) if tiny_visits(seed).visits and 30 <= tries(tiny_visits(seed)) <= MOST_TRIES][:16]
SEEDS = [seed for seed in range(60) if 30 <= tries(tiny(seed)) <= MOST_TRIES][:16]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_costs_what_the_cheapest_of_all_schedules_costs(seed: int) -> None:
    problem = tiny(seed)
    result = ExactPlanner().plan(problem, OPTIONS)
    least, schedule = cheapest(problem)
    assert result.status is Status.OPTIMAL
    assert result.cost_cents == result.bound_cents == least, schedule
    assert finish(problem, result).schedule == result.schedule


@pytest.mark.parametrize("seed", VISITS)
def test_the_cheapest_plan_of_visits_by_several_is_found(seed: int) -> None:
    problem = tiny_visits(seed)
    least, schedule = cheapest(problem)
    for planner in (ExactPlanner(), ExactPlanner(drop_dominated=False)):
        result = planner.plan(problem, OPTIONS)
        assert result.status is Status.OPTIMAL
        assert result.cost_cents == result.bound_cents == least, schedule
        assert finish(problem, result).schedule == result.schedule


def test_visits_are_complete_or_not_and_nobody_comes_to_some() -> None:
    found = set()
    for problem in map(tiny_visits, VISITS):
        (visit,) = problem.visits
        served = cheapest(problem)[1].by_mission
        found.add(sum(mission.id in served for mission in visit.missions) - len(visit.missions))
    assert found >= {-2, 0}


def test_the_tiny_problems_are_worth_trying() -> None:
    assert len(SEEDS) == 16
    served = [len(cheapest(tiny(seed))[1].assignments) for seed in SEEDS[:6]]
    assert max(served) >= 2


@pytest.mark.parametrize("seed", range(100, 125))
def test_dropping_dominated_duties_changes_no_cost(seed: int) -> None:
    problem = tiny(seed)
    short, whole = ExactPlanner(), ExactPlanner(drop_dominated=False)
    assert short.plan(problem, OPTIONS).cost_cents == whole.plan(problem, OPTIONS).cost_cents


@pytest.mark.parametrize("seed", range(200, 230))
def test_dropping_them_changes_no_cost_where_work_stands_or_is_locked(seed: int) -> None:
    problem, rng = tiny(seed), random.Random(seed)
    first = ExactPlanner().plan(replace(problem, baseline=None), OPTIONS).schedule
    assert first is not None
    stands = tuple(replace(piece, published=True, locked=rng.random() < 0.4) for piece in first.assignments)
    without = problem.group.requests[1:]  # one request less, so that something may move
    again = replace(
        problem,
        group=replace(problem.group, requests=without if rng.random() < 0.5 else problem.group.requests),
        baseline=Schedule(horizon=problem.horizon, assignments=stands),
        as_of=day_start(problem.horizon.first - timedelta(days=rng.choice([2, 5, 12]))),
    )
    short, whole = (ExactPlanner(drop_dominated=drop).plan(again, OPTIONS) for drop in (True, False))
    assert short.cost_cents == whole.cost_cents
    assert (short.schedule is None) == (whole.schedule is None)
