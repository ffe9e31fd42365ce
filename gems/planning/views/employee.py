"""What an employee sees: their next shift and their week, as published. Nobody else's anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from gems.access.policy import Act
from gems.domain.duty import Duty
from gems.domain.life import piece_key
from gems.domain.missions import request_id_of
from gems.domain.places import Leg
from gems.domain.schedule import Assignment
from gems.domain.targets import target_minutes
from gems.domain.time import WEEK, Instant, Stamp, instant_of, monday_of
from gems.domain.words import Words, same
from gems.planning.office import Doing, of_employee, use_case
from gems.planning.views.standing import first_published
from gems.planning.views.worked import Worked
from gems.rules.law import law_of
from gems.store.work import Work

LATER = timedelta(weeks=12)
"""How far ahead the next shift is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPiece:
    """One piece of the employee's own work."""

    start: Instant
    end: Instant
    member: str
    phone: str
    """Of the member, with whom to speak; may be empty."""
    site: str
    commune: str
    job: Words
    label: str
    """What for, as the member calls it; empty for work without a request."""
    break_minutes: int
    """A paid break given on the spot; 0: none."""
    drive: Leg | None
    """To the next piece of the same day, paid; None after the last one, or within one site."""
    changed: bool
    """Not in what was first published of this week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """A working day: the pieces that begin on it."""

    day: date
    pieces: tuple[MyPiece, ...]
    worked_minutes: int
    """Travel between sites included."""
    travel_minutes: int
    km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWeek:
    """The employee's week as it holds."""

    monday: date
    published_at: Stamp | None
    """None: nothing is published for this week yet."""
    number: int | None
    """Of the version published."""
    days: tuple[MyDay, ...]
    """Those with work, in order."""
    worked_minutes: int
    """Of the civil week, travel between sites included."""
    contract_minutes: int
    """What the contract holds this week, days away taken off."""
    travel_minutes: int
    km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextShift:
    """The working day under way, or else the next one."""

    day: MyDay
    from_home: Leg
    """The drive from the employee's own commune to the first place: not work."""
    under_way: bool


@use_case(Act.SEE_MY_WEEK, about=of_employee)
def my_week(doing: Doing, *, employee_id: str, monday: date) -> MyWeek:
    """The employee's week, from its published version only."""
    work, worked = doing.work, Worked(doing.work)
    version, person = worked.version(monday), work.group.employee.get(employee_id)
    days = tuple(_days(work, worked, employee_id, monday))
    return MyWeek(
        monday=monday,
        published_at=version.head.published_at if version is not None else None,
        number=version.head.number if version is not None else None,
        days=days,
        worked_minutes=worked.minutes(employee_id, monday) or 0,
        contract_minutes=target_minutes(work.group, person, monday) if person is not None else 0,
        travel_minutes=sum(day.travel_minutes for day in days),
        km=sum(day.km for day in days),
    )


@use_case(Act.SEE_MY_WEEK, about=of_employee)
def next_shift(doing: Doing, *, employee_id: str) -> NextShift | None:
    """The next working day with a piece not yet over; None when nothing published lies ahead."""
    work, worked, now = doing.work, Worked(doing.work), instant_of(doing.work.now)
    this_week = monday_of(doing.today)
    for monday in worked.heads:
        if this_week - WEEK <= monday <= this_week + LATER:
            for duty in worked.duties(employee_id, monday):
                if duty.end > now:
                    day = next(one for one in _days(work, worked, employee_id, monday) if one.day == duty.day)
                    from_home = work.group.commute(employee_id, duty.pieces[0].site_id)
                    return NextShift(day=day, from_home=from_home, under_way=duty.start <= now)
    return None


def _days(work: Work, worked: Worked, employee_id: str, monday: date) -> Iterator[MyDay]:
    version = worked.version(monday)
    first = first_published(work, version) if version is not None else None
    known = None if first is None else {piece_key(piece) for piece in first.schedule.assignments}
    for duty in worked.duties(employee_id, monday):
        yield MyDay(
            day=duty.day,
            pieces=tuple(_pieces(work, duty, known)),
            worked_minutes=duty.work_minutes,
            travel_minutes=duty.travel_minutes,
            km=duty.km,
        )


def _pieces(work: Work, duty: Duty, known: set[str] | None) -> Iterator[MyPiece]:
    group = work.group
    for piece, drive in zip_longest(duty.pieces, duty.drives):
        site, job = group.site[piece.site_id], group.qualification.get(piece.qualification)
        member = group.member[site.member_id]
        request = group.request.get(request_id_of(piece.mission_id or "") or "")
        yield MyPiece(
            start=piece.start,
            end=piece.end,
            member=member.name,
            phone=member.phone,
            site=site.name,
            commune=site.commune,
            job=Words(job.name_fr, job.name_en) if job is not None else same(piece.qualification),
            label=request.label if request is not None else "",
            break_minutes=request.break_minutes if request is not None and _long(work, piece) else 0,
            drive=drive if drive is not None and drive.minutes else None,
            changed=known is not None and piece_key(piece) not in known,
        )


def _long(work: Work, piece: Assignment) -> bool:
    """Whether a piece is long enough for the break that the member gives on the spot."""
    return piece.minutes >= law_of(work.group.settings.agreement).value("break_min.from", piece.day)
