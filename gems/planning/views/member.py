"""What a member sees of the planning: who comes and when, its own hours, and how the shortage is shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.life import Version
from gems.domain.missions import request_id_of
from gems.domain.records import Key
from gems.domain.schedule import Assignment
from gems.domain.time import Instant, Stamp, monday_of
from gems.domain.words import Words, same
from gems.planning.asks.people import own_sites
from gems.planning.office import Doing, of_member, use_case
from gems.planning.views.shares import FEWEST, Share, fairness, shares_of, total
from gems.planning.views.standing import first_published, issued
from gems.planning.views.worked import Worked
from gems.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody comes to work."""

    start: Instant
    end: Instant
    name: str
    job: Words
    """What they come to do."""
    site: str
    label: str
    """How the request is called; empty for work without a request."""
    replacement: bool
    """Another person than the one first announced for this work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoComes:
    """A member's week as it holds for everybody."""

    monday: date
    published_at: Stamp | None
    """None: nothing is published for this week yet."""
    group: str
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursWeek:
    """A published week of a member, in minutes."""

    monday: date
    asked_minutes: int
    served_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberHours:
    """A member's hours, and the share of hours served: the same three figures for every member."""

    weeks: tuple[HoursWeek, ...]
    """The published ones among those looked at, in order."""
    asked_minutes: int
    served_minutes: int
    mine: float | None
    """Share of the asked hours that are served, past twelve weeks included; None when nothing was asked."""
    average: float | None
    """Of all members' hours together; None when the group has fewer than five members."""
    least_served: float | None
    """Of the member served least, whoever that is; None as for the average."""


@use_case(Act.SEE_WHO_COMES, about=of_member)
def who_comes(doing: Doing, *, member_id: str, monday: date) -> WhoComes:
    """Who comes to the member in a week, from its published version only."""
    work, version = doing.work, issued(doing.work, monday)
    return WhoComes(
        monday=monday,
        published_at=version.head.published_at if version is not None else None,
        group=work.group.settings.name,
        visits=tuple(_visits(work, member_id, version)) if version is not None else (),
    )


@use_case(Act.SEE_MEMBER_HOURS, about=of_member)
def member_hours(doing: Doing, *, member_id: str, weeks: int = 12) -> MemberHours:
    """Asked and served in the published weeks since so many weeks ago, and the member's share beside the group's."""
    group, worked = doing.work.group, Worked(doing.work)
    since = monday_of(doing.today) - timedelta(weeks=weeks)
    requests, lines = [one for one in group.requests if one.member_id == member_id], []
    for monday in worked.heads:
        version = worked.version(monday) if monday >= since else None
        if version is not None:
            own = total(share for _, share in shares_of(group, requests, version))
            lines.append(HoursWeek(monday=monday, asked_minutes=own.asked, served_minutes=own.served))
    shares = fairness(group, worked)
    rates = [rate for one in shares.values() if (rate := one.rate) is not None]
    enough = len(rates) >= FEWEST
    return MemberHours(
        weeks=tuple(lines),
        asked_minutes=sum(line.asked_minutes for line in lines),
        served_minutes=sum(line.served_minutes for line in lines),
        mine=shares.get(member_id, Share()).rate,
        average=total(shares.values()).rate if enough else None,
        least_served=min(rates) if enough else None,
    )


def _visits(work: Work, member_id: str, version: Version) -> Iterator[Visit]:
    group, sites, labels = work.group, own_sites(work, member_id), _labels(work, member_id)
    announced = _announced(work, version)
    for piece in version.schedule.assignments:
        if piece.site_id in sites:
            job = group.qualification.get(piece.qualification)
            first = announced.get(_work(piece), frozenset((piece.employee_id,)))
            yield Visit(
                start=piece.start,
                end=piece.end,
                name=group.employee[piece.employee_id].name,
                job=Words(job.name_fr, job.name_en) if job is not None else same(piece.qualification),
                site=group.site[piece.site_id].name,
                label=labels.get(request_id_of(piece.mission_id or "") or "", ""),
                replacement=piece.employee_id not in first,
            )


def _labels(work: Work, member_id: str) -> dict[str, str]:
    return {row.request.id: row.request.label for row in work.requests.rows(member_id)}


def _announced(work: Work, version: Version) -> dict[Key, frozenset[str]]:
    """Who was to do each work in the version of the week that was published first; nothing when it is this one."""
    first, found = first_published(work, version), dict[Key, frozenset[str]]()
    for piece in first.schedule.assignments if first is not None else ():
        found[_work(piece)] = found.get(_work(piece), frozenset()) | {piece.employee_id}
    return found


def _work(piece: Assignment) -> Key:
    """What names a work whoever does it: its mission, else its place, job and time."""
    return (piece.mission_id,) if piece.mission_id else (piece.site_id, piece.qualification, piece.start, piece.end)
