"""A week as the coordinator sees it: one version judged, billed and counted, and what can be done next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.life import Answer, Deadlines, Version, VersionHead
from gems.domain.problem import Problem
from gems.domain.report import BillLine, PersonHours, Unserved
from gems.domain.schedule import Schedule
from gems.domain.time import WEEK, Horizon, monday_of
from gems.domain.words import Words
from gems.planning.insertion import unserved_missions
from gems.planning.office import Declined, Doing, use_case
from gems.planning.reasons import Reasons
from gems.planning.survey import Survey, survey_without_reasons
from gems.planning.views.standing import issued
from gems.planning.week.asked import NOBODY_ASKED, progress_of
from gems.planning.week.edit import Undoable, undoable
from gems.planning.week.objections import objections_of, said, still_open, unsettled
from gems.planning.week.problem import asked_of, flagged, problem_for, problem_of
from gems.planning.week.steps import UNKNOWN, Standing, Step, possible, standing_of, standings
from gems.prices.bill import bill_of
from gems.rules.checker import Verdict, judge
from gems.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDates:
    """When things are due for a week."""

    requests_close: date
    """The last day, included, on which members may change what concerns it."""
    answers_due: date
    publish_due: date


@dataclass(frozen=True, kw_only=True)
class WeekSight:
    """One version of a week, judged; the empty schedule when there is none."""

    monday: date
    heads: tuple[VersionHead, ...]
    """Every version of the week, by number."""
    version: Version | None
    """The one asked for, else the newest not replaced."""
    schedule: Schedule
    """Its work, each piece saying whether it is in the published version."""
    problem: Problem
    verdict: Verdict
    bill: tuple[BillLine, ...]
    requested_minutes: int
    served_minutes: int
    unserved: tuple[Unserved, ...]
    hours: tuple[PersonHours, ...]
    reasons_known: bool
    """Whether every line of `unserved` says why; hands that changed a version leave some to `why_unserved`."""
    answers: tuple[Answer, ...]
    """Given to this version."""
    objections: tuple[Answer, ...]
    """Still open in it, those it was copied with included."""
    not_given_back: tuple[Words, ...]
    """What the next planning is kept from repeating because of them, one sentence each."""
    issued: Version | None
    """The version that holds for everybody now."""
    steps: Mapping[Step, Words | None]
    """Each step with why it cannot be taken; None when it can."""
    dates: WeekDates
    edits: Undoable
    planning_by: str | None
    """Who asked for the planning under way; None when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One week in a list."""

    monday: date
    newest: VersionHead | None
    """The last version not replaced; None when nothing has been built."""
    issued: VersionHead | None
    unserved_minutes: int | None
    """Hours asked that the newest version does not serve; None for weeks already over."""
    waiting: int
    """Pieces whose answers are waited for, in the proposal under way."""
    objections: int
    dates: WeekDates
    over: bool


@use_case(Act.SEE_WEEKS)
def week_sight(doing: Doing, *, monday: date, number: int | None = None) -> WeekSight:
    """A version of a week (the newest not replaced when no number is given); raises Declined for an unknown one."""
    work, standing = doing.work, standing_of(doing, monday)
    version = _version(work, standing, number)
    holds = issued(work, monday)
    problem = problem_of(work, version) if version is not None else problem_for(work, monday)
    schedule = version.schedule if version is not None else Schedule(horizon=Horizon(monday))
    verdict, found = judge(problem, schedule), _survey(version, problem, schedule)
    head = version.head if version is not None else None
    objections = still_open(objections_of(work, head), schedule) if head is not None else ()
    to_settle = unsettled(version, objections) if version is not None else ()
    return WeekSight(
        monday=monday,
        heads=standing.heads,
        version=version,
        schedule=flagged(schedule, holds.schedule if holds is not None else None),
        problem=problem,
        verdict=verdict,
        bill=bill_of(verdict.charges),
        requested_minutes=found.requested_minutes,
        served_minutes=found.served_minutes,
        unserved=found.unserved,
        hours=found.hours,
        reasons_known=all(line.reasons for line in found.unserved),
        answers=work.life.answers(monday, head.number) if head is not None else (),
        objections=objections,
        not_given_back=said(work.group, to_settle, schedule),
        issued=holds,
        steps=possible(standing, head),
        dates=dates_of(work, monday),
        edits=undoable(work, head),
        planning_by=standing.planning_by,
    )


@use_case(Act.SEE_WEEKS)
def weeks(doing: Doing, *, ahead: int = 6) -> tuple[WeekLine, ...]:
    """Every week with a version, and those to come, `ahead` of them after the present one; in order."""
    work, present = doing.work, monday_of(doing.today)
    mondays = {head.monday for head in work.versions.heads()} | {present + WEEK * n for n in range(ahead + 1)}
    usual, set_days = work.records.deadlines(), work.life.set_closing_days()
    return tuple(
        _line(work, standing, _dates(usual, set_days.get(monday), monday))
        for monday, standing in standings(doing, sorted(mondays)).items()
    )


@use_case(Act.SEE_WEEKS)
def why_unserved(doing: Doing, *, monday: date, number: int, need_id: str) -> tuple[Words, ...]:
    """Why hours of one need are missing in a version, in words that name no absence; nothing when none are."""
    version = doing.work.versions.find(monday, number)
    if version is None:
        raise Declined(UNKNOWN.fill(number=number))
    found = Reasons(problem_of(doing.work, version), version.schedule, need_id).unserved()
    return tuple(words for line in found for words in line.reasons)


def dates_of(work: Work, monday: date) -> WeekDates:
    """When things are due for a week, the closing day set for it included."""
    return _dates(work.records.deadlines(), work.life.requests_close(monday), monday)


def _dates(usual: Deadlines, set_day: date | None, monday: date) -> WeekDates:
    return WeekDates(
        requests_close=set_day or usual.requests_close(monday),
        answers_due=usual.answers_due(monday),
        publish_due=usual.publish_due(monday),
    )


def _version(work: Work, standing: Standing, number: int | None) -> Version | None:
    if number is None:
        head = standing.newest
        return None if head is None else work.versions.find(standing.monday, head.number)
    found = work.versions.find(standing.monday, number)
    if found is None:
        raise Declined(UNKNOWN.fill(number=number))
    return found


def _survey(version: Version | None, problem: Problem, schedule: Schedule) -> Survey:
    """Counted now; the planner's reasons are kept where its count is still true."""
    found, report = survey_without_reasons(problem, schedule), version.report if version is not None else None
    if report is None:
        return found
    why = {(line.need_id, line.minutes): line for line in report.unserved}
    short = {replace(line, why_short=None): line for line in report.hours}
    return replace(
        found,
        unserved=tuple(why.get((line.need_id, line.minutes), line) for line in found.unserved),
        hours=tuple(short.get(line, line) for line in found.hours),
    )


def _line(work: Work, standing: Standing, dates: WeekDates) -> WeekLine:
    progress = progress_of(work, standing.proposal) if standing.proposal is not None else NOBODY_ASKED
    return WeekLine(
        monday=standing.monday,
        newest=standing.newest,
        issued=standing.issued,
        unserved_minutes=None if standing.over else _unserved_minutes(work, standing),
        waiting=len(progress.waiting),
        objections=len(progress.objections),
        dates=dates,
        over=standing.over,
    )


def _unserved_minutes(work: Work, standing: Standing) -> int:
    version = _version(work, standing, None)
    schedule = version.schedule if version is not None else Schedule(horizon=Horizon(standing.monday))
    return sum(minutes for _, minutes, _ in unserved_missions(asked_of(work, standing.monday), schedule))
