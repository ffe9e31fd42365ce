"""The problem of one week as the store has it: who and what, the past up to its Monday, what is already published."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gems.domain.life import Version, piece_key
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, instant_of
from gems.planning.views.standing import issued
from gems.planning.week.past import history_before
from gems.prices.load import prices
from gems.store.work import Work


def problem_for(
    work: Work,
    monday: date,
    *,
    profile: str | None = None,
    kept: Schedule | None = None,
    kept_prices: Prices | None = None,
) -> Problem:
    """The problem of one week, now.

    `kept` is the work that stands before planning: its locked pieces must stay. `kept_prices`: those of a version, in
    place of today's list. The issued version of the week, if any, is what changes are measured against: the store
    never writes "published" on a piece, it is read off the issued version here. Raises KeyError for a profile.
    """
    group = work.group.with_history(history_before(work, monday))
    problem = Problem(
        group=group,
        horizon=Horizon(monday),
        prices=kept_prices or prices(profile or group.settings.profile),
        as_of=instant_of(work.now),
    )
    holds = issued(work, monday)
    return with_baseline(problem, kept, holds.schedule if holds is not None else None)


def asked_of(work: Work, monday: date) -> Problem:
    """The problem of one week for who only counts what is asked: that does not depend on the past, left as entered."""
    return Problem(group=work.group, horizon=Horizon(monday), prices=prices(work.group.settings.profile))


def with_baseline(problem: Problem, kept: Schedule | None, published: Schedule | None) -> Problem:
    """The problem with the locked pieces of one schedule and the published pieces of another as what stands."""
    locked = {piece_key(piece): piece for piece in kept.locked} if kept is not None else {}
    told = {piece_key(piece): piece for piece in published.assignments} if published is not None else {}
    pieces = [replace(piece, published=True, locked=key in locked) for key, piece in told.items()]
    pieces += [piece for key, piece in locked.items() if key not in told]
    baseline = Schedule(horizon=problem.horizon, assignments=tuple(_known(problem, pieces)))
    return replace(problem, baseline=baseline if pieces else None)


def flagged(schedule: Schedule, published: Schedule | None) -> Schedule:
    """The same work, each piece that is in the published version told so."""
    told = {piece_key(piece) for piece in published.assignments} if published is not None else set()
    pieces = tuple(replace(piece, published=piece_key(piece) in told) for piece in schedule.assignments)
    return Schedule(horizon=schedule.horizon, assignments=pieces)


def version_prices(work: Work, version: Version) -> Prices:
    """The price list kept with a version."""
    cents = work.versions.prices(version.head.monday, version.head.number)
    return Prices(profile=version.head.profile, cents=cents)


def problem_of(work: Work, version: Version) -> Problem:
    """The problem that a version answers, with its own prices and locks."""
    return problem_for(work, version.head.monday, kept=version.schedule, kept_prices=version_prices(work, version))


def _known(problem: Problem, pieces: Iterable[Assignment]) -> Iterable[Assignment]:
    """A request withdrawn or changed since leaves work without a mission, never a mission nobody asks."""
    return (
        piece if piece.mission_id is None or piece.mission_id in problem.mission else replace(piece, mission_id=None)
        for piece in pieces
    )
