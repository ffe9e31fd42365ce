"""Which members a post could work for: sets of them, the most promising first at given values of duties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from solver.compose.demand import Floats
from solver.compose.set_bounds import best_of_groups, bounds_of_sets
from solver.compose.workable import Workable
from solver.universe import Bools, Ints

SETS_MOST = 1500
"""Up to so many sets all are looked at; beyond, they are grown member by member."""
GROWN = 40
"""Sets kept each time a member is added."""
MULTIPLIERS = np.linspace(-1.0, 1.0, 25)
"""What a minute of the year may be charged; a duty is worth at most a minute a minute."""

Found = tuple[float, float, tuple[int, ...]]


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
        keys = np.column_stack([workable.day, served])
        unique, of_duty = np.unique(keys, axis=0, return_inverse=True)
        self.groups = _Groups(np.ascontiguousarray(of_duty.reshape(-1)), unique[:, 0].copy(), unique[:, 1:] > 0)
        terms = workable.question.terms
        self._limits: Floats = MULTIPLIERS * np.where(MULTIPLIERS > 0, terms.most_year, terms.least_year)
        self.many = served.shape[1]
        self.size = min(terms.members_most, self.many)
        self.all: list[tuple[int, ...]] | None = None
        if comb(self.many, self.size) <= SETS_MOST:
            self.all = list(combinations(range(self.many), self.size))
            self._within = self._inside(self.all)

    def ranked(self, values: Floats) -> Iterator[Found]:
        """Sets with a bound on what a post of theirs is worth and its multiplier, the highest bound first."""
        best = best_of_groups(values, self.workable.year, self.groups.of_duty, len(self.groups.day), MULTIPLIERS)
        if self.all is not None:
            yield from self._sorted(self.all, *self._bounds(best, self._within))
            return
        sets: list[tuple[int, ...]] = [()]
        found: list[Found] = []
        for _ in range(self.size):
            grown = sorted({tuple(sorted({*one, member})) for one in sets for member in range(self.many)} - set(sets))
            found = list(self._sorted(grown, *self._bounds(best, self._inside(grown))))
            sets = [one for _, _, one in found[:GROWN]]
        yield from found

    def allows(self, members: Sequence[int]) -> Bools:
        """The duties that serve no other member."""
        others = np.setdiff1d(np.arange(self.many), members)
        return np.logical_not(self.workable.members[:, others].any(axis=1))

    def _inside(self, sets: Sequence[tuple[int, ...]]) -> _Inside:
        chosen = np.zeros((len(sets), self.many), dtype=np.float32)
        for row, one in zip(chosen, sets, strict=True):
            row[list(one)] = 1
        served = self.groups.members.astype(np.float32)
        of_set, groups = np.nonzero(chosen @ served.T >= served.sum(axis=1))
        return _Inside(np.searchsorted(of_set, np.arange(len(sets) + 1)), np.ascontiguousarray(groups))

    def _bounds(self, best: Floats, inside: _Inside) -> tuple[Floats, Floats]:
        """The least, over the multipliers, of each day's best and what the year's limits give back."""
        bounds, least = bounds_of_sets(best, self.groups.day, inside.starts, inside.groups, self._limits)
        return bounds, MULTIPLIERS[least]

    @staticmethod
    def _sorted(sets: Sequence[tuple[int, ...]], bounds: Floats, multipliers: Floats) -> Iterator[Found]:
        for place in np.argsort(-bounds, kind="stable").tolist():
            yield float(bounds[place]), float(multipliers[place]), sets[place]
