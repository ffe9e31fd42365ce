"""The whole checker on random schedules, absurd ones included: it never falls over, and always says things properly."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.words import Words
from gems.rules.catalogue import RULES, rule_named
from gems.rules.checker import judge
from gems.rules.statement import RuleKind
from tests.rules.strategies import Spice, draw_problem, draw_schedule

PROBLEMS, SCHEDULES = 30, 4
REASONS = ("sick", "malad", "training", "formation", "leave", "congé")
OVERSERVED = {"mission_once", "mission_slot", "request_volume"}
"""Broken, more is served than was asked, and the bill counts the excess back."""


def weeks(seed: int) -> Iterator[tuple[Problem, Schedule]]:
    rng, spice = Random(f"any schedule {seed}"), Spice()
    problem = draw_problem(rng, spice)
    for _ in range(SCHEDULES):
        yield problem, draw_schedule(rng, spice, problem)


def well_said(words: Words) -> bool:
    return all(
        text == text.strip()
        and text
        and text[0] == text[0].upper()
        and not set("{}") & set(text)
        and "None" not in text
        for text in (words.fr, words.en)
    )


@pytest.mark.parametrize("seed", range(PROBLEMS))
def test_every_finding_is_well_said(seed: int) -> None:
    for problem, schedule in weeks(seed):
        group, verdict = problem.group, judge(problem, schedule)
        for found in verdict.violations:
            assert rule_named(found.rule).info.kind in (RuleKind.HARD, RuleKind.DEROGABLE)
            assert found.amount >= 1, found
            assert found.days == tuple(sorted(set(found.days))), found
            assert found.mission_id is None or found.mission_id in problem.mission, found
            assert found.member_id is None or found.member_id in group.member, found
        overserved = {found.rule for found in verdict.violations} & OVERSERVED
        for charge in verdict.charges:
            assert rule_named(charge.rule).info.kind is RuleKind.PRICED
            assert overserved or (charge.amount > 0 and charge.cents >= 0), charge
            assert charge.day is None or charge.day in problem.horizon, charge
        for item in (*verdict.violations, *verdict.counts):
            assert well_said(item.words), item
            assert not [word for word in REASONS if word in item.words.fr.lower() + item.words.en.lower()], item
            assert item.employee_id is None or group.employee[item.employee_id].name in item.words.fr, item


@pytest.mark.parametrize("seed", range(PROBLEMS // 3))
def test_the_order_of_people_and_pieces_does_not_matter(seed: int) -> None:
    for problem, schedule in weeks(seed):
        group = replace(problem.group, employees=problem.group.employees[::-1])
        turned = replace(schedule, assignments=schedule.assignments[::-1])
        one, other = judge(problem, schedule), judge(replace(problem, group=group), turned)
        assert sorted(map(repr, one.violations)) == sorted(map(repr, other.violations))
        assert sorted(map(repr, one.counts)) == sorted(map(repr, other.counts))
        assert one.cents == other.cents


def test_an_empty_week_breaks_nothing_that_was_not_asked() -> None:
    for seed in range(PROBLEMS):
        problem, _ = next(weeks(seed))
        verdict = judge(problem, Schedule(horizon=problem.horizon))
        broken = {found.rule for found in verdict.violations}
        assert broken <= {"locks_kept", "notice_change", "standby_notice", "on_call_max", *PAST}, seed


PAST = tuple(rule.info.name for rule in RULES if rule.info.not_planned is not None)
