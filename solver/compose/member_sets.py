"""Which members a post could work for: sets of them, the most promising first at given values of duties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import comb

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
MULTIPLIERS = np.linspace(-1.0, 1.0, 25)
"""What a minute of the year may be charged; a duty is worth at most a minute a minute."""
GIVEN = 26 * np.array([0.0, 0.05, 0.1, 0.2, 0.4, 0.8])
"""What a minute of a week in school holidays may be given; a week stands for some 26 of the year."""
NOTHING: Ints = np.array([len(MULTIPLIERS) // 2] + [0] * WEEKS, dtype=np.int64)
"""Numbers of the charges that are 0."""

Charges = tuple[float, ...]
"""What a minute of the year is charged, and what one in school holidays is given, week by week."""
Found = tuple[float, Charges, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Duties of the same day that serve the same members count by the best of them; groups in the order of days."""

    of_duty: Ints
    day: Ints
    members: Bools


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
        self._served = np.ascontiguousarray(served.T)
        """Members by duties: the same, quicker to look over member by member."""
        keys = np.column_stack([workable.day, served])
        unique, of_duty = np.unique(keys, axis=0, return_inverse=True)
        self.groups = _Groups(np.ascontiguousarray(of_duty.reshape(-1)), unique[:, 0].copy(), unique[:, 1:] > 0)
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

    def ranked(self, values: Floats) -> Iterator[Found]:
        """Sets with a bound on what a post of theirs is worth and its charges, the highest bound first."""
        work, groups = self.workable, self.groups
        best = best_of_groups(values, work.year, work.term, groups.of_duty, len(groups.day), MULTIPLIERS, GIVEN)
        sets, inside, charges = self._promising(best)
        bounds = self._bounds(best, inside, charges)
        waiting = [(-bound, place, False) for place, bound in enumerate(bounds.tolist())]
        heapify(waiting)
        while waiting:
            bound, place, least = heappop(waiting)
            if least:
                of_year, *of_weeks = charges[place].tolist()
                yield -bound, (float(MULTIPLIERS[of_year]), *GIVEN[of_weeks].tolist()), sets[place]
            else:
                own = inside.groups[inside.starts[place] : inside.starts[place + 1]]
                bound = -least_bound(best, groups.day, own, work.rhythm, self._limits, charges[place])
                heappush(waiting, (bound, place, True))

    def _promising(self, best: Floats) -> tuple[Sequence[tuple[int, ...]], _Inside, Ints]:
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

    def allows(self, members: Sequence[int]) -> Bools:
        """The duties that serve no other member."""
        others = np.ones(self.many, dtype=np.bool_)
        others[list(members)] = False
        return np.logical_not(self._served[others].any(axis=0))

    def _inside(self, sets: Sequence[tuple[int, ...]]) -> _Inside:
        chosen = np.zeros((len(sets), self.many), dtype=np.float32)
        for row, one in zip(chosen, sets, strict=True):
            row[list(one)] = 1
        served = self.groups.members.astype(np.float32)
        of_set, groups = np.nonzero(chosen @ served.T >= served.sum(axis=1))
        return _Inside(np.searchsorted(of_set, np.arange(len(sets) + 1)), np.ascontiguousarray(groups))

    def _bounds(self, best: Floats, inside: _Inside, charges: Ints) -> Floats:
        """By set the most it promises at its charges."""
        bounds: Floats = bounds_of_sets(
            best, self.groups.day, inside.starts, inside.groups, self.workable.rhythm, self._limits, charges
        )
        return bounds
