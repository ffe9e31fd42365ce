"""Patterns met so far, each once, looked over all at once."""

from collections.abc import Sequence

import numpy as np

from solver.compose.demand import Floats, Pattern
from solver.universe import Bools, Ints

Key = tuple[int, tuple[int, ...]]
NOTHING: tuple[Ints, ...] = (np.zeros(0, dtype=np.int64),) * 3


class Patterns:
    """A list of patterns without doubles; figures of all of them come as one array, in its order."""

    def __init__(self) -> None:
        self.all: list[Pattern] = []
        self._known: set[Key] = set()
        self._flat: tuple[Ints, ...] = NOTHING
        self._flat_of = 0
        """How many of the patterns are in those arrays."""

    def __len__(self) -> int:
        return len(self.all)

    def add(self, pattern: Pattern) -> bool:
        """Take a pattern in; False when it is there already."""
        key = pattern.kind, pattern.duties
        if key in self._known:
            return False
        self._known.add(key)
        self.all.append(pattern)
        return True

    def fitting(self, left: Ints) -> Bools:
        """Which of them use no more than what is left."""
        fits: Bools = np.ones(len(self.all), dtype=np.bool_)
        number, rows, amounts = self._flattened()
        fits[number[amounts > left[rows]]] = False
        return fits

    def beyond(self, prices: Floats) -> Floats:
        """What each is worth beyond the prices of what it uses."""
        number, rows, amounts = self._flattened()
        paid = np.bincount(number, weights=prices[rows] * amounts, minlength=len(self.all))
        worth = np.array([pattern.worth for pattern in self.all], dtype=np.float64)
        return np.asarray(worth - paid, dtype=np.float64)

    def keep(self, which: Sequence[bool] | Bools, *, forgotten: bool = False) -> None:
        """Drop the others; those forgotten are never taken in again."""
        if not forgotten:
            self._known -= {(p.kind, p.duties) for p, stays in zip(self.all, which, strict=True) if not stays}
        self.all = [pattern for pattern, stays in zip(self.all, which, strict=True) if stays]
        self._flat, self._flat_of = NOTHING, 0

    def _flattened(self) -> tuple[Ints, Ints, Ints]:
        """Number of the pattern, row and amount, side by side."""
        if self._flat_of < len(self.all):
            new = self.all[self._flat_of :]
            numbers = np.repeat(np.arange(self._flat_of, len(self.all)), [len(pattern.rows) for pattern in new])
            rows = np.concatenate([pattern.rows for pattern in new])
            amounts = np.concatenate([pattern.amounts for pattern in new])
            joined = zip(self._flat, (numbers, rows, amounts), strict=True)
            self._flat = tuple(np.concatenate([before, after]) for before, after in joined)
            self._flat_of = len(self.all)
        number, row, amount = self._flat
        return number, row, amount
