"""Which posts are given up together, to be looked for again out of what they leave."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from solver.compose.demand import Pattern
from solver.compose.pricing import Pricer

NOISE = 1.5
"""Posts that share as many members, within this, are told apart by chance."""


@dataclass(frozen=True)
class GivenUp:
    """Chooses among the posts held."""

    pricer: Pricer

    def chosen(self, held: Sequence[Pattern], many: int) -> list[Pattern]:
        """So many of these, if there are: those held last, some by chance, those near one, or those near hours that
        nobody holds."""
        ways: tuple[Callable[[Sequence[Pattern], int], list[Pattern]], ...]
        ways = self._last, self._by_chance, self._near_one, self._near_hours
        return self.pricer.random.choice(ways)(held, many)

    def _last(self, held: Sequence[Pattern], many: int) -> list[Pattern]:
        """Those held last, which had to do with what was left."""
        return list(held[-many:])

    def _by_chance(self, held: Sequence[Pattern], many: int) -> list[Pattern]:
        return self.pricer.random.sample(list(held), min(many, len(held)))

    def _near_one(self, held: Sequence[Pattern], many: int) -> list[Pattern]:
        """One of them and those that share most members with it."""
        one = self.pricer.random.choice(held)
        return self._near(one, self._members(one), held, many)

    def _near_hours(self, held: Sequence[Pattern], many: int) -> list[Pattern]:
        """One that could work hours that nobody holds, and those that share most members with it."""
        random, demand = self.pricer.random, self.pricer.demand
        left = np.maximum(demand.left(held), 0) * demand.worths
        if not left.any():
            return self._by_chance(held, many)
        [row] = random.choices(range(len(left)), left.tolist())
        able = [pattern for pattern in held if self.pricer.workables[pattern.kind].serves[row]]
        if not able:
            return self._by_chance(held, many)
        there = {int(demand.member[row])}
        one = max(able, key=lambda pattern: self._shared(pattern, there))
        return self._near(one, self._members(one) | there, held, many)

    def _near(self, one: Pattern, members: set[int], held: Sequence[Pattern], many: int) -> list[Pattern]:
        others = [pattern for pattern in held if pattern is not one]
        return [one, *sorted(others, key=lambda pattern: -self._shared(pattern, members))[: many - 1]]

    def _shared(self, pattern: Pattern, members: set[int]) -> float:
        return len(members & self._members(pattern)) + NOISE * self.pricer.random.random()

    def _members(self, pattern: Pattern) -> set[int]:
        return set(self.pricer.demand.member[pattern.rows].tolist()) - {-1}
