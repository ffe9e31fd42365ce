"""Which members a post could work for: sets of them, the most promising first at given values of duties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np

from gems.domain.typical import WEEKS
from solver.compose.demand import Floats
from solver.compose.set_bounds import NEVER, best_choice, best_of_groups, bounds_with, least_bound, worths_at
from solver.compose.workable import Workable
from solver.universe import Bools, Ints

GROWN = 100
"""Sets kept each time a member is added, and sets for which requests that want one person are settled."""
NODES = 200
"""How often, at the most, it is settled for a set whether it holds a request that wants one person."""
BITS = 60
"""Members, those of most groups, and requests that want one person, the dearest, that are told apart: each is a bit of
a number. Other members are in no set, other requests pay by the piece."""
MULTIPLIERS = np.array([-4.0, -2.0, *np.linspace(-1.0, 1.0, 25)])
"""What a minute of the year may be charged; a duty is worth at most a minute a minute. Less than -1 where hardly enough
can be worked."""
GIVEN = 26 * np.array([*np.linspace(0.0, 1.0, 11), 1.3, 1.6, 2.4, 3.2])
"""What a minute of a week in school holidays may be given; a week stands for some 26 of the year. On even steps, as
what the year is charged and what weeks are given move together."""
NOTHING: Ints = np.array([int(np.abs(MULTIPLIERS).argmin())] + [0] * WEEKS, dtype=np.int64)
"""Numbers of the charges that are 0."""
DEAR = int(np.searchsorted(MULTIPLIERS, 0.66))
"""Number of the most that a minute of the year is charged where sets are compared: charged all that it may be worth,
all sets with enough work of any kind would promise the same."""

Charges = tuple[float, ...]
"""What a minute of the year is charged, and what one in school holidays is given, week by week."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A set of members, with requests that want one person and are held for sure: what a post of it may be worth."""

    bound: float
    charges: Charges
    members: tuple[int, ...]
    held: tuple[int, ...]
    """Numbers of requests that want one person, paid for whole; others are not held, or cost nothing."""
    cost: float
    """What they cost; the bound is what is left of it."""
    groups: Ints
    """The groups of duties that it may be made of."""


@dataclass(frozen=True, slots=True)
class _Settled:
    """The same, not yet told at length."""

    bound: float
    members: int
    """Each a bit."""
    held: int
    """Requests that want one person, each a bit."""
    charges: Ints
    """Their numbers."""


@dataclass(frozen=True, slots=True)
class _Groups:
    """Duties of the same day and as many minutes that serve the same members, with pieces of the same requests that
    want one person, count by the best of them; groups in the order of days."""

    of_duty: Ints
    day: Ints
    members: Bools
    together: Bools
    term: Floats
    """Minutes of weeks in school holidays."""
    year: Floats


@dataclass(frozen=True, slots=True)
class _Worth:
    """What groups are worth at some prices, and requests that want one person, the dearest first."""

    figures: tuple[Floats, Ints, Ints, Floats, Floats, Floats]
    """See `solver.compose.set_bounds.least_bound`."""
    groups: Ints
    """The groups that have a duty which is allowed."""
    requests: Ints
    costs: Floats


