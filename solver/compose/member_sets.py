"""Which members a post could work for: sets of them, the most promising first at given values of duties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import comb
from typing import NamedTuple

import numpy as np

from gems.domain.typical import WEEKS
from solver.compose.demand import Floats
from solver.compose.set_bounds import best_of_groups, bounds_of_sets, least_bound
from solver.compose.workable import Workable
from solver.universe import Bools, Ints

SETS_MOST = 1500
"""Up to so many sets all are looked at; beyond, they are grown member by member."""
GROWN = 40
"""Sets kept each time a member is added."""
NODES = 2000
"""How often, at the most, it is settled for a set whether it holds a request that wants one person."""
MULTIPLIERS = np.linspace(-1.0, 1.0, 25)
"""What a minute of the year may be charged; a duty is worth at most a minute a minute."""
GIVEN = 26 * np.array([0.0, 0.05, 0.1, 0.2, 0.4, 0.8])
"""What a minute of a week in school holidays may be given; a week stands for some 26 of the year."""
NOTHING: Ints = np.array([len(MULTIPLIERS) // 2] + [0] * WEEKS, dtype=np.int64)
"""Numbers of the charges that are 0."""

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
class _Groups:
    """Duties of the same day that serve the same members, with pieces of the same requests that want one person, count
    by the best of them; groups in the order of days."""

    of_duty: Ints
    day: Ints
    members: Bools
    together: Bools


class _Node(NamedTuple):
    """Part of what a set of members may do: the groups left to it, its charges, requests held for sure."""

    place: int
    groups: Ints
    charges: Ints
    held: tuple[int, ...]


class _Best(NamedTuple):
    """The most that a duty of a group is worth, by charges: of all groups; of some instead; which of these, or -1."""

    of_all: Floats
    of_some: Floats
    place: Ints


@dataclass(frozen=True, slots=True)
class _Inside:
    """Set after set, the groups that serve nobody outside the set, and where each set begins."""

    starts: Ints
    groups: Ints


class MemberSets:
    """The sets of members of one kind."""

    def __init__(self, workable: Workable) -> None:
        self.workable = workable
        served = workable.members
        self._rows, self._pieces = workable.together
        keys = np.column_stack([workable.day, served, self._pieces.T > 0])
        unique, of_duty = np.unique(keys, axis=0, return_inverse=True)
        day, members, together = np.split(unique, [1, 1 + served.shape[1]], axis=1)
        self.groups = _Groups(of_duty.reshape(-1), day[:, 0].copy(), members > 0, together > 0)
        self._alike = self._by_members()
        terms = workable.question.terms
        of_year: Floats = MULTIPLIERS * np.where(MULTIPLIERS > 0, terms.most_year, terms.least_year)
        self._limits = of_year, -GIVEN * terms.low
        self.many = served.shape[1]
        self.size = min(terms.members_most, self.many)
        self.all: list[tuple[int, ...]] | None = None
        if comb(self.many, self.size) <= SETS_MOST:
            self.all = list(combinations(range(self.many), self.size))
            self._within = self._inside(self.all)
            self._charges: Ints = np.tile(NOTHING, (len(self.all), 1))
            """By set the charges found last, from which the next ones are looked for."""

    def ranked(self, values: Floats, prices: Floats) -> Iterator[Promise]:
        """What a post may be worth, the highest bound first.

        `values`: of duties, where each piece of a request that wants one person pays its share of the whole. Whether a
        post holds such a request is settled once its set comes first: then it pays for all of it, or has no piece.
        """
        known: dict[tuple[int, ...], _Best] = {(): self._best(values)}
        sets, inside, charges = self._promising(known[()])
        costs = prices[self._rows] * self.workable.demand.limits[self._rows]
        waiting = list[tuple[float, int, bool, _Node]]()
        for place, bound in enumerate(self._bounds(known[()], inside, charges).tolist()):
            own = inside.groups[inside.starts[place] : inside.starts[place + 1]]
            waiting.append((-bound, place, False, _Node(place, own, charges[place], ())))
        heapify(waiting)
        number = len(waiting)
        last = number + NODES
        while waiting and number < last:
            bound, _, moved, node = heappop(waiting)
            request = self._open(node, costs) if moved else None
            if moved and request is None:
                of_year, *of_weeks = node.charges.tolist()
                given = float(MULTIPLIERS[of_year]), *GIVEN[of_weeks].tolist()
                cost = float(costs[list(node.held)].sum())
                yield Promise(-bound, given, sets[node.place], node.held, cost, node.groups)
                continue
            for one in (node,) if request is None else self._halves(node, request):
                if one.held not in known:
                    known[one.held] = self._best_with(known[()], self.valued(values, prices, one.held), one.held)
                most = self._bound(one, known[one.held], moved=not moved) - costs[list(one.held)].sum()
                heappush(waiting, (max(bound, -most), number, not moved, one))
                number += 1

    def _open(self, node: _Node, costs: Floats) -> int | None:
        """The dearest request of which it is not settled whether the post holds it."""
        if not len(costs):
            return None
        there = np.where(self.groups.together[node.groups].any(axis=0), costs, 0.0)
        there[list(node.held)] = 0.0
        dearest = int(np.argmax(there))
        return dearest if there[dearest] > 0 else None

    def _halves(self, node: _Node, request: int) -> tuple[_Node, _Node]:
        """Without the request, and with it."""
        without = node.groups[~self.groups.together[node.groups, request]]
        return (
            _Node(node.place, without, node.charges.copy(), node.held),
            _Node(node.place, node.groups, node.charges.copy(), (*node.held, request)),
        )

    def _bound(self, node: _Node, best: _Best, *, moved: bool) -> float:
        """The most it promises at its charges, moved first if they are to be; what is held is not paid for yet."""
        own, steps = node.groups, self.workable.rhythm
        if moved:
            return float(least_bound(best, self.groups.day, own, steps, self._limits, node.charges))
        return float(self._bounds(best, _Inside(np.array([0, len(own)]), own), node.charges[np.newaxis])[0])

    def _best(self, values: Floats) -> _Best:
        """The best of each group."""
        work, groups = self.workable, self.groups
        best: Floats = best_of_groups(values, work.year, work.term, groups.of_duty, len(groups.day), MULTIPLIERS, GIVEN)
        return _Best(best, best[:, :, :0].copy(), np.full(len(groups.day), -1, dtype=np.int64))

    def _best_with(self, best: _Best, values: Floats, held: Sequence[int]) -> _Best:
        """The same where requests that want one person are held: another value of groups with pieces of them."""
        work, groups = self.workable, self.groups
        other: Bools = np.logical_or.reduce(groups.together[:, list(held)], axis=1)
        place = np.where(other, np.cumsum(other) - 1, -1)
        duties = np.flatnonzero(other[groups.of_duty])
        of_some: Floats = best_of_groups(
            values[duties],
            work.year[duties],
            work.term[duties],
            place[groups.of_duty[duties]],
            int(other.sum()),
            MULTIPLIERS,
            GIVEN,
        )
        return _Best(best.of_all, of_some, place)

    def valued(self, values: Floats, prices: Floats, held: Sequence[int]) -> Floats:
        """Values of duties once these requests are paid for whole."""
        if not held:
            return values
        chosen = list(held)
        back: Floats = values + prices[self._rows[chosen]] @ self._pieces[chosen]
        return back

    def _promising(self, best: _Best) -> tuple[Sequence[tuple[int, ...]], _Inside, Ints]:
        """All sets, or those grown member by member; with their groups, and charges to begin with."""
        if self.all is not None:
            return self.all, self._within, self._charges
        charges: Ints = NOTHING.copy()
        whole = self._inside([tuple(range(self.many))])
        least_bound(best, self.groups.day, whole.groups, self.workable.rhythm, self._limits, charges)
        sets: list[tuple[int, ...]] = [()]
        for _ in range(self.size):
            grown = sorted({tuple(sorted({*one, member})) for one in sets for member in range(self.many)} - set(sets))
            bounds = self._bounds(best, self._inside(grown), np.tile(charges, (len(grown), 1)))
            sets = [grown[place] for place in np.argsort(-bounds, kind="stable")[:GROWN].tolist()]
        return sets, self._inside(sets), np.tile(charges, (len(sets), 1))

    def _by_members(self) -> tuple[Floats, Ints, Ints]:
        """All choices of members that a group serves, the groups in their order, and where each choice begins and the
        last one ends."""
        served, which = np.unique(self.groups.members, axis=0, return_inverse=True)
        which = which.reshape(-1)
        order = np.argsort(which, kind="stable")
        return served.astype(np.float64), order, np.searchsorted(which[order], np.arange(len(served) + 1))

    def allows(self, promise: Promise) -> Bools:
        """The duties it may be made of."""
        open_ = np.zeros(len(self.groups.day), dtype=np.bool_)
        open_[promise.groups] = True
        allowed: Bools = open_[self.groups.of_duty]
        return allowed

    def _inside(self, sets: Sequence[tuple[int, ...]]) -> _Inside:
        chosen = np.zeros((len(sets), self.many))
        for row, one in zip(chosen, sets, strict=True):
            row[list(one)] = 1
        served, order, first = self._alike
        of_set, which = np.nonzero(chosen @ served.T >= served.sum(axis=1))
        many = first[which + 1] - first[which]
        ends = np.cumsum(many)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first[which] - (ends - many), many)
        last_of_set = np.searchsorted(of_set, np.arange(len(sets) + 1))
        return _Inside(np.concatenate([[0], ends])[last_of_set], order[places])

    def _bounds(self, best: _Best, inside: _Inside, charges: Ints) -> Floats:
        """By set the most it promises at its charges."""
        bounds: Floats = bounds_of_sets(
            best, self.groups.day, inside.starts, inside.groups, self.workable.rhythm, self._limits, charges
        )
        return bounds
