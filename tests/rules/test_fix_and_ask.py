"""Fix and ask: over random schedules, the planner's model of one rule accepts exactly what the checker finds legal.

Priced rules must cost the same cents. A disagreement is a bug in one of the two, never a matter of taste. `make long`
asks fifty times more, from new seeds.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random, SystemRandom

import pytest

from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import moment
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge
from gems.rules.statement import RuleKind
from solver.constraints import CONSTRAINTS
from tests.rules.judges import planner_allows, planner_cents
from tests.rules.strategies import SPICES, Spice, draw_decoys, draw_problem, draw_schedule

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
QUESTIONS = 10_000 if LONG else 200
SCHEDULES_PER_PROBLEM = 10
LEAST_SHARE = 0.02
"""Each answer must come up at least so often, or the question was no question."""


@pytest.mark.parametrize("rule", [constraint.rule for constraint in CONSTRAINTS])
def test_both_judges_agree(rule: str) -> None:
    first = SystemRandom().randrange(10**9) if LONG else 0
    answers: Counter[bool] = Counter()
    for seed in range(first, first + QUESTIONS // SCHEDULES_PER_PROBLEM):
        for question in questions(rule, seed):
            checker = answer_of_checker(rule, question)
            if checker != answer_of_planner(rule, question):
                pytest.fail(report(rule, seed, smallest(rule, question)), pytrace=False)
            answers[bool(checker)] += 1
    rarest = min(answers[True], answers[False]) / answers.total()
    assert rarest >= LEAST_SHARE, f"{rule}: {dict(answers)}; spice it in tests/rules/strategies/spice.py"


@dataclass(frozen=True)
class Question:
    """A schedule to judge; the planner's model also knows the decoys, and leaves them."""

    problem: Problem
    schedule: Schedule
    decoys: tuple[Assignment, ...] = ()


def questions(rule: str, seed: int) -> Iterator[Question]:
    """A problem and some schedules on it; the same for the same rule and seed."""
    rng, spice = Random(f"{rule} {seed}"), SPICES.get(rule, Spice())
    problem = draw_problem(rng, spice)
    for _ in range(SCHEDULES_PER_PROBLEM):
        schedule = draw_schedule(rng, spice, problem)
        yield Question(problem, schedule, draw_decoys(rng, spice, problem, schedule))


def answer_of_checker(rule: str, question: Question) -> int:
    """Cents of a priced rule; 1 or 0 for legal or not."""
    verdict = judge(question.problem, question.schedule, rules=(rule_named(rule),))
    return verdict.cents if rule_named(rule).info.kind is RuleKind.PRICED else int(not verdict.violations)


def answer_of_planner(rule: str, question: Question) -> int:
    """The same question to the model that holds only this rule."""
    if rule_named(rule).info.kind is RuleKind.PRICED:
        return planner_cents(rule, question.problem, question.schedule, question.decoys)
    return int(planner_allows(rule, question.problem, question.schedule, question.decoys))


def smallest(rule: str, question: Question) -> Question:
    """The question with every decoy and every piece left out that the disagreement does not need."""
    for part in (question.decoys, question.schedule.assignments):
        for piece in part:
            fewer = _without(question, piece)
            if answer_of_checker(rule, fewer) != answer_of_planner(rule, fewer):
                question = fewer
    return question


def _without(question: Question, piece: Assignment) -> Question:
    pieces = tuple(other for other in question.schedule.assignments if other is not piece)
    decoys = tuple(other for other in question.decoys if other is not piece)
    return replace(question, schedule=replace(question.schedule, assignments=pieces), decoys=decoys)


def report(rule: str, seed: int, question: Question) -> str:
    """The disagreement in words, with what it takes to see it again."""
    problem, schedule = question.problem, question.schedule
    verdict = judge(problem, schedule, rules=(rule_named(rule),))
    people = {piece.employee_id for piece in schedule.assignments}
    said = [f"{found.words.fr} ({found.amount})" for found in verdict.violations]
    said += [str(charge) for charge in verdict.charges]
    return "\n".join(
        [
            f"{rule}: checker {answer_of_checker(rule, question)}, planner {answer_of_planner(rule, question)}",
            f"seed {seed}: questions({rule!r}, {seed}); {problem.group.settings.agreement}, as of {problem.as_of}",
            *map(in_words, schedule.assignments),
            "the checker says:",
            *(said or ["nothing"]),
            "the group:",
            *(str(person) for person in problem.group.employees if person.id in people or not people),
            *(f"{kind}: {rows}" for kind in ABOUT if (rows := getattr(problem.group, kind))),
            *(str(week) for week in problem.group.history.weeks if week.employee_id in people or not people),
            *(f"standing: {in_words(piece)}" for piece in (problem.baseline.assignments if problem.baseline else ())),
            *(f"decoy: {in_words(piece)}" for piece in question.decoys),
        ]
    )


ABOUT = ("requests", "absences", "wishes", "roster_terms", "on_calls", "derogations")


def in_words(piece: Assignment) -> str:
    """ "ANA Mon 23 Nov 7:00 – Mon 23 Nov 14:00 E caregiver"."""
    marks = [piece.mission_id or "", *(mark for mark in ("locked", "published") if getattr(piece, mark))]
    times = f"{moment(piece.start).en} – {moment(piece.end).en}"
    return f"{piece.employee_id} {times} {piece.site_id} {piece.qualification} {' '.join(marks)}"
