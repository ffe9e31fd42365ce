"""The planner: problem → blocks → duties → master → CP-SAT → schedule with its proven bound."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from gems.domain.lenient import at_a_price
from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.words import Words
from gems.planning.ports import (
    OnProgress,
    PlanOptions,
    PlanResult,
    Progress,
    ShouldStop,
    Stage,
    ignore_progress,
    never_stop,
)
from solver.assembly import Assembly
from solver.constraints import CONSTRAINTS, Constraint
from solver.dominance import undominated
from solver.duty_table import DutyTable
from solver.enumeration import TooManyDuties, legal_blocks, legal_duties
from solver.grouping import group_missions
from solver.heads import ALONE, Heads
from solver.least_change import Told, with_ties
from solver.machine import peak_memory_mb, versions
from solver.master import Master
from solver.needed.day_search import DaySearch
from solver.needs import needs_and_duties
from solver.tightening import tightened
from solver.traits import traits
from solver.universe import Slot, Universe

MOST_DUTIES = 500_000
"""Beyond that a master takes gigabytes, and minutes until it is there."""
MUST_SERVE = "must_serve"
"""The row of a need that must be served, whatever it costs."""


@dataclass(frozen=True, slots=True)
class ExactPlanner:
    """Plans on all legal duties at once, to proven optimality when time allows."""

    constraints: tuple[Constraint, ...] = CONSTRAINTS
    drop_dominated: bool = True
    group_missions: bool = True
    """Missions that no rule tells apart are counted, not copied."""
    most_duties: int = MOST_DUTIES
    """Duties that are composed all at once; where there are more, days are composed as they are needed."""

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """See `gems.planning.ports.Planner`."""
        clock = _Clock(on_progress)
        clock.tell(Stage.PREPARING)
        heads = group_missions(problem, self.constraints) if self.group_missions else ALONE
        found: Assembly | DaySearch
        try:
            master = build_master(
                problem,
                self.constraints,
                drop_dominated=self.drop_dominated,
                heads=heads,
                most_duties=self.most_duties,
            )
        except TooManyDuties:
            universe = legal_blocks(Universe.of_problem(problem), self.constraints)
            link = partial(linked, constraints=self.constraints)
            found = DaySearch(universe, self.constraints, link, options, clock.better, should_stop)
        else:
            clock.duties = len(master.table)
            found = Assembly(master, options, clock.better, should_stop)
        clock.tell(Stage.PREPARING)
        spent = 0.0 if options.deterministic else clock.seconds
        found.run(max(1.0, options.time_limit_seconds - spent))
        nearest = self._nearest(problem, options, should_stop) if found.infeasible else None
        clock.tell(Stage.DONE)
        return _result(found, options, clock, nearest)

    def _nearest(self, problem: Problem, options: PlanOptions, should_stop: ShouldStop) -> Schedule | None:
        """A plan that misses as little of the roster's rules as can be; None where they are not what stands in the way.

        An answer to "what if this had to be served" needs none.
        """
        priced = None if problem.must_serve else at_a_price(problem.group)
        if priced is None:
            return None
        return self.plan(replace(problem, group=priced), options, should_stop=should_stop).schedule


def build_master(
    problem: Problem,
    constraints: Sequence[Constraint] = CONSTRAINTS,
    *,
    drop_dominated: bool = True,
    heads: Heads = ALONE,
    most_duties: int | None = None,
) -> Master:
    """Compose the legal duties and everything that links them; raises TooManyDuties for more than `most_duties`."""
    universe = legal_blocks(Universe.of_problem(problem, heads), constraints)
    table = legal_duties(universe, constraints, most=most_duties)
    if drop_dominated and len(table):
        prices = [each.duty_cents(table) for each in constraints if each.duty_cents]
        cents = np.sum(prices, axis=0) if prices else np.zeros(len(table), dtype=np.int64)
        table = undominated(table, with_ties(table, cents, Told.of(universe)), traits(table))
    return linked(table, constraints)


def linked(table: DutyTable, constraints: Sequence[Constraint]) -> Master:
    """The master of some duties, with everything that links them."""
    master = Master(table)
    master.add_one_duty_a_day()
    for constraint in constraints:
        if constraint.duty_cents is not None:
            master.add_duty_cents(constraint.rule, constraint.duty_cents(table))
        if constraint.restrict is not None:
            constraint.restrict(master)
        if constraint.charge is not None:
            constraint.charge(master)
    _must_serve(master)
    return master


def _must_serve(master: Master) -> None:
    """A row for each need that the answer must serve in full; nothing can meet it when no duty serves the need."""
    if not master.problem.must_serve:
        return
    found = {need.id: (duties, ours) for need, duties, ours in needs_and_duties(master)}
    for need_id in sorted(master.problem.must_serve):
        if need_id not in found:
            master.add_row(MUST_SERVE, [], 1, lower=1)
            continue
        duties, ours = found[need_id]
        minutes = (master.table.minutes[duties] * ours).sum(axis=1)
        master.add_row(MUST_SERVE, duties, minutes, lower=master.problem.need[need_id].minutes)


def schedule_of(master: Master, chosen: Sequence[int]) -> Schedule:
    """The schedule made of the chosen duties; what stood before keeps its lock, its origin and its comment."""
    problem, universe = master.problem, master.universe
    standing = {_identity(piece): piece for piece in (problem.baseline.assignments if problem.baseline else ())}
    pieces: list[Assignment] = []
    taken: Counter[int] = Counter()
    for duty in chosen:
        for block in master.table.blocks[duty][master.table.present[duty]].tolist():
            slot = universe.slots[int(universe.block_slot[block])]
            mission = None
            if slot.mission >= 0:
                # Whoever comes first takes the first head of those that the mission stands for, the cheapest ones.
                mission = problem.missions[universe.heads.missions(slot.mission)[taken[slot.mission]]]
                taken[slot.mission] += 1
            piece = Assignment(
                start=slot.span.start,
                end=slot.span.end,
                employee_id=universe.employees[int(universe.block_employee[block])].id,
                site_id=slot.site_id,
                qualification=slot.qualification if mission is None else _job(slot, mission),
                mission_id=None if mission is None else mission.id,
                origin=Origin.PLANNED,
            )
            pieces.append(standing.get(_identity(piece), piece))
    return Schedule(horizon=problem.horizon, assignments=tuple(pieces))


def _job(slot: Slot, mission: Mission) -> str:
    """The job a piece is done as: a locked piece may stand at another one than its mission asks for."""
    own = slot.request is None or slot.qualification != slot.request.qualification
    return slot.qualification if own else mission.request.qualification


def _identity(piece: Assignment) -> tuple[object, ...]:
    where = (piece.site_id, piece.qualification, piece.mission_id)
    return (piece.employee_id, piece.start, piece.end, *where)


class _Clock:
    """Elapsed seconds, and the progress told so far."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._start, self._tell = time.monotonic(), on_progress
        self.duties: int | None = None
        self.first_plan: float | None = None
        self.best: int | None = None
        self.bound: int | None = None

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._start

    def better(self, best: int | None, bound: int | None) -> None:
        """A better plan or bound."""
        if best is not None and self.first_plan is None:
            self.first_plan = self.seconds
        self.best, self.bound = best, bound
        self.tell(Stage.SEARCHING)

    def tell(self, stage: Stage) -> None:
        """A sign of life."""
        self._tell(
            Progress(
                stage=stage,
                seconds=self.seconds,
                best_cents=self.best,
                bound_cents=self.bound,
                duties=self.duties,
            )
        )


