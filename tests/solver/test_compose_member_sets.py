"""Sets of members: those grown member by member, what they promise, and which requests of one person they hold."""

from functools import cache
from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from gems.domain.typical import WEEKS
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from sample_data import generate
from solver.compose.demand import Floats
from solver.compose.kinds import Possible
from solver.compose.label_steps import most_ahead
from solver.compose.looks import ALIKE, IN_ALL, SETS, Looks
from solver.compose.member_sets import DEAR, GIVEN, MULTIPLIERS, NOTHING, MemberSets, Promise, _Worth
from solver.compose.pricing import Pricer
from solver.compose.set_bounds import NEVER, _bound, _most, _without, best_choice
from solver.compose.workable import Workable
from solver.universe import Ints

SIZE, MANY, LOOKED = 3, 5, 3
"""Members of sets of which every choice is looked at, less requests than that in each, and sets."""
FAR: Ints = np.array([DEAR, *[8] * WEEKS], dtype=np.int64)
"""Charges from which those of the year and of weeks fall only together."""


@cache
def workables() -> list[Workable]:
    possible = Possible(question_of(generate("gems23", 2, year=2027), year_mondays(2027)))
    pricer = Pricer.of(possible, Random(1), lambda: False)
    return [work for work in pricer.workables.values() if not len(work.volumes)]


def wanting_one_person() -> Workable:
    """A kind with several requests that want one person."""
    return max(workables(), key=lambda work: len(work.together[0]))


def prices_of(work: Workable, seed: int, most: float) -> Floats:
    return np.random.default_rng(seed).uniform(0, most, len(work.demand.limits)) * 60


def dear_prices(work: Workable, seed: int) -> Floats:
    """Pieces cost about what they are worth, requests that want one person up to 150 hours of the year."""
    random, demand = np.random.default_rng(seed), work.demand
    prices: Floats = demand.worths * random.uniform(0.8, 1.05, len(demand.limits))
    rows = work.together[0]
    prices[rows] = 60 * 150 / demand.limits[rows] * random.random(len(rows))
    return prices


def bound_of(sets: MemberSets, worth: _Worth, own: Ints, charges: Ints, open_: int = 0) -> float:
    """What a set with these groups promises at these charges, while these requests are not settled."""
    inside = _without(worth.figures, own, 0, open_)
    bound, _ = _bound(inside, sets._rules, charges)
    return float(bound)


def test_days_add_up_to_what_labels_count_on_from_the_first_day() -> None:
    random = np.random.default_rng(4)
    for work in workables():
        steps = work.rhythm
        of_day = np.where(random.random(len(steps)) < 0.8, random.uniform(-9, 30, len(steps)), -np.inf)
        most = _most(of_day, steps)
        assert most == pytest.approx(most_ahead(of_day, steps, len(steps))[0, 0])
        assert most <= np.maximum(of_day, 0).sum() + 1e-9


def test_sets_grown_are_as_large_as_may_be_and_promise_what_their_groups_do() -> None:
    for work in workables():
        sets, prices = MemberSets(work), prices_of(work, 1, 0.3)
        values = np.where(np.random.default_rng(1).random(work.size) < 0.8, work.values(prices), NEVER)
        worth, charges = sets._worth(values, prices), np.array([DEAR, 1, 0], dtype=np.int64)
        grown, bounds = sets._grown(worth, charges)
        open_ = {bit for group in worth.groups.tolist() for bit in range(60) if int(sets._bits[group]) >> bit & 1}
        size = min(sets.size, len(open_))
        assert len(set(grown.tolist())) == len(grown)
        assert {int(one).bit_count() for one in grown} == {size}
        assert (np.diff(bounds) <= 0).all()
        for one, bound in list(zip(grown.tolist(), bounds.tolist(), strict=True))[::7]:
            own = sets._inside(worth, one)
            assert bound == pytest.approx(bound_of(sets, worth, own, charges, -1))
            members = [bit for bit in range(60) if one >> bit & 1]
            others = [place for place in range(work.members.shape[1]) if place not in sets._numbers[members]]
            served = sets.groups.members[worth.groups][:, others].any(axis=1)
            assert sorted(own.tolist()) == worth.groups[~served].tolist()


