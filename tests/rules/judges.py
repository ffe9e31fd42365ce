"""The planner as a judge: ask a model that holds one rule only about a finished schedule.

Every duty of the schedule is fixed to "chosen". *Decoys* are duties that the model also knows and that are fixed to
"not chosen": a real model is full of them, and they must change nothing.
"""

from collections.abc import Iterable

import numpy as np
from ortools.sat.python import cp_model

from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from solver.constraints import CONSTRAINTS, Constraint
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools, Ints, Universe


def constraint_named(rule: str) -> Constraint:
    """The planner's side of a rule; raises KeyError when the planner does not know it."""
    for constraint in CONSTRAINTS:
        if constraint.rule == rule:
            return constraint
    raise KeyError(rule)


def planner_allows(rule: str, problem: Problem, schedule: Schedule, decoys: Iterable[Assignment] = ()) -> bool:
    """Whether a model with only this rule accepts the schedule, every piece fixed."""
    return ask(constraint_named(rule), problem, schedule, decoys) is not None


def planner_cents(rule: str, problem: Problem, schedule: Schedule, decoys: Iterable[Assignment] = ()) -> int:
    """What a model with only this priced rule makes the schedule cost, every piece fixed."""
    cents = ask(constraint_named(rule), problem, schedule, decoys)
    assert cents is not None, "a priced rule never forbids"
    return cents


def ask(constraint: Constraint, problem: Problem, schedule: Schedule, decoys: Iterable[Assignment] = ()) -> int | None:
    """The cents of the schedule in a model with this constraint only, None when the model refuses it."""
    universe, real = _universe(problem, schedule, tuple(decoys))
    if constraint.forbidden_blocks is not None:
        forbidden = constraint.forbidden_blocks(universe)
        if (forbidden & real).any():
            return None
        universe, real = universe.with_blocks(~forbidden), real[~forbidden]
    table, chosen = _duties(universe, real)
    if constraint.forbidden_duties is not None:
        forbidden = constraint.forbidden_duties(table)
        if (forbidden & chosen).any():
            return None
        table, chosen = table.take(~forbidden), chosen[~forbidden]
    return _cheapest(_master(constraint, table), chosen)


def _master(constraint: Constraint, table: DutyTable) -> Master:
    master = Master(table)
    if constraint.duty_cents is not None:
        master.add_duty_cents(constraint.rule, constraint.duty_cents(table))
    if constraint.restrict is not None:
        constraint.restrict(master)
    if constraint.charge is not None:
        constraint.charge(master)
    return master


def _cheapest(master: Master, chosen: Bools) -> int | None:
    asked = CpMaster(master)
    for duty, is_chosen in enumerate(chosen.tolist()):
        asked.model.add(asked.variables[duty] == int(is_chosen))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(asked.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), solver.status_name(status)
    return round(solver.objective_value) + master.constant if status == cp_model.OPTIMAL else None


def _universe(problem: Problem, schedule: Schedule, decoys: tuple[Assignment, ...]) -> tuple[Universe, Bools]:
    """One block a piece, and which blocks are of the schedule."""
    if not decoys:
        universe = Universe.of_schedule(problem, schedule)
        return universe, np.ones(len(schedule.assignments), dtype=np.bool_)
    everything = Schedule(horizon=schedule.horizon, assignments=(*schedule.assignments, *decoys))
    false = {id(piece) for piece in decoys}
    real = np.array([id(piece) not in false for piece in everything.assignments], dtype=np.bool_)
    return Universe.of_schedule(problem, everything), real


def _duties(universe: Universe, real: Bools) -> tuple[DutyTable, Bools]:
    """All pieces of a person that begin on one day as one duty: those of the schedule, and apart from them, decoys."""
    chosen, false = (_whole_days(universe, part) for part in (real, ~real))
    width = max(chosen.shape[1], false.shape[1])
    rows = [np.pad(part, ((0, 0), (0, width - part.shape[1])), constant_values=-1) for part in (chosen, false)]
    return DutyTable(universe, np.concatenate(rows)), np.repeat([True, False], [len(chosen), len(false)])


def _whole_days(universe: Universe, part: Bools) -> Ints:
    """The duties of some blocks, by the numbers that the blocks have in the whole universe."""
    table = DutyTable.of_whole_days(universe.with_blocks(part))
    numbers = np.append(part.nonzero()[0], -1)
    return np.where(table.present, numbers[table.blocks], -1) if len(table) else np.zeros((0, 1), dtype=np.int64)
