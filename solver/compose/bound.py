"""The most hours that any sustainable posts could place: a proven bound (docs/compose.md).

Posts of one kind are taken together, by fractions if need be: every rule of one post is a rule of the sum with its
sides multiplied by the number of posts. Members are not counted there, and only kinds that hold more than all others
are looked at. A linear programme gives multipliers; at *any* multipliers the sum below is a bound, and it is added up
in whole numbers, so that no rounding of a linear solver can make it wrong.
"""

from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.compose.kinds import Possible
from solver.compose.yard import Taken, Yard
from solver.master import INFINITE, Master, Row
from solver.universe import Ints

SCALE = 10_000
"""Multipliers are whole ten-thousandths."""
DEMAND = ("mission_once", "request_volume", "same_person")
"""Rules about what is asked: their sides do not grow with the number of posts."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Minutes of the year that no set of posts goes over, and what a minute of each mission is worth at the margin."""

    minutes: int
    counts: tuple[float, ...]
    """How many posts of each of the widest kinds the linear programme has."""


def bound(possible: Possible) -> Bound:
    """The bound of a question."""
    question = possible.question
    kinds = possible.widest
    if not kinds:
        return Bound(0, ())
    yard = Yard(question, kinds, Taken())
    most = len(question.fortnight.mission)  # a post works each week, and a piece is worked by one person
    sums = _Sums(yard, most)
    return sums.bound()


class _Sums:
    """The master of the widest kinds with every post of a kind added up."""

    def __init__(self, yard: Yard, most: int) -> None:
        self.yard, self.master = yard, yard.master
        self.owner = _owners(self.master)
        for person, opened in enumerate(yard.open):
            self.owner[opened] = person
        self.upper = np.array(self.master.upper, dtype=np.int64)
        size = len(yard.table)
        self.upper[size:] *= most
        self.upper[yard.open] = most
        self.rows = [self._row(row) for row in self.master.rows]
        own = [c for c in range(size, self.master.size) if c not in set(yard.open) and self.owner[c] >= 0]
        for column in own:
            opened = yard.open[int(self.owner[column])]
            pair = np.array([column, opened], dtype=np.int64)
            factors = np.array([1, -self.master.upper[column]], dtype=np.int64)
            self.rows.append(Row(pair, factors, -INFINITE, 0, "sum"))

    def _row(self, row: Row) -> Row:
        people = np.unique(self.owner[row.columns])
        if row.rule in DEMAND or len(people) != 1 or people[0] < 0:
            return row
        opened = self.yard.open[int(people[0])]
        return _scaled(row, opened)

    def bound(self) -> Bound:
        """Solve, round the multipliers, and add up."""
        rows = [row for row in self.rows if len(row.columns)]
        multipliers = self._multipliers(rows)
        cents = np.array(self.master.cents, dtype=np.int64) * SCALE
        total = 0
        for row, value in zip(rows, multipliers, strict=True):
            side = row.lower if value > 0 else row.upper
            if value and abs(side) < INFINITE:
                total += value * side
                np.subtract.at(cents, row.columns, value * row.coefficients)
        total += int((np.minimum(cents, 0) * self.upper).sum())
        return Bound(-total // SCALE, self.counts)

    def _multipliers(self, rows: list[Row]) -> list[int]:
        solver = pywraplp.Solver.CreateSolver("GLOP")
        assert solver is not None, "GLOP is part of OR-Tools"
        columns = [solver.NumVar(0.0, float(upper), "") for upper in self.upper]
        for column, price in zip(columns, self.master.cents, strict=True):
            solver.Objective().SetCoefficient(column, float(price))
        made = []
        for row in rows:
            low = -solver.infinity() if row.lower <= -INFINITE else float(row.lower)
            high = solver.infinity() if row.upper >= INFINITE else float(row.upper)
            constraint = solver.Constraint(low, high)
            for place, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
                constraint.SetCoefficient(columns[place], float(factor))
            made.append(constraint)
        solved = solver.Solve() == pywraplp.Solver.OPTIMAL
        self.counts = tuple(columns[opened].solution_value() for opened in self.yard.open)
        return [round(row.dual_value() * SCALE) if solved else 0 for row in made]


def _owners(master: Master) -> Ints:
    """The person of each column: of a duty, and of a column that only rows of one person hold; else -1."""
    owner: Ints = np.full(master.size, -1, dtype=np.int64)
    owner[: len(master.table)] = master.table.employee
    shared: set[int] = set()
    for row in master.rows:
        others = row.columns[row.columns >= len(master.table)]
        duties = row.columns[row.columns < len(master.table)]
        people = np.unique(master.table.employee[duties])
        for column in others.tolist():
            if len(people) == 1 and owner[column] in (-1, people[0]):
                owner[column] = people[0]
            elif len(people):
                shared.add(column)
    owner[list(shared)] = -1
    return owner


def _scaled(row: Row, opened: int) -> Row:
    """The row with its one finite side multiplied by the number of posts."""
    sides = [side for side in (row.lower, row.upper) if abs(side) < INFINITE]
    if not any(sides) or (opened in row.columns):
        return row
    if len(sides) == 2:  # noqa: PLR2004 — both sides: keep the upper one, a relaxation
        sides = sides[1:]
        return _scaled(Row(row.columns, row.coefficients, -INFINITE, row.upper, row.rule), opened)
    columns = np.append(row.columns, opened)
    factors = np.append(row.coefficients, -sides[0])
    low, high = (0, INFINITE) if row.lower > -INFINITE else (-INFINITE, 0)
    return Row(columns, factors, low, high, row.rule)
