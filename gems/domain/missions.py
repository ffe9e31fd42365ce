"""From requests to needs and missions: the dated pieces that a planner can give to people."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from gems.domain.requests import FixedSlot, Request, Volume, Window
from gems.domain.time import Horizon, Span, instant_at, monday_of

MISSION_ID = re.compile(r"(?P<request>.+)/(?P<day>\d{4}-\d\d-\d\d)(?:/(?P<head>\d{1,4}))?$", re.DOTALL)
"""How the id of a mission is made: its request, its day and, unless a volume, which of the people asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """One dated piece of a request for one person, with its candidate time slots in order."""

    id: str
    need_id: str
    request: Request
    day: date
    slots: tuple[Span, ...]
    beyond: bool = False
    """For a person more than asked, who may come at a price."""

    @property
    def beyond_cents(self) -> int:
        """What its being served costs for nobody having asked it."""
        demand = self.request.demand
        return demand.beyond_cents if self.beyond and not isinstance(demand, Volume) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one request asks of one person: `minutes`, served through its missions.

    A fixed slot or a window is a need of one mission (of a whole week's missions when the same person is wanted); a
    volume is one need a week, with one mission per possible day, of which enough are served to meet the minutes. Of a
    person more than asked nothing is needed: the minutes are 0.
    """

    id: str
    request: Request
    monday: date
    minutes: int
    missions: tuple[Mission, ...] = field(default=())
    most_days: int = 7
    same_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The missions of one place and day that people come for together, at the same time."""

    name: str
    day: date
    missions: tuple[Mission, ...]
    """Two or more."""

    @property
    def asked(self) -> tuple[Mission, ...]:
        """Those without which it is not complete: all but those of people beyond the number asked."""
        return tuple(mission for mission in self.missions if not mission.beyond)


def visits_of(missions: Iterable[Mission]) -> tuple[Visit, ...]:
    """The visits that these missions make, in their order; somebody who comes alone is no visit."""
    found: dict[tuple[str, str, date], list[Mission]] = {}
    for mission in missions:
        if mission.request.visit is not None:
            key = (mission.request.visit, mission.request.site_id, mission.day)
            found.setdefault(key, []).append(mission)
    return tuple(Visit(name=name, day=day, missions=tuple(of)) for (name, _, day), of in found.items() if len(of) > 1)


def request_id_of(mission_id: str) -> str | None:
    """The id of the request that a mission comes from, read off its own; None when it is no mission's id."""
    found = MISSION_ID.match(mission_id)
    return found["request"] if found else None


def needs_of(request: Request, horizon: Horizon, school_zone: str, grid_minutes: int) -> Iterator[Need]:
    """The needs of a request over the horizon, week by week, in a fixed order."""
    for monday, days in _weeks(request, horizon, school_zone):
        if isinstance(request.demand, Volume):
            yield _volume_need(request, request.demand, monday, days, grid_minutes)
        else:
            for head in range(1, request.demand.headcount + 1):
                yield from _piece_needs(request, request.demand, monday, days, head, grid_minutes)


def beyond_of(request: Request, horizon: Horizon, school_zone: str, grid_minutes: int) -> Iterator[Need]:
    """The needs, of no minutes, of the people more than asked who may come; in the same order."""
    demand = request.demand
    if isinstance(demand, Volume) or demand.most_headcount is None:
        return
    for monday, days in _weeks(request, horizon, school_zone):
        for head in range(demand.headcount + 1, demand.most_headcount + 1):
            yield from _piece_needs(request, demand, monday, days, head, grid_minutes)


def _weeks(request: Request, horizon: Horizon, school_zone: str) -> Iterator[tuple[date, list[date]]]:
    """Each week of the horizon with the days on which the request holds, where it does."""
    days = request.recurrence.days(horizon.first, horizon.last, school_zone)
    for monday, held in groupby(days, key=monday_of):
        yield monday, list(held)


def _piece_needs(
    request: Request, demand: FixedSlot | Window, monday: date, days: list[date], head: int, grid_minutes: int
) -> Iterator[Need]:
    beyond = head > demand.headcount
    minutes = demand.minutes if isinstance(demand, Window) else None
    groups = [days] if request.same_person else [[day] for day in days]
    for group in groups:
        stem = _week_name(monday) if request.same_person else group[0].isoformat()
        need_id = f"{request.id}/{stem}/{head}"
        missions = tuple(
            Mission(
                id=f"{request.id}/{day.isoformat()}/{head}",
                need_id=need_id,
                request=request,
                day=day,
                slots=tuple(_slots(demand, day, grid_minutes)),
                beyond=beyond,
            )
            for day in group
        )
        asked = sum(mission.slots[0].minutes if minutes is None else minutes for mission in missions)
        yield Need(
            id=need_id,
            request=request,
            monday=monday,
            minutes=0 if beyond else asked,
            missions=missions,
            same_person=request.same_person,
        )


def _volume_need(request: Request, demand: Volume, monday: date, days: list[date], grid_minutes: int) -> Need:
    need_id = f"{request.id}/{_week_name(monday)}"
    missions = tuple(
        Mission(
            id=f"{request.id}/{day.isoformat()}",
            need_id=need_id,
            request=request,
            day=day,
            slots=tuple(_volume_slots(demand, day, grid_minutes)),
        )
        for day in days
    )
    return Need(
        id=need_id,
        request=request,
        monday=monday,
        minutes=demand.weekly_minutes,
        missions=missions,
        most_days=demand.most_days,
        same_person=request.same_person,
    )


def _slots(demand: FixedSlot | Window, day: date, grid_minutes: int) -> Iterator[Span]:
    if isinstance(demand, FixedSlot):
        yield _span(day, demand.start_clock, demand.end_clock)
        return
    for start in range(demand.start_clock, demand.end_clock - demand.minutes + 1, grid_minutes):
        begin = instant_at(day, start)
        yield Span(begin, begin + demand.minutes)


def _volume_slots(demand: Volume, day: date, grid_minutes: int) -> Iterator[Span]:
    for start in range(demand.start_clock, demand.end_clock - demand.shortest + 1, grid_minutes):
        begin = instant_at(day, start)
        for minutes in range(demand.shortest, min(demand.longest, demand.end_clock - start) + 1, grid_minutes):
            yield Span(begin, begin + minutes)


def _span(day: date, start_clock: int, end_clock: int) -> Span:
    return Span(instant_at(day, start_clock), instant_at(day, end_clock))


def _week_name(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"
