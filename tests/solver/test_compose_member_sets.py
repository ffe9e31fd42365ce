"""Sets of members: the groups inside each, and bounds where requests that want one person are held."""

from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest

from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from sample_data import generate
from solver.compose.kinds import Possible
from solver.compose.member_sets import MemberSets
from solver.compose.pricing import Pricer
from solver.compose.set_bounds import NEVER
from solver.compose.workable import Workable


@cache
def wanting_one_person() -> Workable:
    """A kind with several requests that want one person."""
    possible = Possible(question_of(generate("gems23", 2, year=2027), year_mondays(2027)))
    pricer = Pricer.of(possible, Random(1), lambda: False)
    found: Workable = max(pricer.workables.values(), key=lambda work: len(work.together[0]) * (not len(work.volumes)))
    return found


def test_inside_a_set_are_the_groups_that_serve_nobody_else() -> None:
    sets = MemberSets(wanting_one_person())
    members, random = sets.groups.members, Random(1)
    every = [(), *random.sample(list(combinations(range(sets.many), 3)), 40), tuple(range(sets.many))]
    inside = sets._inside(every)
    assert len(inside.starts) == len(every) + 1
    for place, one in enumerate(every):
        own = inside.groups[inside.starts[place] : inside.starts[place + 1]]
        outside = [member for member in range(sets.many) if member not in one]
        assert sorted(own.tolist()) == np.flatnonzero(~members[:, outside].any(axis=1)).tolist()


@pytest.mark.parametrize("seed", range(3))
def test_held_requests_change_the_bounds_as_if_all_were_worked_out_again(seed: int) -> None:
    """Only groups with pieces of them are: the others are worth what they were."""
    work = wanting_one_person()
    sets, random = MemberSets(work), np.random.default_rng(seed)
    prices = random.uniform(0, 1.5, len(work.demand.limits)) * 60
    values = np.where(random.random(work.size) < 0.9, work.values(prices), NEVER)
    many = len(work.together[0])
    held = tuple(sorted(Random(seed).sample(range(many), 2)))
    valued = np.where(values > NEVER, sets.valued(values, prices, held), NEVER)
    quick = sets._best_with(sets._best(values), valued, held)
    assert 0 < quick.of_some.shape[2] < len(sets.groups.day)
    whole = sets._best(valued)
    one = [tuple(range(sets.many))]
    for charges in random.integers(0, 5, (10, 1, 3)):
        inside = sets._inside(one)
        assert sets._bounds(quick, inside, charges) == pytest.approx(sets._bounds(whole, inside, charges))