def _result(
    assembly: Assembly | DaySearch, options: PlanOptions, clock: _Clock, nearest: Schedule | None
) -> PlanResult:
    values, schedule, bill = None, None, {}
    if assembly.values is not None:
        master = assembly.master
        values = tightened(master, assembly.values)
        bill = master.bill(values)
        schedule = schedule_of(master, [duty for duty in range(len(master.table)) if values[duty]])
    cost = sum(bill.values()) if values is not None else None
    return PlanResult(
        status=_status(assembly),
        schedule=schedule,
        cost_cents=cost,
        bound_cents=assembly.bound if cost is None else min(cost, assembly.bound),
        bill=bill,
        reasons=() if values is not None else (_why_no_plan(assembly, nearest),),
        nearest=nearest,
        seed=options.seed,
        seconds=clock.seconds,
        first_plan_seconds=clock.first_plan,
        peak_memory_mb=peak_memory_mb(),
        versions=versions(),
        least_change=values is not None and assembly.least_change,
    )


def _status(assembly: Assembly | DaySearch) -> Status:
    if assembly.values is None:
        return Status.NO_PLAN
    if assembly.proven:
        return Status.OPTIMAL
    return Status.STOPPED if assembly.stopped else Status.GOOD


def _why_no_plan(assembly: Assembly | DaySearch, nearest: Schedule | None) -> Words:
    if assembly.infeasible:
        return CLASH if nearest is None else ASKED_TOO_MUCH
    if isinstance(assembly, DaySearch) and not assembly.stopped:
        return NONE_BY_DAYS
    return STOPPED_EARLY if assembly.stopped else TOO_SHORT


CLASH = Words(
    "Les affectations verrouillées ne peuvent pas tenir ensemble.", "The locked assignments cannot hold together."
)
ASKED_TOO_MUCH = Words(
    "Les règles du roulement ne peuvent pas tenir toutes : changez-en une, ou donnez-lui un prix. Le planning le plus "
    "proche manquerait ceci.",
    "The rules of the roster cannot all hold: change one of them, or give it a price. The nearest schedule would miss "
    "this.",
)
NONE_BY_DAYS = Words(
    "Il y a trop de journées possibles pour les composer toutes, et ce qui est verrouillé ou exigé ne tient pas sans "
    "le reste : resserrez les plages demandées, déverrouillez, ou donnez un prix aux règles du roulement.",
    "There are too many possible days to compose them all, and what is locked or required does not hold without the "
    "rest: ask for narrower windows, unlock, or give the rules of the roster a price.",
)
STOPPED_EARLY = Words(
    "Le calcul a été arrêté avant le premier planning : relancez-le et laissez-lui quelques secondes.",
    "The search was stopped before a first schedule: start it again and leave it a few seconds.",
)
TOO_SHORT = Words(
    "Le temps accordé n'a pas suffi pour un premier planning : donnez-lui plus de temps.",
    "The time granted was too short for a first schedule: allow more time.",
)
