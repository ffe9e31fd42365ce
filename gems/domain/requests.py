"""What members ask for: fixed slots, windows, or a volume a week; when it recurs; how much it matters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from gems.domain.calendar import is_public_holiday, is_school_day
from gems.domain.time import DAYS_OF_WEEK


class Priority(IntEnum):
    """How much a request matters; the price list gives the cents."""

    ESSENTIAL = 1
    NORMAL = 2
    COMFORT = 3


class Season(StrEnum):
    """The days of the year on which a recurring request holds."""

    ALWAYS = "always"
    SCHOOL_DAYS = "school_days"
    SCHOOL_HOLIDAYS = "school_holidays"
    NOT_PUBLIC_HOLIDAYS = "not_public_holidays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Which days: weekdays from a first to a last day (None: no end), every n weeks, in a season, less some days.

    A dated request is a recurrence whose first and last day are the same.
    """

    weekdays: frozenset[int]
    first_day: date
    last_day: date | None = None
    every_weeks: int = 1
    season: Season = Season.ALWAYS
    except_days: frozenset[date] = frozenset()

    def holds_on(self, day: date, school_zone: str) -> bool:
        """Whether the request asks for something on this day."""
        return any(self.days(day, day, school_zone))

    def days(self, first: date, last: date, school_zone: str) -> Iterator[date]:
        """The days between two, both included, on which the request asks for something."""
        # Day 1 of the calendar is a Monday. Counted in whole numbers: a year of a large group is read at every change.
        begun = self.first_day.toordinal()
        start, end = max(first.toordinal(), begun), last.toordinal()
        if self.last_day is not None:
            end = min(end, self.last_day.toordinal())
        week_begun, weekdays = (
            (begun - 1) // DAYS_OF_WEEK,
            [number for number in range(DAYS_OF_WEEK) if number in self.weekdays],
        )
        for week in range((start - 1) // DAYS_OF_WEEK, (end - 1) // DAYS_OF_WEEK + 1) if weekdays else ():
            if (week - week_begun) % self.every_weeks:
                continue
            for weekday in weekdays:
                ordinal = week * DAYS_OF_WEEK + weekday + 1
                if start <= ordinal <= end:
                    day = date.fromordinal(ordinal)
                    if day not in self.except_days and _in_season(self.season, day, school_zone):
                        yield day


def _in_season(season: Season, day: date, school_zone: str) -> bool:
    if season is Season.SCHOOL_DAYS:
        return is_school_day(day, school_zone)
    if season is Season.SCHOOL_HOLIDAYS:
        return day.weekday() < 5 and not is_public_holiday(day) and not is_school_day(day, school_zone)
    return season is Season.ALWAYS or not is_public_holiday(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedSlot:
    """From one clock time to another, for `headcount` people; an end over 1440 is on the next day (21:00-31:00)."""

    start_clock: int
    end_clock: int
    headcount: int = 1
    """0 where nobody is asked but some may come."""
    most_headcount: int | None = None
    """As many people may come at most; None: no more than asked."""
    beyond_cents: int = 0
    """What each person beyond `headcount` costs, each day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """`minutes` of work in one piece, anywhere between two clock times, for `headcount` people."""

    start_clock: int
    end_clock: int
    minutes: int
    headcount: int = 1
    """0 where nobody is asked but some may come."""
    most_headcount: int | None = None
    """As many people may come at most; None: no more than asked."""
    beyond_cents: int = 0
    """What each person beyond `headcount` costs, each day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume a week, in pieces between `shortest` and `longest` minutes, one a day, on at most `most_days` days."""

    weekly_minutes: int
    start_clock: int
    end_clock: int
    shortest: int
    longest: int
    most_days: int = 7


Demand = FixedSlot | Window | Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One line of what a member asks."""

    id: str
    member_id: str
    site_id: str
    qualification: str
    label: str
    demand: Demand
    recurrence: Recurrence
    priority: Priority = Priority.NORMAL
    same_person: bool = False
    """One person for the whole week (hard); a volume always wants it when true."""
    wanted: frozenset[str] = field(default=frozenset())
    """Employee ids the member would like."""
    excluded: frozenset[str] = field(default=frozenset())
    """Employee ids the member does not want; hard."""
    break_minutes: int = 0
    """A paid break given on the spot inside each piece of 6 h and more."""
    visit: str | None = None
    """The visit it is part of: all pieces of one name, at one place on one day, begin at once, by as many people."""


def visited_together(requests: Iterable[Request], one: Request) -> tuple[Request, ...]:
    """A request and those to which people come at once with it on days when both are asked, in order."""
    visit = (one.visit, one.site_id)
    return tuple(
        other
        for other in requests
        if other.id == one.id or (one.visit is not None and (other.visit, other.site_id) == visit)
    )
