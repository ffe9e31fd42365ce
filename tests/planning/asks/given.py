"""Requests for tests."""

from dataclasses import replace
from datetime import date, timedelta

from gems.domain.requests import Demand, FixedSlot, Recurrence, Request
from gems.domain.schedule import Assignment
from gems.domain.time import instant_at

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)
MINE = "M001"
MORNING = FixedSlot(start_clock=8 * 60, end_clock=12 * 60)


def dated(day: date, demand: Demand = MORNING) -> Request:
    """A request for one day, not yet kept."""
    return Request(
        id="",
        member_id=MINE,
        site_id="S001",
        qualification="caregiver",
        label="Renfort du matin",
        demand=demand,
        recurrence=Recurrence(weekdays=frozenset({day.weekday()}), first_day=day, last_day=day),
    )


def weekly(first: date, *, weekdays: tuple[int, ...] = (0, 3), every: int = 1, demand: Demand = MORNING) -> Request:
    """A recurring request without end."""
    when = Recurrence(weekdays=frozenset(weekdays), first_day=first, every_weeks=every)
    return replace(dated(first, demand), recurrence=when)


def work_at(day: date, start: int, end: int, *, mission: str | None = None, who: str = "E001") -> Assignment:
    """A piece of work at the member's site, by clock minutes."""
    return Assignment(
        start=instant_at(day, start),
        end=instant_at(day, end),
        employee_id=who,
        site_id="S001",
        qualification="caregiver",
        mission_id=mission,
    )
