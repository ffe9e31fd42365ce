"""What a week of work leaves behind: hours, nights, last ends, faces seen, hours asked and served."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from gems.domain.duty import Duty
from gems.domain.history import DayMark, History, KnownFace, MemberLedger, WeekDone, YearDone
from gems.domain.people import ContractKind, Employee
from gems.domain.problem import Problem
from gems.domain.requests import Priority
from gems.domain.schedule import Schedule
from gems.domain.time import day_end, instant_at, minutes_within_clock
from gems.rules.consecutive_nights import is_night
from gems.rules.roster import Roster

K = TypeVar("K")
EVENING = "uneven_share.evening_start"
Pair = tuple[str, str]
"""An employee and a member, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One civil week; counters hold what this week alone adds."""

    weeks: tuple[WeekDone, ...]
    years: dict[str, YearDone]
    """By employee; refusals are counted apart, one by one."""
    faces: Counter[Pair]
    """Minutes by employee and member."""
    asked: Counter[str]
    """Minutes by member."""
    served: Counter[str]
    """Minutes by member."""
    asked_essential: Counter[str]
    """Of the minutes asked, those of essential requests, by member."""
    served_essential: Counter[str]
    """Of the minutes served, likewise."""


def done_in(problem: Problem, schedule: Schedule) -> Done:
    """Read a schedule of one week; the problem's history must reach up to its Monday."""
    roster, site = Roster(problem, schedule), problem.group.site
    people = [person for person in problem.group.employees if _under_contract(person, problem)]
    every, essential = _shares(problem, schedule), _shares(problem, schedule, Priority.ESSENTIAL)
    faces = Counter[Pair]()
    for piece in schedule.assignments:
        faces[piece.employee_id, site[piece.site_id].member_id] += piece.minutes
    return Done(
        weeks=tuple(_week(roster, person.id) for person in people),
        years={person.id: _year(roster, person) for person in people},
        faces=faces,
        asked=every[0],
        served=every[1],
        asked_essential=essential[0],
        served_essential=essential[1],
    )


def _shares(problem: Problem, schedule: Schedule, only: Priority | None = None) -> tuple[Counter[str], Counter[str]]:
    """Minutes asked and served by member; of the requests of one priority when it is given."""
    asked, served = Counter[str](), Counter[str]()
    for need in problem.needs:
        if only in (None, need.request.priority):
            asked[need.request.member_id] += need.minutes
            pieces = (piece for mission in need.missions for piece in schedule.by_mission.get(mission.id, ()))
            served[need.request.member_id] += sum(piece.minutes for piece in pieces)
    return asked, served


def with_week(history: History, done: Done) -> History:
    """The history once this week is behind; weeks out of the twelve are left to the caller."""
    weeks = {(week.employee_id, week.monday): week for week in (*history.weeks, *done.weeks)}
    return replace(_counted(history, done, 1), weeks=tuple(weeks.values()))


def without_faces(history: History, done: Done) -> History:
    """The history once this week has left the twelve that faces and ledgers look back on."""
    return replace(_counted(history, done, -1), years=history.years)


def without_week(history: History, done: Done) -> History:
    """The history as it was before this week was added."""
    return _counted(history, done, -1)


def _week(roster: Roster, employee_id: str) -> WeekDone:
    first, duties = roster.horizon.first, roster.duties[employee_id]
    minutes = roster.week_minutes(employee_id, first) or 0
    nights = min(minutes, sum(_night_minutes(roster, duty) for duty in duties))
    return WeekDone(
        employee_id=employee_id,
        monday=first,
        minutes=minutes,
        pattern="".join(_marks(roster, employee_id)),
        night_minutes=nights,
        last_end=max((duty.end for duty in duties), default=None),
    )


def _marks(roster: Roster, employee_id: str) -> Iterator[str]:
    by_day = {duty.day: duty for duty in roster.duties[employee_id]}
    for day in roster.horizon.days:
        yield _mark(roster, by_day[day]) if day in by_day else DayMark.OFF


def _mark(roster: Roster, duty: Duty) -> DayMark:
    # Work past midnight is read as a night: the letter must say that the next morning was worked.
    if is_night(roster, duty) or duty.end > day_end(duty.day):
        return DayMark.NIGHT
    evening = instant_at(duty.day, roster.problem.prices[EVENING])
    return DayMark.EVENING if duty.end > evening else DayMark.DAY


def _night_minutes(roster: Roster, duty: Duty) -> int:
    law = roster.limits.law
    start, end = law.value("night_period.start", duty.day), law.value("night_period.end", duty.day)
    return sum(minutes_within_clock(piece.span, start, end) for piece in duty.pieces)


def _year(roster: Roster, person: Employee) -> YearDone:
    group, monday = roster.group, roster.horizon.first
    minutes = roster.week_minutes(person.id, monday) or 0
    over = minutes - roster.limits.overtime_start(person, monday)
    pieces = roster.schedule.by_employee.get(person.id, ())
    return YearDone(
        employee_id=person.id,
        minutes=minutes,
        overtime_minutes=max(0, over) if person.contract.kind is ContractKind.FULL_TIME else 0,
        territorial_minutes=sum(
            piece.minutes for piece in pieces if group.member[group.site[piece.site_id].member_id].territorial
        ),
    )


def _under_contract(person: Employee, problem: Problem) -> bool:
    last = person.contract.last_day or date.max
    return person.contract.first_day <= problem.horizon.last and problem.horizon.first <= last


def _counted(history: History, done: Done, sign: int) -> History:
    """Counters, faces and ledgers with this week added (1) or taken off (-1); never below nothing."""
    faces = Counter({(face.employee_id, face.member_id): face.minutes for face in history.faces})
    rows = history.ledgers
    asked = Counter({row.member_id: row.asked_minutes for row in rows})
    served = Counter({row.member_id: row.served_minutes for row in rows})
    asked_essential = Counter({row.member_id: row.asked_essential for row in rows})
    served_essential = Counter({row.member_id: row.served_essential for row in rows})
    _add(faces, done.faces, sign)
    _add(asked, done.asked, sign)
    _add(served, done.served, sign)
    _add(asked_essential, done.asked_essential, sign)
    _add(served_essential, done.served_essential, sign)
    years = {year.employee_id: year for year in history.years}
    for employee_id, part in done.years.items():
        years[employee_id] = _sum(years.get(employee_id) or YearDone(employee_id=employee_id), part, sign)
    return replace(
        history,
        years=tuple(years.values()),
        faces=tuple(KnownFace(employee_id=e, member_id=m, minutes=n) for (e, m), n in faces.items() if n),
        ledgers=tuple(
            MemberLedger(
                member_id=member_id,
                asked_minutes=asked[member_id],
                served_minutes=served[member_id],
                asked_essential=min(asked_essential[member_id], asked[member_id]),
                served_essential=min(served_essential[member_id], served[member_id]),
            )
            for member_id in dict.fromkeys((*asked, *served))
            if asked[member_id] or served[member_id]
        ),
    )


def _add(total: Counter[K], part: Counter[K], sign: int) -> None:
    for key, minutes in part.items():
        total[key] = max(0, total[key] + sign * minutes)


def _sum(year: YearDone, part: YearDone, sign: int) -> YearDone:
    return replace(
        year,
        minutes=max(0, year.minutes + sign * part.minutes),
        overtime_minutes=max(0, year.overtime_minutes + sign * part.overtime_minutes),
        territorial_minutes=max(0, year.territorial_minutes + sign * part.territorial_minutes),
    )
