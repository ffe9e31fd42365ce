"""The programme over whole patterns: which to hold, by fractions, and what each row of the demand is worth then."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.compose.demand import Demand, Floats, Pattern
from solver.universe import Bools, Ints

OPTIMAL = pywraplp.Solver.OPTIMAL
PLAIN = "use_preprocessing: false"
"""With preprocessing, the basis of the solve before is of no use to the next."""


@dataclass(frozen=True, slots=True)
class Shares:
    """An optimum of the programme: minutes of the year, the share of each pattern, the price of each row."""

    minutes: float
    shares: Floats
    prices: Floats


class Pool:
    """Patterns known so far, and the linear programme over those that fit what is left."""

    def __init__(self, demand: Demand) -> None:
        self.demand = demand
        self.patterns: list[Pattern] = []
        self.known: set[tuple[int, tuple[int, ...]]] = set()
        self.left: Ints = demand.limits
        self._flat: tuple[Ints, Ints, Ints] | None = None
        self._build()

    def add(self, pattern: Pattern) -> bool:
        """Take a pattern in; False when it is there already."""
        key = pattern.kind, pattern.duties
        if key in self.known:
            return False
        self.known.add(key)
        self.patterns.append(pattern)
        self._add_column(pattern)
        self._flat = None
        return True

    def solve(self) -> Shares:
        """The optimum over the patterns that fit; raises ArithmeticError when the solver gives up twice."""
        if self._solver.Solve() != OPTIMAL:  # a basis carried over may be singular: again from nothing
            fits = self.fitting()
            self._build()
            for pattern in self.patterns:
                self._add_column(pattern)
            self._close(fits)
            if self._solver.Solve() != OPTIMAL:
                raise ArithmeticError("the programme of posts was not solved")
        shares = np.array([column.solution_value() for column in self._columns])
        prices = np.array([max(0.0, row.dual_value()) for row in self._rows])
        return Shares(self._solver.Objective().Value(), shares, prices)

    def restrict(self, left: Ints) -> None:
        """From now on only so much of each row is left; patterns that do not fit stay known, but out."""
        self.left = left
        for row, most in zip(self._rows, left.tolist(), strict=True):
            row.SetUb(float(most))
        self._close(self.fitting())

    def fits(self, pattern: Pattern) -> bool:
        """Whether a pattern uses no more than what is left; duties that fit one by one may not together."""
        return bool((pattern.amounts <= self.left[pattern.rows]).all())

    def fitting(self) -> Bools:
        """Which patterns fit what is left."""
        fits: Bools = np.ones(len(self.patterns), dtype=np.bool_)
        if self.patterns:
            if self._flat is None:
                self._flat = _flat(self.patterns)
            number, rows, amounts = self._flat
            fits[number[amounts > self.left[rows]]] = False
        return fits

    def promising(self, prices: Floats, most: int) -> Bools:
        """The patterns that fit, and of too many those that these prices leave most."""
        kept = self.fitting()
        if int(kept.sum()) > most and self._flat is not None:
            number, rows, amounts = self._flat
            paid = np.bincount(number, weights=prices[rows] * amounts, minlength=len(self.patterns))
            left = np.array([pattern.worth for pattern in self.patterns]) - paid
            left[~kept] = -np.inf
            kept = left >= np.partition(left, -most)[-most]
        return kept

    def forget(self, pattern: Pattern) -> None:
        """Leave a pattern out for good; it is never taken in again."""
        self.keep([other is not pattern for other in self.patterns], forgotten=True)

    def keep(self, which: Sequence[bool] | Bools, *, forgotten: bool = False) -> None:
        """Drop the other patterns; unless forgotten, they may come back."""
        if not forgotten:
            self.known -= {(p.kind, p.duties) for p, stays in zip(self.patterns, which, strict=True) if not stays}
        self.patterns = [pattern for pattern, stays in zip(self.patterns, which, strict=True) if stays]
        self._flat = None
        self._build()
        for pattern in self.patterns:
            self._add_column(pattern)
        self._close(self.fitting())

    def _build(self) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        assert self._solver is not None, "GLOP is part of OR-Tools"
        self._solver.SetSolverSpecificParametersAsString(PLAIN)
        self._solver.Objective().SetMaximization()
        low = -self._solver.infinity()
        self._rows = [self._solver.Constraint(low, float(most)) for most in self.left]
        self._columns: list[pywraplp.Variable] = []

    def _add_column(self, pattern: Pattern) -> None:
        column = self._solver.NumVar(0.0, self._solver.infinity(), "")  # rows alone bound it, so that they are priced
        self._solver.Objective().SetCoefficient(column, float(pattern.worth))
        for row, amount in zip(pattern.rows.tolist(), pattern.amounts.tolist(), strict=True):
            self._rows[row].SetCoefficient(column, float(amount))
        self._columns.append(column)

    def _close(self, fits: Bools) -> None:
        most = self._solver.infinity()
        for column, fit in zip(self._columns, fits.tolist(), strict=True):
            column.SetUb(most if fit else 0.0)


def _flat(patterns: Sequence[Pattern]) -> tuple[Ints, Ints, Ints]:
    """Number of the pattern, row and amount, side by side."""
    sizes = [len(pattern.rows) for pattern in patterns]
    number = np.repeat(np.arange(len(patterns)), sizes)
    return number, np.concatenate([p.rows for p in patterns]), np.concatenate([p.amounts for p in patterns])
