"""How many posts of each kind: whole numbers, rounded one kind after the other from what the programme has."""

from math import ceil

import numpy as np

from solver.compose.pool import Pool, Shares
from solver.compose.pricing import Over, Pricer, settled

ROUNDS = 2
"""Rounds of new patterns once numbers are set."""
STEPS = 5
"""In so many steps all are set, the nearest to whole first."""


def whole_numbers(pricer: Pricer, pool: Pool, shares: Shares, over: Over) -> Shares:
    """Want whole numbers of posts by kind of the pool from now on; its optimum then.

    Without them the programme holds fractions of posts of many kinds to the end, and what remains when few posts are
    left is a bit of each job in each place, of which no whole post can be made.
    """
    each = ceil(len(pricer.workables) / STEPS)
    while not over() and (left := pricer.workables.keys() - pool.wanted.keys()):
        kinds = np.array([pattern.kind for pattern in pool.patterns], dtype=np.int64)
        many = {kind: float(shares.shares[kinds == kind].sum()) for kind in left}
        nearest = sorted(left, key=lambda kind: (abs(many[kind] - round(many[kind])), kind))[:each]
        pool.want(pool.wanted | {kind: round(many[kind]) for kind in nearest})
        shares = settled(pricer, pool, ROUNDS, over)
    return shares
