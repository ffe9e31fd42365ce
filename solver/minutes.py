"""A value for every minute of the horizon and the days around it, so that any slot is one subtraction."""

from datetime import timedelta

import numpy as np

from gems.domain.time import day_start
from solver.universe import Ints, Universe

BEFORE, AFTER = 2, 4
"""Days around the horizon: the eve of the first slot, and the days on which the last one may end."""


class MinuteLine:
    """One whole number a minute, 0 at first."""

    def __init__(self, universe: Universe) -> None:
        self.days = [universe.days[0] + timedelta(days=offset) for offset in range(-BEFORE, len(universe.days) + AFTER)]
        self.start = day_start(self.days[0])
        self.values = np.zeros(day_start(self.days[-1]) - self.start, dtype=np.int64)

    def within(self, start: int, end: int) -> Ints:
        """The minutes from one instant to another, to be read or changed in place."""
        first, last = max(0, start - self.start), max(0, end - self.start)
        return self.values[first:last]

    def sums(self, starts: Ints, ends: Ints) -> Ints:
        """The sum over each stretch from a start to an end."""
        total = np.concatenate([[0], np.cumsum(self.values)])
        last = len(total) - 1
        found: Ints = total[np.clip(ends - self.start, 0, last)] - total[np.clip(starts - self.start, 0, last)]
        return found
