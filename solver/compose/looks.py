"""Where patterns of one kind were looked for in a round, and where it would be in vain to look again."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from solver.compose.member_sets import Promise
from solver.compose.workable import Ended, Workable

SETS = 8
"""Sets of members for each kind in a round in which something is found."""
IN_ALL = 40
"""Sets looked at for each kind in a round."""
ALIKE = 2
"""Of them, so many that hold the same requests that want one person."""


@dataclass
class Looks:
    """What was found where; of sets that hold the same requests that want one person, few are looked at."""

    workable: Workable
    many: int = 0
    """Sets looked at."""
    fruitful: int = 0
    """Those in which something was found."""
    _choices: Counter[frozenset[int]] = field(default_factory=Counter)
    _best: list[tuple[float, frozenset[int], frozenset[int]]] = field(default_factory=list)
    """Of each look the best: what it is worth, the members it serves, the requests of one person it may hold."""

    @property
    def enough(self) -> bool:
        """Whether no more are looked at in this round."""
        return self.fruitful >= SETS or self.many >= IN_ALL

    def needless(self, promise: Promise, least: float) -> bool:
        """Whether it was looked at, or what was found may be its best and is worth as much as that."""
        members, held = set(promise.members), set(promise.held)
        if self._choices[frozenset(held)] >= ALIKE and self.workable.together[0].size:
            return True
        return any(worth >= least and served <= members and wants <= held for worth, served, wants in self._best)

    def add(self, promise: Promise, found: list[Ended]) -> None:
        """Remember what was found, the best first."""
        self.many += 1
        if found:
            self.fruitful += 1
            self._choices[frozenset(promise.held)] += 1
            worth, duties = found[0]
            served = np.flatnonzero(self.workable.members[list(duties)].any(axis=0))
            self._best.append((worth, frozenset(served.tolist()), frozenset(promise.held)))
