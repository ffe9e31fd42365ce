"""What a request asks, week by week, without making its missions."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.requests import Request, Volume, Window
from gems.domain.time import instant_at


def days_asked(request: Request, first: date, last: date, school_zone: str) -> Iterator[date]:
    """The days from `first` to `last`, both included, on which it asks for something."""
    return request.recurrence.days(first, last, school_zone)


def minutes_asked(request: Request, monday: date, school_zone: str) -> int:
    """What it asks in the week of this Monday: the minutes of its needs, without making them."""
    days = list(days_asked(request, monday, monday + timedelta(days=6), school_zone))
    demand = request.demand
    if isinstance(demand, Volume):
        return demand.weekly_minutes if days else 0
    if isinstance(demand, Window):
        return demand.headcount * demand.minutes * len(days)
    slots = (instant_at(day, demand.end_clock) - instant_at(day, demand.start_clock) for day in days)
    return demand.headcount * sum(slots)
