"""A linear programme (GLOP) over duties and choices of hours, with multipliers kept near those known already.

A box around known multipliers (Marsten, Hogan & Blankenship, *The Boxstep method*, 1975): breaking a row costs what its
multiplier may rise or fall, so that new multipliers stay where the listed choices still tell the truth. The programme
is built once; each round adds the choices that are new and moves the box.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from solver.hour_choices import NO_WORK, Sequenced, of_week
from solver.line_programme import Floats
from solver.line_rows import Hinge, SortedPart
from solver.lines import LineSpace
from solver.master import INFINITE, Master
from solver.parts import Part
from solver.universe import Ints


@dataclass(slots=True)
class _Person:
    """Somebody's choices so far, and the rows that tie them."""

    one: pywraplp.Constraint
    hours: dict[tuple[int, tuple[int, int]], pywraplp.Constraint]
    """By position of the day and hours: duties less choices."""
    hinges: list[tuple[Hinge, pywraplp.Constraint]]
    known: set[Sequenced] = field(default_factory=set)
    bound: bool = False


class HourProgramme:
    """The programme of one part; `lines` are its rows sorted."""

    def __init__(self, master: Master, part: Part, lines: SortedPart) -> None:
        solver = pywraplp.Solver.CreateSolver("GLOP")
        assert solver is not None, "GLOP is part of OR-Tools"
        self._solver: pywraplp.Solver = solver
        # Twice as quick here as GLOP's own choice (measured, docs/decisions/0010-what-if.md).
        solver.SetSolverSpecificParametersAsString("use_dual_simplex:true")
        self._objective, self._infinity = solver.Objective(), float(solver.infinity())
        self._variables = {
            column: self._variable(float(master.lower[column]), float(master.upper[column]), master.cents[column])
            for column in part.columns.tolist()
        }
        rows = {id(row): self._row(row.columns, row.coefficients, row.lower, row.upper) for row in part.rows}
        self._left = [(rows[id(row)], float(np.abs(row.coefficients).max(initial=1))) for row in lines.rows]
        self._box = [self._slack(constraint) for constraint, _ in self._left]
        self._people = [self._person(space, lines.hinges) for space in lines.spaces]

    def _variable(self, lower: float, upper: float, cents: float) -> pywraplp.Variable:
        variable = self._solver.NumVar(lower, upper, "")
        if cents:
            self._objective.SetCoefficient(variable, cents)
        return variable

    def _row(self, columns: Ints, factors: Ints, lower: int, upper: int) -> pywraplp.Constraint:
        low = -self._infinity if lower <= -INFINITE else float(lower)
        constraint = self._solver.Constraint(low, self._infinity if upper >= INFINITE else float(upper))
        for column, factor in zip(columns.tolist(), factors.tolist(), strict=True):
            constraint.SetCoefficient(self._variables[column], float(factor))
        return constraint

    def _slack(self, constraint: pywraplp.Constraint) -> tuple[pywraplp.Variable, pywraplp.Variable]:
        """What breaks a row upwards and downwards; closed until there is a box."""
        more, less = self._variable(0.0, 0.0, 0.0), self._variable(0.0, 0.0, 0.0)
        constraint.SetCoefficient(more, 1.0)
        constraint.SetCoefficient(less, -1.0)
        return more, less

    def _person(self, space: LineSpace, hinges: Sequence[Hinge]) -> _Person:
        """Rows that ask nothing until there are choices."""
        hours = {}
        for position, day in enumerate(space.days):
            looks = list(zip(day.minutes.tolist(), day.spill.tolist(), strict=True))
            for look in set(looks) - {NO_WORK}:
                constraint = hours[position, look] = self._solver.Constraint(-self._infinity, self._infinity)
                for column in day.columns[np.isin(day.family, [f for f, one in enumerate(looks) if one == look])]:
                    constraint.SetCoefficient(self._variables[int(column)], 1.0)
        priced = []
        for hinge in hinges:
            if hinge.employee == space.employee:
                constraint = self._solver.Constraint(0.0, self._infinity)
                constraint.SetCoefficient(self._variables[hinge.column], 1.0)
                priced.append((hinge, constraint))
        return _Person(self._solver.Constraint(-self._infinity, self._infinity), hours, priced)

    def choose(self, found: Sequence[Sequence[Sequenced]]) -> None:
        """By person: more sequences to mix hours from; nothing is asked of the hours of those who have none."""
        for person, sequences in zip(self._people, found, strict=True):
            for sequence in sequences:
                if sequence not in person.known:
                    person.known.add(sequence)
                    self._choice(person, sequence)
            if person.bound != bool(sequences):
                person.bound = bool(sequences)
                low, high = (0.0, 0.0) if person.bound else (-self._infinity, self._infinity)
                for constraint in person.hours.values():
                    constraint.SetBounds(low, high)
                person.one.SetBounds(*((1.0, 1.0) if person.bound else (low, high)))

    def _choice(self, person: _Person, sequence: Sequenced) -> None:
        chosen = self._variable(0.0, self._infinity, 0.0)
        person.one.SetCoefficient(chosen, 1.0)
        for position, hours in enumerate(sequence):
            if hours != NO_WORK:
                person.hours[position, hours].SetCoefficient(chosen, -1.0)
        for hinge, constraint in person.hinges:
            priced = hinge.sign * (of_week(sequence, hinge.week) - hinge.threshold)
            if priced > 0:
                constraint.SetCoefficient(chosen, float(-priced))

    def stay_near(self, multipliers: Floats, cents: float) -> None:
        """Hold the multipliers of the rows left within so many cents for the row's largest coefficient."""
        for (_, largest), (more, less), multiplier in zip(self._left, self._box, multipliers.tolist(), strict=True):
            for slack, sign in ((more, 1.0), (less, -1.0)):
                slack.SetUb(self._infinity)
                self._objective.SetCoefficient(slack, sign * multiplier + cents / largest)

    def solve(self) -> tuple[float, Floats] | None:
        """The least cents and the multipliers of the rows left; None when nothing keeps the rows."""
        if self._solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        found = np.array([constraint.dual_value() for constraint, _ in self._left], dtype=np.float64)
        return self._objective.Value(), found
