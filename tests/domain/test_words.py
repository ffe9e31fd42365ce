"""How figures are said, in both languages."""

from datetime import date

import pytest

from gems.domain.time import instant_at
from gems.domain.words import Words, clock, day, euros, hours, listing, moment, percent, same

SUNDAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 h"),
        (61, "1 h 01"),
        (2070, "34 h 30"),
        (2100, "35 h"),
        (-30, "−30 min"),
        (-90, "−1 h 30"),
    ],
)
def test_hours(minutes: int, text: str) -> None:
    assert hours(minutes) == same(text)


def test_clock_times() -> None:
    assert clock(instant_at(SUNDAY, 7 * 60 + 5)) == Words("7 h 05", "7:05")
    assert clock(instant_at(SUNDAY, 0)) == Words("0 h 00", "0:00")
    assert clock(instant_at(date(2026, 3, 29), 150)) == Words("3 h 30", "3:30")  # 2:30 does not exist that day


def test_days() -> None:
    assert day(SUNDAY) == Words("dim. 29 nov.", "Sun 29 Nov")
    assert day(date(2027, 1, 1), year=True) == Words("ven. 1 janv. 2027", "Fri 1 Jan 2027")
    assert day(date(2026, 8, 15)) == Words("sam. 15 août", "Sat 15 Aug")


def test_every_month_and_weekday_has_words() -> None:
    months = {day(date(2026, month, 1)).fr.split()[-1] for month in range(1, 13)}
    weekdays = {day(date(2026, 11, number)).en.split()[0] for number in range(23, 30)}
    assert len(months) == 12
    assert weekdays == {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}


def test_moments() -> None:
    assert moment(instant_at(SUNDAY, 31 * 60)) == Words("lun. 30 nov. 7 h 00", "Mon 30 Nov 7:00")


@pytest.mark.parametrize(
    ("cents", "french", "english"),
    [
        (0, "0,00\u202f€", "€0.00"),
        (5, "0,05\u202f€", "€0.05"),
        (123450, "1\u202f234,50\u202f€", "€1,234.50"),
        (-99, "−0,99\u202f€", "−€0.99"),
        (100000000, "1\u202f000\u202f000,00\u202f€", "€1,000,000.00"),
    ],
)
def test_euros(cents: int, french: str, english: str) -> None:
    assert euros(cents) == Words(french, english)


def test_percent() -> None:
    assert percent(0.982) == Words("98,2\u202f%", "98.2%")
    assert percent(1, digits=0) == Words("100\u202f%", "100%")


@pytest.mark.parametrize(
    ("items", "french", "english"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a et b", "a and b"), (["a", "b", "c"], "a, b et c", "a, b and c")],
)
def test_listings(items: list[str], french: str, english: str) -> None:
    assert listing(items) == Words(french, english)


def test_filling_speaks_each_language() -> None:
    filled = Words("{who} : {day}", "{who}: {day}").fill(who="Ana", day=day(SUNDAY))
    assert filled == Words("Ana : dim. 29 nov.", "Ana: Sun 29 Nov")
    assert (filled["fr"], filled["en"]) == (filled.fr, filled.en)


def test_filling_names_what_is_missing() -> None:
    with pytest.raises(KeyError, match="who"):
        Words("{who}", "{who}").fill(day="x")
