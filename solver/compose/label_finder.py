"""Patterns of one kind whose work is fixed to days: looked for by labels, set of members by set of members."""

import numpy as np

from solver.compose.demand import Floats
from solver.compose.labels import Search
from solver.compose.looks import Looks
from solver.compose.member_sets import MemberSets, Promise
from solver.compose.set_bounds import NEVER
from solver.compose.workable import Ended, Workable
from solver.universe import Ints

SLACK = 60.0
"""Minutes of the year that are not worth a search."""


class LabelFinder:
    """Looks where the bound is highest; not again where the best found may be it."""

    def __init__(self, workable: Workable) -> None:
        self.workable = workable
        self.sets = MemberSets(workable)

    def found(self, values: Floats, prices: Floats, left: Ints, bonus: int) -> list[Ended]:
        """See `solver.compose.pricing.Finder`."""
        every = list[Ended]()
        looks, beyond = Looks(self.workable), bonus - float(prices[self.workable.demand.posts])
        for promise in self.sets.ranked(values, prices, SLACK - beyond):
            if promise.bound + beyond <= SLACK or looks.enough:
                break
            if looks.needless(promise, (promise.bound + beyond - SLACK) / 1.2 - bonus):
                continue
            found = self._found(promise, values, prices, beyond)
            kept = self.workable.worth_it(found, prices, bonus)
            looks.add(promise, kept)
            every += kept
        return every

    def _found(self, promise: Promise, values: Floats, prices: Floats, beyond: float) -> list[Ended]:
        """What labels find of what is promised."""
        allowed = self.sets.allows(promise) & (values > NEVER)
        valued = np.where(allowed, self.sets.valued(values, prices, promise.held), NEVER)
        return Search(self.workable, valued, allowed, promise.charges, 1.0 + promise.cost - beyond).best()
