"""What a request asks, week by week, without making its missions."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from gems.domain.requests import Request, Volume, Window
from gems.domain.time import instant_at, monday_of


def days_asked(request: Request, first: date, last: date, school_zone: str) -> Iterator[date]:
    """The days from `first` to `last`, both included, on which it asks for something."""
    return request.recurrence.days(first, last, school_zone)


def minutes_asked(request: Request, monday: date, school_zone: str) -> int:
    """What it asks in the week of this Monday: the minutes of its needs, without making them."""
    return _minutes(request, list(days_asked(request, monday, monday + timedelta(days=6), school_zone)))


def minutes_by_week(request: Request, mondays: Sequence[date], school_zone: str) -> tuple[int, ...]:
    """The same for the weeks of each of these Mondays, in order, in one reading."""
    if not mondays:
        return ()
    by_week: dict[date, list[date]] = {}
    for day in days_asked(request, mondays[0], mondays[-1] + timedelta(days=6), school_zone):
        by_week.setdefault(monday_of(day), []).append(day)
    return tuple(_minutes(request, by_week.get(monday, ())) for monday in mondays)


def _minutes(request: Request, days: Collection[date]) -> int:
    """What it asks on these days of a week."""
    demand = request.demand
    if isinstance(demand, Volume):
        return demand.weekly_minutes if days else 0
    if isinstance(demand, Window):
        return demand.headcount * demand.minutes * len(days)
    slots = (instant_at(day, demand.end_clock) - instant_at(day, demand.start_clock) for day in days)
    return demand.headcount * sum(slots)
