"""What was done before the horizon: histories full, partial or missing, and Sunday nights that run into Monday."""

from datetime import date, timedelta
from random import Random

from gems.domain.history import DayMark, History, KnownFace, MemberLedger, WeekDone, YearDone
from gems.domain.people import Employee
from gems.domain.time import Horizon, Instant, instant_at
from tests.rules.strategies.spice import Spice

HEAVY_HOURS = (38, 40, 42, 44, 45, 46, 48, 50)
"""Near the limits on means; a person has about the same every week."""
LETTERS = (DayMark.OFF, DayMark.OFF, DayMark.DAY, DayMark.DAY, DayMark.DAY, DayMark.EVENING, DayMark.NIGHT)
WEEKS_KEPT = 12


def draw_history(
    rng: Random, spice: Spice, people: tuple[Employee, ...], horizon: Horizon, members: list[str]
) -> History:
    """Twelve weeks behind, less what is lost; counters, faces and ledgers."""
    return History(
        weeks=tuple(week for person in people for week in _weeks(rng, spice, person, horizon)),
        years=tuple(_year(rng, person) for person in people if rng.random() < 0.5),
        faces=tuple(
            KnownFace(employee_id=person.id, member_id=member, minutes=rng.choice((0, 60, 600, 3000)))
            for person in people
            for member in members
            if rng.random() < 0.4
        ),
        ledgers=tuple(_ledger(rng, member) for member in members if rng.random() < 0.5),
    )


def _weeks(rng: Random, spice: Spice, person: Employee, horizon: Horizon) -> list[WeekDone]:
    if rng.random() > spice.history:
        return []
    heavy, busy, at_night = rng.random() < spice.heavy, rng.random(), rng.random() < spice.nights
    known = WEEKS_KEPT if heavy or rng.random() < 0.6 else rng.randint(1, WEEKS_KEPT)
    kept = 1.0 if heavy or rng.random() < 0.6 else 0.8
    hours = rng.choice(HEAVY_HOURS) if heavy else None
    return [
        _week(rng, person.id, horizon.first - timedelta(days=7 * back), hours, busy, at_night)
        for back in range(known, 0, -1)
        if rng.random() < kept
    ]


def _week(rng: Random, employee_id: str, monday: date, hours: int | None, busy: float, at_night: bool) -> WeekDone:
    letters = (*LETTERS, DayMark.NIGHT, DayMark.NIGHT) if at_night else LETTERS
    marks = [rng.choice(letters) if rng.random() < busy else DayMark.OFF for _ in range(7)]
    days = sum(mark is not DayMark.OFF for mark in marks)
    if hours is not None and not days:
        marks[2], days = DayMark.DAY, 1
    minutes = rng.randint(0, 16) * 30 * days if hours is None else 60 * hours + 30 * rng.randint(-4, 4)
    minutes += rng.choice((0, 0, 1, -1)) if minutes else 0
    nights = marks.count(DayMark.NIGHT)
    return WeekDone(
        employee_id=employee_id,
        monday=monday,
        minutes=minutes,
        pattern="".join(marks),
        night_minutes=min(minutes, nights * rng.choice((180, 420, 540))),
        last_end=_last_end(rng, monday, marks),
    )


def _last_end(rng: Random, monday: date, marks: list[DayMark]) -> Instant | None:
    worked = [index for index, mark in enumerate(marks) if mark is not DayMark.OFF]
    if not worked:
        return None
    clock = {
        DayMark.DAY: rng.choice((12 * 60, 17 * 60, 20 * 60)),
        DayMark.EVENING: rng.choice((21 * 60, 22 * 60, 23 * 60 + 30, 24 * 60, 24 * 60 + 30)),
        DayMark.NIGHT: rng.choice((24 * 60, 29 * 60, 30 * 60, 31 * 60, 31 * 60 + 1, 33 * 60)),
    }[marks[worked[-1]]]
    return instant_at(monday + timedelta(days=worked[-1]), clock)


def _year(rng: Random, person: Employee) -> YearDone:
    annual = person.contract.annual_minutes
    return YearDone(
        employee_id=person.id,
        minutes=rng.choice((0, annual // 2, annual - 600, annual)),
        overtime_minutes=60 * rng.choice((0, 10, 35, 45, 49, 50, 100, 210, 219, 220)) + rng.choice((0, 0, 30)),
        territorial_minutes=rng.choice((0, annual // 4, annual // 2 - 600, annual // 2 - 60, annual // 2)),
        refusals=rng.randint(0, 4),
    )


def _ledger(rng: Random, member: str) -> MemberLedger:
    asked = rng.choice((0, 600, 6000))
    served = rng.choice((asked, asked // 2, 0))
    essential = (rng.choice((0, asked // 3, asked)), rng.choice((0, served // 3, served)))
    return MemberLedger(
        member_id=member,
        asked_minutes=asked,
        served_minutes=served,
        asked_essential=essential[0],
        served_essential=min(essential),
    )
