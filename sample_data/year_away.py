"""A year of leave, training and sickness, drawn for each person."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from gems.domain.calendar import is_public_holiday, is_school_day
from gems.domain.people import Absence, AbsenceKind, Employee
from gems.domain.time import SATURDAY, Span, day_end, day_start, days_between

LEAVE_DAYS = 25
SUMMER_WAVES, SUMMER_WEEKS = 3, 3
"""So many waves of summer leave, one after the other from the first Monday of July on, so many weeks each."""
SPRING, WINTER = (4, 16), (-1, 1, 7, 8)
"""Weeks that spring leave may fall in, and the first; weeks of winter leave, from the year's start or its end."""
SICK_SPELLS = (0, 0, 1, 1, 1, 2)
SICK_DAYS = (2, 3, 4, 5)
TRAINING_DAYS = 2
SCHOOL = "school_support"
SCHOOL_WEEKS = 5


def away(people: Sequence[Employee], mondays: Sequence[date], zone: str, rng: Random) -> tuple[Absence, ...]:
    """Everybody's five weeks of leave, days of training, and spells of sickness; nobody is away twice at once."""
    found: list[Absence] = []
    for index, person in enumerate(people):
        taken: set[date] = set()
        leave = _school_leave(mondays, zone, rng) if _at_school(person) else _leave(index, mondays, rng)
        spells = [(AbsenceKind.LEAVE, first, 7 * weeks) for first, weeks in leave]
        spells += _left_over(spells, mondays, rng)
        spells += [(AbsenceKind.TRAINING, _any_day(mondays, rng), 1) for _ in range(TRAINING_DAYS)]
        spells += [
            (AbsenceKind.SICKNESS, _any_day(mondays, rng), rng.choice(SICK_DAYS))
            for _ in range(rng.choice(SICK_SPELLS))
        ]
        for kind, first, days in spells:
            last = first + timedelta(days=days - 1)
            if taken.isdisjoint(days_between(first, last)):
                taken.update(days_between(first, last))
                span = Span(day_start(first), day_end(last))
                found.append(Absence(id=f"A{len(found) + 1:03d}", employee_id=person.id, kind=kind, span=span))
    return tuple(found)


def _at_school(person: Employee) -> bool:
    return any(held.code == SCHOOL for held in person.qualifications)


def _leave(index: int, mondays: Sequence[date], rng: Random) -> Iterator[tuple[date, int]]:
    """(first Monday, weeks): three weeks in summer, by waves, one in spring, one in winter."""
    july = next(number for number, monday in enumerate(mondays) if monday.month == 7)
    yield mondays[july + SUMMER_WEEKS * (index % SUMMER_WAVES)], SUMMER_WEEKS
    yield mondays[SPRING[1] - 1 + (index // SUMMER_WAVES) % SPRING[0]], 1
    yield mondays[rng.choice(WINTER)], 1


def _school_leave(mondays: Sequence[date], zone: str, rng: Random) -> Iterator[tuple[date, int]]:
    """Five weeks without school, drawn."""
    free = [
        monday
        for monday in mondays
        if not any(is_school_day(day, zone) for day in days_between(monday, monday + timedelta(days=4)))
    ]
    for monday in sorted(rng.sample(free, k=SCHOOL_WEEKS)):
        yield monday, 1


def _left_over(
    spells: Sequence[tuple[AbsenceKind, date, int]], mondays: Sequence[date], rng: Random
) -> Iterator[tuple[AbsenceKind, date, int]]:
    """A day of leave for each public holiday that fell in the weeks of leave."""
    days = [day for _, first, length in spells for day in days_between(first, first + timedelta(days=length - 1))]
    used = sum(day.weekday() < SATURDAY and not is_public_holiday(day) for day in days)
    for _ in range(LEAVE_DAYS - used):
        yield AbsenceKind.LEAVE, _any_day(mondays, rng), 1


def _any_day(mondays: Sequence[date], rng: Random) -> date:
    """A working day."""
    while True:
        day = rng.choice(mondays) + timedelta(days=rng.randrange(SATURDAY))
        if not is_public_holiday(day):
            return day
