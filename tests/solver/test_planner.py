"""The planner on the small sample: checked, reproducible, stoppable, in its own process."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.build import PlannerDisagreement, build, finish, prepare
from gems.planning.ports import PlanOptions, Progress, Stage
from sample_data import DEFAULT_WEEK, generate
from solver.job import PlannerDied
from solver.plan_process import ProcessPlanner, plan_job
from solver.planner import ExactPlanner, build_master

FINGERPRINT = """
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions
from sample_data import DEFAULT_WEEK, generate
from solver.planner import ExactPlanner, build_master
if __name__ == "__main__":
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))
    print(ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=5.0, seed=3, deterministic=True)).schedule)
"""


@pytest.fixture(scope="module")
def small() -> Problem:
    return prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))


def test_small_is_planned_to_the_optimum_and_the_checker_agrees(small: Problem) -> None:
    built = build(small, ExactPlanner(), PlanOptions(time_limit_seconds=60.0))
    assert built.report.status is Status.OPTIMAL
    assert built.verdict is not None
    assert built.verdict.violations == ()
    assert built.verdict.cents == built.report.cost_cents == sum(line.cents for line in built.report.bill)
    assert built.report.bound_cents == built.report.cost_cents


def test_same_input_and_seed_same_plan_in_any_process(small: Problem) -> None:
    def run(hash_seed: str) -> str:
        command = [sys.executable, "-c", FINGERPRINT]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    options = PlanOptions(time_limit_seconds=5.0, seed=3, deterministic=True)
    here = ExactPlanner().plan(small, options)
    again = ExactPlanner().plan(small, options)
    assert here.schedule == again.schedule
    assert run("1").strip() == run("2").strip() == str(here.schedule)


def test_two_weeks_are_planned_as_one(small: Problem) -> None:
    problem = prepare(small.group, Horizon(small.horizon.first, 2))
    built = build(problem, ExactPlanner(), PlanOptions(time_limit_seconds=20.0))
    assert built.schedule is not None
    assert {piece.day.isocalendar().week for piece in built.schedule.assignments} == {48, 49}


def test_locked_pieces_stay_and_keep_their_comment(small: Problem) -> None:
    first = ExactPlanner().plan(small, PlanOptions(time_limit_seconds=10.0)).schedule
    assert first is not None
    kept = replace(first.assignments[0], locked=True, comment="vu avec la famille")
    baseline = Schedule(horizon=first.horizon, assignments=(kept,))
    problem = prepare(small.group, small.horizon, baseline=baseline)
    built = build(problem, ExactPlanner(), PlanOptions(time_limit_seconds=10.0))
    assert built.schedule is not None
    assert kept in built.schedule.assignments


def test_locks_that_clash_end_in_words_not_in_a_plan(small: Problem) -> None:
    first = ExactPlanner().plan(small, PlanOptions(time_limit_seconds=10.0)).schedule
    assert first is not None
    one = first.assignments[0]
    twin = replace(one, start=one.start + 30, end=one.end + 30, mission_id=None, locked=True)
    baseline = Schedule(horizon=first.horizon, assignments=(replace(one, locked=True), twin))
    built = build(prepare(small.group, small.horizon, baseline=baseline), ExactPlanner(), PlanOptions())
    assert built.schedule is None
    assert built.report.status is Status.NO_PLAN
    person = small.group.employee[one.employee_id].name
    assert any(person in reason.fr for reason in built.reasons)


def test_a_job_tells_its_progress_and_its_answer(small: Problem) -> None:
    heard: list[Progress] = []
    result = ProcessPlanner().plan(small, PlanOptions(time_limit_seconds=20.0), heard.append)
    assert finish(small, result).schedule is not None
    assert [heard[0].stage, heard[-1].stage] == [Stage.PREPARING, Stage.DONE]
    costs = [one.best_cents for one in heard if one.best_cents is not None]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == result.cost_cents
    bounds = [one.bound_cents for one in heard if one.bound_cents is not None]
    assert max(bounds) <= min(costs)


def test_stop_keeps_the_best_plan_found() -> None:
    problem = prepare(generate("gems23"), Horizon.of_iso_week(DEFAULT_WEEK))
    stop = threading.Event()

    def on_progress(progress: Progress) -> None:
        if progress.best_cents is not None:
            stop.set()

    result = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=600.0), on_progress, stop.is_set)
    assert result.status in (Status.STOPPED, Status.OPTIMAL)
    assert finish(problem, result).schedule is not None
    assert result.seconds < 300


def test_a_planning_process_that_dies_is_a_message(small: Problem) -> None:
    job = plan_job(small, PlanOptions(time_limit_seconds=60.0))
    job.kill()
    deadline = time.monotonic() + 60
    while not job.done and time.monotonic() < deadline:
        job.poll(0.1)
    assert job.failure is not None
    assert issubclass(PlannerDied, RuntimeError)


@pytest.mark.parametrize("work", ["planning", "explaining"])
def test_work_ends_with_the_server_that_was_killed(work: str) -> None:
    command = [sys.executable, "-m", "tests.solver.left_alone", work]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    assert server.stdout.readline() == "working\n"
    server.kill()
    said, _ = server.communicate(timeout=120)  # the end of it is heard once no process holds the other end any more
    assert said == ""


def test_a_plan_the_checker_refuses_is_never_shown(small: Problem) -> None:
    result = ExactPlanner().plan(small, PlanOptions(time_limit_seconds=10.0))
    assert result.schedule is not None
    wrong_bill = replace(result, cost_cents=(result.cost_cents or 0) - 1)
    with pytest.raises(PlannerDisagreement):
        finish(small, wrong_bill)
    one = result.schedule.assignments[0]
    doubled = replace(result, schedule=replace(result.schedule, assignments=(*result.schedule.assignments, one)))
    with pytest.raises(PlannerDisagreement):
        finish(small, doubled)


def test_no_day_is_composed_that_goes_past_a_locked_piece(small: Problem) -> None:
    first = ExactPlanner().plan(small, PlanOptions(time_limit_seconds=10.0)).schedule
    assert first is not None
    locked = tuple(replace(piece, locked=True) for piece in first.assignments[::2])
    problem = prepare(small.group, small.horizon, baseline=Schedule(horizon=first.horizon, assignments=locked))
    table = build_master(problem, drop_dominated=False).table
    people, days = table.universe.employees, table.universe.days
    for duty in range(len(table)):
        starts = table.starts[duty][table.present[duty]].tolist()
        who, day = people[int(table.employee[duty])].id, days[int(table.day[duty])]
        due = {piece.start for piece in locked if piece.employee_id == who and piece.day == day}
        assert {start for start in due if start <= max(starts)} <= set(starts)
    assert locked
    free = build_master(replace(problem, baseline=None), drop_dominated=False).table
    assert len(table) < len(free)
