"""New patterns for the programme: for each kind, fortnights that are worth more than the prices of what they use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

import numpy as np

from gems.domain.composition import Post
from solver.compose.demand import Demand, Floats, Pattern
from solver.compose.kinds import Possible
from solver.compose.label_finder import LabelFinder
from solver.compose.pool import Pool, Shares
from solver.compose.set_bounds import NEVER
from solver.compose.taken import NOTHING, Taken
from solver.compose.volume_finder import VolumeFinder
from solver.compose.workable import Ended, Workable
from solver.universe import Ints

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

    def answer(self) -> list[Pick] | None:
        """What was found; None when there will be no answer."""
        ...


class Finder(Protocol):
    """Who looks for patterns of one kind."""

    def found(self, values: Floats, prices: Floats, left: Ints, bonus: int) -> list[Ended]:
        """Patterns worth more than these prices, and the bonus of a post.

        `values`: of duties beyond the prices of what they use, each piece of a request that wants one person paying its
        share of the whole; NEVER where what is left of the demand does not allow them.
        """
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
    finders: dict[int, Finder]
    random: Random
    others: Others | None = None

    @classmethod
    def of(cls, possible: Possible, random: Random, over: Over, taken: Taken = NOTHING) -> "Pricer":
        """All of them that are read before it is over; what other posts hold already is left to them."""
        demand = Demand(possible.question, taken)
        able: dict[int, Workable] = {}
        for number, kind in enumerate(possible.widest):
            if over():
                break
            if (work := Workable(number, possible.question, kind, demand)).size:
                able[number] = work
        return cls(demand, able, {number: _finder(work) for number, work in able.items()}, random)

    def known(self, posts: Sequence[Post]) -> list[Pattern]:
        """Posts made elsewhere as patterns of these kinds; those that are none are left out."""
        return [pattern for post in posts if (pattern := self._known(post)) is not None]

    def _known(self, post: Post) -> Pattern | None:
        for work in self.workables.values():
            duties = work.duties_of(post)
            if duties is not None and work.keeps_rules(duties):
                return work.pattern(duties)
        return None

    def posts(self, picks: Iterable[Pick]) -> list[Post]:
        """The posts that work these patterns."""
        chosen = ((self.workables[kind], duties) for kind, duties in picks)
        return [work.post(work.pattern(duties)) for work, duties in chosen]

    @property
    def duties(self) -> int:
        """Duties of all kinds."""
        return sum(work.size for work in self.workables.values())

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
            found += [(order.kind, duties) for duties in self._of_kind(order, prices, left)]
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
        return found + answer

    def _halves(self, orders: Sequence[Order]) -> tuple[list[Order], list[Order]]:
        """The orders in two halves of about as many duties; the same kinds together in each round, as who looked at a
        kind before knows where it is promising."""
        halves: tuple[list[Order], list[Order]] = ([], [])
        duties = [0, 0]
        for order in sorted(orders, key=lambda one: -self.workables[one.kind].size):
            less = int(duties[1] < duties[0])
            halves[less].append(order)
            duties[less] += self.workables[order.kind].size
        return halves

    def _of_kind(self, order: Order, prices: Floats, left: Ints) -> list[tuple[int, ...]]:
        """Patterns of a kind out of what is left."""
        work = self.workables[order.kind]
        free = work.fitting(left)
        if not free.any():
            return []
        values = np.where(free, work.values(prices), NEVER)
        return [duties for _, duties in self.finders[order.kind].found(values, prices, left, order.bonus)]


def _finder(work: Workable) -> Finder:
    return VolumeFinder(work) if len(work.volumes) else LabelFinder(work)


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
        smooth[pool.demand.posts] = shares.prices[pool.demand.posts]  # nothing is known of it elsewhere
        if over() or not (pricer.add(pool, smooth, over) or pricer.add(pool, shares.prices, over)):
            break
        before, shares = shares.counted, pool.solve()
        flat = flat + 1 if shares.counted < before * (1 + FLAT) else 0
        if flat >= patience:
            break
    return shares
