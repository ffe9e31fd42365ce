"""The linear programme (GLOP) over the duties of a part: what its rows are worth when duties are taken by fractions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.line_rows import SortedPart
from solver.master import INFINITE, Master, Row
from solver.parts import Part
from solver.universe import Ints

Floats = NDArray[np.float64]
WARM = "use_preprocessing: false feasibility_rule: DEVEX"
"""For a programme solved again and again: preprocessed, it could not begin from the basis of the solve before; and by
steepest edge the first phase computes norms of all columns, 30 ms where not one pivot is to be done (decision 0034)."""
SCALE = 10_000
"""Multipliers are rounded to this part of a cent for a bound in whole numbers."""


def glop() -> pywraplp.Solver:
    """An empty programme."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    assert solver is not None, "GLOP is part of OR-Tools"
    return solver


def begin_with(solver: pywraplp.Solver, *, dual: bool) -> None:
    """Let the next solve go on from the last basis, by the dual simplex where its prices are still feasible and its
    shares no more: what is new leaves the shares so, what is closed or less the prices."""
    solver.SetSolverSpecificParametersAsString(f"{WARM} use_dual_simplex: {str(dual).lower()}")


def glop_row(solver: pywraplp.Solver, row: Row) -> pywraplp.Constraint:
    """A row without its columns."""
    low = -solver.infinity() if row.lower <= -INFINITE else float(row.lower)
    high = solver.infinity() if row.upper >= INFINITE else float(row.upper)
    return solver.Constraint(low, high)


def whole_bound(master: Master, rows: Sequence[Row], multipliers: Sequence[int], columns: Ints, upper: Ints) -> int:
    """Cents that no choice of these columns goes below while they keep the rows.

    `multipliers`: of the rows, in parts of a cent by `SCALE`; `upper`: the most of each column of the master. At *any*
    multipliers the rows' worth and each column at its best add up to a bound (Lagrange), computed here in whole
    numbers, so that no rounding of GLOP can make it wrong.
    """
    prices, total = paid(master, rows, multipliers, SCALE)
    return -(-(total + at_best(master, prices, columns, upper)) // SCALE)


def paid(master: Master, rows: Sequence[Row], multipliers: Sequence[int], scale: int) -> tuple[Ints, int]:
    """What each column of a master costs once these rows are paid, and what the rows' own sides come to; in parts of a
    cent by `scale`, as the multipliers."""
    prices: Ints = scale * np.array(master.cents, dtype=np.int64)
    total = 0
    for row, multiplier in zip(rows, multipliers, strict=True):
        side = row.lower if multiplier > 0 else row.upper
        if multiplier and abs(side) < INFINITE:
            total += multiplier * side
            np.subtract.at(prices, row.columns, multiplier * row.coefficients)
    return prices, total


def at_best(master: Master, prices: Ints, columns: Ints, upper: Ints) -> int:
    """What these columns come to at these prices, each at its best; `upper`: the most of each of the master."""
    own, lower = prices[columns], np.array(master.lower, dtype=np.int64)[columns]
    return int(np.minimum(own * lower, own * upper[columns]).sum())


class DutyProgramme:
    """The programme of one part, solved."""

    def __init__(self, master: Master, part: Part) -> None:
        self._master, self._part = master, part
        self._solver = glop()
        self._columns: dict[int, pywraplp.Variable] = {}
        for column in part.columns.tolist():
            low, high = float(master.lower[column]), float(master.upper[column])
            variable = self._columns[column] = self._solver.NumVar(low, high, "")
            self._solver.Objective().SetCoefficient(variable, float(master.cents[column]))
        self._rows = [self._row(row) for row in part.rows]
        self.solved: bool = self._solver.Solve() == pywraplp.Solver.OPTIMAL
        """Whether it has an answer; what follows means nothing else."""

    def _row(self, row: Row) -> pywraplp.Constraint:
        constraint = glop_row(self._solver, row)
        for column, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
            constraint.SetCoefficient(self._columns[column], float(factor))
        return constraint

    @property
    def cents(self) -> float:
        """What the answer costs, as GLOP rounds."""
        return float(self._solver.Objective().Value())

    @property
    def bound(self) -> int:
        """Cents that no plan of the part goes below: proven."""
        master, columns = self._master, self._part.columns
        multipliers = np.rint(SCALE * self.multipliers).astype(np.int64).tolist()
        return whole_bound(master, self._part.rows, multipliers, columns, np.array(master.upper, dtype=np.int64))

    @property
    def multipliers(self) -> Floats:
        """Cents by row, in the order of the part's rows."""
        return np.array([row.dual_value() for row in self._rows], dtype=np.float64)

    @property
    def reduced_cents(self) -> Floats:
        """Cents that a whole one of a column adds to the answer at least, in the order of the columns: next
        to 0 for what the answer holds.
        """
        return np.array([column.reduced_cost() for column in self._columns.values()], dtype=np.float64)


def duty_multipliers(master: Master, part: Part, lines: SortedPart) -> Floats:
    """Multipliers, in cents, of the rows that lines leave, when duties may be taken by fractions."""
    programme = DutyProgramme(master, part)
    multipliers = np.zeros(len(lines.rows), dtype=np.float64)
    if programme.solved:
        kept = {id(row): index for index, row in enumerate(lines.rows)}
        for row, cents in zip(part.rows, programme.multipliers.tolist(), strict=True):
            if id(row) in kept:
                multipliers[kept[id(row)]] = cents
    return multipliers
