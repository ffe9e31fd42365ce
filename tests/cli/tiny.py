"""A workbook of four people that plans in a moment, and planners that need no search."""

from dataclasses import dataclass, field
from pathlib import Path

from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
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
from gems.rules.checker import judge
from gems.workbook import write_workbook
from tests.rules.given import problem_of

WEEK = "2026-W48"
REQUESTS = [
    {"id": "R1", "site": "E", "job": "caregiver", "days": "mon-fri", "slot": "7:00-14:00", "break_minutes": 20},
    {"id": "R2", "site": "F", "job": "caregiver", "days": "mon-thu", "slot": "8:00-12:00", "headcount": 2},
    {
        "id": "R3",
        "site": "E",
        "job": "secretary",
        "days": "mon-fri",
        "weekly_minutes": 840,
        "window": "8:00-12:00",
        "shortest": 180,
        "longest": 240,
    },
]


def tiny_problem(**given: object) -> Problem:
    """Ana, Ben, Cléo and Dan of tests/rules/group.py, and fifteen pieces of work."""
    return problem_of({"requests": REQUESTS, **given}, "tiny")


def write_tiny(path: Path, **given: object) -> Path:
    """Its workbook; with a `baseline`, the schedule is in it."""
    problem = tiny_problem(**given)
    write_workbook(problem.group, path, schedule=problem.baseline)
    return path


@dataclass
class Answering:
    """A planner that answers at once with what stands locked, or with an error or a refusal given to it."""

    error: Exception | None = None
    no_plan: bool = False
    lie_cents: int = 0
    """Added to the true cost: the checker must find out."""
    asked: list[tuple[Problem, PlanOptions]] = field(default_factory=list)

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """See `gems.planning.ports.Planner`."""
        self.asked.append((problem, options))
        on_progress(Progress(stage=Stage.SEARCHING, seconds=0.0, best_cents=100, bound_cents=90))
        stopped = should_stop()
        if self.error is not None:
            raise self.error
        schedule = Schedule(horizon=problem.horizon, assignments=problem.baseline.locked if problem.baseline else ())
        verdict = judge(problem, schedule)
        bill: dict[str, int] = {}
        for charge in verdict.charges:
            bill[charge.rule] = bill.get(charge.rule, 0) + charge.cents
        return PlanResult(
            status=Status.NO_PLAN if self.no_plan else Status.STOPPED if stopped else Status.GOOD,
            schedule=None if self.no_plan else schedule,
            cost_cents=None if self.no_plan else verdict.cents + self.lie_cents,
            bound_cents=0,
            bill=bill,
            reasons=(Words("Rien ne tient.", "Nothing holds."),) if self.no_plan else (),
            seed=options.seed,
            seconds=0.5,
            first_plan_seconds=0.1,
            peak_memory_mb=100,
            versions={"gems": "0"},
        )
