"""A planning in a process of its own."""

from dataclasses import dataclass

from gems.domain.problem import Problem
from gems.planning.ports import (
    OnProgress,
    PlanOptions,
    PlanResult,
    Progress,
    ShouldStop,
    ignore_progress,
    never_stop,
)
from solver.job import Job


@dataclass(frozen=True, slots=True)
class _Planning:
    """What the process is asked."""

    problem: Problem
    options: PlanOptions
    rules: frozenset[str] | None

    def __call__(self, on_progress: OnProgress, should_stop: ShouldStop) -> PlanResult:
        from solver.constraints import CONSTRAINTS
        from solver.planner import ExactPlanner  # OR-Tools is loaded in the child only

        known = tuple(each for each in CONSTRAINTS if self.rules is None or each.rule in self.rules)
        return ExactPlanner(known).plan(self.problem, self.options, on_progress, should_stop)


def plan_job(problem: Problem, options: PlanOptions, rules: frozenset[str] | None = None) -> Job[Progress, PlanResult]:
    """Start a planning; `rules`: see `ProcessPlanner`."""
    return Job(_Planning(problem, options, rules))


@dataclass(frozen=True, slots=True)
class ProcessPlanner:
    """A `Planner` that plans in its own process and waits for the answer."""

    rules: frozenset[str] | None = None
    """Names of the rules to keep and to price; None: all. For yardsticks, which know neither law nor roads."""

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """See `gems.planning.ports.Planner`; raises PlannerDied when the process ends without an answer."""
        return plan_job(problem, options, self.rules).wait(on_progress, should_stop)
