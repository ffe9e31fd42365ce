"""Run CP-SAT on one model: best plan, proven bound, progress, stop-and-keep-best."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from ortools.sat.python import cp_model

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster

STOP_POLL_SECONDS = 0.1
HAIR = 1e-6
"""Rounding of the solver's floating bound that must not be taken for a cent."""

Better = Callable[[int | None, int | None], None]


class Style(Enum):
    """What a search is for; the value names CP-SAT's strategies, one a worker."""

    ANY_PLAN = ()
    """Stop at the first plan."""
    PROVE = ("max_lp", "reduced_costs")
    """Close the gap: the pair that proves most in least time (docs/decisions/0003-search-strategies.md)."""
    QUICK = ("max_lp", "core")
    """A good plan in a few seconds among few duties (docs/decisions)."""
    PROVE_OTHERWISE = ("reduced_costs", "core")
    """A second opinion, for what the first leaves open."""


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


def search(
    asked: CpMaster,
    options: PlanOptions,
    limit: float,
    style: Style,
    on_better: Better,
    should_stop: ShouldStop,
) -> Found:
    """Search within `limit`: seconds, or units of counted work in deterministic mode (about a second each).

    `on_better` hears (best cost, bound) in cents, the master's constants left out.
    """
    solver = cp_model.CpSolver()
    _configure(solver, options, limit, style)
    watcher = _Watcher(on_better)
    solver.best_bound_callback = watcher.bound_is
    with _Stopper(solver, should_stop):
        status = solver.solve(asked.model, watcher)
    if status == cp_model.INFEASIBLE:
        return Found(values=None, cents=None, bound=None, infeasible=_confirmed(asked, options, limit))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(values=None, cents=None, bound=watcher.bound)
    cents = round(solver.objective_value)
    proven = status == cp_model.OPTIMAL
    return Found(
        values={column: solver.value(variable) for column, variable in asked.variables.items()},
        cents=cents,
        bound=cents if proven else min(cents, whole_up(solver.best_objective_bound)),
        proven=proven,
    )


def _configure(solver: cp_model.CpSolver, options: PlanOptions, limit: float, style: Style) -> None:
    parameters = solver.parameters
    parameters.stop_after_first_solution = style is Style.ANY_PLAN
    parameters.random_seed = options.seed
    if options.deterministic:
        # One worker alone is the simplest reproducible mode; wall time must not decide anything.
        parameters.num_workers = 1
        parameters.max_deterministic_time = max(0.01, limit)
    else:
        parameters.num_workers = options.workers
        if options.workers == len(style.value):
            parameters.subsolvers.extend(style.value)
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

    def __init__(self, on_better: Better) -> None:
        super().__init__()
        self._tell = on_better
        self._best: int | None = None
        self.bound: int | None = None
        self._lock = threading.Lock()

    def on_solution_callback(self) -> None:
        """Called by CP-SAT on each better plan."""
        with self._lock:
            self._best = round(self.objective_value)
            self._raise_bound(self.best_objective_bound)
            self._tell(self._best, self.bound)

    def bound_is(self, bound: float) -> None:
        """Called by CP-SAT when it proves a better bound."""
        with self._lock:
            self._raise_bound(bound)
            self._tell(self._best, self.bound)

    def _raise_bound(self, bound: float) -> None:
        whole = whole_up(bound)
        self.bound = whole if self.bound is None else max(self.bound, whole)


class _Stopper:
    """Asks again and again whether to stop, and stops the search; a stop before the search starts is not lost."""

    def __init__(self, solver: cp_model.CpSolver, should_stop: ShouldStop) -> None:
        self._solver, self._should_stop = solver, should_stop
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._over.wait(STOP_POLL_SECONDS):
            if self._should_stop():
                self._solver.stop_search()

    def __enter__(self) -> "_Stopper":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
