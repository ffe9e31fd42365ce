"""The arithmetic of what a request asks agrees with its needs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gems.domain.asked import minutes_asked, minutes_by_week
from gems.domain.missions import needs_of
from gems.domain.requests import FixedSlot
from gems.domain.time import Horizon
from gems.planning.asks.parts import part_id, starting
from sample_data import generate
from tests.planning.asks.given import weekly

GROUP = generate("gems23")
CLOCK_CHANGES = (date(2026, 3, 23), date(2026, 10, 19))
WEEKS = (date(2026, 11, 23), date(2026, 12, 21), date(2027, 5, 3), *CLOCK_CHANGES)
NIGHT = replace(
    weekly(date(2026, 1, 5), weekdays=(5,), demand=FixedSlot(start_clock=21 * 60, end_clock=31 * 60)), id="R999"
)


@pytest.mark.parametrize("monday", WEEKS)
def test_minutes_asked_are_those_of_the_needs(monday: date) -> None:
    """Holidays, school holidays and clock changes included."""
    zone, grid = GROUP.settings.school_zone, GROUP.settings.grid_minutes
    for request in (*GROUP.requests, NIGHT):
        needs = needs_of(request, Horizon(monday), zone, grid)
        assert minutes_asked(request, monday, zone) == sum(need.minutes for need in needs), request.id


def test_a_year_read_at_once_asks_what_its_weeks_ask() -> None:
    mondays = tuple(date(2026, 9, 7) + timedelta(weeks=number) for number in range(53))
    for request in generate("county").requests:
        asked = tuple(minutes_asked(request, monday, "A") for monday in mondays)
        assert minutes_by_week(request, mondays, "A") == asked, request.id
    apart = mondays[::9]
    assert minutes_by_week(NIGHT, apart, "A") == tuple(minutes_asked(NIGHT, monday, "A") for monday in apart)


def test_a_night_over_a_clock_change_is_an_hour_longer_or_shorter() -> None:
    """Otherwise the test above would prove little."""
    assert [minutes_asked(NIGHT, monday, "A") for monday in CLOCK_CHANGES] == [540, 660]


@pytest.mark.parametrize(("request_id", "taken", "made"), [("R1", (), "R1.2"), ("R1.2", ("R1.2",), "R1.3")])
def test_the_parts_of_a_request_are_numbered(request_id: str, taken: tuple[str, ...], made: str) -> None:
    assert part_id(request_id, taken) == made


@pytest.mark.parametrize("every", [1, 2, 3, 5])
@pytest.mark.parametrize("weeks", range(7))
def test_a_later_start_keeps_the_same_days(every: int, weeks: int) -> None:
    first = date(2026, 9, 7)
    request, monday = weekly(first, every=every), first + timedelta(weeks=weeks)
    later = starting(request, monday)
    for day in (first + timedelta(days=number) for number in range(120)):
        asked = request.recurrence.holds_on(day, "A") and day >= monday
        assert later.recurrence.holds_on(day, "A") == asked
