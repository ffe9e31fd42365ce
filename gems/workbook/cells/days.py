"""Dates, weeks and moments of Europe/Paris."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from gems.domain.time import MONDAY, Instant, clock_of, day_of, instant_at
from gems.domain.validation.spelling import folded
from gems.domain.words import MONTHS, Language, Words
from gems.workbook.cells.base import CellType, Scalar, Unreadable
from gems.workbook.cells.clocks import DatedClock, WallClock
from gems.workbook.cells.numbers import as_number
from gems.workbook.cells.texts import pieces

DAY_FORMAT, MOMENT_FORMAT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
FIRST_YEAR, LAST_YEAR = 1900, 2199
_SERIAL = range(36526, 73415)
"""Excel serial numbers of 2000-2100: a date whose cell lost its format."""
_EXCEL_ZERO = date(1899, 12, 30)
_LITTLE_END = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$")
_BIG_END = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?)?$")
_NAMED = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{4})$")
_WEEK = re.compile(r"(?:(\d{4}) ?(?:w|s|semaine|week) ?(\d{1,2})|(?:w|s|semaine|week) ?(\d{1,2}) (\d{4}))$")
_LONG_MONTHS = (
    (
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ),
    (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
)
_MONTH = {
    name: number
    for names in (*_LONG_MONTHS, *(tuple(map(folded, MONTHS[language])) for language in MONTHS))
    for number, name in enumerate(names, start=1)
}


class Day(CellType[date]):
    """A date: an Excel date, "23/11/2026", "2026-11-23" or "23 nov. 2026"; the day always comes before the month."""

    name = Words("une date", "a date")
    hint = Words("Indiquez une date, par exemple 23/11/2026.", "Enter a date such as 23/11/2026 (day first).")
    placeholder = date(1901, 1, 7)
    """A Monday so far away that no other line can seem to clash with it."""
    garbage: Scalar = "bientôt"
    number_format = DAY_FORMAT
    width = 12

    def parse(self, raw: Scalar) -> date:
        found = _as_day(raw)
        if found is None or not FIRST_YEAR < found.year <= LAST_YEAR:
            raise self.refuse(raw)
        return found

    def show(self, value: date, language: Language) -> Scalar | None:
        del language
        return value


class Days(CellType[frozenset[date]]):
    """Several dates separated by semicolons."""

    name = Words("une liste de dates", "a list of dates")
    hint = Words(
        "Indiquez des dates séparées par des points-virgules, par exemple « 24/12/2026; 31/12/2026 ».",
        "Enter dates separated by semicolons, such as “24/12/2026; 31/12/2026”.",
    )
    placeholder: frozenset[date] = frozenset()
    garbage = "bientôt"
    number_format = "@"
    width = 24

    def parse(self, raw: Scalar) -> frozenset[date]:
        if not isinstance(raw, str):
            return frozenset([Day().parse(raw)])
        parts = pieces(raw.replace(",", ";"))
        with suppress(Unreadable):
            return frozenset(Day().parse(part) for part in parts)
        raise self.refuse(raw)

    def show(self, value: frozenset[date], language: Language) -> Scalar | None:
        del language
        return "; ".join(f"{day.day:02d}/{day.month:02d}/{day.year:04d}" for day in sorted(value)) or None


class WeekStart(Day):
    """The Monday of a week: its date, or "2026-W48", "semaine 48 2026"."""

    name = Words("le lundi d'une semaine", "the Monday of a week")
    hint = Words(
        "Indiquez la date d'un lundi, ou une semaine comme « 2026-W48 ».",
        "Enter a Monday's date, or a week such as “2026-W48”.",
    )

    def parse(self, raw: Scalar) -> date:
        if isinstance(raw, str) and (found := _WEEK.match(folded(raw))):
            year, week = int(found[1] or found[4]), int(found[2] or found[3])
            with suppress(ValueError):
                return date.fromisocalendar(year, week, 1)
            raise self.refuse(raw)
        day = super().parse(raw)
        if day.weekday() != MONDAY:
            raise self.refuse(raw)
        return day


class Moment(CellType[Instant]):
    """A date with a clock time, to the minute."""

    name = Words("une date avec une heure", "a date with a time")
    hint = Words(
        "Indiquez une date et une heure, par exemple 23/11/2026 7:30.",
        "Enter a date and a time such as 23/11/2026 7:30.",
    )
    placeholder = instant_at(Day.placeholder, 0)
    garbage = "bientôt"
    number_format = MOMENT_FORMAT
    width = 17

    def parse(self, raw: Scalar) -> Instant:
        if isinstance(raw, datetime) and FIRST_YEAR < raw.year <= LAST_YEAR:
            rounded = raw + timedelta(seconds=30)
            return instant_at(rounded.date(), rounded.hour * 60 + rounded.minute)
        if isinstance(raw, date):
            return instant_at(Day().parse(raw), 0)
        if not isinstance(raw, str):
            raise self.refuse(raw)
        head, _, tail = raw.strip().replace("T", " ", 1).partition(" ")
        with suppress(Unreadable):
            return (DatedClock().parse(tail) if tail else WallClock(0)).on(Day().parse(head))
        raise self.refuse(raw)

    def show(self, value: Instant, language: Language) -> Scalar | None:
        day, minutes = day_of(value), clock_of(value)
        clock = WallClock.of(value, day, minutes)
        if clock.second:
            return f"{day:%d/%m/%Y} {DatedClock().show(clock, language)}"
        # Excel knows no time zone: this is the wall clock of Paris.
        return datetime(day.year, day.month, day.day, minutes // 60, minutes % 60)  # noqa: DTZ001


def _as_day(raw: Scalar) -> date | None:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, str):
        return _text_day(raw)
    number = as_number(raw)
    return _EXCEL_ZERO + timedelta(days=int(number)) if number is not None and int(number) in _SERIAL else None


def _text_day(text: str) -> date | None:
    plain = " ".join(text.casefold().split())
    with suppress(ValueError):
        if found := _BIG_END.match(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _LITTLE_END.match(plain):
            return date(_full_year(found[3]), int(found[2]), int(found[1]))
        if (found := _NAMED.match(folded(plain))) and found[2] in _MONTH:
            return date(int(found[3]), _MONTH[found[2]], int(found[1]))
    return None


def _full_year(text: str) -> int:
    """Two digits: 00-49 are 2000-2049, 50-99 are 1950-1999."""
    year = int(text)
    if len(text) > 2:
        return year
    return 2000 + year if year < 50 else 1900 + year
