"""The programme over whole patterns: which to hold, by fractions, and what each row of the demand is worth then."""

from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.compose.demand import Demand, Floats, Pattern
from solver.compose.patterns import Patterns
from solver.duty_programme import begin_with, glop
from solver.universe import Bools, Ints

OPTIMAL = pywraplp.Solver.OPTIMAL


@dataclass(frozen=True, slots=True)
class Shares:
    """An optimum of the programme: minutes of the year with the bonus of each post, the share of each pattern, the
    price of each row."""

    counted: float
    shares: Floats
    prices: Floats


class Pool:
    """Patterns known so far, and the linear programme over those that fit what is left."""

    def __init__(self, demand: Demand, bonus: int = 0) -> None:
        """`bonus`: what a post counts for beyond its minutes."""
        self.demand, self.bonus = demand, bonus
        self.known = Patterns()
        self.left: Ints = demand.limits
        self._less = False
        """Whether less is left than at the solve before."""
        self._build()

    @property
    def patterns(self) -> list[Pattern]:
        """The patterns, in the order of the shares."""
        return self.known.all

    def add(self, pattern: Pattern) -> bool:
        """Take a pattern in; False when it is there already."""
        if not self.known.add(pattern):
            return False
        self._add_column(pattern)
        return True

    def solve(self) -> Shares:
        """The optimum over the patterns that fit; raises ArithmeticError when the solver gives up twice."""
        begin_with(self._solver, dual=self._less)
        self._less = False
        if self._solver.Solve() != OPTIMAL:  # a basis carried over may be singular: again from nothing
            self._build()
            if self._solver.Solve() != OPTIMAL:
                raise ArithmeticError("the programme of posts was not solved")
        shares = np.array([column.solution_value() for column in self._columns])
        prices = np.array([max(0.0, row.dual_value()) for row in self._rows])
        return Shares(self._solver.Objective().Value(), shares, prices)

    def restrict(self, left: Ints) -> None:
        """From now on only so much of each row is left; patterns that do not fit stay known, but out."""
        self.left = left
        self._less = True
        for row, most in zip(self._rows, left.tolist(), strict=True):
            row.SetUb(float(most))
        self._close()

    def fits(self, pattern: Pattern) -> bool:
        """Whether a pattern uses no more than what is left; duties that fit one by one may not together."""
        return bool((pattern.amounts <= self.left[pattern.rows]).all())

    def promising(self, shares: Shares, most: int) -> Bools:
        """The patterns that fit, and of too many those that the prices of an optimum leave most."""
        return most_promising(self.known, self.left, shares.prices, most)

    def forget(self, pattern: Pattern) -> None:
        """Leave a pattern out for good; it is never taken in again."""
        self.known.keep([other is not pattern for other in self.patterns], forgotten=True)
        self._build()

    def keep(self, which: Bools) -> None:
        """Drop the other patterns; they may come back."""
        self.known.keep(which)
        self._build()

    def _build(self) -> None:
        self._solver = glop()
        self._solver.Objective().SetMaximization()
        low = -self._solver.infinity()
        self._rows = [self._solver.Constraint(low, float(most)) for most in self.left]
        self._columns: list[pywraplp.Variable] = []
        for pattern in self.patterns:
            self._add_column(pattern)
        self._close()

    def _add_column(self, pattern: Pattern) -> None:
        column = self._solver.NumVar(0.0, self._solver.infinity(), "")  # rows alone bound it, so that they are priced
        self._solver.Objective().SetCoefficient(column, float(pattern.worth + self.bonus))
        for row, amount in zip(pattern.rows.tolist(), pattern.amounts.tolist(), strict=True):
            self._rows[row].SetCoefficient(column, float(amount))
        self._columns.append(column)

    def _close(self) -> None:
        most = self._solver.infinity()
        for column, fit in zip(self._columns, self.known.fitting(self.left).tolist(), strict=True):
            column.SetUb(most if fit else 0.0)


def most_promising(known: Patterns, left: Ints, prices: Floats, most: int) -> Bools:
    """The patterns that fit what is left, and of too many those worth most beyond prices."""
    kept = known.fitting(left)
    if int(kept.sum()) > most:
        beyond = known.beyond(prices)
        beyond[~kept] = -np.inf
        kept = beyond >= np.partition(beyond, -most)[-most]
    return kept
