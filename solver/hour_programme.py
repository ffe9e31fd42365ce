"""A linear programme (GLOP) over duties and choices of hours, with multipliers kept near those known already.

A box around known multipliers (Marsten, Hogan & Blankenship, *The Boxstep method*, 1975): breaking a row costs what its
multiplier may rise or fall, so that new multipliers stay where the listed choices still tell the truth. The programme
is built once; each round adds the choices that are new and moves the box.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from ortools.linear_solver import linear_solver_pb2, pywraplp  # type: ignore[import-untyped]

from solver.duty_programme import Floats, glop
from solver.hour_choices import NO_WORK, Sequenced, of_week
from solver.line_rows import Hinge, SortedPart
from solver.lines import LineSpace
from solver.master import INFINITE, Master
from solver.parts import Part
from solver.universe import Ints

QUICKER = "use_dual_simplex:true"
"""Twice as quick here as GLOP's own choice (measured, docs/decisions/0010-what-if.md)."""
_Draft = Any
"""`MPModelProto`, which has no types of its own."""
_Asked = tuple[int, dict[tuple[int, tuple[int, int]], int], list[tuple[Hinge, int]]]


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
        self._solver = solver = glop()
        self._infinity = float(solver.infinity())
        draft = linear_solver_pb2.MPModelProto()
        place = np.full(master.size, -1, dtype=np.int64)
        place[part.columns] = np.arange(len(part.columns))
        for column in part.columns.tolist():
            draft.variable.add(
                lower_bound=master.lower[column],
                upper_bound=master.upper[column],
                objective_coefficient=master.cents[column],
            )
        rows = {id(row): number for number, row in enumerate(part.rows)}
        for row in part.rows:
            self._draft_row(draft, place[row.columns], row.coefficients, row.lower, row.upper)
        left = [rows[id(row)] for row in lines.rows]
        for number in left:
            _draft_slack(draft, number)
        asked = [self._draft_person(draft, space, lines.hinges, place) for space in lines.spaces]
        # Written down whole and read at once: three times as quick as one call for each coefficient.
        solver.LoadModelFromProto(draft)
        solver.SetSolverSpecificParametersAsString(QUICKER)
        self._objective, variables, constraints = solver.Objective(), solver.variables(), solver.constraints()
        self._variables = dict(zip(part.columns.tolist(), variables, strict=False))
        slack = len(part.columns)
        self._box = [(variables[slack + 2 * n], variables[slack + 2 * n + 1]) for n in range(len(left))]
        largest = [float(np.abs(row.coefficients).max(initial=1)) for row in lines.rows]
        self._left = [(constraints[number], most) for number, most in zip(left, largest, strict=True)]
        self._people = [
            _Person(
                constraints[one],
                {look: constraints[number] for look, number in hours.items()},
                [(hinge, constraints[number]) for hinge, number in priced],
            )
            for one, hours, priced in asked
        ]
        # Rows without sides would not have been read, so they had some.
        for person in self._people:
            self._free(person)

    def _draft_row(self, draft: _Draft, places: Ints, factors: Ints, lower: float, upper: float) -> int:
        """One more row; its number."""
        draft.constraint.add(
            var_index=places.tolist(),
            coefficient=factors.tolist(),
            lower_bound=-self._infinity if lower <= -INFINITE else lower,
            upper_bound=self._infinity if upper >= INFINITE else upper,
        )
        return len(draft.constraint) - 1

    def _draft_person(self, draft: _Draft, space: LineSpace, hinges: Sequence[Hinge], place: Ints) -> _Asked:
        """Rows that ask nothing until there are choices, by number: one sequence, the hours of days, priced columns."""
        hours = {}
        for position, day in enumerate(space.days):
            families: dict[tuple[int, int], list[int]] = {}
            for family, look in enumerate(zip(day.minutes.tolist(), day.spill.tolist(), strict=True)):
                families.setdefault(look, []).append(family)
            for look, own in families.items():
                if look != NO_WORK:
                    places = place[day.columns[np.isin(day.family, own)]]
                    hours[position, look] = self._draft_row(draft, places, np.ones_like(places), 0, 0)
        priced = [
            (hinge, self._draft_row(draft, place[[hinge.column]], np.ones(1, dtype=np.int64), 0, INFINITE))
            for hinge in hinges
            if hinge.employee == space.employee
        ]
        nothing = np.zeros(0, dtype=np.int64)
        return self._draft_row(draft, nothing, nothing, 0, 0), hours, priced

    def close(self, columns: Ints) -> None:
        """Take none of these from now on."""
        for column in columns.tolist():
            self._variables[column].SetUb(0.0)

    def choose(self, found: Sequence[Sequence[Sequenced]]) -> None:
        """By person: more sequences to mix hours from; nothing is asked of the hours of those who have none."""
        for person, sequences in zip(self._people, found, strict=True):
            for sequence in sequences:
                if sequence not in person.known:
                    person.known.add(sequence)
                    self._choice(person, sequence)
            if person.bound != bool(sequences):
                person.bound = bool(sequences)
                if not person.bound:
                    self._free(person)
                    continue
                for constraint in person.hours.values():
                    constraint.SetBounds(0.0, 0.0)
                person.one.SetBounds(1.0, 1.0)

    def _free(self, person: _Person) -> None:
        """Ask nothing of somebody's hours."""
        for constraint in (person.one, *person.hours.values()):
            constraint.SetBounds(-self._infinity, self._infinity)

    def _choice(self, person: _Person, sequence: Sequenced) -> None:
        chosen = self._solver.NumVar(0.0, self._infinity, "")
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


def _draft_slack(draft: _Draft, number: int) -> None:
    """What breaks a row upwards and downwards; closed until there is a box."""
    row, first = draft.constraint[number], len(draft.variable)
    for _ in range(2):
        draft.variable.add(lower_bound=0.0, upper_bound=0.0)
    row.var_index.extend((first, first + 1))
    row.coefficient.extend((1.0, -1.0))