class MemberSets:
    """The sets of members of one kind."""

    def __init__(self, workable: Workable) -> None:
        self.workable = workable
        served = workable.members
        self._rows, self._pieces = workable.together
        keys = np.column_stack([workable.day, served, self._pieces.T > 0, workable.term, workable.year])
        unique, of_duty = np.unique(keys, axis=0, return_inverse=True)
        day, members, together, minutes = np.split(unique, [1, 1 + served.shape[1], keys.shape[1] - 2], axis=1)
        term, year = minutes.T.astype(np.float64)
        self.groups = _Groups(
            of_duty.reshape(-1), day[:, 0].copy(), members > 0, together > 0, term.copy(), year.copy()
        )
        terms = workable.question.terms
        of_year: Floats = MULTIPLIERS * np.where(MULTIPLIERS > 0, terms.most_year, terms.least_year)
        self._rules: Any = workable.rhythm, (of_year, -GIVEN * terms.low), (MULTIPLIERS, GIVEN)
        self.size = min(terms.members_most, served.shape[1])
        self._numbers = np.sort(np.argsort(-self.groups.members.sum(axis=0), kind="stable")[:BITS])
        """The members told apart, bit by bit."""
        told = self.groups.members[:, self._numbers]
        self._bits: Ints = told @ (1 << np.arange(len(self._numbers), dtype=np.int64))
        self._bits[self.groups.members.sum(axis=1) > told.sum(axis=1)] = -1
        gathered, of_group = np.unique(np.column_stack([self.groups.day, self._bits]), axis=0, return_inverse=True)
        self._gathered = of_group.reshape(-1), len(gathered)
        self._gathered_day, self._gathered_bits = gathered.T.copy()
        self._promised: list[int] = []
        """Sets that promised most the time before, as bits."""
        self._charges: Ints | None = None
        """Charges of the first of them."""

    def ranked(self, values: Floats, prices: Floats, least: float = 0.0) -> Iterator[Promise]:
        """What a post may be worth, the highest bound first; sets that promise no more than the least may be left out.

        `values`: of duties, where each piece of a request that wants one person pays its share of the whole. Where
        there are such requests, it is settled for the most promising sets which of them a post holds: of these it pays
        for all, of others it has no piece.
        """
        worth = self._worth(values, prices)
        charges = self._begin(worth) if self._charges is None else self._charges.copy()
        charges[0] = min(charges[0], DEAR)
        sets, bounds = self._grown(worth, charges)
        self._promised = []
        for settled in self._by_bound(worth, sets, bounds, charges, least):
            if not self._promised:
                self._charges = settled.charges
            self._promised.append(settled.members)
            yield self._promise(worth, settled)

    def _by_bound(self, worth: _Worth, sets: Ints, bounds: Floats, charges: Ints, least: float) -> Iterator[_Settled]:
        """Sets whose requests that want one person are settled, if there are any, and whose charges are moved."""
        if not len(worth.requests):
            yield from self._moved(worth, sets, bounds, charges, least)
            return
        found = [self._settled(worth, one, charges, least) for one in sets[bounds > least][:GROWN].tolist()]
        yield from sorted((one for one in found if one.bound > least), key=lambda one: -one.bound)

    def _moved(self, worth: _Worth, sets: Ints, bounds: Floats, charges: Ints, enough: float) -> Iterator[_Settled]:
        """Sets whose charges are moved once they come first; a bound at other charges is a bound."""
        waiting: list[tuple[float, int, Ints | None]]
        waiting = [(-bound, place, None) for place, bound in enumerate(bounds.tolist())]
        heapify(waiting)
        while waiting:
            bound, place, moved = heappop(waiting)
            members = int(sets[place])
            if moved is not None:
                yield _Settled(-bound, members, 0, moved)
                continue
            moved = charges.copy()
            least, _ = least_bound(worth.figures, self._inside(worth, members), self._rules, 0, -1, moved, enough)
            heappush(waiting, (-min(least, -bound), place, moved))

    def _inside(self, worth: _Worth, members: int) -> Ints:
        """The groups that serve nobody but these members."""
        own: Ints = worth.groups[(self._bits[worth.groups] & ~members) == 0]
        return own

    def _settled(self, worth: _Worth, members: int, charges: Ints, least: float) -> _Settled:
        """The set with the requests for which it promises most; the least where it does not promise more."""
        inside = self._inside(worth, members)
        choice, bound, chosen = best_choice(worth.figures, inside, self._rules, worth.costs, charges, least, NODES)
        return _Settled(bound, members, choice, chosen)

    def _promise(self, worth: _Worth, settled: _Settled) -> Promise:
        """The same with members and requests by their numbers, and charges by what they are."""
        of_year, *of_weeks = settled.charges.tolist()
        charges = float(MULTIPLIERS[of_year]), *GIVEN[of_weeks].tolist()
        members = tuple(number for bit, number in enumerate(self._numbers.tolist()) if settled.members >> bit & 1)
        held = np.flatnonzero(settled.held >> np.arange(len(worth.costs)) & 1)
        numbers = tuple(sorted(worth.requests[held].tolist()))
        inside = self._inside(worth, settled.members)
        own: Ints = inside[(worth.figures[2][inside] & ~settled.held) == 0]
        return Promise(settled.bound, charges, members, numbers, float(worth.costs[held].sum()), own)

    def _worth(self, values: Floats, prices: Floats) -> _Worth:
        """What groups are worth, with requests that want one person beside."""
        groups = self.groups
        costs = prices[self._rows] * self.workable.demand.limits[self._rows]
        dearest = np.argsort(-costs, kind="stable")[:BITS]
        requests = dearest[costs[dearest] > 0]
        unpaid = self.valued(values, prices, requests.tolist())
        best: Floats = best_of_groups(unpaid, groups.of_duty, len(groups.day))
        bits: Ints = groups.together[:, requests] @ (1 << np.arange(len(requests), dtype=np.int64))
        open_ = np.flatnonzero((best > NEVER / 2) & (self._bits >= 0))
        figures = best, groups.day, bits, prices[self._rows[requests]], groups.term, groups.year
        return _Worth(figures, open_, requests, costs[requests])

    def valued(self, values: Floats, prices: Floats, held: Sequence[int]) -> Floats:
        """Values of duties once these requests are paid for whole."""
        if not held:
            return values
        chosen = list(held)
        back: Floats = values + prices[self._rows[chosen]] @ self._pieces[chosen]
        return back

    def _begin(self, worth: _Worth) -> Ints:
        """Charges that suit the set which promises most without any."""
        charges: Ints = NOTHING.copy()
        sets, _ = self._grown(worth, charges)
        least_bound(worth.figures, self._inside(worth, int(sets[0])), self._rules, 0, -1, charges, -np.inf)
        return charges

    def _grown(self, worth: _Worth, charges: Ints) -> tuple[Ints, Floats]:
        """Sets grown member by member, the most promising first, and what they promise at these charges, nothing
        settled; what promised most the time before is among them, and what differs from it in one member."""
        worths = worths_at(worth.figures, worth.groups, self._gathered, self._rules, charges)
        there = worths > NEVER / 2
        each = worths[there], self._gathered_bits[there], self._gathered_day[there]
        open_ = np.flatnonzero(np.bitwise_or.reduce(each[1], initial=0) >> np.arange(len(self._numbers)) & 1)
        size = min(self.size, len(open_))
        sets, bounds = np.zeros(1, dtype=np.int64), np.zeros(1)
        for members in range(size):
            base = sets[np.argsort(-bounds, kind="stable")[:GROWN]]
            if members == size - 1:
                base = np.union1d(base, self._nearly(members))
            every = bounds_with(each, base, open_, self._rules, charges)
            further = (base[:, np.newaxis] & 1 << open_) == 0
            sets, first = np.unique((base[:, np.newaxis] | 1 << open_)[further], return_index=True)
            bounds = every[further][first]
        order = np.argsort(-bounds, kind="stable")
        return sets[order], bounds[order]

    def _nearly(self, size: int) -> Ints:
        """So many members of sets that promised most the time before: all but one."""
        one_less = {one & ~(1 << bit) for one in self._promised for bit in range(len(self._numbers))}
        return np.array(sorted(one for one in one_less if one.bit_count() == size), dtype=np.int64)

    def allows(self, promise: Promise) -> Bools:
        """The duties it may be made of."""
        open_ = np.zeros(len(self.groups.day), dtype=np.bool_)
        open_[promise.groups] = True
        allowed: Bools = open_[self.groups.of_duty]
        return allowed
