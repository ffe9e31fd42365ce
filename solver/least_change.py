"""A week already published, planned again: the cheapest plan, and among those the one that keeps most of what was told.

The bill prices each change by its notice, so a plan that costs least changes little. Ties are left: plans of the same
cost to the cent that move different numbers of people. Each published shift kept is therefore worth a hair, all hairs
together less than a cent. A plan close to what stands is there at once; from it one worker, with the whole of CP-SAT's
fullest linear relaxation, proves in a second what a search from nothing takes many for
(docs/decisions/0008-least-change.md).
"""

import time
from dataclasses import dataclass, replace

import numpy as np
from ortools.sat.python import cp_model

from gems.domain.schedule import Assignment
from gems.planning.ports import PlanOptions, ShouldStop
from solver.choices import add_choices
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable
from solver.master import Master
from solver.parts import Part
from solver.relaxed import relax_at_once
from solver.search import Found, Stopper, whole_up, work_of
from solver.universe import Ints, Universe
from solver.volume_choices import volume_choices

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
    return _Question(master, part, told, options, limit, should_stop).answer()


@dataclass
class _Question:
    """One part of a published week to be planned again.

    First among the little that mostly changes: days that stand, and whatever takes over work that nobody stands for any
    more. Then among all of it, from that plan, looking for none dearer: most of the part is out of question then.
    """

    master: Master
    part: Part
    told: Told
    options: PlanOptions
    limit: float
    should_stop: ShouldStop
    work: float = 0.0

    def __post_init__(self) -> None:
        table = self.master.table
        self._begun = time.monotonic()
        self._duties = self.part.columns[self.part.columns < len(table)]
        stands = _standing_days(table, self.told)
        self._stands = stands[np.isin(stands, self._duties)]
        self._weeks = volume_choices(self.master, self.part.columns)
        kept = shifts_kept(table, self.told)[self._duties]
        self._kept = dict(zip(self._duties.tolist(), kept.tolist(), strict=True))

    def answer(self) -> Found:
        """See `keep_most`."""
        first, _ = self._search(self._model(self._duties[~np.isin(self._duties, self._likely())]))
        asked = self._model()
        if first.values is None or first.cents is None:
            stands = set(self._stands.tolist())
            for duty in self._duties.tolist():
                asked.model.add_hint(asked.variables[duty], int(duty in stands))
        else:
            asked.better([duty for duty in self._duties.tolist() if first.values[duty]], first.cents)
        found, proven = self._search(asked)
        if found.values is None and first.values is not None:
            found = replace(first, bound=self.master.cheapest_imaginable(self.part.columns))
        return replace(found, proven=proven, work=self.work)

    def _likely(self) -> Ints:
        """Duties that stand whole, and those that serve published work of which that is not so."""
        missions, problem = self.master.table.missions, self.master.problem
        published = {piece.mission_id for piece in problem.baseline.published} if problem.baseline else set()
        told = [number for number, mission in enumerate(problem.missions) if mission.id in published]
        left = np.setdiff1d(told, missions[self._stands])
        return np.union1d(self._stands, self._duties[np.isin(missions[self._duties], left).any(axis=1)])

    def _model(self, closed: Ints | None = None) -> CpMaster:
        """Of the part, each published shift kept worth a hair; `closed` duties are left out."""
        asked = CpMaster(self.master, self.part.columns, self.part.rows, closed)
        add_choices(asked, self._weeks)
        asked.prefer({duty: -kept for duty, kept in self._kept.items() if kept}, 1 + len(self.told.pieces))
        return asked

    def _search(self, asked: CpMaster) -> tuple[Found, bool]:
        """What is found in the time left, and whether it is proven of the model, ties included."""
        solver = cp_model.CpSolver()
        relax_at_once(solver)
        solver.parameters.random_seed = self.options.seed
        if self.options.deterministic:
            solver.parameters.max_deterministic_time = max(0.01, self.limit - self.work)
        else:
            solver.parameters.max_time_in_seconds = max(0.05, self.limit - (time.monotonic() - self._begun))
        with Stopper(solver, self.should_stop):
            status = solver.solve(asked.model)
        self.work += work_of(solver)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(values=None, cents=None, bound=None), False
        values = {column: solver.value(variable) for column, variable in asked.variables.items()}
        cents = sum(self.master.cents[column] * value for column, value in values.items())
        proven = status == cp_model.OPTIMAL
        bound = cents if proven else min(cents, whole_up(solver.best_objective_bound / asked.hairs_a_cent))
        return Found(values=values, cents=cents, bound=bound), proven


def _standing_days(table: DutyTable, told: Told) -> Ints:
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
