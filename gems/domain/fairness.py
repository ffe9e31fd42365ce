"""How evenly the group serves its members and loads its people: Jain's index, who is worst off, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from gems.domain.duty import duties_of
from gems.domain.group import Group
from gems.domain.history import DayMark, WeekDone
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import SATURDAY, SUNDAY, instant_at

EVENING = "uneven_share.evening_start"
"""The clock time at which the evening begins, in the price list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenness:
    """How alike some figures are; all None when there is nothing to compare."""

    jain: float | None
    """Jain, Chiu & Hawe (1984): 1 when all are alike, 1/n when one has it all."""
    mean: float | None
    lowest: float | None
    highest: float | None
    lowest_id: str | None
    highest_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One kind of figure before a schedule, and with it."""

    before: Evenness
    after: Evenness


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """What a schedule does to fairness, the past weeks known included."""

    members: Before
    """The part of the hours asked that is served, by member, twelve weeks included."""
    evenings: Before
    """Evenings a week, by person; people who work at night by contract are left out."""
    sundays: Before
    """Sundays a week, by person whose job may work on Sundays."""
    km: Evenness
    """Kilometres driven between sites in this schedule, by person who works in it."""


def evenness(figures: Mapping[str, float]) -> Evenness:
    """The figures compared, by id."""
    if not figures:
        return Evenness(jain=None, mean=None, lowest=None, highest=None, lowest_id=None, highest_id=None)
    total, squares = sum(figures.values()), sum(value * value for value in figures.values())
    low, high = min(figures, key=lambda one: figures[one]), max(figures, key=lambda one: figures[one])
    return Evenness(
        jain=total * total / (len(figures) * squares) if squares else None,
        mean=total / len(figures),
        lowest=figures[low],
        highest=figures[high],
        lowest_id=low,
        highest_id=high,
    )


def fairness_of(problem: Problem, schedule: Schedule) -> Fairness:
    """Members and people before this schedule and with it."""
    return Fairness(
        members=_members(problem, schedule),
        evenings=_times(problem, schedule, sundays=False),
        sundays=_times(problem, schedule, sundays=True),
        km=evenness(km_of(problem.group, schedule)),
    )


def asked_and_served(problem: Problem, schedule: Schedule) -> dict[str, tuple[int, int]]:
    """Minutes asked and served over the horizon, by member."""
    found = {member.id: (0, 0) for member in problem.group.members}
    for need in problem.needs:
        asked, served = found[need.request.member_id]
        pieces = (piece for mission in need.missions for piece in schedule.by_mission.get(mission.id, ()))
        found[need.request.member_id] = (asked + need.minutes, served + sum(piece.minutes for piece in pieces))
    return found


def km_of(group: Group, schedule: Schedule) -> dict[str, float]:
    """Kilometres between sites, by person who works."""
    return {
        person_id: float(sum(duty.km for duty in duties_of(group, pieces)))
        for person_id, pieces in schedule.by_employee.items()
    }


def past_evenings(week: WeekDone) -> int:
    """Evenings and nights of a past week."""
    return sum(letter in (DayMark.EVENING, DayMark.NIGHT) for letter in week.pattern)


def past_sunday(week: WeekDone) -> int:
    """1 when the Sunday of a past week was worked, the morning after a Saturday night included."""
    return int(week.pattern[SUNDAY] != DayMark.OFF or week.pattern[SATURDAY] == DayMark.NIGHT)


def _members(problem: Problem, schedule: Schedule) -> Before:
    past = {row.member_id: (row.asked_minutes, row.served_minutes) for row in problem.group.history.ledgers}
    now = asked_and_served(problem, schedule)
    both = {
        one: (asked + past.get(one, (0, 0))[0], done + past.get(one, (0, 0))[1]) for one, (asked, done) in now.items()
    }
    return Before(before=evenness(_rates(past)), after=evenness(_rates(both)))


def _rates(ledger: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    return {member: served / asked for member, (asked, served) in ledger.items() if asked}


def _times(problem: Problem, schedule: Schedule, *, sundays: bool) -> Before:
    """Times a week: those who are compared, in the weeks known of each."""
    past: dict[str, int] = {}
    weeks: dict[str, int] = {}
    for week in problem.group.history.weeks:
        if week.monday < problem.horizon.first:
            weeks[week.employee_id] = weeks.get(week.employee_id, 0) + 1
            times = past_sunday(week) if sundays else past_evenings(week)
            past[week.employee_id] = past.get(week.employee_id, 0) + times
    compared = [person_id for person_id in _compared(problem.group, sundays=sundays) if weeks.get(person_id)]
    now = _now(problem, schedule, sundays=sundays)
    span = problem.horizon.weeks
    return Before(
        before=evenness({one: past[one] / weeks[one] for one in compared}),
        after=evenness({one: (past[one] + now.get(one, 0)) / (weeks[one] + span) for one in compared}),
    )


def _compared(group: Group, *, sundays: bool) -> list[str]:
    if not sundays:
        return [person.id for person in group.employees if not person.contract.night_worker]
    open_jobs = {job.code for job in group.qualifications if job.sunday_work}
    return [one.id for one in group.employees if any(held.code in open_jobs for held in one.qualifications)]


def _now(problem: Problem, schedule: Schedule, *, sundays: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for person_id, pieces in schedule.by_employee.items():
        duties = duties_of(problem.group, pieces)
        if sundays:
            days = {day for duty in duties for span in duty.work_spans() for day, _ in span.by_day()}
            found[person_id] = sum(day.weekday() == SUNDAY and day in problem.horizon for day in days)
        else:
            start = problem.prices[EVENING]
            found[person_id] = sum(duty.end > instant_at(duty.day, start) for duty in duties)
    return found
