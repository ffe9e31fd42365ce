"""How much each person should work: the contract's hours less the days that are paid, or not owed, without work."""

from collections.abc import Iterator
from datetime import date

from gems.domain.calendar import is_public_holiday
from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.time import Span, days_between, instant_at

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
    weekdays = list(days_between(monday, date.fromordinal(monday.toordinal() + WORKING_DAYS - 1)))
    off = [day for day in weekdays if _is_off(group, employee, day)]
    lighter = sum(_minutes_less(employee, day) for day in weekdays if day not in off)
    minutes = employee.contract.weekly_minutes
    return max(0, minutes - minutes * len(off) // WORKING_DAYS - lighter)


def _is_off(group: Group, employee: Employee, day: date) -> bool:
    contract = employee.contract
    if day < contract.first_day or (contract.last_day is not None and day > contract.last_day):
        return True
    return is_public_holiday(day) or _half_absent(group, employee, day)


def _half_absent(group: Group, employee: Employee, day: date) -> bool:
    office = Span(instant_at(day, OFFICE_START), instant_at(day, OFFICE_END))
    spans = [row.span for row in group.absences if row.employee_id == employee.id and row.span.overlap(office)]
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
