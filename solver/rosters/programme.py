"""The linear programme over rosters known (GLOP): shares of each person's, and what a head is worth in each row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.duty_programme import Floats, begin_with, glop
from solver.lagrange import SCALE
from solver.rosters.rosters import Roster, Rosters
from solver.universe import Ints

BEYOND = 10**6
"""Cents of a head that may not be there: so there always is an answer, and its prices lead away from such heads."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """An optimum over the rosters known."""

    cents: float
    of_rows: Ints
    """What a head costs in each row, in whole thousandths of a cent; never negative."""
    shares: Floats
    """Of each roster."""


class RosterProgramme:
    """The programme of some people, by place; the others' heads are counted already."""

    def __init__(self, rosters: Rosters, places: Sequence[int], loads: Ints) -> None:
        self.rosters, self.places, self.loads = rosters, tuple(places), loads
        self.all: list[Roster] = []
        self._known: set[tuple[int, tuple[int, ...]]] = set()
        self._solver = glop()
        self._settled = False
        """Whether somebody's roster was settled since the last solve."""
        low, heads = -self._solver.infinity(), rosters.heads
        left = (heads.upper - loads).tolist()
        self._rows = [self._solver.Constraint(low, float(most)) for most in left]
        self._one = {place: self._solver.Constraint(1.0, 1.0) for place in places}
        for row, bought in zip(self._rows, heads.bought, strict=True):
            for tier in bought:
                row.SetCoefficient(self._column(tier.cents, float(tier.most)), -1.0)
            row.SetCoefficient(self._column(BEYOND, self._solver.infinity()), -1.0)
        self._columns: list[pywraplp.Variable] = []

    def _column(self, cents: int, most: float) -> pywraplp.Variable:
        column = self._solver.NumVar(0.0, most, "")
        self._solver.Objective().SetCoefficient(column, float(cents))
        return column

    def add(self, roster: Roster) -> bool:
        """Take a roster in; False when it is known."""
        key = (roster.place, roster.duties)
        if key in self._known:
            return False
        self._known.add(key)
        self.all.append(roster)
        column = self._column(roster.cents, self._solver.infinity())
        self._one[roster.place].SetCoefficient(column, 1.0)
        for row in self.rosters.rows(roster):
            self._rows[row].SetCoefficient(column, 1.0)
        self._columns.append(column)
        return True

    def hold(self, kept: Iterable[Roster]) -> None:
        """From now on these people have these rosters."""
        self._settled = True
        chosen = {roster.place: roster for roster in kept}
        for roster, column in zip(self.all, self._columns, strict=True):
            if roster.place in chosen and roster is not chosen[roster.place]:
                column.SetUb(0.0)

    def solve(self) -> Mixed | None:
        """None when GLOP gives up."""
        begin_with(self._solver, dual=self._settled)
        self._settled = False
        solved = self._solver.Solve() == pywraplp.Solver.OPTIMAL
        self.rosters.pivots += self._solver.iterations()
        if not solved:
            return None
        of_rows = np.array([-row.dual_value() for row in self._rows], dtype=np.float64)
        return Mixed(
            self._solver.Objective().Value(),
            np.maximum(0, np.rint(SCALE * of_rows)).astype(np.int64),
            np.array([column.solution_value() for column in self._columns], dtype=np.float64),
        )
