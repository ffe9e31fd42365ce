"""The twelve weeks behind the one to plan: which days each person worked, and until when."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from gems.domain.history import DayMark, WeekDone
from gems.domain.time import instant_at
from sample_data.people import Person, Rota

WEEKS = 12
WEDNESDAY = 2
ARMISTICE_WEEK, ALL_SAINTS_WEEK = -2, -4
"""The weeks of Wednesday 11 November and of Sunday 1 November 2026, counted from the week to plan."""

SUNDAY_WEEKS = ("JJJ--JJ", "JJ--JJJ", "JJJJ--J")
AFTER_SUNDAY = ("JJ-JJ--", "J-JJJ--", "-JJJJ--")
PLAIN = ("JJJJJ--",)
HOLIDAY_OFF = ("JJ-JJ--",)
HOLIDAY_AND_SUNDAY = ("JJ--JJJ",)
NIGHT_SUNDAY, NIGHT_HOLIDAY, NIGHT_PLAIN = "NN--NN-", "N--NNN-", "-NNN---"
NIGHT_LENGTHS = (540, 555, 570)
"""Nights from 21:00 or 21:30, in minutes."""
NIGHT_PERIOD_MINUTES = 480


@dataclass(frozen=True, slots=True)
class Past:
    """A person's twelve weeks, oldest first, and the clock of the last end seen from the Monday to plan (negative)."""

    weeks: tuple[WeekDone, ...]
    last_end: int


def past_of(person: Person, monday: date, rng: Random) -> Past:
    """Twelve weeks that keep the rules and leave the coming week free."""
    weeks: list[WeekDone] = []
    letters = "JJJ--JJ"
    last_end = -10_000
    for number in range(-WEEKS, 0):
        start = monday + timedelta(weeks=number)
        letters = _pattern(person, number, letters, rng)
        minutes = _minutes(person, number, letters, rng)
        clock = _last_clock(letters, rng)
        nights = letters.count(DayMark.NIGHT)
        weeks.append(
            WeekDone(
                employee_id=person.employee.id,
                monday=start,
                minutes=minutes,
                pattern=letters,
                night_minutes=nights * NIGHT_PERIOD_MINUTES,
                last_end=instant_at(start, clock),
            )
        )
        last_end = clock + number * 7 * 1440
    return Past(tuple(weeks), last_end)


def _pattern(person: Person, week: int, before: str, rng: Random) -> str:
    rota = person.rota
    if person.profile.week == "nights":
        if rota.on(week):
            return NIGHT_HOLIDAY if week == ARMISTICE_WEEK else NIGHT_SUNDAY
        return NIGHT_PLAIN
    letters = rng.choice(_day_patterns(rota, week, person.profile.weekends, before))
    if person.part_time and letters == "JJJJJ--" and person.profile.week != "school":
        letters = "JJ-JJ--"
    return _with_evenings(letters, rng) if person.profile.weekends else letters


def _day_patterns(rota: Rota, week: int, weekends: bool, before: str) -> tuple[str, ...]:
    holiday_off = week == ARMISTICE_WEEK and (not weekends or rota.on(ALL_SAINTS_WEEK))
    if rota.on(week):
        return HOLIDAY_AND_SUNDAY if holiday_off else SUNDAY_WEEKS
    if rota.on(week - 1):
        return after_sunday(before)
    return HOLIDAY_OFF if holiday_off else PLAIN


def after_sunday(before: str) -> tuple[str, ...]:
    """The weeks that may follow this one, whose Sunday was worked: never more than six days in a row."""
    alone = before[5] == DayMark.OFF
    return (*AFTER_SUNDAY, *PLAIN) if alone else AFTER_SUNDAY


def _with_evenings(letters: str, rng: Random) -> str:
    """In each run of days, evenings come last, so that no evening is followed by an early morning."""
    marks = list(letters)
    evenings = rng.random() < 0.5
    for index in range(6, -1, -1):
        ends_run = index == 6 or marks[index + 1] != DayMark.DAY
        if marks[index] == DayMark.DAY and ends_run and evenings:
            if rng.random() < 0.6:
                marks[index] = DayMark.EVENING
            else:
                evenings = False
        elif marks[index] == DayMark.OFF:
            evenings = rng.random() < 0.6
    return "".join(marks)


def _minutes(person: Person, week: int, letters: str, rng: Random) -> int:
    contract = person.employee.contract.weekly_minutes
    nights = letters.count(DayMark.NIGHT)
    if nights:
        return sum(rng.choice(NIGHT_LENGTHS) for _ in range(nights))
    if week == ARMISTICE_WEEK and letters[WEDNESDAY] == DayMark.OFF and not person.profile.weekends:
        return contract * 4 // 5 + 15 * rng.randrange(-2, 3)
    if person.rota.on(week):
        return contract + 15 * rng.randrange(0, 8)
    if person.rota.on(week - 1):
        return contract - 15 * rng.randrange(0, 8)
    return contract + 15 * rng.randrange(-4, 5 if not person.part_time else 3)


def _last_clock(letters: str, rng: Random) -> int:
    last = max(index for index, letter in enumerate(letters) if letter != DayMark.OFF)
    if letters[last] == DayMark.NIGHT:
        return last * 1440 + rng.choice((1830, 1860))
    if letters[last] == DayMark.EVENING:
        return last * 1440 + rng.choice((1230, 1245, 1260))
    return last * 1440 + rng.choice((870, 960, 1020, 1050))
