"""Events written as an iCalendar file (RFC 5545), in the way that Outlook, Google and Apple calendars all read well."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import icalendar

from gems.domain.time import ZONE, Instant, local
from gems.domain.words import Language, Words

READ_AGAIN_EVERY = timedelta(hours=1)
CANCELLED = Words("Annulé : ", "Cancelled: ")
"""Said in the title too: Outlook shows the cancelled events of a subscribed calendar like any other."""
_ZONE_RULES = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONE.key}",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    )
)
"""The clock changes of the European Union, as a rule without end. Those that icalendar derives by itself stop in 2038
and put the March change an hour late."""
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""All that some reader takes for the end of a line, and what has no place in a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the reader of a calendar sees of an event: two equal entries read the same."""

    start: Instant
    end: Instant
    summary: str
    location: str
    description: tuple[str, ...]
    """Line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An entry and where it stands in its life."""

    uid: str
    entry: Entry
    sequence: int
    """How often it has changed since it first appeared."""
    changed_at: Instant
    cancelled: bool


def calendar_file(name: str, events: Sequence[Event], language: Language) -> bytes:
    """The file of a calendar called `name`: same arguments, same bytes."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//GEMS//Calendar feed//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _one_line(name))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", READ_AGAIN_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(READ_AGAIN_EVERY))
    calendar.add_component(icalendar.Timezone.from_ical(_ZONE_RULES))
    for event in events:
        calendar.add_component(_component(event, language))
    written: bytes = calendar.to_ical()
    return written


def _component(event: Event, language: Language) -> icalendar.Event:
    entry = event.entry
    start, end = _moments(entry.start, entry.end)
    summary = CANCELLED[language] + entry.summary if event.cancelled else entry.summary
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", _utc(event.changed_at))
    component.add("last-modified", _utc(event.changed_at))
    component.add("dtstart", start)
    component.add("dtend", end)
    component.add("summary", _one_line(summary))
    component.add("location", _one_line(entry.location))
    component.add("description", "\n".join(map(_one_line, entry.description)))
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT" if event.cancelled else "OPAQUE")  # a cancelled hour keeps nobody busy
    return component


def _moments(start: Instant, end: Instant) -> tuple[datetime, datetime]:
    """Paris time; universal time when the October change repeats one of them, as a file cannot say which is meant."""
    if _is_repeated(start) or _is_repeated(end):
        return _utc(start), _utc(end)
    return local(start), local(end)


def _is_repeated(instant: Instant) -> bool:
    wall = local(instant)
    return wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def _utc(instant: Instant) -> datetime:
    return local(instant).astimezone(UTC)


def _one_line(text: str) -> str:
    """Text of people on one line; a backslash becomes a slash, as calendars disagree on how to read one."""
    return _BREAKS.sub(" ", text).replace("\\", "/").strip()
