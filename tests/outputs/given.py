"""The small group of the rules with three requests, weeks of its work, and calendar files read back."""

from datetime import UTC, date, datetime

import icalendar

from gems.domain.group import Group
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import EPOCH, Horizon, Instant, instant_at
from gems.outputs.calendar_feed import Issued
from tests.rules.group import FIRST, group

MONDAY, TUESDAY = FIRST, date(2026, 11, 24)
PUBLISHED = instant_at(date(2026, 11, 12), 9 * 60)
MINUTE = 60


def request(id: str, site_id: str, label: str) -> Request:
    """Mornings of the whole week."""
    return Request(
        id=id,
        member_id=group().site[site_id].member_id,
        site_id=site_id,
        qualification="caregiver",
        label=label,
        demand=FixedSlot(start_clock=7 * 60, end_clock=10 * 60),
        recurrence=Recurrence(weekdays=frozenset(range(7)), first_day=MONDAY),
    )


REQUESTS = (
    request("SOINS", "E", "Soins du matin"),
    request("LEVERS", "F", "Aide aux levers"),
    request("REPAS", "M", "Portage de repas"),
)


def asking(**changes: object) -> Group:
    """The group with its requests, unless changed."""
    return group(**{"requests": REQUESTS, **changes})


def piece(
    who: str, site_id: str, day: date, start: float, end: float, mission_id: str | None = None, job: str = "caregiver"
) -> Assignment:
    """Work from one hour of the day to another (30: 6:00 on the next)."""
    return Assignment(
        employee_id=who,
        site_id=site_id,
        qualification=job,
        start=instant_at(day, round(start * 60)),
        end=instant_at(day, round(end * 60)),
        mission_id=mission_id,
    )


def issue(number: int, *pieces: Assignment, first: date = MONDAY) -> Issued:
    """Version `number` of a week, published an hour after the one before."""
    schedule = Schedule(horizon=Horizon(first), assignments=pieces)
    return Issued(number=number, at=PUBLISHED + 60 * number, schedule=schedule)


def events(feed: bytes) -> list[icalendar.Event]:
    """The events, in the order of the file."""
    return icalendar.Calendar.from_ical(feed).walk("VEVENT")


def only_event(feed: bytes) -> icalendar.Event:
    """The event of a feed that has one."""
    (event,) = events(feed)
    return event


def confirmed(feed: bytes) -> list[icalendar.Event]:
    """The events that hold."""
    return [event for event in events(feed) if event["status"] == "CONFIRMED"]


def instant_of_moment(moment: datetime) -> Instant:
    """Back from a date and time of the file; it must know its zone."""
    assert moment.tzinfo is not None
    return int((moment.astimezone(UTC) - EPOCH).total_seconds()) // MINUTE


def times(event: icalendar.Event) -> tuple[Instant, Instant]:
    """When an event begins and ends."""
    return instant_of_moment(event["dtstart"].dt), instant_of_moment(event["dtend"].dt)


def unfolded(feed: bytes) -> str:
    """The text of a feed with each property on one line."""
    return feed.decode().replace("\r\n ", "")
