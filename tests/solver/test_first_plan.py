"""A first plan is legal whoever is planned first, keeps what is locked, and says so when it cannot be."""

from dataclasses import replace

import pytest

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from gems.rules.checker import judge
from sample_data import DEFAULT_WEEK, generate
from solver.effort import Effort
from solver.first_plan import plan_one_by_one, plan_week_by_week
from solver.master import Master
from solver.parts import independent_parts
from solver.planner import ExactPlanner, build_master, schedule_of
from solver.standing import Standing
from solver.tightening import tightened
from tests.solver.tiny import tiny

OPTIONS = PlanOptions(deterministic=True)


def schedule_standing(master: Master, standing: Standing) -> tuple[int, Schedule]:
    """The cost and the schedule of a standing plan."""
    values = tightened(master, standing.values.tolist())
    chosen = [duty for duty in range(len(master.table)) if values[duty]]
    return sum(master.bill(values).values()), schedule_of(master, chosen)


def planned_one_by_one(problem: Problem) -> tuple[Master, Standing]:
    master = build_master(problem)
    standing = Standing(master)
    for part in independent_parts(master):
        assert plan_one_by_one(standing, part, OPTIONS, Effort(60.0, counted=True), never_stop)
    return master, standing


@pytest.mark.parametrize("seed", range(300, 325))
def test_a_plan_made_person_by_person_is_legal_and_its_bill_is_right(seed: int) -> None:
    problem = tiny(seed)
    cents, schedule = schedule_standing(*planned_one_by_one(problem))
    verdict = judge(problem, schedule)
    assert verdict.violations == ()
    assert verdict.cents == cents


def test_several_weeks_are_planned_one_after_another() -> None:
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK, 3))
    master = build_master(problem)
    standing = Standing(master)
    for part in independent_parts(master):
        assert plan_week_by_week(standing, part, OPTIONS, Effort(60.0, counted=True), 6.0, never_stop)
    cents, schedule = schedule_standing(master, standing)
    verdict = judge(problem, schedule)
    assert verdict.violations == ()
    assert verdict.cents == cents
    assert len({piece.day.isocalendar().week for piece in schedule.assignments}) == 3


def test_locked_work_is_in_the_first_plan() -> None:
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))
    best = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=5.0, deterministic=True)).schedule
    assert best is not None
    locked = tuple(replace(piece, locked=True) for piece in best.assignments[::3])
    again = prepare(problem.group, problem.horizon, baseline=replace(best, assignments=locked))
    _, schedule = schedule_standing(*planned_one_by_one(again))
    assert set(locked) <= set(schedule.assignments)
    assert judge(again, schedule).violations == ()