def test_where_sets_are_few_all_are_grown() -> None:
    looked = 0
    for work in workables():
        sets, prices = MemberSets(work), prices_of(work, 2, 0.3)
        if work.members.shape[1] > 7:
            continue
        looked += 1
        grown, _ = sets._grown(sets._worth(work.values(prices), prices), NOTHING.copy())
        every = {sum(1 << bit for bit in one) for one in combinations(range(work.members.shape[1]), sets.size)}
        assert set(grown.tolist()) == every
    assert looked


def test_what_promised_most_the_time_before_is_looked_at_again() -> None:
    """With whatever differs from it in one member."""
    work = wanting_one_person()
    sets, prices = MemberSets(work), prices_of(work, 3, 0.3)
    worth = sets._worth(work.values(prices), prices)
    strange = 0b1111 << (len(sets._numbers) - 4)
    assert sets.size == 4
    sets._promised = [strange]
    grown, _ = sets._grown(worth, NOTHING.copy())
    near = {strange & ~(1 << gone) | 1 << new for gone, new in product(range(60), range(len(sets._numbers)))}
    assert {one for one in near if one.bit_count() == 4} <= set(grown.tolist())
    [first, *_] = list(sets.ranked(work.values(prices), prices))
    assert sum(1 << sets._numbers.tolist().index(member) for member in first.members) in sets._promised


@pytest.mark.parametrize(("seed", "dear"), [(0, False), (1, False), (1, True), (2, True), (3, True)])
def test_a_set_promises_as_much_as_with_the_best_of_all_choices(seed: int, *, dear: bool) -> None:
    """Each choice of requests that want one person is looked at by itself, at all charges: paid for whole, and no piece
    of another. Charges are not moved to somewhere from which no single one falls further, far above the least."""
    work = wanting_one_person()
    sets, prices = MemberSets(work), dear_prices(work, seed) if dear else prices_of(work, seed, 0.5)
    worth = sets._worth(work.values(prices), prices)
    requests = worth.figures[2]
    every = np.array(list(product(range(len(MULTIPLIERS)), *[range(len(GIVEN))] * WEEKS)), dtype=np.int64)

    def bounds(own: Ints, held: int, charges: Ints) -> Floats:
        groups = own[(requests[own] & ~held) == 0]
        found = [bound_of(sets, worth, groups, each) for each in charges]
        beyond: Floats = np.array(found) - sum(worth.costs[bit] for bit in range(len(worth.costs)) if held >> bit & 1)
        return beyond

    def wanting(own: Ints) -> list[int]:
        return [1 << bit for bit in range(len(worth.costs)) if (requests[own] >> bit & 1).any()]

    sampled = Random(seed).sample(list(combinations(range(len(sets._numbers)), SIZE)), 200)
    inside = [sets._inside(worth, sum(1 << bit for bit in members)) for members in sampled]
    some = [own for own in inside if 1 < len(wanting(own)) < MANY][:LOOKED]
    assert len(some) == LOOKED
    for own in some:
        choice, most, charges = best_choice(worth.figures, own, sets._rules, worth.costs, FAR.copy(), -np.inf, 10_000)
        bits = wanting(own)
        choices = [sum(held) for number in range(len(bits) + 1) for held in combinations(bits, number)]
        assert choice in choices
        best = max(bounds(own, held, every).min() for held in choices)
        assert best == pytest.approx(most, abs=120)
        assert bounds(own, choice, charges[np.newaxis])[0] >= most - 1e-6


def test_looks_end_after_some_that_found_something_or_after_many_in_vain() -> None:
    work = wanting_one_person()
    nothing: Ints = np.zeros(0, dtype=np.int64)

    def promise(held: tuple[int, ...]) -> Promise:
        return Promise(100.0, (0.0, 0.0, 0.0), (0, 1), held, 0.0, nothing)

    looks = Looks(work)
    for number in range(SETS):
        assert not looks.enough
        assert not looks.needless(promise((number,)), 1e9)
        looks.add(promise((number,)), [(50.0, (0,))])
    assert looks.enough
    looks = Looks(work)
    for _ in range(ALIKE):
        assert not looks.needless(promise((1,)), 1e9)
        looks.add(promise((1,)), [(50.0, (0,))])
    assert looks.needless(promise((1,)), 1e9)
    assert not looks.needless(promise((2,)), 1e9)
    looks = Looks(work)
    for _ in range(IN_ALL):
        assert not looks.enough
        assert not looks.needless(promise((1,)), 1e9)
        looks.add(promise((1,)), [])
    assert looks.enough
