"""What a member types in the form of a request, and the request it makes; and back again, to change one."""

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from gems.domain.requests import Demand, FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.time import DAY, MONDAY, SUNDAY, monday_of


class Shape(StrEnum):
    """How the hours are asked."""

    FIXED = "fixed"
    WINDOW = "window"
    VOLUME = "volume"


class Often(StrEnum):
    """When it is asked."""

    ONCE = "once"
    """One day; for a volume, one week."""
    SOME_DAYS = "some_days"
    """Between two days."""
    EVERY_WEEK = "every_week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Everything on the form. What the chosen shape does not use is kept all the same: nothing typed is lost."""

    site: str
    job: str
    label: str = ""
    shape: Shape = Shape.FIXED
    often: Often = Often.ONCE
    first: date
    last: date
    ends: bool = False
    """Whether what is asked every week stops on `last`."""
    weekdays: frozenset[int] = field(default=frozenset(range(5)))
    every_weeks: int = 1
    season: Season = Season.ALWAYS
    start: time = time(8)
    end: time = time(12)
    """Not after `start`: on the next day."""
    minutes: int = 240
    headcount: int = 1
    beyond: int = 0
    """How many more people may come than `headcount`."""
    beyond_cents: int = 0
    """Price of each of them, each day."""
    weekly: int = 420
    shortest: int = 120
    longest: int = 240
    most_days: int = 7
    priority: Priority = Priority.NORMAL
    same_person: bool = False
    wanted: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    break_minutes: int = 0
    visit: str = ""
    """Name of the visit by several it is part of; empty: of none."""
    except_days: frozenset[date] = frozenset()
    """Taken out by "not this week"; not on the form."""


def blank(*, site: str, job: str, day: date) -> Typed:
    """A form to begin with, on the first day that may still be asked."""
    return Typed(site=site, job=job, first=day, last=day + timedelta(days=4))


def request_of(typed: Typed, *, id: str, member_id: str, job_name: str) -> Request:
    """The request that was typed; one without a name is called after its job."""
    return Request(
        id=id,
        member_id=member_id,
        site_id=typed.site,
        qualification=typed.job,
        label=typed.label.strip() or job_name,
        demand=_demand(typed),
        recurrence=_recurrence(typed),
        priority=typed.priority,
        same_person=typed.same_person,
        wanted=typed.wanted,
        excluded=typed.excluded - typed.wanted,
        break_minutes=typed.break_minutes,
        visit=None if typed.shape is Shape.VOLUME else typed.visit.strip() or None,
    )


def typed_of(request: Request) -> Typed:
    """The form filled with a request, such that it makes the same request again."""
    when, demand = request.recurrence, request.demand
    typed = Typed(
        site=request.site_id,
        job=request.qualification,
        label=request.label,
        shape=_shape(demand),
        often=_often(demand, when),
        first=when.first_day,
        last=when.last_day or when.first_day + timedelta(days=4),
        ends=when.last_day is not None,
        weekdays=when.weekdays,
        every_weeks=when.every_weeks,
        season=when.season,
        start=_time(demand.start_clock),
        end=_time(demand.end_clock),
        priority=request.priority,
        same_person=request.same_person,
        wanted=request.wanted,
        excluded=request.excluded,
        break_minutes=request.break_minutes,
        visit=request.visit or "",
        except_days=when.except_days,
    )
    if isinstance(demand, Volume):
        return replace(
            typed,
            weekly=demand.weekly_minutes,
            shortest=demand.shortest,
            longest=demand.longest,
            most_days=demand.most_days,
        )
    if isinstance(demand, Window):
        typed = replace(typed, minutes=demand.minutes)
    beyond = max(0, (demand.most_headcount or 0) - demand.headcount)
    return replace(typed, headcount=demand.headcount, beyond=beyond, beyond_cents=demand.beyond_cents)


def copied(typed: Typed, day: date) -> Typed:
    """The same to ask anew: what would begin before the week of this day begins in it, on the same weekday."""
    moved = max(timedelta(), monday_of(day) - monday_of(typed.first))
    return replace(typed, first=typed.first + moved, last=typed.last + moved, except_days=frozenset())


def _demand(typed: Typed) -> Demand:
    start, end = _minutes(typed.start), _minutes(typed.end)
    end = end if end > start else end + DAY
    if typed.shape is Shape.FIXED:
        return FixedSlot(start_clock=start, end_clock=end, **_people(typed))
    if typed.shape is Shape.WINDOW:
        return Window(start_clock=start, end_clock=end, minutes=typed.minutes, **_people(typed))
    return Volume(
        weekly_minutes=typed.weekly,
        start_clock=start,
        end_clock=end,
        shortest=typed.shortest,
        longest=typed.longest,
        most_days=typed.most_days,
    )


def _people(typed: Typed) -> dict[str, Any]:
    if not typed.beyond:
        return {"headcount": typed.headcount}
    more = {"most_headcount": typed.headcount + typed.beyond, "beyond_cents": typed.beyond_cents}
    return {"headcount": typed.headcount, **more}


def _recurrence(typed: Typed) -> Recurrence:
    if typed.often is Often.ONCE and typed.shape is Shape.VOLUME:
        monday = monday_of(typed.first)
        return Recurrence(weekdays=typed.weekdays, first_day=monday, last_day=monday + timedelta(days=SUNDAY))
    if typed.often is Often.ONCE:
        day = typed.first
        return Recurrence(weekdays=frozenset({day.weekday()}), first_day=day, last_day=day)
    if typed.often is Often.SOME_DAYS:
        return Recurrence(
            weekdays=typed.weekdays, first_day=typed.first, last_day=typed.last, except_days=typed.except_days
        )
    return Recurrence(
        weekdays=typed.weekdays,
        first_day=typed.first,
        last_day=typed.last if typed.ends else None,
        every_weeks=typed.every_weeks,
        season=typed.season,
        except_days=typed.except_days,
    )


def _shape(demand: Demand) -> Shape:
    if isinstance(demand, Volume):
        return Shape.VOLUME
    return Shape.WINDOW if isinstance(demand, Window) else Shape.FIXED


def _often(demand: Demand, when: Recurrence) -> Often:
    if when.last_day is None or when.every_weeks > 1 or when.season is not Season.ALWAYS:
        return Often.EVERY_WEEK
    if not when.except_days:
        if isinstance(demand, Volume):
            days = (when.first_day.weekday(), when.last_day - when.first_day)
            if days == (MONDAY, timedelta(days=SUNDAY)):
                return Often.ONCE
        elif when.first_day == when.last_day and when.weekdays == {when.first_day.weekday()}:
            return Often.ONCE
    return Often.SOME_DAYS


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(clock: int) -> time:
    return time(clock % DAY // 60, clock % 60)
