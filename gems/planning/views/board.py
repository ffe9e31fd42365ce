"""What the board sees: the group as a whole, week by week. Nothing of a person or a member."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.fairness import EVENING, evenness
from gems.domain.group import Group
from gems.domain.life import Change, NoticeBand
from gems.domain.people import ContractKind, Employee
from gems.domain.requests import Request
from gems.domain.targets import target_minutes
from gems.domain.time import SUNDAY, instant_at
from gems.domain.words import Words
from gems.planning.office import Doing, use_case
from gems.planning.views.shares import FEWEST, Share, fairness, shares_of, total
from gems.planning.views.worked import Worked
from gems.prices.load import prices

NEARLY_FULL = 30
"""Minutes that may be missing from a contract that still counts as full: a drive's worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the group; without value it is either hidden, or there is nothing to measure."""

    value: float | None
    hidden: bool = False
    """Fewer than five members or people stand behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The figures of one published week, or of several together."""

    monday: date
    """The first."""
    coverage: Figure
    """Hours served of those asked, a share."""
    occupation: Figure
    """Hours worked of those the contracts hold, a share."""
    full_contracts: Figure
    """Of the full-time contracts with hours to fill, the share that is full."""
    unplaced_minutes: Figure
    """Paid and not worked."""
    km_per_hour: Figure
    """Driven between workplaces, per hour worked."""
    least_served: Figure
    """The lowest served share of a member that asked."""
    changes: tuple[tuple[NoticeBand, Figure], ...]
    """How many pieces of published work were added or taken, by how late it was told; every band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCoverage:
    """Hours served of those asked, for one job."""

    job: Words
    coverage: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """The board's page. Without any published week, `whole` is None."""

    weeks: tuple[Period, ...]
    """In order."""
    whole: Period | None
    members_per_employee: Figure
    """On average, among those who worked."""
    sundays_spread: Figure
    """Most Sundays worked by one person less the fewest, among those whose job may work on Sundays."""
    fairness: Figure
    """Jain's index of the members' served shares: 1 when all are served alike."""
    least_served: Figure
    """The lowest served share of a member, past twelve weeks included."""
    evenings: Figure
    """Jain's index of the evenings worked, among those who do not work at night by contract."""
    sundays: Figure
    """Of the Sundays worked, among those whose job may work on Sundays."""
    km: Figure
    """Of the kilometres driven between workplaces, among those who worked."""
    jobs: tuple[JobCoverage, ...]
    """In the order of the group's jobs."""


@dataclass(frozen=True, slots=True)
class _PersonWeek:
    person: Employee
    worked: int
    due: int
    km: int
    sundays: int
    evenings: int
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Week:
    monday: date
    shares: tuple[tuple[Request, Share], ...]
    people: tuple[_PersonWeek, ...]
    changes: tuple[Change, ...]


@use_case(Act.SEE_INDICATORS)
def indicators(doing: Doing, *, weeks: int = 12) -> Indicators:
    """The latest published weeks, so many at most."""
    group, worked = doing.work.group, Worked(doing.work)
    changes = doing.work.life.changes()
    read = [_read(group, worked, monday, changes) for monday in list(worked.heads)[-weeks:]]
    shares = [rate for one in fairness(group, worked).values() if (rate := one.rate) is not None]
    return Indicators(
        weeks=tuple(_period(week.monday, [week]) for week in read),
        whole=_period(read[0].monday, read) if read else None,
        members_per_employee=_members_per_employee(read),
        sundays_spread=_sundays_spread(group, read),
        fairness=_shown(_jain(shares), len(shares)),
        evenings=_loads(read, lambda line: line.evenings, lambda one: not one.contract.night_worker),
        sundays=_loads(read, lambda line: line.sundays, lambda one: _may_work_on_sundays(group, one)),
        km=_loads(read, lambda line: line.km, lambda one: True),
        least_served=_shown(min(shares, default=None), len(shares)),
        jobs=tuple(_jobs(group, read)),
    )


