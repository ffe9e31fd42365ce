"""Roster terms in a whole plan: the optimum is the optimum, and no duty they tell apart is dropped for another."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from gems.domain.duty import duties_of
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.requests import FixedSlot, Recurrence, Request, Window
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.time import clock_of
from gems.planning.build import finish
from gems.planning.ports import PlanOptions
from gems.prices.load import prices
from solver.planner import ExactPlanner
from tests.rules.group import FIRST, group, problem
from tests.rules.strategies.people import draw_terms
from tests.rules.strategies.spice import Spice
from tests.solver.tiny import cheapest, tiny, tries

OPTIONS = PlanOptions(time_limit_seconds=30.0, workers=1, deterministic=True)
MOST_TRIES = 400


def termed(seed: int) -> Problem:
    """A tiny problem in which people also have terms, each at a price."""
    of, rng = tiny(seed), random.Random(f"termed/{seed}")
    drawn = draw_terms(rng, Spice(terms=(2, 5)), of.group.employees, of.horizon)
    labels = [request.label for request in of.group.requests]
    terms = tuple(
        replace(term, cents=rng.choice((500, 3000)), shift=term.shift and rng.choice(labels)) for term in drawn
    )
    return replace(of, group=replace(of.group, roster_terms=terms))


SEEDS = [seed for seed in range(200) if 30 <= tries(tiny(seed)) <= MOST_TRIES][:24]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_costs_what_the_cheapest_of_all_schedules_costs(seed: int) -> None:
    of = termed(seed)
    result = ExactPlanner().plan(of, OPTIONS)
    least, schedule = cheapest(of)
    assert result.status is Status.OPTIMAL
    assert result.cost_cents == result.bound_cents == least, schedule
    assert finish(of, result).schedule == result.schedule


def test_every_sort_of_term_costs_something_in_these_problems() -> None:
    sorts = Counter(term.counts for seed in SEEDS for term in termed(seed).group.roster_terms)
    assert set(sorts) == set(TermCount)
    assert sum(ExactPlanner().plan(termed(seed), OPTIONS).bill.get("roster_term_missed", 0) > 0 for seed in SEEDS) > 5


LATE = RosterTerm(id="T", employee_id="ANA", counts=TermCount.DAYS, ends_after=19 * 60, least=1, cents=3000)
EARLY = RosterTerm(id="T", employee_id="ANA", counts=TermCount.DAYS, begins_before=8 * 60, least=1, cents=3000)


def day_of_two(terms: tuple[RosterTerm, ...], fixed: FixedSlot, free: Window) -> tuple[int, int]:
    """When ANA's Monday begins and ends, in minutes after midnight, with a piece at a fixed time and a free one."""
    monday = Recurrence(weekdays=frozenset({0}), first_day=FIRST)
    requests = tuple(
        Request(
            id=key, member_id="EHPAD", site_id="E", qualification="caregiver", label=key, demand=demand,
            recurrence=monday, excluded=frozenset({"BEN", "DAN"}),
        )
        for key, demand in (("A", fixed), ("B", free))
    )  # fmt: skip
    of = problem(group(requests=requests, roster_terms=terms), prices=prices("balanced"))
    plan = ExactPlanner().plan(of, OPTIONS).schedule
    assert plan is not None
    (duty,) = duties_of(of.group, plan.by_employee["ANA"])
    assert len(duty.pieces) == 2
    return clock_of(duty.start), clock_of(duty.end)


def test_a_day_that_is_longer_for_nothing_is_planned_where_a_term_asks_for_it() -> None:
    """The shorter day is as good for every other rule: without a term, only that one is looked at."""
    afternoon = FixedSlot(start_clock=840, end_clock=1020), Window(start_clock=1020, end_clock=1200, minutes=120)
    morning = FixedSlot(start_clock=600, end_clock=780), Window(start_clock=360, end_clock=600, minutes=120)
    assert day_of_two((), *afternoon) == (840, 1140)
    assert day_of_two((LATE,), *afternoon) == (840, 1170)
    assert day_of_two((), *morning) == (480, 780)
    assert day_of_two((EARLY,), *morning) == (450, 780)
