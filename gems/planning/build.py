"""Build a week: data → problem → planner → checker, always → report."""

from dataclasses import dataclass

from gems.domain.group import Group
from gems.domain.issues import InvalidGroup
from gems.domain.problem import Problem
from gems.domain.report import BillLine, PlanReport
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Instant
from gems.domain.validation import faults
from gems.domain.words import Words
from gems.planning.explain.clash import clash
from gems.planning.ports import (
    OnProgress,
    Planner,
    PlanOptions,
    PlanResult,
    ShouldStop,
    ignore_progress,
    never_stop,
)
from gems.planning.survey import survey
from gems.prices.bill import bill
from gems.prices.load import PROFILES, prices
from gems.rules.catalogue import DEROGABLE
from gems.rules.checker import Verdict, judge
from gems.rules.law import AGREEMENTS

MOST_TOLD = 5
"""Of what cannot be kept: a list that is read."""


class PlannerDisagreement(Exception):
    """The checker refuses the planner's answer, or counts another bill: an internal error, never shown as a plan."""

    def __init__(self, problem: Problem, schedule: Schedule, words: str) -> None:
        super().__init__(words)
        self.problem, self.schedule = problem, schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished planning: the answer, what the checker says of it, and the report. No schedule, no verdict."""

    problem: Problem
    result: PlanResult
    schedule: Schedule | None
    verdict: Verdict | None
    report: PlanReport
    reasons: tuple[Words, ...] = ()


def prepare(
    group: Group,
    horizon: Horizon,
    *,
    profile: str | None = None,
    baseline: Schedule | None = None,
    as_of: Instant | None = None,
) -> Problem:
    """The problem of planning these weeks; raises InvalidGroup with every fault at once, KeyError for a profile."""
    found = faults(group, baseline, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=DEROGABLE)
    if found:
        raise InvalidGroup(found)
    kept = None if baseline is None or baseline.horizon != horizon else baseline
    return Problem(
        group=group,
        horizon=horizon,
        prices=prices(profile or group.settings.profile),
        baseline=kept,
        as_of=as_of,
    )


def build(
    problem: Problem,
    planner: Planner,
    options: PlanOptions,
    on_progress: OnProgress = ignore_progress,
    should_stop: ShouldStop = never_stop,
) -> Built:
    """Plan, check and report; raises PlannerDisagreement."""
    return finish(problem, planner.plan(problem, options, on_progress, should_stop))


def finish(problem: Problem, result: PlanResult) -> Built:
    """Judge a planner's answer and write its report; raises PlannerDisagreement."""
    if result.schedule is None:
        return Built(
            problem=problem,
            result=result,
            schedule=None,
            verdict=None,
            report=_report(problem, result, None),
            reasons=(*result.reasons, *_why(problem, result)),
        )
    verdict = judged(problem, result)
    return Built(
        problem=problem,
        result=result,
        schedule=result.schedule,
        verdict=verdict,
        report=_report(problem, result, result.schedule),
    )


def _why(problem: Problem, result: PlanResult) -> tuple[Words, ...]:
    """Locked work that clashes; else what of the roster cannot be kept, as the nearest schedule shows."""
    found = clash(problem)
    if found is not None:
        return (found.words(problem),)
    if result.nearest is None:
        return ()
    missed = judge(problem, result.nearest).violations
    return tuple(violation.words for violation in missed[:MOST_TOLD])


def judged(problem: Problem, result: PlanResult) -> Verdict:
    """What the checker says of an answer that holds a schedule; raises PlannerDisagreement."""
    assert result.schedule is not None
    verdict = judge(problem, result.schedule)
    _compare(problem, result, verdict)
    return verdict


def _compare(problem: Problem, result: PlanResult, verdict: Verdict) -> None:
    assert result.schedule is not None
    if verdict.violations:
        words = "; ".join(violation.words.en for violation in verdict.violations[:5])
        raise PlannerDisagreement(problem, result.schedule, f"the checker refuses the plan: {words}")
    recomputed: dict[str, int] = {}
    for charge in verdict.charges:
        recomputed[charge.rule] = recomputed.get(charge.rule, 0) + charge.cents
    planned = {line: cents for line, cents in result.bill.items() if cents}
    counted = {line: cents for line, cents in recomputed.items() if cents}
    if planned != counted or result.cost_cents != verdict.cents:
        words = f"the bill differs: the planner says {planned}, the checker {counted}"
        raise PlannerDisagreement(problem, result.schedule, words)


def audit(problem: Problem, schedule: Schedule) -> tuple[Verdict, tuple[BillLine, ...]]:
    """Judge a schedule made or edited by hand: every rule broken, and its bill."""
    return judge(problem, schedule), bill(problem, schedule)


def _report(problem: Problem, result: PlanResult, schedule: Schedule | None) -> PlanReport:
    found = survey(problem, schedule) if schedule is not None else None
    return PlanReport(
        status=result.status,
        cost_cents=result.cost_cents or 0,
        bound_cents=result.bound_cents,
        requested_minutes=sum(need.minutes for need in problem.needs),
        served_minutes=found.served_minutes if found is not None else 0,
        bill=bill(problem, schedule) if schedule is not None else (),
        unserved=found.unserved if found is not None else (),
        hours=found.hours if found is not None else (),
        profile=problem.prices.profile,
        seed=result.seed,
        seconds=result.seconds,
        first_plan_seconds=result.first_plan_seconds,
        peak_memory_mb=result.peak_memory_mb,
        versions=result.versions,
    )
