"""What was done before the horizon: planning never starts from nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gems.domain.time import Instant


class DayMark(StrEnum):
    """One letter a day in the pattern of a past week."""

    OFF = "-"
    DAY = "J"
    EVENING = "S"
    NIGHT = "N"
    """A night duty began on this day; work may run into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDone:
    """One past civil week of one person."""

    employee_id: str
    monday: date
    minutes: int
    """Work of the civil week, travel between sites included."""
    pattern: str
    """Seven letters, Monday first: "J" day, "S" evening (work after 20:00), "N" night begun, "-" no duty begun."""
    night_minutes: int = 0
    last_end: Instant | None = None
    """When the last duty of the week ended (may be on the next Monday); None when nothing was worked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDone:
    """A person's counters from the start of the counting year to the horizon."""

    employee_id: str
    minutes: int = 0
    overtime_minutes: int = 0
    territorial_minutes: int = 0
    """Worked at territorial public members (L1253-20)."""
    refusals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFace:
    """A person a member has seen in the past twelve weeks, and for how long."""

    employee_id: str
    member_id: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLedger:
    """What a member asked and got in the past twelve weeks."""

    member_id: str
    asked_minutes: int
    served_minutes: int
    asked_essential: int = 0
    """Of the minutes asked, those of essential requests: they weigh more in fairness."""
    served_essential: int = 0
    """Of the minutes served, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Twelve weeks behind the horizon, and the counters of the year."""

    weeks: tuple[WeekDone, ...] = ()
    years: tuple[YearDone, ...] = ()
    faces: tuple[KnownFace, ...] = ()
    ledgers: tuple[MemberLedger, ...] = ()
