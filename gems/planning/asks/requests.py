"""A member's requests: what it asks, and what became of it in a week."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gems.access.policy import Act, Role
from gems.domain.group import Group
from gems.domain.life import PLANNED_STATES, RequestRow, RequestState, Version
from gems.domain.problem import Problem
from gems.domain.requests import Request
from gems.domain.time import Horizon, Stamp, day_of, instant_of, monday_of
from gems.domain.words import Words
from gems.planning.asks.closing import Closing, closings_of
from gems.planning.asks.outcome import Outcome, Serving, outcome_of, servings
from gems.planning.asks.parts import asks_from, asks_in
from gems.planning.asks.people import as_known, known_people, own_sites
from gems.planning.asks.saying import asked, deed_subject
from gems.planning.asks.why import reasons
from gems.planning.insertion import Insertions
from gems.planning.office import Doing, of_member, use_case
from gems.planning.views.standing import told
from gems.planning.week.past import history_before
from gems.prices.load import prices
from gems.store.work import Work

WITHDRAWN_SHOWN = timedelta(days=14)
"""How long a request stays in the list once withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One request of a member, and how it stands in one week."""

    request: Request
    """Among the people wanted and excluded, only those whom the member knows."""
    state: RequestState
    changed_at: Stamp
    by_group: bool
    """Withdrawn by the group rather than by the member; of the others, never."""
    site: str
    job: Words
    words: Words
    """When and how much, as people say it."""
    monday: date
    """The week that the rest is about."""
    asks_this_week: bool
    outcome: Outcome | None
    """None when nothing is asked of the planning this week: nothing falls in it, a draft, withdrawn."""
    outcome_words: Words
    """Empty without outcome."""
    reasons: tuple[Words, ...]
    """Why hours are missing."""
    asked_minutes: int
    """This week; 0 without outcome."""
    served_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose in a form."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a member's form offers."""

    member_id: str
    member: str
    sites: tuple[Choice, ...]
    jobs: tuple[Choice, ...]
    usual_jobs: tuple[str, ...]
    """Codes of the jobs this member has asked for, the most often asked first."""
    people: tuple[Choice, ...]
    """Those who may be wanted or excluded: people the member knows."""
    grid_minutes: int
    """Step of the start times tried for windows and volumes."""


@use_case(Act.SEE_REQUESTS, about=of_member)
def my_requests(doing: Doing, *, member_id: str, monday: date | None = None) -> tuple[RequestLine, ...]:
    """The member's requests that are not over before this week (None: the present one), and how each stands in it.

    The outcome is read off the week's issued version, else the proposed one; while all are drafts it is pending.
    """
    work, week = doing.work, monday or monday_of(doing.today)
    known = known_people(doing, member_id)
    rows = tuple(row for row in work.requests.rows(member_id) if _shown(row, week, doing.today, work.group))
    stood, by_group = _Stood(work, member_id, week, rows), _withdrawn_by_group(work, rows)
    return tuple(_line(work.group, row, week, known, stood, by_group=row.request.id in by_group) for row in rows)


@use_case(Act.SEE_REQUESTS, about=of_member)
def asking(doing: Doing, *, member_id: str) -> Asking | None:
    """What the form of a request offers this member; None when there is no such member."""
    work = doing.work
    group = work.group
    member = group.member.get(member_id)
    if member is None:
        return None
    known = known_people(doing, member_id)
    jobs = [row.request.qualification for row in work.requests.rows(member_id)]
    return Asking(
        member_id=member_id,
        member=member.name,
        sites=tuple(_choice(site.id, site.name) for site in group.sites if site.member_id == member_id),
        jobs=tuple(Choice(id=job.code, name=Words(job.name_fr, job.name_en)) for job in group.qualifications),
        usual_jobs=tuple(sorted(set(jobs), key=lambda code: (-jobs.count(code), code))),
        people=tuple(_choice(person.id, person.name) for person in group.employees if person.id in known),
        grid_minutes=group.settings.grid_minutes,
    )


@use_case(Act.SEE_REQUESTS, about=of_member)
def closing(doing: Doing, *, member_id: str, monday: date) -> Closing:
    """Until when requests may change for the week of this Monday."""
    return closings_of(doing).of(monday)


def _choice(id: str, name: str) -> Choice:
    return Choice(id=id, name=Words(name, name))


def _withdrawn_by_group(work: Work, rows: tuple[RequestRow, ...]) -> frozenset[str]:
    """Ids of what the group withdrew. What went with a workbook left no act of its own: the group put it in."""
    gone = [row.request for row in rows if row.state is RequestState.WITHDRAWN]
    subject = {request.id: deed_subject(work.group, request) for request in gone}
    last = work.trail.latest([Act.WITHDRAW_REQUEST], subject.values())
    by_member = {named for named, deed in last.items() if deed.role == Role.MEMBER}
    return frozenset(id for id, named in subject.items() if named not in by_member)


def _shown(row: RequestRow, monday: date, today: date, group: Group) -> bool:
    if row.state is RequestState.DRAFT:
        return True
    if row.state is RequestState.WITHDRAWN:
        return today - day_of(instant_of(row.changed_at)) <= WITHDRAWN_SHOWN
    return asks_from(row.request, monday, group.settings.school_zone)


class _Stood:
    """How the planned requests of one member stand in the version of a week that people are told of."""

    def __init__(self, work: Work, member_id: str, monday: date, rows: tuple[RequestRow, ...]) -> None:
        self.version: Version | None = told(work, monday)
        self._work, self._monday = work, monday
        sites, planned = own_sites(work, member_id), [row.request for row in rows if row.state in PLANNED_STATES]
        pieces = self.version.schedule.assignments if self.version is not None else ()
        own = [piece for piece in pieces if piece.site_id in sites]
        self.by_request = {one.request.id: one for one in servings(work.group, planned, own, monday)}
        self._asks: Insertions | None = None

    def reasons(self, serving: Serving) -> tuple[Words, ...]:
        """Why its missing hours are missing."""
        assert self.version is not None
        if self._asks is None:
            # As the week was planned: with its past, and without the notice that a change would need today.
            group = replace(self._work.group, history=history_before(self._work, self._monday))
            horizon, listed = Horizon(self._monday), prices(group.settings.profile)
            problem = Problem(group=group, horizon=horizon, prices=listed)
            self._asks = Insertions(problem, self.version.schedule)
        return reasons(self._asks, serving.unserved())


def _line(
    group: Group, row: RequestRow, monday: date, known: frozenset[str], stood: _Stood, *, by_group: bool
) -> RequestLine:
    request, serving = row.request, stood.by_request.get(row.request.id)
    job = group.qualification[request.qualification]
    outcome, words = outcome_of(row, serving, stood.version)
    short = outcome in (Outcome.PARTLY, Outcome.UNSERVED)
    return RequestLine(
        request=as_known(request, known),
        state=row.state,
        changed_at=row.changed_at,
        by_group=by_group,
        site=group.site[request.site_id].name,
        job=Words(job.name_fr, job.name_en),
        words=asked(request),
        monday=monday,
        asks_this_week=asks_in(request, monday, group.settings.school_zone),
        outcome=outcome,
        outcome_words=words,
        reasons=stood.reasons(serving) if short and serving is not None else (),
        asked_minutes=serving.asked_minutes if serving is not None else 0,
        served_minutes=serving.served_minutes if serving is not None else 0,
    )
