"""The file of a calendar as strangers' programs read it: time zone, long and nasty texts, line ends."""

import io
from datetime import datetime, timedelta

import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import example, given
from hypothesis import strategies as st

from gems.domain.time import EPOCH, ZONE, instant_at, local
from gems.outputs.calendar_file import Entry, Event, calendar_file
from tests.outputs.given import only_event, times, unfolded

OCTETS_IN_A_LINE = 75
HOUR = 60
CHANGES = [datetime(2026, 3, 29, tzinfo=ZONE), datetime(2026, 10, 25, tzinfo=ZONE)]
FIRST_INSTANT, LAST_INSTANT = (instant_at(datetime(year, 1, 1, tzinfo=ZONE).date(), 0) for year in (2024, 2060))
NASTY = (
    "Ben, dit « l'ami »; chef",
    "Ana\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "Ana\nEND:VCALENDAR",
    "Ana\rSTATUS:CANCELLED",
    "Ana\u2028BEGIN:VEVENT\u2029\x85\x0b\x0c\x1c\x1d\x1e\x00UID:evil",
    "équipe 👩🏽‍⚕️" * 40,
    "C:\\Notes\\n \\, \\; \\\\",
    "{place} %s %2C ^n",
    '"quoted":PARAM;X=1',
    "a\ud800b",
    "",
)


def event(
    start: int = instant_at(datetime(2026, 11, 23, tzinfo=ZONE).date(), 420), end: int | None = None, text: str = "text"
) -> Event:
    entry = Entry(
        start=start, end=start + HOUR if end is None else end, summary=text, location=text, description=(text, "second")
    )
    return Event(uid="u", entry=entry, sequence=0, changed_at=start, cancelled=False)


def file_of(text: str) -> bytes:
    return calendar_file(text, [event(text=text)], "fr")


def said(text: str) -> str:
    """What should be read of a text: breaks and controls are gone, a backslash is a slash."""
    breaks = ["\r\n", *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029"]
    return text.translate({ord(one): " " for one in breaks[1:]}).replace("\\", "/")


texts = pytest.mark.parametrize("text", NASTY)


# --- Texts -----------------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_on_one_line(text: str) -> None:
    read = only_event(file_of(text))
    once = said(text).split()
    assert read["summary"].split() == once
    assert read["location"].split() == once
    first, second = read["description"].split("\n")
    assert (first.split(), second) == (once, "second")
    assert icalendar.Calendar.from_ical(file_of(text))["x-wr-calname"].split() == once


@given(st.text())
@example("\r\n".join(NASTY))
def test_any_text_keeps_the_form_of_the_file(text: str) -> None:
    feed = file_of(text)
    assert is_in_form(feed)
    assert names_in(feed) == names_in(file_of("text"))


@texts
def test_nasty_texts_keep_the_form_of_the_file(text: str) -> None:
    feed = file_of(text)
    assert is_in_form(feed)
    assert names_in(feed) == names_in(file_of("text"))


def is_in_form(feed: bytes) -> bool:
    """Whether each line is short enough and ends as it should, with nothing else that ends a line."""
    *lines, last = feed.split(b"\r\n")
    return last == b"" and all(len(line) <= OCTETS_IN_A_LINE and not {10, 13} & set(line) for line in lines)


def names_in(feed: bytes) -> list[str]:
    """Its properties line by line, to a reader that breaks lines wherever it can."""
    return [line.split(":")[0] for line in unfolded(feed).splitlines()]


def test_commas_semicolons_and_emoji_are_kept() -> None:
    text = "Ben, dit « l'ami »; chef 👩🏽‍⚕️"
    assert only_event(file_of(text))["summary"] == text
    assert r"SUMMARY:Ben\, dit « l'ami »\; chef" in unfolded(file_of(text))


# --- Times -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("night", CHANGES)
def test_a_night_over_a_clock_change_has_its_true_length(night: datetime) -> None:
    before, after = (night - timedelta(days=1)).date(), night.date()
    start, end = instant_at(before, 22 * HOUR), instant_at(after, 6 * HOUR)
    feed = calendar_file("n", [event(start, end)], "fr")
    read = only_event(feed)
    assert times(read) == (start, end)
    assert read["dtstart"].params["TZID"] == read["dtend"].params["TZID"] == "Europe/Paris"
    assert f"DTSTART;TZID=Europe/Paris:{before:%Y%m%d}T220000" in unfolded(feed)
    assert f"DTEND;TZID=Europe/Paris:{after:%Y%m%d}T060000" in unfolded(feed)
    assert end - start == (7 if after.month == 3 else 9) * HOUR


@pytest.mark.parametrize("night", CHANGES)
def test_every_minute_near_a_clock_change_is_read_back(night: datetime) -> None:
    midnight = instant_at(night.date(), 0)
    for start in range(midnight, midnight + 5 * HOUR, 15):
        for minutes in (15, HOUR, 4 * HOUR):
            assert times(only_event(calendar_file("n", [event(start, start + minutes)], "fr"))) == (
                start,
                start + minutes,
            )


@given(st.integers(FIRST_INSTANT, LAST_INSTANT), st.integers(1, 24 * HOUR))
def test_any_time_is_read_back(start: int, minutes: int) -> None:
    assert times(only_event(calendar_file("n", [event(start, start + minutes)], "fr"))) == (start, start + minutes)


@given(st.integers(FIRST_INSTANT, LAST_INSTANT))
@example(instant_at(CHANGES[0].date(), 2 * HOUR) - 1)
@example(instant_at(CHANGES[0].date(), 3 * HOUR))
@example(instant_at(CHANGES[1].date(), HOUR))
@example(instant_at(CHANGES[1].date(), 4 * HOUR))
def test_the_zone_written_in_the_file_is_that_of_paris(instant: int) -> None:
    """A reader that goes by the file, as Outlook does, and not by its own table of zones."""
    written = calendar_file("n", [], "fr").decode()
    zone = tzical(io.StringIO(written)).get("Europe/Paris")
    wall = local(instant).replace(tzinfo=None)
    assert zone.utcoffset(wall) == local(instant).replace(fold=0).utcoffset()
    assert (EPOCH + timedelta(minutes=instant)).astimezone(zone).replace(tzinfo=None) == wall


# --- What calendars look for -----------------------------------------------------------------------------


def test_the_head_of_the_file_says_what_subscribers_look_for() -> None:
    head = unfolded(calendar_file("Mon planning", [], "fr")).splitlines()
    for line in (
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Mon planning",
        "X-WR-TIMEZONE:Europe/Paris",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ):
        assert line in head
    assert any(line.startswith("PRODID:") for line in head)


def test_stamps_are_universal_and_no_alarm_rings() -> None:
    start = instant_at(CHANGES[0].date(), 12 * HOUR)
    text = unfolded(calendar_file("n", [event(start)], "fr"))
    stamp = (EPOCH + timedelta(minutes=start)).strftime("%Y%m%dT%H%M%SZ")
    assert f"DTSTAMP:{stamp}\r\n" in text
    assert f"LAST-MODIFIED:{stamp}\r\n" in text
    assert "VALARM" not in text
