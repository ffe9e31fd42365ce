"""How the cases of tests/rules/cases write days, clock times, moments and pieces of work."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from gems.domain.group import Group
from gems.domain.schedule import Assignment, Origin
from gems.domain.time import Horizon, Instant, instant_at

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class CaseError(ValueError):
    """A case that cannot be read: file, case and key are in the message."""


Reader = Callable[[object], object]


def read(row: object, readers: Mapping[str, Reader], where: str) -> dict[str, object]:
    """The values of a YAML mapping, each by the reader of its key; an unknown key is an error."""
    if not isinstance(row, dict):
        raise CaseError(f"{where}: a mapping is expected, not {row!r}")
    if unknown := sorted(set(map(str, row)) - set(readers)):
        raise CaseError(f"{where}: unknown keys {unknown}; known: {sorted(readers)}")
    found = {}
    for key, value in row.items():
        try:
            found[key] = readers[key](value)
        except CaseError:
            raise
        except (ValueError, KeyError, TypeError) as fault:
            raise CaseError(f"{where}, {key}: {value!r} cannot be read ({fault})") from fault
    return found


def whole(value: object) -> int:
    """A whole number, never a bool or a text."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a whole number is expected")
    return value


def truth(value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false is expected")
    return value


def clock(value: object) -> int:
    """ "7:30" → 450; "31:00" is 7:00 the next day. YAML itself reads an unquoted 7:30 as 450."""
    if isinstance(value, int):
        return whole(value)
    hour, minute = re.fullmatch(r"(\d{1,2}):([0-5]\d)", str(value).strip()).groups()  # type: ignore[union-attr]
    return int(hour) * 60 + int(minute)


def clocks(value: object) -> tuple[int, int]:
    """ "7:00-14:00" → (420, 840)."""
    start, _, end = str(value).partition("-")
    return clock(start), clock(end)


def day(value: object) -> date:
    """2026-11-24."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return date.fromisoformat(str(value))


def moment(value: object) -> Instant:
    """ "2026-11-24 21:00" Paris time; "24:00" and later belong to the next day."""
    if isinstance(value, datetime):
        return instant_at(value.date(), value.hour * 60 + value.minute)
    on, _, at = str(value).strip().partition(" ")
    return instant_at(date.fromisoformat(on), clock(at) if at else 0)


def weekdays(value: object) -> frozenset[int]:
    """ "mon-fri", "mon,wed", "sat", "all" or a list of numbers from 0 (Monday)."""
    if isinstance(value, list):
        return frozenset(whole(item) if isinstance(item, int) else WEEKDAYS.index(item) for item in value)
    found: set[int] = set()
    for part in ("mon-sun" if value == "all" else str(value)).split(","):
        first, _, last = part.strip().partition("-")
        found |= set(range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1))
    return frozenset(found)


def piece(text: object, horizon: Horizon, group: Group) -> Assignment:
    """ "ANA mon 7:00-14:00 E job=aes mission=R1/2026-11-23/1 locked"; the day may be "+8" or a date."""
    employee_id, on, times, site_id, *rest = str(text).split()
    start, end = clocks(times)
    if employee_id not in group.employee or site_id not in group.site:
        raise CaseError(f"{text!r}: no such person or site")
    work_day = _work_day(on, horizon)
    if work_day not in horizon or not start < end:
        raise CaseError(f"{text!r}: outside the horizon, or the end does not follow the start")
    return Assignment(
        start=instant_at(work_day, start),
        end=instant_at(work_day, end),
        employee_id=employee_id,
        site_id=site_id,
        **{"qualification": "caregiver", **dict(_mark(word, group) for word in rest)},  # type: ignore[arg-type]
    )


def _work_day(text: str, horizon: Horizon) -> date:
    if text in WEEKDAYS:
        return horizon.first + timedelta(days=WEEKDAYS.index(text))
    return horizon.first + timedelta(days=int(text)) if text.startswith("+") else date.fromisoformat(text)


def _mark(word: str, group: Group) -> tuple[str, object]:
    key, _, value = word.partition("=")
    if key == "job" and value in group.qualification:
        return "qualification", value
    if key == "mission" and value:
        return "mission_id", value
    if word in ("locked", "published"):
        return word, True
    if word == "by_hand":
        return "origin", Origin.BY_HAND
    raise CaseError(f"{word!r}: job=…, mission=…, locked, published or by_hand is expected")
