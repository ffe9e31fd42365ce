"""A week planned: the problem handed to a planner, and its answer kept as a new draft."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from gems.access.policy import Act
from gems.domain.issues import InvalidGroup
from gems.domain.life import Answer, Version, VersionHead, VersionState, piece_key
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon
from gems.domain.validation import faults
from gems.domain.words import Words, hours
from gems.planning.build import Built
from gems.planning.office import Declined, Doing, use_case
from gems.planning.views.standing import issued
from gems.planning.week.objections import objections_of, still_open, unsettled, without_return
from gems.planning.week.problem import problem_for, with_baseline
from gems.planning.week.saying import joined, subject_of, version_words, week_words
from gems.planning.week.steps import Step, standing_of, week_for, why_not
from gems.prices.load import PROFILES
from gems.rules.catalogue import DEROGABLE
from gems.rules.checker import judge
from gems.rules.law import AGREEMENTS
from gems.store.jobs import JobKind, JobRow, JobState
from gems.store.work import Work


class Keep(StrEnum):
    """What a planning leaves where it is."""

    LOCKED = "locked"
    """Locked work, and nothing else."""
    ALL_BUT_OBJECTED = "all_but_objected"
    """Everything that nobody objected to and that breaks no rule: the answer changes least."""


NO_SUCH_PROFILE = Words(
    "Ce profil de prix n'existe pas : choisissez-en un autre.", "No such price profile: choose another."
)
NO_SUCH_JOB = Words("Ce calcul n'existe pas.", "There is no such planning.")
JOB_ENDED = Words("Ce calcul est déjà terminé.", "This planning has already ended.")
STARTED = Words("{week} : calcul lancé, profil « {profile} »", "{week}: planning started, profile “{profile}”")
KEPT = Words("{version} construite : {served} servies sur {asked}", "{version} built: {served} served of {asked}")
NO_PLAN = Words("Aucun planning n'est possible. {reasons}", "No schedule is possible. {reasons}")
FAILED = Words("{week} : {words}", "{week}: {words}")


@use_case(Act.BUILD_WEEK, writes=True)
def start_build(
    doing: Doing, *, monday: date, job_id: str, server: str, profile: str | None = None, keep: Keep | None = None
) -> Problem:
    """Put the problem of a week together and write the planning down as under way.

    The work that stands is that of the newest version not replaced: its locks stay, and more with `keep` (None: all
    but what was objected to when something was, else locks only). In a week already begun, work that has begun stays.
    What was objected to is not given back (`gems.planning.week.objections`). Raises Declined, and InvalidGroup with
    every fault of the data at once.
    """
    standing = week_for(doing, Step.BUILD, monday)
    if profile is not None and profile not in PROFILES:
        raise Declined(NO_SUCH_PROFILE)
    work, head = doing.work, standing.newest
    version = work.versions.find(monday, head.number) if head is not None else None
    problem = problem_for(work, monday, profile=profile)
    found = faults(problem.group, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=DEROGABLE)
    if found:
        raise InvalidGroup(found)
    posed = problem if version is None else _posed(work, problem, version, keep)
    work.jobs.start(job_id, monday, by=doing.actor.name, server=server)
    words = STARTED.fill(week=week_words(monday), profile=PROFILES[problem.prices.profile])
    doing.note(Act.BUILD_WEEK, subject_of(monday), words)
    return posed


@use_case(Act.BUILD_WEEK, writes=True)
def keep_build(doing: Doing, *, job_id: str, built: Built) -> VersionHead | None:
    """Keep a finished planning as the new draft of its week; None when there is no plan, which the job then says.

    The draft that was open, if any, is set aside whole with what hands did to it, and can be taken up again. Locks
    and comments of the version planned upon stay on the work that did not change. Raises Declined when the week was
    closed meanwhile or the planning has ended; the caller then says so with `fail_build`.
    """
    job, work = _running(doing, job_id), doing.work
    standing = standing_of(doing, job.monday)
    if (no := why_not(Step.BUILD, replace(standing, planning_by=None), standing.newest)) is not None:
        raise Declined(no)
    if built.schedule is None:
        _end_without(doing, job, NO_PLAN.fill(reasons=joined(built.reasons)))
        return None
    base = standing.newest
    stood = work.versions.find(job.monday, base.number) if base is not None else None
    if standing.draft is not None:
        work.versions.move(standing.draft, VersionState.REPLACED)
    head = work.versions.add(
        _marked(built.schedule, stood),
        by=doing.actor.name,
        profile=built.problem.prices.profile,
        prices=dict(built.problem.prices.cents),
        report=built.report,
        based_on=base.number if base is not None else None,
    )
    served, asked = hours(built.report.served_minutes), hours(built.report.requested_minutes)
    words = KEPT.fill(version=version_words(head), served=served, asked=asked)
    work.jobs.end(job_id, JobState.DONE, words, head.number)
    doing.note(Act.BUILD_WEEK, subject_of(head.monday, head.number), words)
    return head


@use_case(Act.BUILD_WEEK, writes=True)
def fail_build(doing: Doing, *, job_id: str, words: Words) -> None:
    """Write down that a planning came to nothing, and why; raises Declined when it has ended."""
    _end_without(doing, _running(doing, job_id), words)


@use_case(Act.SEE_WEEKS)
def find_job(doing: Doing, *, job_id: str) -> JobRow | None:
    """A planning by its id; None when there is none."""
    job = doing.work.jobs.find(job_id)
    return job if job is not None and job.kind is JobKind.PLANNING else None


@use_case(Act.SEE_WEEKS)
def recent_jobs(doing: Doing) -> tuple[JobRow, ...]:
    """The latest plannings, the last one first."""
    return doing.work.jobs.recent()


def _posed(work: Work, problem: Problem, version: Version, keep: Keep | None) -> Problem:
    """The problem with what stands of a version."""
    objections = unsettled(version, still_open(objections_of(work, version.head), version.schedule))
    if keep is None:
        keep = Keep.ALL_BUT_OBJECTED if objections else Keep.LOCKED
    holds = issued(work, version.head.monday)
    stands = _standing_still(problem, version.schedule, objections, keep)
    posed = with_baseline(problem, stands, holds.schedule if holds is not None else None)
    return without_return(posed, objections, version.schedule)


def _standing_still(problem: Problem, schedule: Schedule, objections: tuple[Answer, ...], keep: Keep) -> Schedule:
    """The schedule with a lock on everything that planning must leave where it is."""
    refused = {answer.piece for answer in objections}
    least = keep is Keep.ALL_BUT_OBJECTED
    found = judge(problem, schedule).violations if least else ()
    broken = {(violation.employee_id, day) for violation in found for day in violation.days}

    def stays(piece: Assignment) -> bool:
        begun = problem.as_of is not None and piece.start <= problem.as_of
        kept = least and (piece.employee_id, piece.day) not in broken
        return piece_key(piece) not in refused and (piece.locked or begun or kept)

    pieces = tuple(replace(piece, locked=stays(piece)) for piece in schedule.assignments)
    return Schedule(horizon=schedule.horizon, assignments=pieces)


def _marked(schedule: Schedule, stood: Version | None) -> Schedule:
    """The planner's work with the locks, comments and origins of the version it was planned upon, and no others."""
    known = {piece_key(piece): piece for piece in stood.schedule.assignments} if stood is not None else {}
    pieces = []
    for piece in schedule.assignments:
        before = known.get(piece_key(piece))
        if before is None:
            pieces.append(replace(piece, locked=False, published=False, comment=""))
        else:
            pieces.append(replace(before, mission_id=piece.mission_id, published=False))
    return Schedule(horizon=Horizon(schedule.horizon.first), assignments=tuple(pieces))


def _running(doing: Doing, job_id: str) -> JobRow:
    job = doing.work.jobs.find(job_id)
    if job is None or job.kind is not JobKind.PLANNING:
        raise Declined(NO_SUCH_JOB)
    if job.state is not JobState.RUNNING:
        raise Declined(JOB_ENDED)
    return job


def _end_without(doing: Doing, job: JobRow, words: Words) -> None:
    doing.work.jobs.end(job.id, JobState.FAILED, words)
    doing.note(Act.BUILD_WEEK, subject_of(job.monday), FAILED.fill(week=week_words(job.monday), words=words))
