"""What if: the cheapest schedule that serves given needs, near one that stands, proven.

Only the independent parts (`solver.parts`) that hold a duty serving these needs are planned again; everybody else keeps
what stands. Among schedules of the same cost the one that changes the fewest pieces is taken: each piece that does not
stand costs a hair, all hairs together less than a cent.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from gems.domain.missions import Need
from gems.domain.schedule import Assignment, Schedule
from gems.planning.ports import Case, NearPlan, Verdict
from solver.cpsat import CpMaster
from solver.hairs import finer, hairs, identity
from solver.known_plan import duties_in
from solver.master import INFINITE, Master, Row
from solver.narrow import Ended, Narrowed, Narrowing
from solver.parts import Part
from solver.planner import MUST_SERVE, schedule_of
from solver.relaxed import relax_at_once
from solver.search import HAIR
from solver.universe import Ints

LEAST_SECONDS = 0.05
SEED = 1
LARGE = 1000
"""Columns from which on a part is searched by what a bound leaves of it."""


@dataclass(frozen=True, slots=True)
class _Solved:
    """One part planned again."""

    verdict: Verdict
    chosen: tuple[int, ...] = ()
    gap_cents: int | None = 0


def near(master: Master, parts: Sequence[Part], case: Case, seconds: float) -> NearPlan:
    """Answer one case; `master` is of the case's problem, whatever must be served, and `parts` are its parts."""
    start = time.monotonic()
    needs = [case.problem.need[need_id] for need_id in sorted(case.problem.must_serve)]
    serving = [_serving(master, need) for need in needs]
    if not all(len(columns) for columns in serving):
        return NearPlan(verdict=Verdict.IMPOSSIBLE, seconds=time.monotonic() - start)
    found: list[_Solved] = []
    touched = [part for part in parts if any(np.isin(columns, part.columns).any() for columns in serving)]
    for part in touched:
        asked = Part(part.columns, (*part.rows, *_must_serve(master, part, needs, serving)))
        deadline = start + max(LEAST_SECONDS, seconds)
        found.append(_solve(_Question(master, asked, case.standing, deadline, case.direct)))
        if found[-1].verdict in (Verdict.IMPOSSIBLE, Verdict.OPEN):
            return NearPlan(verdict=found[-1].verdict, seconds=time.monotonic() - start)
    proven = all(one.verdict is Verdict.PROVEN for one in found)
    return NearPlan(
        verdict=Verdict.PROVEN if proven else Verdict.FOUND,
        schedule=_joined(master, touched, [column for one in found for column in one.chosen], case.standing),
        gap_cents=_together([one.gap_cents for one in found]),
        seconds=time.monotonic() - start,
    )


def _numbers(master: Master, need: Need) -> list[int]:
    ours = {mission.id for mission in need.missions}
    return [number for number, mission in enumerate(master.problem.missions) if mission.id in ours]


def _serving(master: Master, need: Need) -> Ints:
    """The columns that serve some of a need."""
    known = master.duties_of_mission
    found = [known[number] for number in _numbers(master, need) if number in known]
    return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *found]))


def _must_serve(master: Master, part: Part, needs: Sequence[Need], serving: Sequence[Ints]) -> Iterator[Row]:
    """A row for each need that must be served."""
    for need, columns in zip(needs, serving, strict=True):
        own = columns[np.isin(columns, part.columns)]
        if len(own):
            ours = np.isin(master.table.missions[own], _numbers(master, need))
            yield Row(own, (master.table.minutes[own] * ours).sum(axis=1), need.minutes, INFINITE, MUST_SERVE)


@dataclass
class _Question:
    """One part, with its needs among the rows, and the time until which it may be searched (monotonic seconds)."""

    master: Master
    part: Part
    standing: Schedule
    deadline: float
    direct: Schedule | None = None
    """A schedule that serves the needs, where one is known."""
    hairs: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.hairs = hairs(self.master, self.part, self.standing)

    def prefer(self, asked: CpMaster) -> None:
        """A hair on each piece that does not stand."""
        asked.prefer(self.hairs, finer(self.master, self.hairs))

    def whole(self) -> CpMaster:
        """The model of all the part."""
        asked = CpMaster(self.master, self.part.columns, self.part.rows)
        self.prefer(asked)
        return asked

    def known(self) -> Narrowed:
        """What the schedule known costs in this part, its duties put and the rest settled around them."""
        duties = None if self.direct is None else duties_in(self.master, self.part, self.direct)
        if duties is None:
            return Narrowed()
        columns = self.part.columns
        others = columns[(columns < len(self.master.table)) & ~np.isin(columns, duties)]
        ended = _search(CpMaster(self.master, columns, self.part.rows, others), self.left)
        return Narrowed() if ended.chosen is None else Narrowed(ended.chosen, ended.cents)

    def familiar(self) -> Ints:
        """Duties of what stands, of what is known, and those that serve the needs."""
        known = [] if self.direct is None else [self.direct]
        duties = [duties_in(self.master, self.part, one) or () for one in (self.standing, *known)]
        serving = [row.columns for row in self.part.rows if row.rule == MUST_SERVE]
        return np.unique(np.concatenate([*(np.array(one, dtype=np.int64) for one in duties), *serving]))

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(LEAST_SECONDS, self.deadline - time.monotonic())