def _read(group: Group, worked: Worked, monday: date, changes: Iterable[Change]) -> _Week:
    version = worked.version(monday)
    assert version is not None
    people, evening = [], prices(group.settings.profile)[EVENING]
    for person in group.employees:
        duties = worked.duties(person.id, monday)
        due, minutes = target_minutes(group, person, monday), worked.minutes(person.id, monday) or 0
        if due or minutes:
            members = frozenset(group.site[piece.site_id].member_id for duty in duties for piece in duty.pieces)
            sundays = int(
                any(on.weekday() == SUNDAY for duty in duties for span in duty.work_spans() for on, _ in span.by_day())
            )
            evenings = sum(duty.end > instant_at(duty.day, evening) for duty in duties)
            km = sum(duty.km for duty in duties)
            people.append(_PersonWeek(person, minutes, due, km, sundays, evenings, members))
    shares = tuple(shares_of(group, group.requests, version))
    return _Week(monday, shares, tuple(people), tuple(one for one in changes if one.monday == monday))


def _period(monday: date, weeks: list[_Week]) -> Period:
    shares = [one for week in weeks for one in week.shares]
    asking = {request.member_id for request, _ in shares}
    people = [line for week in weeks for line in week.people]
    heads = len({line.person.id for line in people})
    worked, due = sum(line.worked for line in people), sum(line.due for line in people)
    full = [line for line in people if line.person.contract.kind is ContractKind.FULL_TIME and line.due]
    filled = sum(line.worked > line.due - NEARLY_FULL for line in full)
    return Period(
        monday=monday,
        coverage=_shown(total(share for _, share in shares).rate, len(asking)),
        occupation=_shown(_ratio(worked, due), heads),
        full_contracts=_shown(_ratio(filled, len(full)), len({line.person.id for line in full})),
        unplaced_minutes=_shown(sum(max(0, line.due - line.worked) for line in people), heads),
        km_per_hour=_shown(_ratio(60 * sum(line.km for line in people), worked), heads),
        least_served=_shown(min(_rates(shares).values(), default=None), len(_rates(shares))),
        changes=tuple(_changes([change for week in weeks for change in week.changes])),
    )


def _rates(shares: list[tuple[Request, Share]]) -> dict[str, float]:
    """The served share of each member that asked."""
    found: dict[str, Share] = {}
    for request, share in shares:
        found[request.member_id] = found.get(request.member_id, Share()) + share
    return {member: rate for member, share in found.items() if (rate := share.rate) is not None}


def _changes(changes: list[Change]) -> Iterator[tuple[NoticeBand, Figure]]:
    for band in NoticeBand:
        found = [change for change in changes if change.band is band]
        people = len({change.employee_id for change in found})
        yield band, _shown(len(found), people) if found else Figure(value=0)


def _members_per_employee(weeks: list[_Week]) -> Figure:
    members: dict[str, set[str]] = {}
    for line in (line for week in weeks for line in week.people if line.members):
        members.setdefault(line.person.id, set()).update(line.members)
    return _shown(_ratio(sum(len(some) for some in members.values()), len(members)), len(members))


def _sundays_spread(group: Group, weeks: list[_Week]) -> Figure:
    sundays = Counter[str]()
    for line in (line for week in weeks for line in week.people):
        if _may_work_on_sundays(group, line.person):
            sundays[line.person.id] += line.sundays
    spread = max(sundays.values()) - min(sundays.values()) if sundays else None
    return _shown(spread, len(sundays))


def _may_work_on_sundays(group: Group, person: Employee) -> bool:
    return any((job := group.qualification.get(held.code)) and job.sunday_work for held in person.qualifications)


def _loads(weeks: list[_Week], load: Callable[[_PersonWeek], int], compared: Callable[[Employee], bool]) -> Figure:
    """How evenly something falls on those compared."""
    found = Counter[str]()
    for line in (line for week in weeks for line in week.people if compared(line.person)):
        found[line.person.id] += load(line)
    return _shown(_jain([float(times) for times in found.values()]), len(found))


def _jobs(group: Group, weeks: list[_Week]) -> Iterator[JobCoverage]:
    for job in group.qualifications:
        found = [one for week in weeks for one in week.shares if one[0].qualification == job.code]
        asking = len({request.member_id for request, _ in found})
        able = sum(any(held.code == job.code for held in person.qualifications) for person in group.employees)
        if found:
            named, rate = Words(job.name_fr, job.name_en), total(share for _, share in found).rate
            yield JobCoverage(job=named, coverage=_shown(rate, min(asking, able)))


def _jain(shares: list[float]) -> float | None:
    return evenness({str(place): value for place, value in enumerate(shares)}).jain


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _shown(value: float | None, behind: int) -> Figure:
    if value is not None and behind < FEWEST:
        return Figure(value=None, hidden=True)
    return Figure(value=value)
