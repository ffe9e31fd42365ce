"""New patterns for the programme: for each kind, fortnights that are worth more than the prices of what they use."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np

from solver.compose.days_off import drawn, week_days
from solver.compose.demand import Demand, Floats
from solver.compose.kinds import Possible
from solver.compose.labels import Ended, Search
from solver.compose.member_sets import NEVER, MemberSets
from solver.compose.pool import Pool, Shares
from solver.compose.workable import Workable
from solver.universe import Bools

SETS = 4
"""Sets of members looked at for each kind in a round."""
SLACK = 60.0
"""Minutes of the year that are not worth a search."""
FLAT = 3e-4
"""A round that adds no larger share ends the rounds."""
Over = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Pricer:
    """The widest kinds of a question that can do something, by number, ready to be asked for patterns."""

    demand: Demand
    workables: dict[int, Workable]
    sets: dict[int, MemberSets]
    random: Random

    @classmethod
    def of(cls, possible: Possible, random: Random) -> "Pricer":
        """All of them."""
        demand = Demand(possible.question)
        every = [Workable(number, possible.question, kind, demand) for number, kind in enumerate(possible.widest)]
        able = {work.number: work for work in every if work.size}
        return cls(demand, able, {number: MemberSets(work) for number, work in able.items()}, random)

    def add(self, pool: Pool, prices: Floats, over: Over) -> int:
        """Patterns that are worth more than these prices, added to the pool; how many are new."""
        return sum(self._of_kind(number, pool, prices) for number in self.workables if not over())

    def _of_kind(self, number: int, pool: Pool, prices: Floats) -> int:
        """Look where the bound is highest; not again where the best found serves members of the set only."""
        work, sets = self.workables[number], self.sets[number]
        free = work.fitting(pool.left)
        values = np.where(free, work.values(prices), NEVER)
        added = looked = 0
        done: list[tuple[float, frozenset[int]]] = []
        for bound, multiplier, members in sets.ranked(values):
            if bound <= SLACK or looked >= SETS:
                break
            if any(used <= set(members) and bound <= value * 1.2 + SLACK for value, used in done):
                continue
            looked += 1
            allowed = free & sets.allows(members)
            found = self._found(work, values, allowed, multiplier)
            added += sum(pool.add(pattern) for _, duties in found if pool.fits(pattern := work.pattern(duties)))
            if found:
                value, duties = found[0]
                used = frozenset(np.flatnonzero(work.members[list(duties)].any(axis=0)).tolist())
                done.append((value, used))
        return added

    def _found(self, work: Workable, values: Floats, allowed: Bools, multiplier: float) -> list[Ended]:
        """Patterns of a set of members: of working days, and where weekends can be worked of other days too."""
        found = Search(work, values, allowed & work.within(week_days()), multiplier).best()
        if (allowed & ~work.within(week_days())).any():
            more = Search(work, values, allowed & work.within(drawn(self.random)), multiplier).best()
            found = sorted({*found, *more}, reverse=True)
        return [one for one in found if work.keeps_rules(one[1])]


def settled(pricer: Pricer, pool: Pool, rounds: int, over: Over) -> Shares:
    """The programme after rounds of new patterns, until a round adds little."""
    shares = pool.solve()
    for _ in range(rounds):
        if over() or not pricer.add(pool, shares.prices, over):
            break
        before, shares = shares.minutes, pool.solve()
        if shares.minutes < before * (1 + FLAT):
            break
    return shares
