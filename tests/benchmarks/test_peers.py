"""What peers are asked and how their answers are judged; that a peer's script answers at all."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.peers.answer import judged, schedule_of
from benchmarks.peers.programs import NotAvailable, Peer, environment, run
from benchmarks.peers.question import pieces_of, question_of
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions
from gems.rules.checker import judge
from sample_data import DEFAULT_WEEK, generate
from solver.planner import ExactPlanner
from tests.cli.tiny import tiny_problem

PLAIN = Peer("plain", "plain_cpsat.py", "ortools")


@pytest.fixture(scope="module")
def small() -> Problem:
    return prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))


def test_a_plan_of_the_product_is_offered_piece_by_piece_and_keeps_its_bill() -> None:
    problem = tiny_problem()
    result = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=20.0, workers=1, deterministic=True))
    assert result.schedule is not None
    asked, pieces, people = question_of(problem, 1, 1), pieces_of(problem), problem.group.employees
    numbers = {
        (people[person].id, pieces[place].mission.id, pieces[place].span): number
        for number, (person, place, _) in enumerate(asked["offers"])
    }
    taken = [numbers[one.employee_id, one.mission_id, one.span] for one in result.schedule.assignments]
    found = judged(problem, schedule_of(problem, asked, taken))
    assert (found.cents, found.broken, found.taken_out) == (result.cost_cents, 0, 0)


def test_an_answer_that_breaks_rules_is_put_right_before_its_bill_is_made(small: Problem) -> None:
    asked = question_of(small, 1, 1)
    everything = schedule_of(small, asked, range(len(asked["offers"])))
    found = judged(small, everything)
    assert found.broken > 0
    assert 0 < found.taken_out < len(everything.assignments)
    assert 0 < found.served_minutes < sum(piece.minutes for piece in everything.assignments)


def test_an_empty_answer_costs_what_no_schedule_costs(small: Problem) -> None:
    nothing = Schedule(horizon=small.horizon)
    found = judged(small, nothing)
    assert (found.cents, found.taken_out, found.served_minutes) == (judge(small, nothing).cents, 0, 0)


def test_the_plain_model_answers_better_than_nothing(small: Problem, tmp_path: Path) -> None:
    asked = question_of(small, 1, 1)
    question, answer = tmp_path / "question.json", tmp_path / "answer.json"
    question.write_text(json.dumps(asked), encoding="utf-8")
    run(PLAIN, Path(sys.executable), question, answer, 5.0)
    found = judged(small, schedule_of(small, asked, json.loads(answer.read_text(encoding="utf-8"))))
    assert found.cents < judge(small, Schedule(horizon=small.horizon)).cents / 2


def test_a_peer_that_cannot_run_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no-such-program"):
        environment(Peer("x", "plain_cpsat.py", "x", needs="no-such-program"), tmp_path)
    with pytest.raises(NotAvailable, match="No such file"):
        run(PLAIN, Path(sys.executable), tmp_path / "missing.json", tmp_path / "answer.json", 1.0)
