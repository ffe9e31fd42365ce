"""Public holidays and school days, against calendars written by hand."""

from datetime import date

import pytest

from gems.domain.calendar import holiday_name, is_public_holiday, is_school_day, public_holidays

ELEVEN_OF_2026 = (
    date(2026, 1, 1),
    date(2026, 4, 6),  # Easter Monday: Easter is on 5 April
    date(2026, 5, 1),
    date(2026, 5, 8),
    date(2026, 5, 14),  # Ascension, 39 days after Easter
    date(2026, 5, 25),  # Whit Monday
    date(2026, 7, 14),
    date(2026, 8, 15),
    date(2026, 11, 1),
    date(2026, 11, 11),
    date(2026, 12, 25),
)
HANDS_OF_2027 = (date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17))
"""Easter is on 28 March 2027."""


def test_the_eleven_holidays_of_2026() -> None:
    assert public_holidays(2026) == ELEVEN_OF_2026


def test_holidays_move_with_easter() -> None:
    assert set(HANDS_OF_2027) <= set(public_holidays(2027))
    assert len(public_holidays(2027)) == 11


def test_alsace_and_moselle_are_elsewhere() -> None:
    assert not is_public_holiday(date(2026, 4, 3))  # Good Friday
    assert not is_public_holiday(date(2026, 12, 26))


def test_names_are_french() -> None:
    assert holiday_name(date(2026, 5, 1)) == "Fête du Travail"
    assert holiday_name(date(2026, 5, 2)) is None


@pytest.mark.parametrize(
    ("day", "zones"),
    [
        (date(2026, 2, 9), "BC"),  # zone A is on holiday 7 to 23 February 2026
        (date(2026, 2, 18), "C"),  # zone B from 14 February
        (date(2026, 2, 25), "A"),  # zone C from 21 February, zone A is back
        (date(2026, 10, 20), ""),  # autumn holidays, all zones
        (date(2026, 9, 7), "ABC"),
        (date(2026, 7, 20), ""),
        (date(2026, 5, 8), ""),  # a public holiday
        (date(2026, 9, 6), ""),  # a Sunday
    ],
)
def test_school_days_by_zone(day: date, zones: str) -> None:
    assert "".join(zone for zone in "ABC" if is_school_day(day, zone)) == zones
