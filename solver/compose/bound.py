"""The most hours that any sustainable posts could place: a proven bound (docs/compose.md).

Posts of one kind are taken together, by fractions if need be: every rule of one post is a rule of the sum with its
sides multiplied by the number of posts. Members are not counted there, and only kinds that hold more than all others
are looked at. A linear programme gives multipliers; at *any* multipliers the sum below is a bound, and it is added up
in whole numbers, so that no rounding of a linear solver can make it wrong. As posts are whole, so is their number:
where the programme's is not, the bound is the larger of those with fewer and with more (branching on their number).
"""

from math import ceil, floor

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.compose.kinds import Possible
from solver.compose.taken import NOTHING
from solver.compose.yard import Yard
from solver.duty_programme import SCALE, glop, glop_row, whole_bound
from solver.master import INFINITE, Master, Row
from solver.owners import NOBODYS, spread
from solver.universe import Ints

BRANCHES = 3
"""How often the number of posts is branched on, one branch in the other."""
FEW = 5000
"""Columns up to which it is: with many posts to place, their number hardly counts, and it takes long."""
WHOLE = 1e-6
MISSING = 4
"""What a missing post costs in the programme, in posts: it is there only so that there are always multipliers."""
DEMAND = ("mission_once", "request_volume", "same_person")
"""Rules about what is asked: their sides do not grow with the number of posts."""


def bound(possible: Possible) -> int:
    """Minutes of the year that no set of posts goes over."""
    question = possible.question
    kinds = possible.widest
    if not kinds:
        return 0
    yard = Yard(question, kinds, NOTHING)
    most = len(question.fortnight.mission)  # a post works each week, and a piece is worked by one person
    sums = Sums(yard, most)
    return _branched(sums, 0, most, BRANCHES if sums.master.size < FEW else 0)


def _branched(sums: "Sums", least: int, most: int, branches: int) -> int:
    """The bound with so many posts at least and at most."""
    if least > most:
        return 0
    minutes, posts = sums.bound(least, most)
    if posts is None or not branches or abs(posts - round(posts)) < WHOLE:
        return minutes
    halves = (least, floor(posts)), (ceil(posts), most)
    return min(minutes, max(_branched(sums, *half, branches - 1) for half in halves))


class Sums:
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
        self.rows = [scaled for row in self.master.rows for scaled in self._rows(row)]
        own = [c for c in range(size, self.master.size) if c not in set(yard.open) and self.owner[c] >= 0]
        for column in own:
            opened = yard.open[int(self.owner[column])]
            pair = np.array([column, opened], dtype=np.int64)
            factors = np.array([1, -self.master.upper[column]], dtype=np.int64)
            self.rows.append(Row(pair, factors, -INFINITE, 0, "sum"))

    def _rows(self, row: Row) -> list[Row]:
        """The row for so many posts; a rule about what is asked stays as it is."""
        people = np.unique(self.owner[row.columns])
        if row.rule in DEMAND or len(people) != 1 or people[0] < 0:
            return [row]
        opened = self.yard.open[int(people[0])]
        return _scaled(row, opened)

    def bound(self, least: int, most: int) -> tuple[int, float | None]:
        """Minutes with so many posts at least and at most, and how many the programme has; None when unknown.

        Solve, round the multipliers, and add up.
        """
        opened = np.array(self.yard.open, dtype=np.int64)
        number = Row(opened, np.ones(len(opened), dtype=np.int64), least, most, "sum")
        rows = [*(row for row in self.rows if len(row.columns)), number]
        multipliers, posts = self._multipliers(rows)
        every = np.arange(self.master.size)
        return -whole_bound(self.master, rows, multipliers, every, self.upper), posts

    def _multipliers(self, rows: list[Row]) -> tuple[list[int], float | None]:
        """Of each row, and the number of posts; the last row, that of their number, may be missed at a price."""
        solver = glop()
        columns = [solver.NumVar(0.0, float(upper), "") for upper in self.upper]
        for column, price in zip(columns, self.master.cents, strict=True):
            solver.Objective().SetCoefficient(column, float(price))
        made = []
        for row in rows:
            constraint = glop_row(solver, row)
            for place, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
                constraint.SetCoefficient(columns[place], float(factor))
            made.append(constraint)
        missing = solver.NumVar(0.0, float(max(0, rows[-1].lower)), "")
        solver.Objective().SetCoefficient(missing, float(MISSING * self.yard.question.terms.most_year))
        made[-1].SetCoefficient(missing, 1.0)
        if solver.Solve() != pywraplp.Solver.OPTIMAL:
            return [0] * len(rows), None
        posts = sum(columns[place].solution_value() for place in self.yard.open)
        return [round(row.dual_value() * SCALE) for row in made], posts


def _owners(master: Master) -> Ints:
    """The person of each column: of a duty, and of whatever rows about work tie to it, row by row; else -1."""
    owner: Ints = np.full(master.size, NOBODYS, dtype=np.int64)
    owner[: len(master.table)] = master.table.employee
    spread(owner, [row for row in master.rows if row.rule not in DEMAND or not row.upper])
    return owner


def _scaled(row: Row, opened: int) -> list[Row]:
    """The row with its finite sides multiplied by the number of posts."""
    sides = [side for side in (row.lower, row.upper) if abs(side) < INFINITE]
    if not any(sides) or (opened in row.columns):
        return [row]
    columns = np.append(row.columns, opened)
    low = Row(columns, np.append(row.coefficients, -row.lower), 0, INFINITE, row.rule)
    high = Row(columns, np.append(row.coefficients, -row.upper), -INFINITE, 0, row.rule)
    if row.lower == row.upper:
        return [Row(high.columns, high.coefficients, 0, 0, row.rule)]
    return [scaled for scaled, side in ((low, row.lower), (high, row.upper)) if abs(side) < INFINITE]
