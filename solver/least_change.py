"""A week already published, planned again: the cheapest plan, and among those the one that keeps most of what was told.

The bill prices each change by its notice, so a plan that costs least changes little. Ties are left: plans of the same
cost to the cent that move different numbers of people. Each published shift kept is therefore worth a hair, all hairs
together less than a cent. What stands is given as a start, and one worker with CP-SAT's fullest linear relaxation then
proves in a second what a search from nothing takes many for (docs/decisions/0008-least-change.md).
"""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from gems.domain.schedule import Assignment
from gems.planning.ports import PlanOptions, ShouldStop
from solver.choices import add_choices
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable
from solver.master import Master
from solver.parts import Part
from solver.search import Found, Stopper, whole_up, work_of
from solver.universe import Ints, Universe
from solver.volume_choices import volume_choices

FULL_LINEAR = 2
Identity = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was published of a horizon and can still be kept: nothing of people away then."""

    pieces: tuple[Assignment, ...]

    @classmethod
    def of(cls, universe: Universe) -> "Told":
        """What the problem's baseline holds."""
        problem = universe.problem
        if problem.baseline is None or problem.as_of is None:
            return cls(())
        away: dict[str, list[tuple[int, int]]] = {}
        for row in problem.group.absences:
            away.setdefault(row.employee_id, []).append((row.span.start, row.span.end))
        return cls(
            tuple(
                piece
                for piece in problem.baseline.published
                if piece.day in problem.horizon
                and not any(start < piece.end and piece.start < end for start, end in away.get(piece.employee_id, ()))
            )
        )


def shifts_kept(table: DutyTable, told: Told) -> Ints:
    """How many published shifts each duty keeps: the same person, times, place and job."""
    return _standing(table, {_identity(piece)[:-1] for piece in told.pieces}, with_mission=False)


def with_ties(table: DutyTable, cents: Ints, told: Told) -> Ints:
    """Costs in hairs: duties of the same cost are told apart by what they keep."""
    kept = shifts_kept(table, told)
    finer: Ints = cents * (1 + int(kept.max(initial=0))) - kept
    return finer


def keep_most(
    master: Master, part: Part, told: Told, options: PlanOptions, limit: float, should_stop: ShouldStop
) -> Found:
    """The cheapest plan of a part and, among those, the one that keeps most; proven when time allows.

    `limit` is in seconds, or in units of counted work in deterministic mode.
    """
    asked, table = CpMaster(master, part.columns, part.rows), master.table
    add_choices(asked, volume_choices(master, part.columns))
    kept, hairs = shifts_kept(table, told), 1 + len(told.pieces)
    start = set(_start(table, told).tolist())
    weights = {}
    for column in asked.columns:
        is_duty = column < len(table)
        weights[column] = hairs * master.cents[column] - (int(kept[column]) if is_duty else 0)
        if is_duty:
            asked.model.add_hint(asked.variables[column], int(column in start))
    priced = [column for column, weight in weights.items() if weight]
    asked.model.minimize(
        cp_model.LinearExpr.weighted_sum([asked.variables[c] for c in priced], [weights[c] for c in priced])
    )
    solver = cp_model.CpSolver()
    _configure(solver, options, limit)
    with Stopper(solver, should_stop):
        status = solver.solve(asked.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(values=None, cents=None, bound=None, work=work_of(solver))
    values = {column: solver.value(variable) for column, variable in asked.variables.items()}
    cents = sum(master.cents[column] * value for column, value in values.items())
    proven = status == cp_model.OPTIMAL
    bound = cents if proven else min(cents, whole_up(solver.best_objective_bound / hairs))
    return Found(values=values, cents=cents, bound=bound, proven=proven, work=work_of(solver))


def _configure(solver: cp_model.CpSolver, options: PlanOptions, limit: float) -> None:
    parameters = solver.parameters
    parameters.random_seed = options.seed
    parameters.num_workers = 1
    parameters.linearization_level = FULL_LINEAR
    if options.deterministic:
        parameters.max_deterministic_time = max(0.01, limit)
    else:
        parameters.max_time_in_seconds = max(0.05, limit)


def _start(table: DutyTable, told: Told) -> Ints:
    """The duties that are somebody's whole published day."""
    days: dict[tuple[str, object], int] = {}
    for piece in told.pieces:
        days[piece.employee_id, piece.day] = days.get((piece.employee_id, piece.day), 0) + 1
    kept = _standing(table, {_identity(piece) for piece in told.pieces}, with_mission=True)
    universe = table.universe
    people, dates = universe.employees, universe.days
    whole = [
        duty
        for duty in np.flatnonzero((kept > 0) & (kept == table.size)).tolist()
        if days[people[int(table.employee[duty])].id, dates[int(table.day[duty])]] == kept[duty]
    ]
    return np.array(whole, dtype=np.int64)


def _standing(table: DutyTable, told: set[Identity], *, with_mission: bool) -> Ints:
    """How many pieces of each duty are among these."""
    stands = np.zeros(len(table.universe.block_slot), dtype=np.int64)
    for block in np.unique(table.blocks[table.present]).tolist() if told else ():
        identity = _identity_of(table.universe, block)
        stands[block] = (identity if with_mission else identity[:-1]) in told
    found: Ints = np.where(table.present, stands[table.blocks], 0).sum(axis=1)
    return found


def _identity(piece: Assignment) -> Identity:
    return (piece.employee_id, piece.start, piece.end, piece.site_id, piece.qualification, piece.mission_id)


def _identity_of(universe: Universe, block: int) -> Identity:
    slot = universe.slots[int(universe.block_slot[block])]
    person = universe.employees[int(universe.block_employee[block])].id
    mission = universe.problem.missions[slot.mission].id if slot.mission >= 0 else None
    return (person, slot.span.start, slot.span.end, slot.site_id, slot.qualification, mission)