def _solve(question: _Question) -> _Solved:
    """What a bound leaves of a large part; all of a small one, or when that did not end with a proof in time."""
    found = Narrowed()
    if len(question.part.columns) >= LARGE:
        known, familiar = question.known(), question.familiar()
        narrowing = Narrowing(question.master, question.part, question.prefer, _search, known, familiar)
        found = narrowing.run(question.deadline)
    if not found.proven and (found.chosen is None or time.monotonic() < question.deadline):
        asked = question.whole()
        if found.chosen is not None:
            asked.better(frozenset(found.chosen), found.cents)
        everything = _search(asked, question.left)
        if everything.impossible and found.chosen is None:
            return _Solved(Verdict.IMPOSSIBLE if _confirmed(asked, question.left) else Verdict.OPEN)
        found = _better(found, everything)
    if found.chosen is None:
        return _Solved(Verdict.OPEN)
    if found.proven:
        return _Solved(Verdict.PROVEN, found.chosen)
    return _Solved(Verdict.FOUND, found.chosen, None if found.bound is None else found.cents - found.bound)


def _together(gaps: Sequence[int | None]) -> int | None:
    """How much cheaper all parts could be; None when that is not known of one."""
    known = [gap for gap in gaps if gap is not None]
    return sum(known) if len(known) == len(gaps) else None


def _better(found: Narrowed, everything: Ended) -> Narrowed:
    """The cheaper plan and the higher bound of both."""
    bounds = [bound for bound in (found.bound, everything.bound) if bound is not None]
    bound = max(bounds, default=None)
    if everything.chosen is not None and (found.chosen is None or everything.cents < found.cents):
        return Narrowed(everything.chosen, everything.cents, bound)
    return Narrowed(found.chosen, found.cents, bound)


def _search(asked: CpMaster, seconds: float) -> Ended:
    """One model, for so many seconds."""
    solver = cp_model.CpSolver()
    _configure(solver, max(LEAST_SECONDS, seconds))
    status = solver.solve(asked.model)
    if status == cp_model.INFEASIBLE:
        return Ended(impossible=True)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        # What CP-SAT gives as a bound is no bound when it had no time to begin.
        return Ended()
    # All hairs together are less than a cent: the whole cents of a bound are a bound of the cents.
    bound = int((solver.best_objective_bound + HAIR) // asked.hairs_a_cent)
    master = asked.master
    values = {column: solver.value(variable) for column, variable in asked.variables.items()}
    chosen = tuple(column for column in asked.columns if column < len(master.table) and values[column])
    cents = sum(master.cents[column] * value for column, value in values.items())
    return Ended(chosen, cents, cents if status == cp_model.OPTIMAL else bound)


def _configure(solver: cp_model.CpSolver, seconds: float) -> None:
    relax_at_once(solver)
    solver.parameters.random_seed = SEED
    solver.parameters.max_time_in_seconds = seconds


def _confirmed(asked: CpMaster, seconds: float) -> bool:
    """Whether "impossible" is said again without presolve: presolve has been wrong (or-tools 5274)."""
    again = cp_model.CpSolver()
    _configure(again, seconds)
    again.parameters.cp_model_presolve = False
    return again.solve(asked.model) == cp_model.INFEASIBLE


def _joined(master: Master, touched: Sequence[Part], chosen: Sequence[int], standing: Schedule) -> Schedule:
    """The new work of those planned again, and what stands of everybody else."""
    planned = {master.universe.employees[person].id for person in _people(master, touched)}
    kept = {identity(piece): piece for piece in standing.assignments}
    new = schedule_of(master, chosen).assignments
    pieces = [piece for piece in standing.assignments if piece.employee_id not in planned]
    # A piece that stays keeps its lock, comment and origin.
    pieces += [_again(piece, kept) for piece in new]
    return Schedule(horizon=standing.horizon, assignments=tuple(pieces))


def _again(piece: Assignment, kept: dict[tuple[object, ...], Assignment]) -> Assignment:
    before = kept.get(identity(piece))
    return before if before is not None and before.mission_id == piece.mission_id else piece


def _people(master: Master, touched: Sequence[Part]) -> Iterator[int]:
    for part in touched:
        yield from np.unique(master.table.employee[part.columns[part.columns < len(master.table)]]).tolist()
