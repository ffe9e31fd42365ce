"""New patterns for the programme: for each kind, fortnights that are worth more than the prices of what they use."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

import numpy as np

from solver.compose.demand import Demand, Floats
from solver.compose.kinds import Possible
from solver.compose.labels import Ended, Search
from solver.compose.member_sets import Charges, MemberSets
from solver.compose.pool import Pool, Shares
from solver.compose.set_bounds import NEVER
from solver.compose.workable import Workable
from solver.universe import Bools, Ints

SETS = 4
"""Sets of members looked at for each kind in a round."""
SLACK = 60.0
"""Minutes of the year that are not worth a search."""
FLAT = 3e-4
"""A round that adds no larger share ends the rounds."""
Over = Callable[[], bool]


Pick = tuple[int, tuple[int, ...]]
"""A pattern by the number of its kind and its duties."""


class Others(Protocol):
    """Who looks for patterns of some kinds meanwhile."""

    def ask(self, orders: Sequence["Order"], prices: Floats, left: Ints) -> None:
        """Look for patterns of these orders."""
        ...

    def answer(self) -> tuple[list[Pick], dict[int, float]] | None:
        """What was found, and seconds by kind; None when there will be no answer."""
        ...


@dataclass(frozen=True, slots=True)
class Order:
    """What is looked for in a round: patterns of a kind."""

    kind: int
    bonus: int = 0
    """What a post counts for beyond what it is worth."""


@dataclass
class Pricer:
    """The widest kinds of a question that can do something, by number, ready to be asked for patterns."""

    demand: Demand
    workables: dict[int, Workable]
    sets: dict[int, MemberSets]
    random: Random
    others: Others | None = None
    seconds: dict[int, float] = field(default_factory=dict)
    """What each kind took the last time."""

    @classmethod
    def of(cls, possible: Possible, random: Random, others: Others | None = None) -> "Pricer":
        """All of them."""
        demand = Demand(possible.question)
        every = [Workable(number, possible.question, kind, demand) for number, kind in enumerate(possible.widest)]
        able = {work.number: work for work in every if work.size}
        return cls(demand, able, {number: MemberSets(work) for number, work in able.items()}, random, others)

    def add(self, pool: Pool, prices: Floats, over: Over) -> int:
        """Patterns that are worth more than these prices, added to the pool; how many are new."""
        orders = [Order(number, pool.bonus) for number in self.workables]
        picks = self._together(orders, prices, pool.left, over)
        patterns = [self.workables[kind].pattern(duties) for kind, duties in sorted(picks, key=lambda pick: pick[0])]
        return sum(pool.add(pattern) for pattern in patterns if pool.fits(pattern))

    def picks(self, orders: Sequence[Order], prices: Floats, left: Ints, over: Over) -> list[Pick]:
        """Patterns worth more than these prices out of what is left, order by order until it is over."""
        found: list[Pick] = []
        for order in orders:
            if over():
                break
            begun = time.monotonic()
            found += [(order.kind, duties) for duties in self._of_kind(order, prices, left)]
            self.seconds[order.kind] = time.monotonic() - begun
        return found

    def _together(self, orders: Sequence[Order], prices: Floats, left: Ints, over: Over) -> list[Pick]:
        """The same, half of it from others while there are any."""
        if self.others is None:
            return self.picks(orders, prices, left, over)
        mine, theirs = self._halves(orders)
        self.others.ask(theirs, prices, left)
        found = self.picks(mine, prices, left, over)
        answer = self.others.answer()
        if answer is None:  # nobody is there any more
            self.others = None
            return found + self.picks(theirs, prices, left, over)
        self.seconds |= answer[1]
        return found + answer[0]

    def _halves(self, orders: Sequence[Order]) -> tuple[list[Order], list[Order]]:
        """The orders in two halves, by what they took the last time."""
        halves: tuple[list[Order], list[Order]] = ([], [])
        spent = [0.0, 0.0]
        for order in sorted(orders, key=lambda one: -self.seconds.get(one.kind, 1.0)):
            less = int(spent[1] < spent[0])
            halves[less].append(order)
            spent[less] += self.seconds.get(order.kind, 1.0)
        return halves

    def _of_kind(self, order: Order, prices: Floats, left: Ints) -> list[tuple[int, ...]]:
        """Patterns of a kind. A piece of a request that wants one person costs the whole of it, which duties one by one
        do not show: patterns without such pieces are looked for too, and those that are not worth it are left out."""
        work = self.workables[order.kind]
        free, values = work.fitting(left), work.values(prices)
        found = self._in_sets(order, free, values)
        if (free & work.together).any():
            found += self._in_sets(order, free & ~work.together, values)
            found = [duties for duties in found if work.gain(duties, prices) > -order.bonus]
        return found

    def _in_sets(self, order: Order, free: Bools, values: Floats) -> list[tuple[int, ...]]:
        """Look where the bound is highest; not again where the best found serves members of the set only."""
        work, sets = self.workables[order.kind], self.sets[order.kind]
        if not free.any():
            return []
        values = np.where(free, values, NEVER)
        looked = 0
        picked: list[tuple[int, ...]] = []
        done: list[tuple[float, frozenset[int]]] = []
        for bound, charges, members in sets.ranked(values):
            if bound + order.bonus <= SLACK or looked >= SETS:
                break
            promise = (bound + order.bonus - SLACK) / 1.2
            if any(used <= set(members) and promise <= value + order.bonus for value, used in done):
                continue
            looked += 1
            allowed = free & sets.allows(members)
            found = self._found(order, values, allowed, charges)
            picked += [duties for _, duties in found]
            if found:
                value, duties = found[0]
                used = frozenset(np.flatnonzero(work.members[list(duties)].any(axis=0)).tolist())
                done.append((value, used))
        return picked

    def _found(self, order: Order, values: Floats, allowed: Bools, charges: Charges) -> list[Ended]:
        """Patterns of a set of members."""
        work = self.workables[order.kind]
        found = Search(work, values, allowed, charges, 1.0 - order.bonus).best()
        return [one for one in found if work.keeps_rules(one[1])]


def settled(
    pricer: Pricer, pool: Pool, rounds: int, over: Over, patience: int = 1, centre: Floats | None = None
) -> Shares:
    """The programme after rounds of new patterns, until so many in a row add little.

    Where it stands on whole patterns, its own prices say little: new ones are looked for at the mean of them and of
    those before, which may begin at a centre known from elsewhere.
    """
    shares = pool.solve()
    smooth, flat = shares.prices if centre is None else centre, 0
    for _ in range(rounds):
        smooth = (smooth + shares.prices) / 2
        if over() or not (pricer.add(pool, smooth, over) or pricer.add(pool, shares.prices, over)):
            break
        before, shares = shares.counted, pool.solve()
        flat = flat + 1 if shares.counted < before * (1 + FLAT) else 0
        if flat >= patience:
            break
    return shares
