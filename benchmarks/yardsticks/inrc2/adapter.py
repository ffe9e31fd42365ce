"""An instance said in the product's own words, and the product's schedule said in the competition's.

Each shift, skill and day is asked for in up to two requests: the heads that must be there, and those of the optimum,
which takes everybody beyond at no price. The limits of a nurse are roster terms at the competition's prices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.yardsticks.clocks import clock_times
from benchmarks.yardsticks.inrc2.instance import Bounds, Instance, Nurse
from benchmarks.yardsticks.inrc2.solution import Piece
from gems.domain.group import Group, Settings
from gems.domain.history import History, WeekDone
from gems.domain.members import Member, Site
from gems.domain.people import Contract, ContractKind, Employee, HeldQualification, Qualification
from gems.domain.places import Commune
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, instant_at

FIRST = date(2026, 3, 30)
"""A Monday with no change of the clocks in the weeks after it."""
RULES = (
    *("mission_once", "mission_slot", "qualification_match", "no_overlap", "daily_work_max", "daily_rest_min"),
    *("unserved", "heads_beyond", "roster_term_missed"),
)
"""The rules of the product that the competition has too."""
MEMBER = "M"
MINUTES = 480
"""Shifts have no length here; at this one two never fit into a day's work."""
CENTS = 16
"""Of a point: 30 points are a cent a minute of a shift."""
BEST, WISH, MUST = 30, 10, 960
"""Points of a head missing of the optimum, of a wish, and of a head that must be there: dearer than any gain."""
TOTAL, ROW, SHIFTS_IN_ROW, WEEKEND = 20, 30, 15, 30
"""Points of each one too many or too few."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of shift with a length."""

    id: str
    not_before: frozenset[str]
    minutes: int = MINUTES


def adapt(instance: Instance) -> Problem:
    """The instance as a problem of the product, a point being `CENTS`; raises CannotSay."""
    kinds = [_Kind(shift.id, shift.not_before) for shift in instance.shifts.values()]
    starts = clock_times(kinds)
    skills = sorted({skill for nurse in instance.nurses for skill in nurse.skills})
    group = Group(
        settings=Settings(name=instance.name),
        communes=(Commune(name="C", latitude=46.17, longitude=1.87),),
        members=(Member(id=MEMBER, name="M"),),
        sites=(Site(id=MEMBER, member_id=MEMBER, name="M", commune="C"),),
        qualifications=tuple(Qualification(code=one, name_fr=one, name_en=one, sunday_work=True) for one in skills),
        employees=tuple(_employee(nurse) for nurse in instance.nurses),
        requests=tuple(_requests(instance, starts, skills)),
        roster_terms=(
            *(term for nurse in instance.nurses for term in _terms(instance, nurse)),
            *_unwanted(instance),
        ),
        history=History(weeks=tuple(_last_weeks(instance, starts))),
    )
    prices = {
        "unserved.essential": MUST * CENTS // MINUTES,
        "unserved.normal": BEST * CENTS // MINUTES,
        "unserved.comfort": 0,
    }
    horizon = Horizon(FIRST, instance.days // 7)
    return Problem(group=group, horizon=horizon, prices=Prices(profile="yardstick", cents=prices))


def pieces_of(schedule: Schedule) -> list[Piece]:
    """The competition's assignments: a request's id begins with its shift."""
    return [
        (piece.employee_id, (piece.day - FIRST).days, (piece.mission_id or "").split("|")[0], piece.qualification)
        for piece in schedule.assignments
    ]


def _employee(nurse: Nurse) -> Employee:
    return Employee(
        id=nurse.id,
        name=nurse.id,
        home="C",
        qualifications=tuple(HeldQualification(code=skill) for skill in sorted(nurse.skills)),
        contract=Contract(
            kind=ContractKind.FULL_TIME,
            weekly_minutes=35 * 60,
            annual_minutes=1607 * 60,
            first_day=FIRST - timedelta(days=7),
            member_ids=frozenset({MEMBER}),
        ),
    )


def _terms(instance: Instance, nurse: Nurse) -> Iterator[RosterTerm]:
    contract, past = nurse.contract, nurse.past

    def term(counts: TermCount, bounds: Bounds | None, points: int, done: int, shift: str | None = None) -> RosterTerm:
        least, most = bounds or (None, None)
        return RosterTerm(
            id=f"{nurse.id}-{counts}-{shift or ''}",
            employee_id=nurse.id,
            counts=counts,
            shift=shift,
            least=least,
            most=most,
            cents=points * CENTS,
            done=done,
        )

    yield term(TermCount.DAYS, contract.assignments, TOTAL, past.assignments)
    yield term(TermCount.DAYS_IN_ROW, contract.days_in_row, ROW, past.days_worked)
    yield term(TermCount.DAYS_OFF_IN_ROW, contract.days_off_in_row, ROW, past.days_off)
    yield term(TermCount.WEEKENDS, (0, contract.most_weekends), WEEKEND, past.weekends)
    if contract.whole_weekends:
        yield term(TermCount.HALF_WEEKENDS, (0, 0), WEEKEND, 0)
    for shift in instance.shifts.values():
        done = past.same_shift if past.shift == shift.id else 0
        yield term(TermCount.DAYS_IN_ROW, shift.in_row, SHIFTS_IN_ROW, done, shift.id)


def _last_weeks(instance: Instance, starts: dict[str, int]) -> Iterator[WeekDone]:
    """When the last shift before the horizon ended, for the followings that it forbids."""
    for nurse in instance.nurses:
        if nurse.past.shift is not None:
            end = instant_at(FIRST - timedelta(days=1), starts[nurse.past.shift] + MINUTES)
            yield WeekDone(
                employee_id=nurse.id,
                monday=FIRST - timedelta(days=7),
                minutes=MINUTES,
                pattern="------J",
                last_end=end,
            )


def _unwanted(instance: Instance) -> Iterator[RosterTerm]:
    """A shift asked off, or any shift, on a day."""
    for number, (nurse, offset, shift) in enumerate(instance.unwanted):
        yield RosterTerm(
            id=f"off-{number}",
            employee_id=nurse,
            counts=TermCount.DAYS,
            shift=shift,
            on_day=FIRST + timedelta(days=offset),
            most=0,
            cents=WISH * CENTS,
        )


def _requests(instance: Instance, starts: dict[str, int], skills: list[str]) -> Iterator[Request]:
    able = {skill: sum(skill in nurse.skills for nurse in instance.nurses) for skill in skills}
    for offset in range(instance.days):
        day = FIRST + timedelta(days=offset)
        for shift in instance.shifts:
            for skill in skills:
                least, best = instance.cover.get((offset, shift, skill), (0, 0))
                best = max(least, best)
                beyond = max(0, able[skill] - best)
                for priority, heads, more in ((Priority.ESSENTIAL, least, 0), (Priority.NORMAL, best - least, beyond)):
                    if heads or more:
                        yield Request(
                            id=f"{shift}|{skill}|{priority.name}|{offset}",
                            member_id=MEMBER,
                            site_id=MEMBER,
                            qualification=skill,
                            label=shift,
                            demand=FixedSlot(
                                start_clock=starts[shift],
                                end_clock=starts[shift] + MINUTES,
                                headcount=heads,
                                most_headcount=heads + more,
                            ),
                            recurrence=Recurrence(weekdays=frozenset({day.weekday()}), first_day=day, last_day=day),
                            priority=priority,
                        )
