"""Counting missions that no rule tells apart loses nothing: the same optimum as with copies, and as trying all."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.planning.build import finish
from gems.planning.ports import PlanOptions
from gems.prices.load import prices
from solver.constraints import CONSTRAINTS
from solver.grouping import group_missions
from solver.planner import ExactPlanner, build_master
from tests.rules.group import FIRST, group, problem
from tests.solver.tiny import cheapest, tiny, tries

OPTIONS = PlanOptions(time_limit_seconds=30.0, workers=1, deterministic=True)
MOST_TRIES = 2500
PRIORITIES = tuple(Priority)
JOBS = ("caregiver", "aes")


@cache
def crowded(seed: int) -> Problem:
    """A tiny problem in which the same shift is asked for several people, in requests more and less dear."""
    draw, of = random.Random(f"crowded/{seed}"), tiny(seed)
    first = of.group.requests[0]
    requests = []
    for number in range(draw.choice((1, 2))):
        start = draw.choice((7, 13)) * 60
        one = replace(
            first,
            id=f"C{number}",
            demand=FixedSlot(start_clock=start, end_clock=start + 300, headcount=draw.choice((1, 2))),
            recurrence=Recurrence(weekdays=frozenset({draw.randrange(5)}), first_day=FIRST),
            same_person=False,
            qualification=draw.choice(JOBS),
        )
        twin = replace(one, id=f"T{number}", priority=draw.choice(PRIORITIES), qualification=draw.choice(JOBS))
        requests += [one, twin]
    return replace(of, group=replace(of.group, requests=tuple(requests)))


@cache
def roomy(seed: int) -> Problem:
    """The same with somebody more than asked, or two, who may come at a price."""
    draw, of = random.Random(f"roomy/{seed}"), crowded(seed)
    requests = [
        replace(one, demand=replace(one.demand, headcount=1, most_headcount=draw.choice((2, 3)), beyond_cents=cents))  # type: ignore[call-arg]
        for one, cents in zip(of.group.requests, draw.choices((0, 300, 1500, 9000), k=4), strict=False)
    ]
    kept = tuple(requests[: draw.choice((1, 2))])
    return replace(of, group=replace(of.group, requests=kept))


SEEDS = [seed for seed in range(150) if 30 <= tries(crowded(seed)) <= MOST_TRIES][:16]
ROOMY = [seed for seed in range(150) if 30 <= tries(roomy(seed)) <= MOST_TRIES][:24]


@pytest.mark.parametrize(("of", "seed"), [*((crowded, n) for n in SEEDS), *((roomy, n) for n in ROOMY)])
def test_counted_heads_cost_what_copies_cost_and_what_trying_all_costs(of: Callable[[int], Problem], seed: int) -> None:
    asked = of(seed)
    counted = ExactPlanner().plan(asked, OPTIONS)
    copied = ExactPlanner(group_missions=False).plan(asked, OPTIONS)
    least, _ = cheapest(asked)
    assert counted.cost_cents == counted.bound_cents == copied.cost_cents == least
    assert finish(asked, counted).schedule == counted.schedule  # the checker agrees on every line of the bill


def test_the_crowded_problems_are_worth_trying() -> None:
    assert len(SEEDS) == 16
    found = [group_missions(crowded(seed), CONSTRAINTS).tiers.values() for seed in SEEDS]
    sizes = [[len(tier.missions) for tier in tiers] for groups in found for tiers in groups]
    assert any(len(tiers) > 1 for tiers in sizes), "no group has tiers"
    assert any(max(tiers) > 1 for tiers in sizes), "no tier has several heads"
    assert any(len(cheapest(crowded(seed))[1].assignments) > 1 for seed in SEEDS)


def test_the_roomy_problems_are_worth_trying() -> None:
    assert len(ROOMY) == 24
    come = [any(roomy(seed).mission[one].beyond for one in cheapest(roomy(seed))[1].by_mission) for seed in ROOMY]
    assert {True, False} <= set(come), "nobody more than asked ever comes, or somebody always does"


def asked(id: str, **changes: object) -> Request:
    fields: dict[str, object] = {
        "id": id,
        "member_id": "EHPAD",
        "site_id": "E",
        "qualification": "caregiver",
        "label": "Matin",
        "break_minutes": 20,
        "demand": FixedSlot(start_clock=420, end_clock=840, headcount=2),
        "recurrence": Recurrence(weekdays=frozenset({0}), first_day=FIRST),
    }
    return Request(**{**fields, **changes})  # type: ignore[arg-type]


def groups_of(*requests: Request, **changes: object) -> list[list[list[str]]]:
    """By group and tier, the ids of the missions."""
    of = problem(group(requests=requests), prices=prices("balanced"), **changes)
    heads = group_missions(of, CONSTRAINTS)
    return [[[of.missions[index].id for index in tier.missions] for tier in tiers] for tiers in heads.tiers.values()]


def test_heads_of_one_request_are_one_tier() -> None:
    assert groups_of(asked("A")) == [[["A/2026-11-23/1", "A/2026-11-23/2"]]]


def test_what_is_dearer_to_leave_comes_first() -> None:
    comfort = asked("A", priority=Priority.COMFORT, demand=FixedSlot(start_clock=420, end_clock=840))
    essential = asked("B", priority=Priority.NORMAL, demand=FixedSlot(start_clock=420, end_clock=840))
    assert groups_of(comfort, essential) == [[["B/2026-11-23/1"], ["A/2026-11-23/1"]]]


def test_essential_minutes_weigh_more_in_a_members_fair_share() -> None:
    one = asked("A", priority=Priority.ESSENTIAL)
    assert len(groups_of(one, asked("B"))) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"site_id": "F", "member_id": "FOYER"},
        {"demand": FixedSlot(start_clock=420, end_clock=841, headcount=2)},
        {"break_minutes": 30},
        {"excluded": frozenset({"ANA"})},
        {"qualification": "night_watch"},
        {"recurrence": Recurrence(weekdays=frozenset({1}), first_day=FIRST)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_place_time_or_choice_of_people_is_told_apart(other: dict[str, object]) -> None:
    assert len(groups_of(asked("A"), asked("B", **other))) == 2


def test_missions_of_one_person_a_week_or_that_must_be_served_stand_alone() -> None:
    assert groups_of(asked("A", same_person=True)) == []
    assert groups_of(asked("A"), must_serve=frozenset({"A/2026-11-23/1"})) == []


def test_missions_that_something_standing_serves_stand_alone() -> None:
    of = problem(group(requests=(asked("A"),)), prices=prices("balanced"))
    plan = ExactPlanner().plan(of, OPTIONS).schedule
    assert plan is not None
    kept = Schedule(horizon=plan.horizon, assignments=plan.assignments[:1])
    assert kept.assignments
    assert group_missions(replace(of, baseline=kept), CONSTRAINTS).tiers == {}


def test_counting_makes_fewer_duties() -> None:
    of = problem(group(requests=(asked("A", demand=FixedSlot(start_clock=420, end_clock=840, headcount=6)),)))
    counted = build_master(of, heads=group_missions(of, CONSTRAINTS))
    assert 6 * len(counted.table) == len(build_master(of).table)


def test_a_term_about_one_kind_of_shift_tells_kinds_apart() -> None:
    term = RosterTerm(id="T", employee_id="ANA", counts=TermCount.DAYS, shift="Nuit", most=1)
    others = [asked("A"), asked("B", label="Nuit")]
    of = problem(group(requests=tuple(others), roster_terms=(term,)), prices=prices("balanced"))
    assert len(group_missions(of, CONSTRAINTS).tiers) == 2
    assert len(groups_of(*others)) == 1
