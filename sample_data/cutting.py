"""Cutting planted weeks into what members would have asked for: recurring slots, windows, volumes, pupils."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gems.domain.requests import (
    Demand,
    FixedSlot,
    Priority,
    Recurrence,
    Request,
    Season,
    Volume,
    Window,
)
from gems.domain.schedule import Assignment
from gems.domain.time import SATURDAY, Horizon, instant_at
from sample_data.places import Service
from sample_data.shapes import Piece
from sample_data.weeks import Week

SINCE, SCHOOL_YEAR = date(2026, 1, 5), date(2026, 8, 31)
"""Requests began on the first Monday of the year, those of schools with the school year."""
WEEKEND = "Week-end, "
SINGLE_FORMS = ("volume", "pupil")


@dataclass(frozen=True, slots=True)
class Planted:
    """A piece of a planted week: who, on which weekday."""

    employee_id: str
    """Empty when nobody is planted there: the work of somebody absent."""
    weekday: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Cut:
    """A request, and the planted pieces that serve it with the end of their mission ids ("/2026-11-23/1")."""

    request: Request
    planted: tuple[tuple[Planted, str], ...]


def cut(weeks: Sequence[Week], monday: date) -> list[Cut]:
    """Requests without final ids, in the order of sites and services, then of people."""
    groups: dict[tuple[int, str, int, int, int, str, bool], list[Planted]] = {}
    for week in weeks:
        for weekday in sorted(week.days):
            for piece in week.days[weekday].pieces:
                model = piece.service.model
                who = week.person.employee.id if model.form in SINGLE_FORMS else ""
                service = piece.service
                hours = (service.start, service.end, service.minutes)
                key = (service.member, model.label, *hours, who, weekday >= SATURDAY)
                planted = Planted("" if week.ghost else week.person.employee.id, weekday, piece)
                groups.setdefault(key, []).append(planted)
    found: list[Cut] = []
    for key in sorted(groups):
        pieces = groups[key]
        single = pieces[0].piece.service.model.form in SINGLE_FORMS
        found.extend([_single(pieces, monday)] if single else _layers(pieces, monday))
    return found


def base_request(service: Service, member_id: str, weekend: bool, recurrence: Recurrence, demand: Demand) -> Request:
    """A request of this service, not numbered yet."""
    model = service.model
    return Request(
        id="",
        member_id=member_id,
        site_id=service.site_id,
        qualification=model.job,
        label=WEEKEND + model.label[0].lower() + model.label[1:] if weekend else model.label,
        demand=demand,
        recurrence=recurrence,
        priority=Priority(model.priority),
        same_person=model.form in SINGLE_FORMS,
        break_minutes=model.pause,
    )


def member_id(service: Service) -> str:
    """The member a service belongs to."""
    return f"M{service.member + 1:03d}"


def piece_demand(service: Service, headcount: int = 1) -> Demand:
    """What one piece of this service asks."""
    if service.loose:
        return Window(start_clock=service.start, end_clock=service.end, minutes=service.minutes, headcount=headcount)
    return FixedSlot(start_clock=service.start, end_clock=service.end, headcount=headcount)


def _single(pieces: list[Planted], monday: date) -> Cut:
    service = pieces[0].piece.service
    weekdays = frozenset(planted.weekday for planted in pieces)
    volume = service.model.form == "volume"
    if volume:
        demand: Demand = Volume(
            weekly_minutes=sum(planted.piece.end - planted.piece.start for planted in pieces),
            start_clock=service.start,
            end_clock=service.end,
            shortest=service.model.blocks[0],
            longest=service.model.blocks[1],
            most_days=len(pieces),
        )
        recurrence = Recurrence(
            weekdays=weekdays | set(_spare_days(service, weekdays)), first_day=SINCE, season=Season.NOT_PUBLIC_HOLIDAYS
        )
    else:
        demand = piece_demand(service)
        recurrence = Recurrence(weekdays=weekdays, first_day=SCHOOL_YEAR, season=Season.SCHOOL_DAYS)
    request = base_request(service, member_id(service), False, recurrence, demand)
    head = "" if volume else "/1"
    return Cut(request, tuple((p, f"/{monday + timedelta(days=p.weekday)}{head}") for p in pieces))


def _spare_days(service: Service, taken: frozenset[int]) -> list[int]:
    """One more day on which the hours may fall, not the same at each member."""
    free = [day for day in service.model.days if day not in taken]
    return free[service.member % len(free) :][:1] if free else []


def _layers(pieces: list[Planted], monday: date) -> Iterator[Cut]:
    """Fixed slots and windows: one request for each set of weekdays, with its headcount."""
    service = pieces[0].piece.service
    by_day: dict[int, list[Planted]] = {}
    for planted in pieces:
        by_day.setdefault(planted.weekday, []).append(planted)
    levels = [
        tuple(day for day in sorted(by_day) if len(by_day[day]) > level)
        for level in range(max(len(found) for found in by_day.values()))
    ]
    level = 0
    while level < len(levels):
        heads = levels.count(levels[level])
        weekend = levels[level][0] >= SATURDAY
        recurrence = Recurrence(
            weekdays=frozenset(levels[level]),
            first_day=SCHOOL_YEAR if service.model.days == (0, 1, 3, 4) else SINCE,
            every_weeks=2 if weekend and len(levels[level]) + service.member % 2 > 1 else 1,
            season=_season(service),
        )
        request = base_request(service, member_id(service), weekend, recurrence, piece_demand(service, heads))
        served = tuple(
            (by_day[day][level + head], f"/{monday + timedelta(days=day)}/{head + 1}")
            for day in levels[level]
            for head in range(heads)
        )
        yield Cut(request, served)
        level += heads


def _season(service: Service) -> Season:
    if service.model.days == (0, 1, 3, 4):
        return Season.SCHOOL_DAYS
    return Season.ALWAYS if len(service.model.days) == 7 else Season.NOT_PUBLIC_HOLIDAYS


def number(cuts: Sequence[Cut]) -> list[Cut]:
    """The same with ids R001, R002…"""
    return [replace(found, request=replace(found.request, id=f"R{index + 1:03d}")) for index, found in enumerate(cuts)]


def assignments(cuts: Sequence[Cut], horizon: Horizon) -> tuple[Assignment, ...]:
    """The planted pieces as assignments to the missions of their requests."""
    return tuple(
        Assignment(
            start=instant_at(day, planted.piece.start),
            end=instant_at(day, planted.piece.end),
            employee_id=planted.employee_id,
            site_id=found.request.site_id,
            qualification=found.request.qualification,
            mission_id=found.request.id + tail,
        )
        for found in cuts
        for planted, tail in found.planted
        for day in (horizon.first + timedelta(days=planted.weekday),)
        if planted.employee_id
    )
