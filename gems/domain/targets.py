"""What a contract holds in a week: its hours less the days that are paid, or not owed, without work.

What to aim at in a contract that varies over the year is `gems.domain.year`.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache

from gems.domain.calendar import is_public_holiday
from gems.domain.group import Group
from gems.domain.people import Absence, AbsenceKind, Contract, Employee
from gems.domain.time import SATURDAY, Span, day_of, days_between, instant_at

OFFICE_START, OFFICE_END = 8 * 60, 18 * 60
"""The part of a day, by clock, of which half must be absent for the whole day to be off."""
WORKING_DAYS = 5
"""A contract's week is spread over Monday to Friday when days are taken off it."""


def target_minutes(group: Group, employee: Employee, monday: date) -> int:
    """Minutes the person should work in a civil week: the contract's, less a fifth for each weekday off.

    A weekday (Monday to Friday) is off when absences, training included, cover at least half of 8:00-18:00, when it is
    a public holiday (worked or not), or when the contract does not hold yet or any more. Fifths are added up before
    rounding down. An adjusted day takes its minutes off each other weekday. Never under 0.
    """
    return minutes_there(employee, group.absences_of.get(employee.id, ()), monday)


def minutes_there(employee: Employee, absences: Sequence[Absence], monday: date) -> int:
    """The same, by the person's own absences."""
    contract, off, lighter = employee.contract, 0, 0
    for day, public in _weekdays(monday):
        if _is_off(absences, contract, day, public=public):
            off += 1
        else:
            lighter += _minutes_less(employee, day)
    minutes = contract.weekly_minutes
    return max(0, minutes - minutes * off // WORKING_DAYS - lighter)


@lru_cache(maxsize=1024)
def _weekdays(monday: date) -> tuple[tuple[date, bool], ...]:
    """Monday to Friday, and whether each is a public holiday."""
    days = days_between(monday, date.fromordinal(monday.toordinal() + WORKING_DAYS - 1))
    return tuple((day, is_public_holiday(day)) for day in days)


def _is_off(absences: Sequence[Absence], contract: Contract, day: date, *, public: bool) -> bool:
    """`public`: whether the day is a public holiday."""
    if public or day < contract.first_day or (contract.last_day is not None and day > contract.last_day):
        return True
    return _half(absences, day)


def days_away(group: Group, employee: Employee, kinds: Collection[AbsenceKind], first: date, last: date) -> list[date]:
    """The days between two, weekends and public holidays left out, that absences of these kinds make off; in order."""
    rows = [row for row in group.absences_of.get(employee.id, ()) if row.kind in kinds]
    touched = {
        day
        for row in rows
        for day in days_between(max(first, day_of(row.span.start)), min(last, day_of(row.span.end - 1)))
    }
    return sorted(
        day for day in touched if day.weekday() < SATURDAY and not is_public_holiday(day) and _half(rows, day)
    )


def lighter_minutes(group: Group, employee: Employee, first: date, last: date) -> int:
    """What adjusted days take off the working days between two."""
    period = employee.lighter_days
    if period is None:
        return 0
    days = days_between(max(first, period.first_day), min(last, period.last_day))
    own = group.absences_of.get(employee.id, ())
    working = (day for day in days if day.weekday() < SATURDAY)
    return sum(
        period.minutes_less
        for day in working
        if not _is_off(own, employee.contract, day, public=is_public_holiday(day))
    )


def _half(absences: Sequence[Absence], day: date) -> bool:
    """Whether these cover at least half of the office hours of a day."""
    if not absences:
        return False
    office = Span(instant_at(day, OFFICE_START), instant_at(day, OFFICE_END))
    spans = [row.span for row in absences if row.span.overlap(office)]
    return 2 * sum(span.overlap(office) for span in _joined(spans)) >= office.minutes


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The same time without overlaps, in order."""
    reached: int | None = None
    for span in sorted(spans):
        start = span.start if reached is None else max(span.start, reached)
        if span.end > start:
            yield Span(start, span.end)
            reached = span.end


def _minutes_less(employee: Employee, day: date) -> int:
    lighter = employee.lighter_days
    return lighter.minutes_less if lighter and lighter.first_day <= day <= lighter.last_day else 0
