"""Whole minutes, instants and local days.

An *instant* is a whole number of minutes since 1970-01-01 00:00 UTC, so that elapsed time is a plain subtraction and
stays true over both clock changes. Days, weeks and clock times are those of Europe/Paris.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Instant = int
Stamp = int
"""When something was done: whole seconds since 1970-01-01 00:00 UTC, finer than an instant."""

ZONE = ZoneInfo("Europe/Paris")
DAY = 24 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
DAYS_OF_WEEK = 7
FORTNIGHT_DAYS = 2 * DAYS_OF_WEEK
WEEK = timedelta(days=DAYS_OF_WEEK)


@lru_cache(maxsize=65536)
def instant_at(day: date, clock: int) -> Instant:
    """The instant of a wall-clock time, in minutes after local midnight of `day`; 1440 and more fall on later days.

    A time that the March change skips reads as the hour before it (02:30 is 03:30 summer time); one that the October
    change repeats is the first of the two.
    """
    extra, minute = divmod(clock, DAY)
    wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZONE) + timedelta(days=extra)
    return int((wall.astimezone(UTC) - EPOCH).total_seconds()) // 60


def local(instant: Instant) -> datetime:
    """The Paris wall clock at this instant."""
    return (EPOCH + timedelta(minutes=instant)).astimezone(ZONE)


def instant_of(stamp: Stamp) -> Instant:
    """The minute in which something was done."""
    return stamp // 60


@lru_cache(maxsize=65536)
def day_of(instant: Instant) -> date:
    """The local day this instant falls on."""
    return local(instant).date()


@lru_cache(maxsize=65536)
def clock_of(instant: Instant) -> int:
    """Minutes on the wall clock since local midnight (0..1439); on a clock-change day this is not elapsed time."""
    moment = local(instant)
    return moment.hour * 60 + moment.minute


def day_start(day: date) -> Instant:
    """Local midnight at the start of `day`."""
    return instant_at(day, 0)


def day_end(day: date) -> Instant:
    """Local midnight at the end of `day`."""
    return instant_at(day + timedelta(days=1), 0)


def monday_of(day: date) -> date:
    """The Monday of the civil week of `day` (Monday 0:00 to Sunday 24:00)."""
    return day - timedelta(days=day.weekday())


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time, end excluded, in instants."""

    start: Instant
    end: Instant

    @property
    def minutes(self) -> int:
        """Elapsed minutes, true over clock changes."""
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """Elapsed minutes common to both, 0 when apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def by_day(self) -> Iterator[tuple[date, int]]:
        """The elapsed minutes on each local day touched."""
        start = self.start
        while start < self.end:
            day = day_of(start)
            stop = min(self.end, day_end(day))
            yield day, stop - start
            start = stop


def minutes_within_clock(span: Span, start_clock: int, end_clock: int) -> int:
    """Elapsed minutes of `span` in a daily clock window; `end_clock` over 1440 crosses midnight (21:00-30:00)."""
    total = 0
    day = day_of(span.start) - timedelta(days=1)
    while day_start(day) < span.end:
        total += span.overlap(Span(instant_at(day, start_clock), instant_at(day, end_clock)))
        day += timedelta(days=1)
    return total


@dataclass(frozen=True, slots=True, order=True)
class Horizon:
    """Whole civil weeks: from a Monday, `weeks` weeks long."""

    first: date
    weeks: int = 1

    def __post_init__(self) -> None:
        if self.first.weekday() != MONDAY or self.weeks < 1:
            raise ValueError("a horizon starts on a Monday and lasts at least one week")

    @classmethod
    def of_iso_week(cls, text: str, weeks: int = 1) -> "Horizon":
        """Read "2026-W48". Raises ValueError when it is no ISO week."""
        year, _, week = text.partition("-W")
        return cls(date.fromisocalendar(int(year), int(week), 1), weeks)

    @property
    def last(self) -> date:
        """The last Sunday, included."""
        return self.first + timedelta(days=7 * self.weeks - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day, in order."""
        return tuple(days_between(self.first, self.last))

    @property
    def mondays(self) -> tuple[date, ...]:
        """The first day of each week."""
        return tuple(self.first + timedelta(days=7 * week) for week in range(self.weeks))

    @property
    def span(self) -> Span:
        """From the first Monday 0:00 to the last Sunday 24:00."""
        return Span(day_start(self.first), day_end(self.last))

    @property
    def label(self) -> str:
        """The ISO name of the first week, "2026-W48"."""
        year, week, _ = self.first.isocalendar()
        return f"{year}-W{week:02d}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last
