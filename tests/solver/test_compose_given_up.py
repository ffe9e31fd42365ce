"""Which posts are given up together: as many as told, near one of them, or near hours that nobody holds."""

from dataclasses import replace
from functools import cache
from random import Random
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from sample_data import generate
from solver.compose.demand import Pattern
from solver.compose.given_up import NOISE, GivenUp
from solver.compose.kinds import Possible
from solver.compose.pool import Pool
from solver.compose.pricing import Pricer, settled
from solver.compose.workable import Workable


@cache
def held() -> tuple[Pricer, list[Pattern]]:
    """Some posts that can be held at once, of several kinds."""
    question = question_of(generate("gems23", 1, year=2027), year_mondays(2027))
    pricer = Pricer.of(Possible(question), Random(1), lambda: False)
    pool = Pool(pricer.demand)
    settled(pricer, pool, 3, lambda: False)
    found = list[Pattern]()
    for pattern in pool.patterns:
        if (pricer.demand.left([*found, pattern]) >= 0).all():
            found.append(pattern)
    assert len({pattern.kind for pattern in found}) > 2
    assert len(found) > 8
    return pricer, found


def members(pattern: Pattern) -> set[str]:
    """Members that a pattern works for, read off its post."""
    pricer, _ = held()
    work = pricer.workables[pattern.kind]
    return set(work.post(pattern).kind.members)


@pytest.mark.parametrize("many", [1, 4, 1000])
def test_as_many_as_told_are_given_up_each_once(many: int) -> None:
    pricer, every = held()
    given_up = GivenUp(pricer)
    for _ in range(20):
        chosen = given_up.chosen(every, many)
        assert len(chosen) == min(many, len(every))
        assert len({id(pattern) for pattern in chosen}) == len(chosen)
        assert all(any(pattern is one for one in every) for pattern in chosen)


def test_rows_of_the_demand_know_who_asks() -> None:
    pricer, every = held()
    names = {int(pricer.demand.member[row]) for pattern in every for row in pattern.rows.tolist()} - {-1}
    asking = {member for pattern in every for member in members(pattern)}
    assert len(names) == len(asking)
    for pattern in every:
        assert len(set(pricer.demand.member[pattern.rows].tolist()) - {-1}) == len(members(pattern))
    assert pricer.demand.member[pricer.demand.posts] == -1


def test_those_near_one_share_no_fewer_members_with_it_than_others_but_for_chance() -> None:
    pricer, every = held()
    given_up = GivenUp(pricer)
    for _ in range(10):
        one, *near = given_up._near_one(every, 4)
        shared = [len(members(one) & members(pattern)) for pattern in near]
        others = [pattern for pattern in every if pattern is not one and not any(pattern is other for other in near)]
        assert min(shared) > max(len(members(one) & members(pattern)) for pattern in others) - NOISE


def but_for(rows: list[int]) -> list[Pattern]:
    """The posts, and somebody without a kind who holds all that they leave but these rows."""
    pricer, every = held()
    amounts = pricer.demand.left(every)
    amounts[rows] = 0
    return [*every, Pattern(-1, (), 0, np.arange(len(amounts)), amounts)]


def test_the_first_of_those_near_hours_left_could_work_them() -> None:
    pricer, every = held()
    looked = 0
    for row in np.flatnonzero(pricer.demand.left(every) * pricer.demand.worths).tolist():
        able = [pattern for pattern in every if pricer.workables[pattern.kind].serves[row]]
        if 0 < len(able) < len(every):
            looked += 1
            first, *_ = _near_hours(but_for([row]))
            assert any(first is pattern for pattern in able)
    assert looked > 5


def test_where_nothing_is_left_near_hours_is_by_chance() -> None:
    assert len(_near_hours(but_for([]))) == 3


def _near_hours(posts: list[Pattern]) -> list[Pattern]:
    """Three of them; who has no kind can do nothing."""
    pricer, _ = held()
    nobody = SimpleNamespace(serves=np.zeros(len(pricer.demand.limits), dtype=np.bool_))
    some = replace(pricer, workables={**pricer.workables, -1: cast(Workable, nobody)})
    return GivenUp(some)._near_hours(posts, 3)
