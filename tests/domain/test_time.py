"""Time, against dates written by hand: both clock changes, year ends, ISO week 53, edges of the horizon."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gems.domain.time import (
    Horizon,
    Span,
    clock_of,
    day_end,
    day_of,
    day_start,
    days_between,
    instant_at,
    local,
    minutes_within_clock,
    monday_of,
)

MARCH = date(2026, 3, 29)
"""Sunday of 23 hours: 2:00 becomes 3:00."""
OCTOBER = date(2026, 10, 25)
"""Sunday of 25 hours: 3:00 becomes 2:00."""
DAY, HOUR = 1440, 60
DAYS_TO_2026_11_23, DAYS_TO_2026_07_01 = 20780, 20635
"""Days since 1 January 1970."""


def test_instants_are_minutes_since_1970_utc() -> None:
    assert instant_at(date(1970, 1, 1), 60) == 0
    assert instant_at(date(2026, 11, 23), 0) == DAYS_TO_2026_11_23 * DAY - HOUR  # winter: Paris is an hour ahead
    assert instant_at(date(2026, 7, 1), 0) == DAYS_TO_2026_07_01 * DAY - 2 * HOUR  # summer: two


@pytest.mark.parametrize(("day", "hours"), [(MARCH, 23), (OCTOBER, 25), (date(2026, 11, 23), 24)])
def test_the_length_of_a_day(day: date, hours: int) -> None:
    assert day_end(day) - day_start(day) == hours * HOUR


def test_a_night_over_the_march_change_is_an_hour_shorter() -> None:
    start, end = instant_at(date(2026, 3, 28), 22 * HOUR), instant_at(MARCH, 9 * HOUR)
    assert end - start == 10 * HOUR
    assert list(Span(start, end).by_day()) == [(date(2026, 3, 28), 2 * HOUR), (MARCH, 8 * HOUR)]


def test_a_night_over_the_october_change_is_an_hour_longer() -> None:
    start, end = instant_at(date(2026, 10, 24), 22 * HOUR), instant_at(OCTOBER, 9 * HOUR)
    assert end - start == 12 * HOUR
    assert list(Span(start, end).by_day()) == [(date(2026, 10, 24), 2 * HOUR), (OCTOBER, 10 * HOUR)]


def test_the_hour_that_march_skips_reads_as_summer_time() -> None:
    skipped = instant_at(MARCH, 2 * HOUR + 30)
    assert clock_of(skipped) == 3 * HOUR + 30
    assert skipped == instant_at(MARCH, 3 * HOUR + 30)


def test_the_hour_that_october_repeats_is_the_first_one() -> None:
    first = instant_at(OCTOBER, 2 * HOUR + 30)
    assert first - day_start(OCTOBER) == 2 * HOUR + 30
    assert clock_of(first) == clock_of(first + HOUR) == 2 * HOUR + 30
    assert instant_at(OCTOBER, 3 * HOUR) - day_start(OCTOBER) == 4 * HOUR


def test_clock_times_over_24_hours_are_on_the_next_day() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert instant_at(monday, 31 * HOUR) == instant_at(tuesday, 7 * HOUR)
    assert instant_at(monday, 48 * HOUR) == day_start(date(2026, 11, 25))
    saturday = date(2026, 3, 28)
    assert instant_at(saturday, 31 * HOUR) == instant_at(MARCH, 7 * HOUR)
    assert instant_at(saturday, 31 * HOUR) - instant_at(saturday, 21 * HOUR) == 9 * HOUR


def test_a_day_begins_at_its_midnight_and_ends_before_the_next() -> None:
    midnight = day_start(date(2026, 11, 24))
    assert day_of(midnight) == date(2026, 11, 24)
    assert day_of(midnight - 1) == date(2026, 11, 23)
    assert clock_of(midnight) == 0
    assert clock_of(midnight - 1) == DAY - 1
    assert local(midnight).isoformat() == "2026-11-24T00:00:00+01:00"


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 29), date(2026, 11, 23)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_the_monday_of_a_week(day: date, monday: date) -> None:
    assert monday_of(day) == monday


def test_days_between_holds_both_ends() -> None:
    assert list(days_between(date(2026, 12, 31), date(2027, 1, 1))) == [date(2026, 12, 31), date(2027, 1, 1)]
    assert list(days_between(date(2026, 1, 2), date(2026, 1, 1))) == []


def test_overlap() -> None:
    assert Span(10, 20).overlap(Span(15, 30)) == 5
    assert Span(10, 20).overlap(Span(12, 13)) == 1
    assert Span(10, 20).overlap(Span(20, 30)) == 0
    assert Span(10, 20).overlap(Span(25, 30)) == 0
    assert Span(10, 20).minutes == 10


def test_a_span_that_ends_at_midnight_is_on_one_day() -> None:
    monday = date(2026, 11, 23)
    assert list(Span(instant_at(monday, 20 * HOUR), day_end(monday)).by_day()) == [(monday, 4 * HOUR)]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ((23, 20), (24, 6), 9 * HOUR),  # 21:00 to 6:00 of a whole night
        ((23, 7), (23, 21), 0),  # a day
        ((23, 5), (23, 22), 2 * HOUR),  # both edges of one day
        ((23, 0), (23, 24), 9 * HOUR),  # the morning of one night, the evening of the next
        ((28, 20), (30, 8), 18 * HOUR),  # two nights
    ],
)
def test_minutes_in_the_night(start: tuple[int, int], end: tuple[int, int], minutes: int) -> None:
    span = Span(*(instant_at(date(2026, 11, day), hour * HOUR) for day, hour in (start, end)))
    assert minutes_within_clock(span, 21 * HOUR, 30 * HOUR) == minutes


@pytest.mark.parametrize(("eve", "hours"), [(date(2026, 3, 28), 8), (date(2026, 10, 24), 10)])
def test_minutes_in_a_night_of_clock_change(eve: date, hours: int) -> None:
    span = Span(instant_at(eve, 20 * HOUR), instant_at(eve, 32 * HOUR))
    assert minutes_within_clock(span, 21 * HOUR, 30 * HOUR) == hours * HOUR


def test_a_horizon_is_whole_weeks() -> None:
    horizon = Horizon(date(2026, 11, 23), 2)
    assert horizon.last == date(2026, 12, 6)
    assert horizon.mondays == (date(2026, 11, 23), date(2026, 11, 30))
    assert len(horizon.days) == 14
    assert horizon.days[0] in horizon
    assert horizon.last in horizon
    assert date(2026, 11, 22) not in horizon
    assert date(2026, 12, 7) not in horizon
    assert horizon.span == Span(day_start(date(2026, 11, 23)), day_start(date(2026, 12, 7)))
    assert horizon.label == "2026-W48"


@pytest.mark.parametrize(("first", "hours"), [(date(2026, 3, 23), 167), (date(2026, 10, 19), 169)])
def test_a_week_of_clock_change(first: date, hours: int) -> None:
    assert Horizon(first).span.minutes == hours * HOUR


@pytest.mark.parametrize(("first", "weeks"), [(date(2026, 11, 24), 1), (date(2026, 11, 23), 0)])
def test_a_horizon_begins_on_a_monday(first: date, weeks: int) -> None:
    with pytest.raises(ValueError, match="Monday"):
        Horizon(first, weeks)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-W48", date(2026, 11, 23)),
        ("2026-W53", date(2026, 12, 28)),  # ends on Sunday 3 January 2027
        ("2027-W01", date(2027, 1, 4)),
        ("2026-W01", date(2025, 12, 29)),
    ],
)
def test_iso_weeks(text: str, first: date) -> None:
    assert Horizon.of_iso_week(text) == Horizon(first)
    assert Horizon(first).label == text


@pytest.mark.parametrize("text", ["2027-W53", "2026-W00", "2026", "2026-48", "W48", ""])
def test_what_is_no_iso_week(text: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)invalid"):
        Horizon.of_iso_week(text)


INSTANTS = st.integers(min_value=instant_at(date(2026, 1, 1), 0), max_value=instant_at(date(2027, 12, 31), 0))


@given(INSTANTS)
def test_a_clock_time_leads_back_to_its_instant(instant: int) -> None:
    again = instant_at(day_of(instant), clock_of(instant))
    repeated = day_of(instant) in (OCTOBER, date(2027, 10, 31)) and again == instant - HOUR
    assert again == instant or repeated


@given(INSTANTS, st.integers(min_value=0, max_value=5 * DAY))
def test_no_minute_is_lost_between_days(start: int, minutes: int) -> None:
    parts = list(Span(start, start + minutes).by_day())
    assert sum(part for _, part in parts) == minutes
    assert [day for day, _ in parts] == sorted({day for day, _ in parts})
