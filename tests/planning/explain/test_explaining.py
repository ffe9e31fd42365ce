"""Explanations: every statement holds, tried by other means (`benchmarks.explain_check`)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import pytest

from benchmarks.explain_check import mistakes
from gems.domain.people import HeldQualification
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.domain.schedule import Schedule
from gems.planning.build import PlannerDisagreement
from gems.planning.explain.explaining import Explanation, explain, missing_minutes
from gems.planning.explain.saying import changes_words, grouped_words, need_words, serving_words, unlock_words
from gems.planning.explain.unlocks import UnlockKind
from gems.planning.ports import Case, NearPlan, PlanOptions, Verdict
from gems.prices.load import prices
from gems.rules.checker import judge
from solver import near
from solver.explainer import NearExplainer
from solver.planner import ExactPlanner
from tests.rules.group import FIRST, contract, employee, group, problem
from tests.solver.tiny import tiny

SECONDS = 30.0
OPTIONS = PlanOptions(time_limit_seconds=SECONDS, workers=1, deterministic=True)


def questions(first_seed: int) -> Iterator[tuple[Problem, Schedule, str]]:
    """What random weeks leave unserved."""
    seed = first_seed
    while True:
        asked = tiny(seed)
        schedule = ExactPlanner().plan(asked, OPTIONS).schedule
        assert schedule is not None
        for need in asked.needs:
            if missing_minutes(need, schedule):
                yield asked, schedule, need.id
        seed += 1


def wrong(first_seed: int, most: int) -> tuple[list[str], Counter[str]]:
    """Statements that do not hold, and how many unlocks of each kind were met."""
    explainer, found, kinds = NearExplainer(), list[str](), Counter[str]()
    for asked, schedule, need_id in islice(questions(first_seed), most):
        told = explain(asked, schedule, need_id, explainer, SECONDS)
        found += mistakes(asked, schedule, told, SECONDS)
        kinds.update(one.unlock.kind for one in told.unlocks)
        kinds[f"serving {told.verdict}"] += 1
    return found, kinds


def test_every_statement_holds() -> None:
    found, kinds = wrong(0, 60)
    assert found == []
    assert {"serving proven", "serving impossible", "contract", "qualification", "hire"} <= kinds.keys()


def test_every_statement_holds_when_a_bound_narrows_each_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "LARGE", 0)
    assert wrong(60, 25)[0] == []


@pytest.mark.long
@pytest.mark.parametrize("large", [0, near.LARGE])
def test_every_statement_of_a_thousand_answers_holds(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "LARGE", large)
    found, kinds = wrong(1000, 1000)
    assert found == []
    assert set(UnlockKind) - kinds.keys() <= {UnlockKind.DEROGATION}


def one_request(**changes: object) -> Problem:
    """ANA, a caregiver, and one request of five hours on Monday afternoon."""
    fields: dict[str, object] = {
        "id": "R1",
        "member_id": "EHPAD",
        "site_id": "E",
        "qualification": "caregiver",
        "label": "Renfort",
        "demand": FixedSlot(start_clock=13 * 60, end_clock=18 * 60),
        "recurrence": Recurrence(weekdays=frozenset({0}), first_day=FIRST, last_day=FIRST),
    }
    return problem(
        group(employees=(employee("ANA"),), requests=(Request(**{**fields, **changes}),)), prices=prices("balanced")
    )  # type: ignore[arg-type]


def told_of(asked: Problem) -> Explanation:
    """What is said of its one need, with an empty schedule standing."""
    return explain(asked, Schedule(horizon=asked.horizon), asked.needs[0].id, NearExplainer(), SECONDS)


def kinds_of(told: Explanation) -> set[UnlockKind]:
    return {one.unlock.kind for one in told.unlocks}


def test_somebody_able_is_said_with_the_price() -> None:
    told = told_of(one_request())
    assert [one.piece.employee_id for one in told.candidates.able] == ["ANA"]
    assert told.price is not None
    assert told.price.cents == told.candidates.able[0].cents < 0
    assert "de moins sur la facture" in serving_words(told).fr
    assert told.unlocks == ()


def test_a_qualification_nobody_holds_is_impossible_and_accepting_another_opens_the_way() -> None:
    asked = one_request(qualification="secretary")
    told = told_of(asked)
    assert (told.verdict, told.price) == (Verdict.IMPOSSIBLE, None)
    assert [one.rule for one in told.candidates.blocked] == ["qualification_match"]
    assert "qualification" in grouped_words(told).fr
    assert UnlockKind.QUALIFICATION in kinds_of(told)
    (one,) = (one for one in told.unlocks if one.unlock.kind is UnlockKind.QUALIFICATION)
    assert "aide-soignant" in unlock_words(one).fr
    assert any("Ana Roux" in words.fr for words in changes_words(asked.group, one.price))


def test_one_more_member_in_a_contract_opens_the_way() -> None:
    asked = one_request()
    people = (employee("ANA", contract=contract(member_ids=frozenset({"FOYER"}))),)
    told = told_of(replace(asked, group=replace(asked.group, employees=people)))
    (one,) = (one for one in told.unlocks if one.unlock.kind is UnlockKind.CONTRACT)
    assert one.unlock.group(asked.group).employee["ANA"].contract.member_ids == {"FOYER", "EHPAD"}


def test_a_day_of_eleven_hours_opens_by_a_derogation_of_just_enough() -> None:
    asked = one_request(demand=FixedSlot(start_clock=8 * 60, end_clock=19 * 60), break_minutes=30)
    settings = replace(asked.group.settings, agreement="ccn66_413")
    asked = replace(asked, group=replace(asked.group, settings=settings))
    told = told_of(asked)
    assert "daily_work_max" in {one.rule for one in told.candidates.blocked}
    (one,) = (one for one in told.unlocks if one.unlock.kind is UnlockKind.DEROGATION)
    (opened,) = one.unlock.group(asked.group).derogations
    assert (opened.rule, opened.employee_id, opened.limit) == ("daily_work_max", "ANA", 660)


def test_only_the_day_asked_changes_when_a_request_comes_every_day() -> None:
    asked = one_request(
        demand=FixedSlot(start_clock=3 * 60, end_clock=6 * 60),
        recurrence=Recurrence(weekdays=frozenset(range(5)), first_day=FIRST),
        qualification="secretary",
    )
    people = (employee("ANA", qualifications=(HeldQualification(code="aes"),)),)
    asked = replace(asked, group=replace(asked.group, employees=people))
    need = asked.needs[2]
    told = explain(asked, Schedule(horizon=asked.horizon), need.id, NearExplainer(), SECONDS)
    (one,) = (one for one in told.unlocks if one.unlock.kind is UnlockKind.QUALIFICATION)
    changed = one.unlock.problem(asked)
    assert len(changed.needs) == 5
    assert sorted(one.request.qualification for one in changed.needs) == ["aes", *["secretary"] * 4]
    assert changed.need[one.unlock.need_id].missions[0].day == need.missions[0].day


class Hurried:
    """Never has the time."""

    def start(self) -> None:
        """Ready to say nothing."""

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """Nothing is known."""
        return tuple(NearPlan(verdict=Verdict.OPEN) for _ in cases)


def test_a_price_of_which_nothing_is_proven_says_so() -> None:
    people = (employee("ANA", qualifications=(HeldQualification(code="aes"),)),)
    asked = one_request()
    asked = replace(asked, group=replace(asked.group, employees=people))
    told = explain(asked, Schedule(horizon=asked.horizon), asked.needs[0].id, Hurried(), SECONDS)
    assert (told.verdict, told.price) == (Verdict.OPEN, None)
    (one,) = (one for one in told.unlocks if one.unlock.kind is UnlockKind.QUALIFICATION)
    assert (one.price.verdict, one.price.gap_cents) == (Verdict.FOUND, None)
    assert "le temps n'a pas suffi pour le dire" in unlock_words(one).fr
    proven = explain(asked, Schedule(horizon=asked.horizon), asked.needs[0].id, NearExplainer(), SECONDS)
    assert "pas suffi" not in unlock_words(proven.unlocks[0]).fr


class Liar:
    """A planner that says it serves, and does not."""

    def start(self) -> None:
        """Ready to lie."""

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """What stands, as if it served."""
        return tuple(NearPlan(verdict=Verdict.PROVEN, schedule=case.standing) for case in cases)


def test_an_answer_that_does_not_serve_is_never_shown() -> None:
    asked = one_request()
    with pytest.raises(PlannerDisagreement, match="not served"):
        explain(asked, Schedule(horizon=asked.horizon), asked.needs[0].id, Liar(), SECONDS)


def test_the_need_is_named_by_label_place_and_day() -> None:
    asked = one_request()
    assert need_words(asked.group, asked.needs[0]).fr == "Renfort · EHPAD · lun. 23 nov."
    assert judge(asked, Schedule(horizon=asked.horizon)).cents > 0
