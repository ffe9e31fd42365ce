"""Where patterns of one kind were looked for in a round, and where it would be in vain to look again."""

from dataclasses import dataclass, field

import numpy as np

from solver.compose.member_sets import Promise
from solver.compose.workable import Ended, Workable

SETS = 8
"""Sets of members looked at for each kind in a round."""


@dataclass
class Looks:
    """What was found where; of sets that hold the same requests that want one person, one is looked at."""

    workable: Workable
    many: int = 0
    _choices: set[frozenset[int]] = field(default_factory=set)
    _best: list[tuple[float, frozenset[int], frozenset[int]]] = field(default_factory=list)
    """Of each look the best: what it is worth, the members it serves, the requests of one person it may hold."""

    @property
    def enough(self) -> bool:
        """Whether no more are looked at in this round."""
        return self.many >= SETS

    def needless(self, promise: Promise, least: float) -> bool:
        """Whether it was looked at, or what was found may be its best and is worth as much as that."""
        members, held = set(promise.members), set(promise.held)
        if held in self._choices and self.workable.together[0].size:
            return True
        return any(worth >= least and served <= members and wants <= held for worth, served, wants in self._best)

    def add(self, promise: Promise, found: list[Ended]) -> None:
        """Remember what was found, the best first."""
        self.many += 1
        self._choices.add(frozenset(promise.held))
        if found:
            worth, duties = found[0]
            served = np.flatnonzero(self.workable.members[list(duties)].any(axis=0))
            self._best.append((worth, frozenset(served.tolist()), frozenset(promise.held)))
