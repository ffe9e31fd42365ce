"""Run CP-SAT on one model: best plan, proven bound, progress, stop-and-keep-best."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from ortools.sat.python import cp_model

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.relaxed import little_before

STOP_POLL_SECONDS = 0.1
HAIR = 1e-6
"""Rounding of the solver's floating bound that must not be taken for a cent."""

Better = Callable[[int | None, int | None], None]
OnPlan = Callable[[dict[int, int]], None]


def ignore_news(cents: int | None, bound: int | None) -> None:
    """Nobody listens to costs and bounds while the search lasts: of a piece of a whole, they are no news."""


def ignore_plan(values: dict[int, int]) -> None:
    """Nobody takes plans over while the search lasts."""


class Style(Enum):
    """What a search is for; the value names CP-SAT's strategy (docs/decisions/0007-two-hands.md)."""

    ANY_PLAN = ""
    """Stop at the first plan."""
    PROVE = "max_lp"
    """Close the gap of one part, by one worker, while another works elsewhere."""
    TREE = "lb_tree_search"
    """Raise the bound of a large part as fast as can be: plans come from elsewhere (decision 0036)."""
    REOPEN = "reduced_costs"
    """Better a piece of a plan, by one worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search of some columns ended with."""

    values: dict[int, int] | None
    """By master column; None without a plan."""
    cents: int | None
    bound: int | None
    """Proven; None when nothing was proven."""
    proven: bool = False
    infeasible: bool = False
    work: float = 0.0
    """Counted work: the same for the same input, about a second of an idle machine each."""


def search(
    asked: CpMaster,
    options: PlanOptions,
    limit: float,
    style: Style,
    on_better: Better,
    should_stop: ShouldStop,
    on_plan: OnPlan = ignore_plan,
    work_limit: float | None = None,
    cut_rounds: int = 1,
    at_once: bool = False,
) -> Found:
    """Search within `limit`: seconds, or units of counted work in deterministic mode (about a second each).

    `work_limit`: units of counted work at most, whatever the seconds: a busy machine searches as well as a free one.
    `at_once`: with little before the search, as for many columns that differ by nothing that counts (decision 0037).
    `cut_rounds`: how often cuts are looked for before the search branches.
    `on_better` hears (best cost, bound) in cents, the master's constants left out; `on_plan` hears each better plan.
    """
    solver = cp_model.CpSolver()
    _configure(solver, options, limit, style)
    solver.parameters.max_cut_rounds_at_level_zero = cut_rounds
    if at_once:
        little_before(solver)
    if work_limit is not None and not options.deterministic:
        solver.parameters.max_deterministic_time = work_limit
    watcher = _Watcher(asked, on_better, on_plan)
    solver.best_bound_callback = watcher.bound_is
    with Stopper(solver, should_stop):
        status = solver.solve(asked.model, watcher)
    if status == cp_model.INFEASIBLE:
        return Found(
            values=None, cents=None, bound=None, infeasible=_confirmed(asked, options, limit), work=work_of(solver)
        )
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(values=None, cents=None, bound=watcher.bound, work=work_of(solver))
    cents = round(solver.objective_value)
    proven = status == cp_model.OPTIMAL
    return Found(
        values={column: solver.value(variable) for column, variable in asked.variables.items()},
        cents=cents,
        bound=cents if proven else min(cents, whole_up(solver.best_objective_bound)),
        proven=proven,
        work=work_of(solver),
    )


def work_of(solver: cp_model.CpSolver) -> float:
    """The work counted by CP-SAT; the same for the same model, seed and limit with one worker."""
    return float(solver.response_proto.deterministic_time)


def _configure(solver: cp_model.CpSolver, options: PlanOptions, limit: float, style: Style) -> None:
    parameters = solver.parameters
    parameters.stop_after_first_solution = style is Style.ANY_PLAN
    parameters.random_seed = options.seed
    if style is Style.ANY_PLAN:
        parameters.num_workers = 1 if options.deterministic else options.workers
    else:
        # One worker: two hands at different work gain more than two workers at the same (docs/decisions/0007).
        parameters.num_workers = 1
        parameters.subsolvers.append(style.value)
    if options.deterministic:
        parameters.max_deterministic_time = max(0.01, limit)
    else:
        parameters.max_time_in_seconds = max(0.05, limit)


def _confirmed(asked: CpMaster, options: PlanOptions, limit: float) -> bool:
    """Whether "impossible" is said again without presolve, by one worker: presolve has been wrong (or-tools 5274)."""
    again = cp_model.CpSolver()
    _configure(again, replace(options, workers=1), limit, Style.ANY_PLAN)
    again.parameters.cp_model_presolve = False
    return again.solve(asked.model) == cp_model.INFEASIBLE


def whole_up(bound: float) -> int:
    """Costs are whole cents: a bound of 10.2 proves 11; a hair over 10 is 10."""
    return -int(-(bound - HAIR) // 1)


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Tells the best cost and bound as they come, from whichever thread finds them."""

    def __init__(self, asked: CpMaster, on_better: Better, on_plan: OnPlan) -> None:
        super().__init__()
        self._asked, self._tell, self._on_plan = asked, on_better, on_plan
        self._best: int | None = None
        self.bound: int | None = None
        self._lock = threading.Lock()

    def on_solution_callback(self) -> None:
        """Called by CP-SAT on each better plan."""
        with self._lock:
            self._best = round(self.objective_value)
            self._raise_bound(self.best_objective_bound)
            self._tell(self._best, self.bound)
        if self._on_plan is not ignore_plan:
            self._on_plan({column: self.value(variable) for column, variable in self._asked.variables.items()})

    def bound_is(self, bound: float) -> None:
        """Called by CP-SAT when it proves a better bound."""
        with self._lock:
            self._raise_bound(bound)
            self._tell(self._best, self.bound)

    def _raise_bound(self, bound: float) -> None:
        whole = whole_up(bound)
        self.bound = whole if self.bound is None else max(self.bound, whole)


class Stopper:
    """Asks again and again whether to stop, and stops the search; a stop before the search starts is not lost."""

    def __init__(self, solver: cp_model.CpSolver, should_stop: ShouldStop) -> None:
        self._solver, self._should_stop = solver, should_stop
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._over.wait(STOP_POLL_SECONDS):
            if self._should_stop():
                self._solver.stop_search()

    def __enter__(self) -> "Stopper":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
