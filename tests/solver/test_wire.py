"""Records as text between machines: the same records come back, and nothing else can."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from gems.domain.group import Group
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Request
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, PlanResult
from sample_data import DEFAULT_WEEK, generate, planted_weeks
from solver.cluster.question import Answer, Question
from solver.cluster.wire import NotUnderstood, heard, said
from solver.planner import ExactPlanner
from tests.workbook.strategies import groups


@settings(max_examples=30, deadline=None)
@given(groups())
def test_any_group_comes_back(group: Group) -> None:
    assert heard(Group, said(group)) == group


@pytest.mark.parametrize("name", ["small", "gems23"])
def test_a_problem_comes_back_with_what_stands(name: str) -> None:
    group, planted = generate(name, 2), planted_weeks(name, 2)
    published = replace(planted, assignments=tuple(replace(one, published=True) for one in planted.assignments))
    problem = replace(prepare(group, Horizon.of_iso_week(DEFAULT_WEEK)), baseline=published)
    assert heard(Problem, said(problem)) == problem


def test_a_question_and_its_answer_come_back() -> None:
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))
    question = Question(problem=problem, options=PlanOptions(seed=4), rules=("unserved",), versions={"gems": "0"})
    assert heard(Question, said(question)) == question
    result = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=2.0))
    assert heard(PlanResult, said(result)) == result
    answer = Answer(result=result)
    assert heard(Answer, said(answer)) == answer
    assert heard(Answer, said(Answer(failure="étrange"))) == Answer(failure="étrange")


REQUEST = said(next(one for one in generate("small").requests if isinstance(one.demand, FixedSlot)))


@pytest.mark.parametrize(
    ("where", "what"),
    [
        (("=",), "Problem"),
        (("id",), 3),
        (("id",), None),
        (("priority",), 9),
        (("same_person",), 1),
        (("wanted",), "ANA"),
        (("wanted",), [1]),
        (("demand",), None),
        (("demand", "="), "Request"),
        (("demand", "="), "str"),
        (("demand", "start_clock"), 7.5),
        (("demand", "more"), 1),
        (("recurrence", "first_day"), "demain"),
        (("recurrence",), []),
    ],
)
def test_what_is_not_of_the_record_is_refused(where: tuple[str, ...], what: object) -> None:
    told = json.loads(REQUEST)
    *path, last = where
    place = told
    for step in path:
        place = place[step]
    place[last] = what
    assert isinstance(heard(Request, REQUEST), Request)
    with pytest.raises(NotUnderstood):
        heard(Request, json.dumps(told))


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "{}", "[" * 100_000])
def test_what_is_no_record_at_all_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        heard(Request, text)
