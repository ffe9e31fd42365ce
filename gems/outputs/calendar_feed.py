"""The calendar feed: what a person's or a member's own calendar shows of the published weeks, kept current.

Each week shows its latest published version. Work that an earlier version had and that is gone stays as cancelled: a
calendar that merely stopped hearing of it might keep it. A reader sees their own only: a person their own work, a
member who comes to its sites (who may ask for a feed is decided elsewhere).
"""

import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from gems.domain.duty import duties_of
from gems.domain.group import Group
from gems.domain.missions import request_id_of
from gems.domain.places import Leg
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Instant
from gems.domain.words import Language, Words, same
from gems.outputs.calendar_file import Entry, Event, calendar_file

EMPLOYEE_CALENDAR = Words("Mon planning ({group})", "My schedule ({group})")
MEMBER_CALENDAR = Words("Qui vient : {member} ({group})", "Who comes: {member} ({group})")
PLACE = Words("Lieu : {place}", "Place: {place}")
REQUEST = Words("Demande : {label}", "Request: {label}")
TRAVEL = Words(
    "Trajet juste avant : {minutes} min, {km} km, depuis {place}",
    "Travel just before: {minutes} min, {km} km, from {place}",
)

Work = tuple[str | int, ...]
"""What makes work the same from one version to the next, whatever its hours."""
Reading = Callable[[Schedule], Iterable[tuple[Assignment, Entry]]]
"""What a reader sees of a schedule, in time order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One published version of one week."""

    number: int
    """Rises within the week."""
    at: Instant
    """When it was published."""
    schedule: Schedule


def employee_feed(
    group: Group, issued: Sequence[Issued], employee_id: str, language: Language, *, calendar_id: str
) -> bytes:
    """A person's own work, with the travel just before it, as an iCalendar file.

    `issued` holds every published version of the weeks to show, in any order; `group` knows their people and sites.
    `calendar_id`, known to the server only, makes the names of events meaningless to others. Same arguments, same
    bytes. Raises KeyError for an unknown person.
    """
    if employee_id not in group.employee:
        raise KeyError(employee_id)

    def reading(schedule: Schedule) -> Iterator[tuple[Assignment, Entry]]:
        for duty in duties_of(group, schedule.by_employee.get(employee_id, ())):
            arrivals = [None, *zip(duty.pieces, duty.drives, strict=False)]
            for piece, arrival in zip(duty.pieces, arrivals, strict=True):
                yield piece, _own_work(group, piece, arrival, language)

    name = EMPLOYEE_CALENDAR.fill(group=group.settings.name)[language]
    return calendar_file(name, _events(issued, reading, f"employee {employee_id}", calendar_id), language)


def member_feed(
    group: Group, issued: Sequence[Issued], member_id: str, language: Language, *, calendar_id: str
) -> bytes:
    """Who comes to a member's sites, and for which job, as an iCalendar file; nothing else of the person.

    Arguments as in `employee_feed`. Raises KeyError for an unknown member.
    """
    member = group.member[member_id]

    def reading(schedule: Schedule) -> Iterator[tuple[Assignment, Entry]]:
        for piece in schedule.assignments:
            if group.site[piece.site_id].member_id == member_id:
                yield piece, _visit(group, piece, language)

    name = MEMBER_CALENDAR.fill(member=member.name, group=group.settings.name)[language]
    return calendar_file(name, _events(issued, reading, f"member {member_id}", calendar_id), language)


def _own_work(group: Group, piece: Assignment, arrival: tuple[Assignment, Leg] | None, language: Language) -> Entry:
    member = group.member[group.site[piece.site_id].member_id]
    lines = [*_about(group, piece)]
    if arrival is not None and arrival[1].minutes:
        before, drive = arrival
        lines.append(TRAVEL.fill(minutes=drive.minutes, km=drive.km, place=_place(group, before)))
    return _entry(group, piece, member.name, lines, language)


