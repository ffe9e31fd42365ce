"""What a member, and what a person, sees of the proposal under way: their own work in it, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.life import Answer, AnswerKind, NoticeBand, Side, Version, VersionState, piece_key
from gems.domain.missions import needs_of, request_id_of
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon, Instant
from gems.domain.words import Words
from gems.planning.office import Doing, of_employee, of_member, use_case
from gems.planning.views.standing import issued
from gems.planning.week.asked import Progress, progress_of
from gems.planning.week.notice import noticed
from gems.planning.week.problem import problem_of
from gems.planning.week.sight import dates_of
from gems.planning.week.steps import standing_of
from gems.rules.law import law_of
from gems.rules.roster import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whether a piece is asked about, and what was answered."""

    asked: bool
    """False for work already published as it stands."""
    kind: AnswerKind | None = None
    """None: not answered yet, or not asked."""
    reason: str = ""
    wish: str = ""
    carried: bool = False
    """The answer was given to an earlier proposal, and still holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPiece:
    """One person coming to a member."""

    piece: str
    start: Instant
    end: Instant
    person: str
    job: Words
    site: str
    label: str
    """Of the request; empty for work without one."""
    asking: Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberProposal:
    """What a member is asked to agree to."""

    monday: date
    number: int
    state: VersionState
    answers_due: date
    pieces: tuple[MemberPiece, ...]
    """In time order."""
    gone: tuple[MemberPiece, ...]
    """Published before, and no longer coming."""
    requested_minutes: int
    served_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeePiece:
    """One piece of a person's work."""

    piece: str
    start: Instant
    end: Instant
    member: str
    site: str
    commune: str
    job: Words
    label: str
    asking: Asking
    band: NoticeBand | None = None
    """How late it is told, when it changes published hours: saying no is then the person's counted right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeProposal:
    """What a person is asked to agree to."""

    monday: date
    number: int
    state: VersionState
    answers_due: date
    pieces: tuple[EmployeePiece, ...]
    """In time order."""
    gone: tuple[EmployeePiece, ...]
    """Published before, and no longer theirs."""
    minutes: int
    """Work of the week, travel between sites included."""
    refusals_used: int
    refusals_limit: int | None
    """Late changes that may be refused in a year; None where the agreement says nothing."""


@use_case(Act.SEE_MEMBER_PROPOSAL, about=of_member)
def member_proposal(doing: Doing, *, member_id: str, monday: date) -> MemberProposal | None:
    """The proposal under way as it concerns a member; None when there is none, or nothing of theirs in it."""
    found = _under_way(doing, monday)
    if found is None:
        return None
    version, progress, before = found
    group = doing.work.group

    def own(piece: Assignment) -> bool:
        return group.site[piece.site_id].member_id == member_id

    def shown(pieces: Iterable[Assignment]) -> tuple[MemberPiece, ...]:
        return tuple(_of_member(group, piece, _asking(progress, Side.MEMBER, member_id, piece)) for piece in pieces)

    pieces, gone = shown(filter(own, version.schedule.assignments)), shown(filter(own, before))
    if not pieces and not gone:
        return None
    requested, missions = _requested(group, member_id, monday)
    served = (piece for piece in version.schedule.assignments if piece.mission_id in missions)
    return MemberProposal(
        monday=monday,
        number=version.head.number,
        state=version.head.state,
        answers_due=dates_of(doing.work, monday).answers_due,
        pieces=pieces,
        gone=gone,
        requested_minutes=requested,
        served_minutes=sum(piece.minutes for piece in served),
    )


@use_case(Act.SEE_EMPLOYEE_PROPOSAL, about=of_employee)
def employee_proposal(doing: Doing, *, employee_id: str, monday: date) -> EmployeeProposal | None:
    """The proposal under way as it concerns a person; None when there is none, or nothing of theirs in it."""
    found = _under_way(doing, monday)
    if found is None:
        return None
    version, progress, before = found
    work, group = doing.work, doing.work.group
    problem = problem_of(work, version)
    bands = {piece_key(one.piece): one.band for one in noticed(problem, version.schedule)}

    def shown(pieces: Iterable[Assignment]) -> tuple[EmployeePiece, ...]:
        return tuple(
            _of_employee(
                group, piece, _asking(progress, Side.EMPLOYEE, employee_id, piece), bands.get(piece_key(piece))
            )
            for piece in pieces
        )

    pieces = shown(version.schedule.by_employee.get(employee_id, ()))
    gone = shown(piece for piece in before if piece.employee_id == employee_id)
    if not pieces and not gone:
        return None
    right = law_of(group.settings.agreement).figure("refusals", monday)
    years = {year.employee_id: year for year in problem.group.history.years}
    return EmployeeProposal(
        monday=monday,
        number=version.head.number,
        state=version.head.state,
        answers_due=dates_of(work, monday).answers_due,
        pieces=pieces,
        gone=gone,
        minutes=Roster(problem, version.schedule).week_minutes(employee_id, monday) or 0,
        refusals_used=years[employee_id].refusals if employee_id in years else 0,
        refusals_limit=right.value if right is not None else None,
    )


def _under_way(doing: Doing, monday: date) -> tuple[Version, Progress, tuple[Assignment, ...]] | None:
    """The version people are asked about, the answers, and published work that is no longer in it."""
    work, head = doing.work, standing_of(doing, monday).proposal
    version = work.versions.find(monday, head.number) if head is not None else None
    if version is None:
        return None
    holds, kept = issued(work, monday), {piece_key(piece) for piece in version.schedule.assignments}
    before = holds.schedule.assignments if holds is not None else ()
    return version, progress_of(work, version.head), tuple(one for one in before if piece_key(one) not in kept)


def _asking(progress: Progress, side: Side, who: str, piece: Assignment) -> Asking:
    seat = (side, who, piece_key(piece))
    if seat not in progress.seats:
        return Asking(asked=False)
    answer: Answer | None = progress.answer(seat)
    if answer is None:
        return Asking(asked=True)
    return Asking(asked=True, kind=answer.kind, reason=answer.reason, wish=answer.wish, carried=answer.carried)


def _of_member(group: Group, piece: Assignment, asking: Asking) -> MemberPiece:
    return MemberPiece(
        piece=piece_key(piece),
        start=piece.start,
        end=piece.end,
        person=group.employee[piece.employee_id].name,
        job=_job(group, piece),
        site=group.site[piece.site_id].name,
        label=_label(group, piece),
        asking=asking,
    )


def _of_employee(group: Group, piece: Assignment, asking: Asking, band: NoticeBand | None) -> EmployeePiece:
    site = group.site[piece.site_id]
    return EmployeePiece(
        piece=piece_key(piece),
        start=piece.start,
        end=piece.end,
        member=group.member[site.member_id].name,
        site=site.name,
        commune=site.commune,
        job=_job(group, piece),
        label=_label(group, piece),
        asking=asking,
        band=band,
    )


def _job(group: Group, piece: Assignment) -> Words:
    job = group.qualification[piece.qualification]
    return Words(job.name_fr, job.name_en)


def _label(group: Group, piece: Assignment) -> str:
    request_id = request_id_of(piece.mission_id) if piece.mission_id is not None else None
    request = group.request.get(request_id) if request_id is not None else None
    # Work put by hand at another member's place must not show one member the words of another.
    own = request is not None and request.member_id == group.site[piece.site_id].member_id
    return request.label if request is not None and own else ""


def _requested(group: Group, member_id: str, monday: date) -> tuple[int, frozenset[str]]:
    """Minutes a member asks for in a week, and the missions they make."""
    settings = group.settings
    needs = [
        need
        for request in group.requests
        if request.member_id == member_id
        for need in needs_of(request, Horizon(monday), settings.school_zone, settings.grid_minutes)
    ]
    return sum(need.minutes for need in needs), frozenset(one.id for need in needs for one in need.missions)
