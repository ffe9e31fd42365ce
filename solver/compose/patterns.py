"""Patterns met so far, each once, looked over all at once."""

from collections.abc import Mapping, Sequence

import numpy as np

from solver.compose.demand import Floats, Pattern
from solver.universe import Bools, Ints

Key = tuple[int, tuple[int, ...]]


class Patterns:
    """A list of patterns without doubles; figures of all of them come as one array, in its order."""

    def __init__(self) -> None:
        self.all: list[Pattern] = []
        self._known: set[Key] = set()
        self._flat: tuple[Ints, Ints, Ints] | None = None

    def __len__(self) -> int:
        return len(self.all)

    def add(self, pattern: Pattern) -> bool:
        """Take a pattern in; False when it is there already."""
        key = pattern.kind, pattern.duties
        if key in self._known:
            return False
        self._known.add(key)
        self.all.append(pattern)
        self._flat = None
        return True

    def fitting(self, left: Ints) -> Bools:
        """Which of them use no more than what is left."""
        fits: Bools = np.ones(len(self.all), dtype=np.bool_)
        number, rows, amounts = self._flattened()
        fits[number[amounts > left[rows]]] = False
        return fits

    def beyond(self, prices: Floats, charges: Mapping[int, float]) -> Floats:
        """What each is worth beyond the prices of what it uses and the charge of its kind."""
        number, rows, amounts = self._flattened()
        paid = np.bincount(number, weights=prices[rows] * amounts, minlength=len(self.all))
        charged = np.array([pattern.worth - charges.get(pattern.kind, 0.0) for pattern in self.all], dtype=np.float64)
        return np.asarray(charged - paid, dtype=np.float64)

    def keep(self, which: Sequence[bool] | Bools, *, forgotten: bool = False) -> None:
        """Drop the others; those forgotten are never taken in again."""
        if not forgotten:
            self._known -= {(p.kind, p.duties) for p, stays in zip(self.all, which, strict=True) if not stays}
        self.all = [pattern for pattern, stays in zip(self.all, which, strict=True) if stays]
        self._flat = None

    def _flattened(self) -> tuple[Ints, Ints, Ints]:
        """Number of the pattern, row and amount, side by side."""
        if self._flat is None:
            nothing: Ints = np.zeros(0, dtype=np.int64)
            sizes = [len(pattern.rows) for pattern in self.all]
            rows = np.concatenate([nothing, *(pattern.rows for pattern in self.all)])
            amounts = np.concatenate([nothing, *(pattern.amounts for pattern in self.all)])
            self._flat = np.repeat(np.arange(len(self.all)), sizes), rows, amounts
        return self._flat
