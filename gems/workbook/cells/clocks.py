"""Clock times and durations, in whole minutes.

Both are written as text ("07:30", "7 h 30"). In a cell formatted as elapsed time, Excel takes a typed 35 for 35 days,
and in one formatted as a number it takes a typed 7:30 for 0.31; in a text cell, what people type is what is read.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gems.domain.time import DAY, Instant, clock_of, instant_at
from gems.domain.words import Language, Words
from gems.workbook.cells.base import CellType, Scalar
from gems.workbook.cells.numbers import as_number

LATEST = 3 * DAY
"""Minutes; a clock time beyond is no clock time (the domain itself stops at 24 hours a piece)."""
WINTER = Words("hiver", "winter")
_EXCEL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zone
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_CLOCK = re.compile(r"(\d{1,2})(?::|h|heures?)(\d{2})?(?::00)?(?:min|mn|m)?$")
_DURATION = re.compile(r"(\d+)(?::|h|heures?|hours?)(\d{1,2})?(?::00)?(?:min|mn|m)?$")
_MINUTES = re.compile(r"(\d+)(?:min|mn|minutes?)$")
_DECIMAL_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)(?:h|heures?|hours?)?$")


class Duration(CellType[int]):
    """Elapsed minutes: "7 h 30", "7:30", 7,5 (hours), "45 min"."""

    name = Words("une durée", "a duration")
    hint = Words(
        "Indiquez des heures, par exemple « 7 h 30 », « 7:30 » ou 7,5.", "Enter hours, such as “7 h 30”, “7:30” or 7.5."
    )
    placeholder = 60
    garbage = "longtemps"
    number_format = "@"
    width = 11

    def parse(self, raw: Scalar) -> int:
        minutes = _text_duration(raw) if isinstance(raw, str) else _excel_minutes(raw)
        if minutes is None and not isinstance(raw, str):
            hours = as_number(raw)
            minutes = None if hours is None else round(hours * 60)
        if minutes is None or minutes < 0:
            raise self.refuse(raw)
        return minutes

    def show(self, value: int, language: Language) -> Scalar | None:
        del language
        whole, rest = divmod(value, 60)
        return f"{value} min" if value < 60 else f"{whole} h {rest:02d}" if rest else f"{whole} h"


class Clock(CellType[int]):
    """Minutes after midnight: "7:30", "7 h 30", "31:00" for 7:00 on the next day."""

    name = Words("une heure", "a clock time")
    hint = Words(
        "Indiquez une heure, par exemple « 7:30 » ou « 7 h 30 ».", "Enter a clock time such as “7:30” or “7 h 30”."
    )
    placeholder = 0
    garbage = "tôt"
    number_format = "@"
    width = 9

    def parse(self, raw: Scalar) -> int:
        minutes = _text_clock(raw) if isinstance(raw, str) else _number_clock(raw)
        if minutes is None or not 0 <= minutes <= LATEST:
            raise self.refuse(raw)
        return minutes

    def show(self, value: int, language: Language) -> Scalar | None:
        del language
        return f"{value // 60:02d}:{value % 60:02d}"


@dataclass(frozen=True, slots=True)
class WallClock:
    """A clock time of one real day; `second`: the second pass of the hour that the October change repeats."""

    minutes: int
    second: bool = False

    def on(self, day: date) -> Instant:
        """The instant it is that time on a day."""
        first = instant_at(day, self.minutes)
        return first + 60 if self.second and clock_of(first + 60) == self.minutes % DAY else first

    @classmethod
    def of(cls, instant: Instant, day: date, minutes: int) -> "WallClock":
        """The clock time, counted from the midnight of `day`, that leads back to this instant."""
        return cls(minutes, second=instant_at(day, minutes) != instant)


class DatedClock(CellType[WallClock]):
    """A clock time beside a date; "2:30 hiver" is the second 2:30 of the night when clocks go back."""

    name = Clock.name
    hint = Clock.hint
    placeholder = WallClock(0)
    garbage = Clock.garbage
    number_format = "@"
    width = 9

    def parse(self, raw: Scalar) -> WallClock:
        if isinstance(raw, str):
            text, second = re.subn(rf"\s*\(?(?:{WINTER.fr}|{WINTER.en})\)?\s*$", "", raw.casefold())
            return WallClock(Clock().parse(text), bool(second))
        return WallClock(Clock().parse(raw))

    def show(self, value: WallClock, language: Language) -> Scalar | None:
        word = WINTER[language]
        return f"{Clock().show(value.minutes, language)}{f' {word}' if value.second else ''}"


def _text_clock(text: str) -> int | None:
    plain = _SPACES.sub("", text.casefold())
    if plain in ("midi", "noon"):
        return DAY // 2
    if plain.isdigit() and len(plain) <= 2:
        return int(plain) * 60
    found = _CLOCK.match(plain)
    return _joined(found) if found else None


def _text_duration(text: str) -> int | None:
    plain = _SPACES.sub("", text.casefold())
    if found := _MINUTES.match(plain):
        return int(found[1][:9])
    if found := _DECIMAL_HOURS.match(plain):
        hours = as_number(found[1])
        return None if hours is None else round(hours * 60)
    found = _DURATION.match(plain)
    return _joined(found) if found else None


def _joined(found: re.Match[str]) -> int | None:
    hours, minutes = int(found[1][:9]), int(found[2] or 0)
    return hours * 60 + minutes if minutes < 60 else None


def _number_clock(raw: Scalar) -> int | None:
    """A whole number is hours; a part of one is Excel's own fraction of a day. 7,3 is refused: 7 h 30 or 7 h 18?"""
    minutes = _excel_minutes(raw)
    if minutes is not None:
        return minutes
    number = as_number(raw)
    if number is None:
        return None
    if 0 < number < 1:
        return round(number * DAY) if abs(number * DAY - round(number * DAY)) < 1e-4 else None
    return round(number * 60) if number == round(number) else None


def _excel_minutes(raw: Scalar) -> int | None:
    """Minutes of an Excel time or elapsed time; a date around 1900 is how Excel shows more than 24 hours."""
    if isinstance(raw, timedelta):
        return round(raw.total_seconds() / 60)
    if isinstance(raw, time):
        return round((raw.hour * 3600 + raw.minute * 60 + raw.second) / 60)
    if isinstance(raw, datetime) and raw.year <= 1900:
        # Before 1 March 1900, Excel counts from a day later: its 1900 had a 29 February.
        zero = _EXCEL_ZERO if (raw.year, raw.month) >= (1900, 3) else _EXCEL_ZERO + timedelta(days=1)
        return round((raw - zero).total_seconds() / 60)
    return None
