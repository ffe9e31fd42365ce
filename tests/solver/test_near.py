"""What if: the cheapest schedule that serves a need is the cheapest of all those tried, and changes least."""

from dataclasses import replace

import pytest

from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.planning.ports import Case, PlanOptions, Verdict
from gems.rules.checker import judge
from solver import near
from solver.explainer import NearExplainer
from solver.planner import ExactPlanner
from tests.solver.tiny import NothingLegal, cheapest, tiny, tries

MOST_TRIES = 1200
SECONDS = 30.0


def needs_not_served(problem: Problem, schedule: Schedule) -> list[str]:
    """Ids of needs with minutes missing."""
    return [
        need.id
        for need in problem.needs
        if need.minutes > sum(p.minutes for m in need.missions for p in schedule.by_mission.get(m.id, ()))
    ]


def questions(seeds: range, most: int) -> list[tuple[int, str]]:
    """Seeds and needs that the cheapest schedule leaves unserved."""
    found: list[tuple[int, str]] = []
    for seed in seeds:
        if 30 <= tries(tiny(seed)) <= MOST_TRIES and len(found) < most:
            found += [(seed, need_id) for need_id in needs_not_served(tiny(seed), cheapest(tiny(seed))[1])]
    return found[:most]


QUESTIONS = [
    (0, "R1/2026-11-23/1"), (1, "R2/2026-11-23/1"), (1, "R3/2026-11-26/1"), (2, "R2/2026-W48"),
    (5, "R1/2026-11-24/1"), (10, "R3/2026-11-25/1"), (11, "R2/2026-11-29/1"), (15, "R1/2026-11-29/1"),
    (16, "R1/2026-11-29/1"), (17, "R1/2026-11-29/1"), (17, "R2/2026-11-23/1"), (17, "R4/2026-11-27/1"),
]  # fmt: skip
"""`questions(range(40), 12)`, written down as looking for them takes longer than asking them."""


@pytest.mark.parametrize("large", [0, near.LARGE])
@pytest.mark.parametrize(("seed", "need_id"), QUESTIONS)
def test_serving_a_need_costs_what_the_cheapest_schedule_that_serves_it_costs(
    seed: int, need_id: str, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a small part, searched whole, and as a large one, of which a bound leaves little."""
    monkeypatch.setattr(near, "LARGE", large)
    problem = tiny(seed)
    _, standing = cheapest(problem)
    assert need_id in needs_not_served(problem, standing), "write the questions down again"
    asked = replace(problem, must_serve=frozenset({need_id}))
    (answer,) = NearExplainer().near([Case(problem=asked, standing=standing)], SECONDS)
    again = ExactPlanner().plan(asked, PlanOptions(time_limit_seconds=SECONDS, workers=1, deterministic=True))
    try:
        least = cheapest(asked)[0]
    except NothingLegal:
        assert answer.verdict is Verdict.IMPOSSIBLE
        assert again.status is Status.NO_PLAN
        return
    assert answer.verdict is Verdict.PROVEN
    assert answer.schedule is not None
    verdict = judge(problem, answer.schedule)
    assert (verdict.cents, verdict.violations) == (least, ())
    assert need_id not in needs_not_served(problem, answer.schedule)
    assert again.cost_cents == least


@pytest.mark.long
def test_the_questions_written_down_are_the_first_there_are() -> None:
    assert questions(range(40), 12) == QUESTIONS


def test_what_can_stay_stays() -> None:
    """Asked for what is served already, the answer is what stands: nothing else costs less and changes less."""
    problem = tiny(QUESTIONS[0][0])
    _, standing = cheapest(problem)
    served = [need.id for need in problem.needs if need.id not in needs_not_served(problem, standing)]
    asked = replace(problem, must_serve=frozenset(served[:1]))
    (answer,) = NearExplainer().near([Case(problem=asked, standing=standing)], SECONDS)
    assert answer.schedule == standing


def test_without_time_nothing_is_claimed() -> None:
    problem = tiny(QUESTIONS[0][0])
    asked = replace(problem, must_serve=frozenset({QUESTIONS[0][1]}))
    (answer,) = NearExplainer().near([Case(problem=asked, standing=cheapest(problem)[1])], 0.0)
    assert (answer.verdict, answer.schedule) == (Verdict.OPEN, None)


def test_with_next_to_no_time_nothing_is_called_proven_that_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "LARGE", 0)
    for seed, need_id in QUESTIONS:
        asked = replace(tiny(seed), must_serve=frozenset({need_id}))
        (answer,) = NearExplainer().near([Case(problem=asked, standing=cheapest(tiny(seed))[1])], 0.002)
        if answer.verdict is Verdict.PROVEN:
            assert answer.schedule is not None
            assert judge(tiny(seed), answer.schedule).cents == cheapest(asked)[0]
