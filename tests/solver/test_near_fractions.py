"""A plan bettered among the duties nearest to fractions: legal, never dearer, locks kept, far better on a real week."""

from dataclasses import replace

import pytest

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from gems.rules.checker import judge
from sample_data import DEFAULT_WEEK, generate
from solver.duty_programme import DutyProgramme
from solver.effort import Effort
from solver.first_plan import plan_one_by_one
from solver.master import Master
from solver.near_fractions import better_near_fractions
from solver.parts import independent_parts
from solver.planner import ExactPlanner, build_master
from solver.standing import Standing
from tests.solver.test_first_plan import planned_one_by_one, schedule_standing
from tests.solver.tiny import cheapest, tiny

OPTIONS = PlanOptions(deterministic=True)


def bettered(master: Master, standing: Standing) -> None:
    for part in independent_parts(master):
        better_near_fractions(standing, part, OPTIONS, Effort(60.0, counted=True), never_stop)


@pytest.mark.parametrize("seed", range(300, 304))
def test_no_plan_costs_less_than_the_bound_of_fractions(seed: int) -> None:
    problem = tiny(seed)
    master = build_master(problem)
    programmes = [DutyProgramme(master, part) for part in independent_parts(master)]
    assert master.constant + sum(one.bound for one in programmes) <= cheapest(problem)[0]


@pytest.mark.parametrize("seed", range(300, 304))
def test_a_bettered_plan_is_legal_and_never_dearer(seed: int) -> None:
    problem = tiny(seed)
    master, standing = planned_one_by_one(problem)
    before, _ = schedule_standing(master, standing)
    bettered(master, standing)
    cents, schedule = schedule_standing(master, standing)
    verdict = judge(problem, schedule)
    assert verdict.violations == ()
    assert cheapest(problem)[0] <= verdict.cents == cents <= before


def test_what_is_locked_stays() -> None:
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))
    best = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=5.0, deterministic=True)).schedule
    assert best is not None
    locked = tuple(replace(piece, locked=True) for piece in best.assignments[::3])
    again = prepare(problem.group, problem.horizon, baseline=replace(best, assignments=locked))
    master, standing = planned_one_by_one(again)
    bettered(master, standing)
    _, schedule = schedule_standing(master, standing)
    assert set(locked) <= set(schedule.assignments)
    assert judge(again, schedule).violations == ()


def test_a_plan_made_person_by_person_is_mostly_bettered() -> None:
    """At once most of what lies between such a plan and the least that any could cost, part by part of a real week."""
    master = build_master(prepare(generate("gems23"), Horizon.of_iso_week(DEFAULT_WEEK)))
    standing = Standing(master)
    for part in [one for one in independent_parts(master) if len(one.columns) > 200]:
        effort = Effort(60.0, counted=True)
        assert plan_one_by_one(standing, part, OPTIONS, effort, never_stop)
        before, spent = standing.cents_of(part.columns), effort.spent
        least = better_near_fractions(standing, part, OPTIONS, effort, never_stop)
        assert least is not None
        assert effort.spent - spent < 0.7
        assert 0 <= DutyProgramme(master, part).cents - least + 1 < 100, "rounding costs less than a euro"
        assert standing.cents_of(part.columns) - least < (before - least) / 2
        assert standing.incidence.kept(standing.values, standing.incidence.rows_holding(part.columns))
