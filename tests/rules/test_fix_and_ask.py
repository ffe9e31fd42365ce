"""Fix and ask: over random schedules, the planner's model of one rule accepts exactly what the checker finds legal.

Priced rules must cost the same cents. A disagreement is a bug in one of the two, never a matter of taste. `make long`
asks twenty times more, from new seeds.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
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
from tests.rules.strategies import SPICES, Spice, draw_problem, draw_schedule

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
QUESTIONS = 10_000 if LONG else 500
SCHEDULES_PER_PROBLEM = 10
LEAST_SHARE = 0.02
"""Each answer must come up at least so often, or the question was no question."""


@pytest.mark.parametrize("rule", [constraint.rule for constraint in CONSTRAINTS])
def test_both_judges_agree(rule: str) -> None:
    first = SystemRandom().randrange(10**9) if LONG else 0
    answers: Counter[bool] = Counter()
    for seed in range(first, first + QUESTIONS // SCHEDULES_PER_PROBLEM):
        for problem, schedule in questions(rule, seed):
            checker, planner = answer_of_checker(rule, problem, schedule), answer_of_planner(rule, problem, schedule)
            if checker != planner:
                pytest.fail(report(rule, seed, problem, smallest(rule, problem, schedule)), pytrace=False)
            answers[bool(checker)] += 1
    rarest = min(answers[True], answers[False]) / answers.total()
    assert rarest >= LEAST_SHARE, f"{rule}: {dict(answers)}; spice it in tests/rules/strategies/spice.py"


def questions(rule: str, seed: int) -> Iterator[tuple[Problem, Schedule]]:
    """A problem and some schedules on it; the same for the same rule and seed."""
    rng, spice = Random(f"{rule} {seed}"), SPICES.get(rule, Spice())
    problem = draw_problem(rng, spice)
    for _ in range(SCHEDULES_PER_PROBLEM):
        yield problem, draw_schedule(rng, spice, problem)


def answer_of_checker(rule: str, problem: Problem, schedule: Schedule) -> int:
    """Cents of a priced rule; 1 or 0 for legal or not."""
    verdict = judge(problem, schedule, rules=(rule_named(rule),))
    return verdict.cents if rule_named(rule).info.kind is RuleKind.PRICED else int(not verdict.violations)


def answer_of_planner(rule: str, problem: Problem, schedule: Schedule) -> int:
    """The same question to the model that holds only this rule."""
    if rule_named(rule).info.kind is RuleKind.PRICED:
        return planner_cents(rule, problem, schedule)
    return int(planner_allows(rule, problem, schedule))


def smallest(rule: str, problem: Problem, schedule: Schedule) -> Schedule:
    """The schedule with every piece left out that the disagreement does not need."""
    pieces = list(schedule.assignments)
    for piece in schedule.assignments:
        fewer = replace(schedule, assignments=tuple(other for other in pieces if other is not piece))
        if answer_of_checker(rule, problem, fewer) != answer_of_planner(rule, problem, fewer):
            pieces.remove(piece)
    return replace(schedule, assignments=tuple(pieces))


def report(rule: str, seed: int, problem: Problem, schedule: Schedule) -> str:
    """The disagreement in words, with what it takes to see it again."""
    verdict = judge(problem, schedule, rules=(rule_named(rule),))
    people = {piece.employee_id for piece in schedule.assignments}
    said = [f"{found.words.fr} ({found.amount})" for found in verdict.violations]
    said += [str(charge) for charge in verdict.charges]
    return "\n".join(
        [
            f"{rule}: checker {answer_of_checker(rule, problem, schedule)}, "
            f"planner {answer_of_planner(rule, problem, schedule)}",
            f"seed {seed}: questions({rule!r}, {seed}); {problem.group.settings.agreement}, as of {problem.as_of}",
            *map(in_words, schedule.assignments),
            "the checker says:",
            *(said or ["nothing"]),
            "the group:",
            *(str(person) for person in problem.group.employees if person.id in people or not people),
            *(f"{kind}: {rows}" for kind in ABOUT if (rows := getattr(problem.group, kind))),
            *(str(week) for week in problem.group.history.weeks if week.employee_id in people or not people),
            *(f"standing: {in_words(piece)}" for piece in (problem.baseline.assignments if problem.baseline else ())),
        ]
    )


ABOUT = ("requests", "absences", "wishes", "on_calls", "derogations")


def in_words(piece: Assignment) -> str:
    """ "ANA Mon 23 Nov 7:00 – Mon 23 Nov 14:00 E caregiver"."""
    marks = [piece.mission_id or "", *(mark for mark in ("locked", "published") if getattr(piece, mark))]
    times = f"{moment(piece.start).en} – {moment(piece.end).en}"
    return f"{piece.employee_id} {times} {piece.site_id} {piece.qualification} {' '.join(marks)}"
