"""The best fortnight of one post among volumes, by CP-SAT.

A volume may be worked on more days than it has hours for: labels, which choose day by day, would ask for too much.
"""

from dataclasses import dataclass, replace

import numpy as np
from ortools.sat.python import cp_model

from solver.compose.demand import Floats
from solver.compose.workable import Ended, Workable
from solver.cpsat import CpMaster
from solver.universe import Bools, Ints

WORK = 0.3
"""Units of CP-SAT's counted work in a search, about as many seconds: most are proven in less."""
ENOUGH = 0.02
"""The share of the best that may be missing."""
KEPT = 4
"""Fortnights taken from one search."""


@dataclass(frozen=True, slots=True)
class VolumeSearch:
    """One search: values of duties, those allowed, what is left of the demand, what requests that want one person cost
    whoever holds a piece of them, and the least worth having."""

    workable: Workable
    values: Floats
    allowed: Bools
    left: Ints
    costs: Floats
    least: float

    def twice(self) -> list[Ended]:
        """Fortnights of the same week twice: they are found sooner, and leave both weeks alike to others."""
        alike = replace(self, allowed=self.allowed & self.allowed[self.workable.twins])
        return alike.best(twice=True)

    def best(self, *, twice: bool = False) -> list[Ended]:
        """Fortnights worth more than the least, the best first.

        `twice`: what is worked in one week is worked in the other.
        """
        work = self.workable
        built = CpMaster(work.yard.master, closed=np.flatnonzero(~self.allowed))
        model, columns = built.model, built.variables
        model.add(columns[work.yard.open[0]] == 1)
        self._within_left(built)
        duties = np.flatnonzero(self.allowed).tolist()
        for duty, twin in enumerate(work.twins.tolist()) if twice else ():
            if duty < twin and self.allowed[duty]:
                model.add(columns[duty] == columns[twin])
        values = [round(value) for value in self.values[duties].tolist()]
        worth = cp_model.LinearExpr.weighted_sum([columns[duty] for duty in duties], values)
        model.maximize(worth - self._paid(built))
        found = _Found({duty: columns[duty] for duty in duties})
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.max_deterministic_time = 1, WORK
        solver.parameters.relative_gap_limit, solver.parameters.linearization_level = ENOUGH, 2
        solver.solve(model, found)
        return [one for one in reversed(found.all) if one[0] > self.least][:KEPT]

    def _within_left(self, built: CpMaster) -> None:
        """No more of a volume than other posts leave."""
        duties, rows, amounts = self.workable.use
        volumes = np.isin(rows, self.workable.volumes) & self.allowed[duties]
        for row in np.unique(rows[volumes]).tolist():
            here = volumes & (rows == row)
            columns = [built.variables[duty] for duty in duties[here].tolist()]
            used = cp_model.LinearExpr.weighted_sum(columns, amounts[here].tolist())
            built.model.add(used <= int(self.left[row]))

    def _paid(self, built: CpMaster) -> cp_model.LinearExpr | int:
        """What requests that want one person cost together."""
        _, pieces = self.workable.together
        costs, held = list[int](), list[cp_model.IntVar]()
        for request, cost in enumerate(np.ceil(self.costs).astype(np.int64).tolist()):
            duties = np.flatnonzero((pieces[request] > 0) & self.allowed).tolist()
            if cost and duties:
                one = built.model.new_bool_var("")
                for duty in duties:
                    built.model.add_implication(built.variables[duty], one)
                costs.append(cost)
                held.append(one)
        return cp_model.LinearExpr.weighted_sum(held, costs)


class _Found(cp_model.CpSolverSolutionCallback):
    """All fortnights met on the way, better and better."""

    def __init__(self, columns: dict[int, cp_model.IntVar]) -> None:
        super().__init__()
        self._columns = columns
        self.all: list[Ended] = []

    def on_solution_callback(self) -> None:
        """Keep it."""
        chosen = tuple(duty for duty, column in self._columns.items() if self.boolean_value(column))
        self.all.append((self.objective_value, chosen))
