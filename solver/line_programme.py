"""The linear programme (GLOP) over the lines met so far, for multipliers better than those of duties."""

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from gems.domain.time import DAYS_OF_WEEK
from solver.duty_programme import Floats, glop, glop_row
from solver.line_rows import SortedPart
from solver.master import Master
from solver.universe import Ints

DEAR = 1e7
"""Cents for breaking a row by one, while no line keeps it yet."""


class LineProgramme:
    """The linear programme over the lines met so far; lines join, none leaves."""

    def __init__(self, master: Master, part: SortedPart) -> None:
        self.master, self.part = master, part
        self.solver = glop()
        self.rows = [glop_row(self.solver, row) for row in part.rows]
        self.one_line = [self.solver.Constraint(1.0, 1.0) for _ in part.spaces]
        self.in_rows: dict[int, list[tuple[int, int]]] = {}
        for index, row in enumerate(part.rows):
            for column, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
                self.in_rows.setdefault(column, []).append((index, factor))
        self.known: set[tuple[int, tuple[int, ...]]] = set()
        self._add_others()
        self._add_slack()
        for position in range(len(part.spaces)):
            self.add(position, [])

    def _add_others(self) -> None:
        for column in self.part.others.tolist():
            low, high = float(self.master.lower[column]), float(self.master.upper[column])
            variable = self.solver.NumVar(low, high, "")
            self.solver.Objective().SetCoefficient(variable, float(self.master.cents[column]))
            for index, factor in self.in_rows.get(column, ()):
                self.rows[index].SetCoefficient(variable, float(factor))

    def _add_slack(self) -> None:
        for row, constraint in zip(self.part.rows, self.rows, strict=True):
            for broken, factor in ((row.lower > 0, 1.0), (row.upper < 0, -1.0)):
                if broken:
                    variable = self.solver.NumVar(0.0, self.solver.infinity(), "")
                    self.solver.Objective().SetCoefficient(variable, DEAR)
                    constraint.SetCoefficient(variable, factor)

    def add(self, position: int, columns: list[int]) -> None:
        """A line of the person at this position, by its duties; nothing when it is known."""
        if (position, tuple(columns)) in self.known:
            return
        self.known.add((position, tuple(columns)))
        variable = self.solver.NumVar(0.0, self.solver.infinity(), "")
        self.solver.Objective().SetCoefficient(variable, self._cents(position, columns))
        self.one_line[position].SetCoefficient(variable, 1.0)
        total: dict[int, int] = {}
        for column in columns:
            for index, factor in self.in_rows.get(column, ()):
                total[index] = total.get(index, 0) + factor
        for index, factor in total.items():
            self.rows[index].SetCoefficient(variable, float(factor))

    def _cents(self, position: int, columns: list[int]) -> float:
        """The line's own cost: its duties and its hours."""
        space, chosen = self.part.spaces[position], set(columns)
        minutes = [0] * (len(space.hours_cents) + 1)
        for number, day in enumerate(space.days):
            for duty in np.flatnonzero(np.isin(day.columns, list(chosen))).tolist():
                minutes[number // DAYS_OF_WEEK] += int(day.minutes[day.family[duty]])
                minutes[number // DAYS_OF_WEEK + 1] += int(day.spill[day.family[duty]])
        hours = sum(int(cents[minutes[week]]) for week, cents in enumerate(space.hours_cents))
        return sum(self.master.cents[column] for column in columns) + hours / self.part.scale

    @property
    def duties(self) -> Ints:
        """The duties of all lines, each once."""
        return np.unique(np.array([column for _, line in self.known for column in line], dtype=np.int64))

    def solve(self) -> tuple[float, Floats] | None:
        """The least cents of a mix of lines, and the multipliers of the rows in cents; None when GLOP gives up."""
        if self.solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        return self.solver.Objective().Value(), np.array([row.dual_value() for row in self.rows], dtype=np.float64)