def _visit(group: Group, piece: Assignment, language: Language) -> Entry:
    return _entry(group, piece, group.employee[piece.employee_id].name, _about(group, piece), language)


def _entry(group: Group, piece: Assignment, title: str, lines: Iterable[Words], language: Language) -> Entry:
    return Entry(
        start=piece.start,
        end=piece.end,
        summary=f"{title} · {_job(group, piece)[language]}",
        location=_place(group, piece),
        description=tuple(line[language] for line in lines),
    )


def _about(group: Group, piece: Assignment) -> Iterator[Words]:
    yield PLACE.fill(place=_place(group, piece))
    request = group.request.get(request_id_of(piece.mission_id) or "") if piece.mission_id else None
    # Work done by hand at another site than asked must not show one member the words of another.
    if request is not None and request.site_id == piece.site_id and request.label:
        yield REQUEST.fill(label=request.label)


def _place(group: Group, piece: Assignment) -> str:
    site = group.site[piece.site_id]
    return site.name if site.commune in site.name else f"{site.name}, {site.commune}"


def _job(group: Group, piece: Assignment) -> Words:
    job = group.qualification.get(piece.qualification)  # an old version may name a job that the group has dropped
    return Words(job.name_fr, job.name_en) if job else same(piece.qualification)


def _events(issued: Sequence[Issued], reading: Reading, reader: str, calendar_id: str) -> list[Event]:
    """Every event of the feed in time order: the work of each week's latest version, and what was cancelled on the way.

    The entries of all versions are read with the group as it is now: a name that changes shows at once and everywhere,
    and is no change of the work.
    """
    weeks: dict[date, list[Issued]] = {}
    for version in issued:
        weeks.setdefault(version.schedule.horizon.first, []).append(version)
    found = chain.from_iterable(
        _events_of_week(
            sorted(versions, key=lambda version: version.number), reading, f"{reader} {monday}", calendar_id
        )
        for monday, versions in weeks.items()
    )
    return sorted(found, key=lambda event: (event.entry.start, event.entry.end, event.uid))


def _events_of_week(versions: Sequence[Issued], reading: Reading, scope: str, calendar_id: str) -> Iterable[Event]:
    events: dict[Work, Event] = {}
    for version in versions:
        entries = _by_work(reading(version.schedule))
        for work in events.keys() - entries.keys():
            events[work] = _revised(events[work], events[work].entry, version.at, cancelled=True)
        for work, entry in entries.items():
            if work in events:
                events[work] = _revised(events[work], entry, version.at, cancelled=False)
            else:
                uid = _uid(calendar_id, scope, work)
                events[work] = Event(uid=uid, entry=entry, sequence=0, changed_at=version.at, cancelled=False)
    return events.values()


def _by_work(entries: Iterable[tuple[Assignment, Entry]]) -> dict[Work, Entry]:
    """The entries by what makes their work the same from version to version.

    That is the person and the mission, so that a moved hour stays the same event; without a mission, the person, the
    site and the start. Several pieces of one mission are told apart by their order.
    """
    found: dict[Work, Entry] = {}
    seen: Counter[Work] = Counter()
    for piece, entry in entries:
        work: Work = (piece.employee_id, piece.site_id, piece.start)
        if piece.mission_id is not None:
            work = (piece.employee_id, piece.mission_id)
        seen[work] += 1
        found[*work, seen[work]] = entry
    return found


def _revised(event: Event, entry: Entry, at: Instant, *, cancelled: bool) -> Event:
    if (event.entry, event.cancelled) == (entry, cancelled):
        return event
    return Event(uid=event.uid, entry=entry, sequence=event.sequence + 1, changed_at=at, cancelled=cancelled)


def _uid(calendar_id: str, scope: str, work: Work) -> str:
    return hmac.new(calendar_id.encode(), repr((scope, work)).encode(), "sha256").hexdigest()[:32] + "@gems"
