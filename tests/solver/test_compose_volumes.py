"""Posts among volumes: what is found keeps the rules and what is left, is worth what it says, and is near the best."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from gems.domain.composition import ComposeQuestion
from gems.domain.requests import Volume
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.judging import violations
from sample_data import generate
from solver.compose.demand import Floats
from solver.compose.kinds import Possible
from solver.compose.parts import parts_of
from solver.compose.pool import Pool
from solver.compose.pricing import Pricer, settled
from solver.compose.set_bounds import NEVER
from solver.compose.volume_finder import VolumeFinder
from solver.compose.volume_search import ENOUGH, VolumeSearch
from solver.compose.workable import IN_A_WEEK, Workable
from solver.cpsat import CpMaster
from solver.planner import schedule_of
from solver.universe import Bools, Ints

MANY = 100
DRIVES = 400
"""Minutes of the year that drives, which bounds leave out, may make a post worth more."""


@cache
def volumes() -> ComposeQuestion:
    """The part of a year that asks for volumes."""
    question = question_of(generate("gems23", 2, year=2027), year_mondays(2027))
    [found] = [part for part in parts_of(Possible(question)) if _is_volume(part)]
    return found


def _is_volume(part: ComposeQuestion) -> bool:
    return all(isinstance(request.demand, Volume) for request in part.fortnight.group.requests)


@cache
def pricer() -> Pricer:
    return Pricer.of(Possible(volumes()), Random(1), lambda: False)


def widest() -> Workable:
    return max(pricer().workables.values(), key=lambda work: work.size)


def search(work: Workable, prices: Floats, left: Ints) -> VolumeSearch:
    """All that is left of a kind, at these prices."""
    rows, pieces = work.together
    whole = work.values(prices) + prices[rows] @ pieces
    costs = prices[rows] * work.demand.limits[rows]
    return VolumeSearch(work, whole, work.fitting(left), left, costs, 1.0)


def random_prices(seed: int) -> Floats:
    demand = pricer().demand
    prices: Floats = np.random.default_rng(seed).uniform(0, 12, len(demand.limits))
    prices[list(demand.together.values())] *= 40
    prices[demand.posts] = 0.0
    return prices


def test_at_no_price_it_is_the_post_that_places_most() -> None:
    work = widest()
    model = CpMaster(work.yard.master)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model.model) == cp_model.OPTIMAL
    most = -solver.objective_value
    found = search(work, np.zeros(len(work.demand.limits)), work.demand.limits).best()
    assert found
    assert most * (1 - ENOUGH) <= found[0][0] <= most
    assert work.pattern(found[0][1]).worth == found[0][0]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_is_worth_what_it_says_and_within_what_is_left(seed: int) -> None:
    work, prices = widest(), random_prices(seed)
    left = work.demand.limits.copy()
    taken = Random(seed).sample(sorted(work.demand.volumes.values()), 5)
    left[taken] //= 2
    found = search(work, prices, left).best()
    assert found
    assert [value for value, _ in found] == sorted((value for value, _ in found), reverse=True)
    for value, duties in found:
        pattern = work.pattern(duties)
        assert work.keeps_rules(duties)
        assert not violations(volumes(), work.post(pattern))
        minutes = [row for row in pattern.rows.tolist() if row in work.volumes]
        used = dict(zip(pattern.rows.tolist(), pattern.amounts.tolist(), strict=True))
        assert all(used[row] <= left[row] for row in minutes)
        rounding = len(duties) + len(minutes)
        assert value <= work.gain(duties, prices) + rounding, "what is not held in the end is not paid for"


@pytest.mark.parametrize("seed", range(4))
def test_a_set_of_members_is_worth_no_more_than_its_bound(seed: int) -> None:
    work, prices = widest(), random_prices(seed)
    finder, left = VolumeFinder(work), work.demand.limits
    rows, pieces = work.together
    whole = np.where(work.fitting(left), work.values(prices) + prices[rows] @ pieces, NEVER)
    costs = prices[rows] * work.demand.limits[rows]
    bounds = list(finder.ranked(whole, costs, left))
    assert [bound for bound, _ in bounds] == sorted((bound for bound, _ in bounds), reverse=True)
    looked = 0
    for bound, members in bounds[:3]:
        outside = [member for member in range(work.members.shape[1]) if member not in members]
        allowed: Bools = ~work.members[:, outside].any(axis=1)
        for value, _ in VolumeSearch(work, whole, allowed, left, costs, 1.0).best():
            looked += 1
            assert value <= bound + DRIVES
    assert looked


def test_a_twin_is_the_same_work_a_week_away() -> None:
    work = widest()
    mission_of = work.question.fortnight.mission
    assert (work.twins[work.twins] == np.arange(work.size)).all()
    tied = np.flatnonzero(work.twins != np.arange(work.size)).tolist()
    assert tied
    for duty in Random(1).sample(tied, min(MANY, len(tied))):
        twin = int(work.twins[duty])
        held, other = (
            {
                (mission_of[piece.mission_id or ""].request.id, piece.start, piece.end)
                for piece in schedule_of(work.yard.master, [one]).by_employee["P0"]
            }
            for one in sorted((duty, twin))
        )
        assert other == {(request, start + IN_A_WEEK, end + IN_A_WEEK) for request, start, end in held}


def test_what_one_week_alone_asks_for_is_its_own_twin() -> None:
    question = volumes()
    fortnight, first = question.fortnight, question.fortnight.needs[0].request
    second = frozenset(fortnight.first + timedelta(days=day) for day in range(7, 14))
    once = replace(first, recurrence=replace(first.recurrence, except_days=second))
    requests = tuple(once if request.id == first.id else request for request in fortnight.group.requests)
    changed = replace(fortnight, group=replace(fortnight.group, requests=requests))
    asked = Pricer.of(Possible(replace(question, fortnight=changed)), Random(1), lambda: False)
    alone = 0
    for work in asked.workables.values():
        mission = np.array([m.request.id == first.id for m in work.yard.problem.missions] + [False])
        ours = mission[work.yard.table.missions].any(axis=1)
        assert (work.twins[ours] == np.flatnonzero(ours)).all()
        alone += int(ours.sum())
    assert alone


@pytest.mark.parametrize("seed", range(4))
def test_the_same_week_twice_is_that_and_never_better_than_the_best(seed: int) -> None:
    work, prices = widest(), random_prices(seed)
    asked = search(work, prices, work.demand.limits)
    found, best = asked.twice(), asked.best()
    assert found
    for value, duties in found:
        assert {int(work.twins[duty]) for duty in duties} == set(duties)
        assert work.keeps_rules(duties)
        assert value * (1 - ENOUGH) <= best[0][0] + 1


def test_a_post_made_elsewhere_is_found_again_to_the_minute() -> None:
    """Pieces of a volume that begin together may end apart."""
    work = widest()
    for _, duties in search(work, np.zeros(len(work.demand.limits)), work.demand.limits).best():
        post = work.post(work.pattern(duties))
        assert work.duties_of(post) == duties
        [first, *others] = post.pieces
        assert work.duties_of(replace(post, pieces=(replace(first, end=first.end - 1), *others))) is None


def test_the_programme_finds_posts_that_the_checker_accepts() -> None:
    pool = Pool(pricer().demand)
    shares = settled(pricer(), pool, 5, lambda: False)
    assert shares.counted > 0
    for pattern in pool.patterns[::4]:
        assert not violations(volumes(), pricer().workables[pattern.kind].post(pattern))
        assert (pattern.amounts <= pool.left[pattern.rows]).all()
