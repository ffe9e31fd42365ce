"""Run CP-SAT on a master: best plan, proven bound, progress, stop-and-keep-best."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster

STOP_POLL_SECONDS = 0.1
DETERMINISTIC_WORK_PER_SECOND = 1.0
"""Counted work granted for each second of the time limit in deterministic mode (one unit is roughly a second)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search ended with. `columns` is None without a plan."""

    columns: list[int] | None
    cost: int | None
    bound: int
    proven: bool
    stopped: bool
    infeasible: bool


def search(
    asked: CpMaster,
    options: PlanOptions,
    seconds: float,
    on_better: Callable[[int | None, int], None],
    should_stop: ShouldStop,
    floor: int,
) -> Found:
    """Search for at most `seconds`; `on_better` hears (best cost, bound) in cents; `floor` is a bound known before."""
    solver = cp_model.CpSolver()
    _configure(solver, options, seconds)
    watcher = _Watcher(on_better, floor)
    solver.best_bound_callback = watcher.bound_is
    stopper = _Stopper(solver, should_stop)
    with stopper:
        status = solver.solve(asked.model, watcher)
    has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = max(floor, _whole_up(solver.best_objective_bound)) if has_plan else floor
    cost = round(solver.objective_value) if has_plan else None
    if status == cp_model.OPTIMAL and cost is not None:
        bound = cost
    return Found(
        columns=[solver.value(variable) for variable in asked.variables] if has_plan else None,
        cost=cost,
        bound=bound if cost is None else min(bound, cost),
        proven=status == cp_model.OPTIMAL,
        stopped=stopper.pressed,
        infeasible=status == cp_model.INFEASIBLE,
    )


def _configure(solver: cp_model.CpSolver, options: PlanOptions, seconds: float) -> None:
    parameters = solver.parameters
    parameters.random_seed = options.seed
    parameters.num_workers = options.workers
    if options.deterministic:
        # One worker without sharing is the simplest reproducible mode; wall time must not decide anything.
        parameters.num_workers = 1
        parameters.max_deterministic_time = options.time_limit_seconds * DETERMINISTIC_WORK_PER_SECOND
    else:
        parameters.max_time_in_seconds = max(0.1, seconds)


def _whole_up(bound: float) -> int:
    """Costs are whole cents: a bound of 10.2 proves 11; a hair over 10 is 10."""
    return -int(-(bound - 1e-6) // 1)


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Tells the best cost and bound as they come, from whichever thread finds them."""

    def __init__(self, on_better: Callable[[int | None, int], None], floor: int) -> None:
        super().__init__()
        self._tell, self._bound = on_better, floor
        self._best: int | None = None
        self._lock = threading.Lock()

    def on_solution_callback(self) -> None:
        with self._lock:
            self._best = round(self.objective_value)
            self._bound = max(self._bound, _whole_up(self.best_objective_bound))
            self._tell(self._best, self._bound)

    def bound_is(self, bound: float) -> None:
        """Called by CP-SAT when it proves a better bound."""
        with self._lock:
            self._bound = max(self._bound, _whole_up(bound))
            self._tell(self._best, self._bound)


class _Stopper:
    """Asks again and again whether to stop, and stops the search; a stop before the search starts is not lost."""

    def __init__(self, solver: cp_model.CpSolver, should_stop: ShouldStop) -> None:
        self._solver, self._should_stop, self.pressed = solver, should_stop, False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._over.wait(STOP_POLL_SECONDS):
            if self.pressed or self._should_stop():
                self.pressed = True
                self._solver.stop_search()

    def __enter__(self) -> "_Stopper":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
