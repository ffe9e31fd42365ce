"""Joins the parts: the planner of `solver` to the use cases of `gems.planning`, workbooks to problems, the database.

What a way in needs from several rooms at once is put together here, so that each screen or command stays a few lines.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from gems.domain.group import Group
from gems.domain.problem import Problem
from gems.domain.report import BillLine
from gems.domain.schedule import Schedule
from gems.domain.time import ZONE, Horizon, Instant, Stamp, monday_of
from gems.planning.build import audit, prepare
from gems.planning.matching import matched
from gems.planning.office import Office
from gems.planning.ports import Composer, Explainer, Planner, Reckoner
from gems.rules.checker import Verdict
from gems.store.store import Store, wall_clock
from solver.compose.process import ProcessComposer
from solver.explain_process import ProcessExplainer
from solver.most_work_process import ProcessReckoner
from solver.plan_process import ProcessPlanner

DATABASE = "GEMS_DATABASE_URL"
"""Environment: the address of the database."""
USUAL_DATABASE = "sqlite:///gems.sqlite"
"""A file in the folder the server is started in."""
PRETENDED_NOW = "GEMS_NOW"
"""Environment: a local time ("2026-11-06T09:00") at which planning's clock stands still, for demonstrations and tests.
Sign-ins, links and their expiry always follow the real clock."""


def planner() -> Planner:
    """The planner of this installation: in a process of its own."""
    return ProcessPlanner()


@contextmanager
def planner_at(cluster: str | None) -> Iterator[Planner]:
    """The planner of the cluster at this address; None: that of this installation. Raises NoCluster."""
    if cluster is None:
        yield planner()
        return
    from solver.cluster.planner import cluster_at

    with cluster_at(cluster) as found:
        yield found


def composer() -> Composer:
    """The composer of posts of this installation: in a process of its own."""
    return ProcessComposer()


def reckoner() -> Reckoner:
    """What proves how much work there is for somebody, in a process of its own."""
    return ProcessReckoner()


@cache
def explainer() -> Explainer:
    """The one explainer of this process: it answers in a process of its own, kept warm between questions."""
    return ProcessExplainer()


def weeks_to_plan(kept: Schedule | None, week: date | None, weeks: int | None, today: date) -> Horizon:
    """The weeks asked for; else those of the workbook; else next week."""
    if week is not None:
        return Horizon(week, weeks or 1)
    if kept is not None:
        return Horizon(kept.horizon.first, weeks or kept.horizon.weeks)
    return Horizon(monday_of(today) + timedelta(weeks=1), weeks or 1)


def pose(
    group: Group, kept: Schedule | None, horizon: Horizon, *, profile: str | None, as_of: Instant | None
) -> Problem:
    """The problem of these weeks; what the workbook already holds of them stands before planning.

    Rows without a mission are given the one they serve, so that a locked row written by hand is not served twice.
    """
    rows = tuple(piece for piece in kept.assignments if piece.day in horizon) if kept is not None else ()
    baseline = Schedule(horizon=horizon, assignments=rows) if rows else None
    problem = prepare(group, horizon, profile=profile, baseline=baseline, as_of=as_of)
    return problem if baseline is None else replace(problem, baseline=matched(problem, baseline))


def database_url() -> str:
    """The address of this installation's database."""
    return os.environ.get(DATABASE) or USUAL_DATABASE


def pretended_now() -> Stamp | None:
    """The moment at which a demonstration stands still; None in real life. Raises ValueError when it is no time."""
    told = os.environ.get(PRETENDED_NOW)
    return stamp_at(told) if told else None


def stamp_at(local_time: str) -> Stamp:
    """ "2026-11-06T09:00", in Paris; raises ValueError when it is no time."""
    return int(datetime.fromisoformat(local_time).replace(tzinfo=ZONE).timestamp())


def office() -> Office:
    """The one office of this process; raises NoDatabase."""
    return Office(_store(database_url(), pretended_now()))


@cache
def _store(url: str, pretended: Stamp | None) -> Store:
    return Store.open(url, wall_clock if pretended is None else lambda: pretended)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A schedule made or edited by hand, as the rules see it."""

    problem: Problem
    schedule: Schedule
    """With the missions that its rows were found to serve."""
    verdict: Verdict
    bill: tuple[BillLine, ...]


def audit_of(group: Group, kept: Schedule, *, as_of: Instant | None) -> Audit:
    """Judge the schedule of a workbook over its own weeks."""
    problem = pose(group, kept, kept.horizon, profile=None, as_of=as_of)
    schedule = problem.baseline or kept
    verdict, bill = audit(problem, schedule)
    return Audit(problem=problem, schedule=schedule, verdict=verdict, bill=bill)
