"""An instance said in the product's own words, and the product's schedule said in the family's.

Each shift of a day is a request for as many people as are needed, which may take everybody at the price of an excess.
Clock times are free in this family: they are chosen so that the daily rest of the product forbids exactly the
followings that the instance forbids or, where the clocks change meanwhile, so that terms of everybody's roster do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import gcd

from benchmarks.yardsticks.clocks import CannotSay, clock_times, times_by_day
from benchmarks.yardsticks.curtois_qu.instance import Instance, Staff
from benchmarks.yardsticks.curtois_qu.solution import Rosters
from gems.domain.group import Group, Settings
from gems.domain.members import Member, Site
from gems.domain.missions import Mission
from gems.domain.people import (
    Absence,
    AbsenceKind,
    Contract,
    ContractKind,
    Employee,
    HeldQualification,
    Qualification,
)
from gems.domain.places import Commune
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.domain.time import DAY, Horizon, Span, day_end, day_start

FIRST = date(2026, 3, 30)
"""The Monday after a change of the clocks; the next one is 29 whole weeks away, and makes a night longer."""
WEEKS_OF_ONE_CLOCK = 29
BY_REST = "daily_rest_min"
"""The rule that forbids followings, unless the clocks change."""
RULES = (
    *("mission_once", "mission_slot", "qualification_match", "excluded_person", "absence", "no_overlap"),
    *("daily_work_max", BY_REST),
    *("roster_days_most", "roster_days_least", "roster_days_off_least"),
    *("roster_weekends_most", "roster_mean_hours", "roster_term", "roster_term_missed", "unserved", "heads_beyond"),
)
"""The rules of the product that the family has too. The other ones (the law's weekly rest, meals…) are left out."""
MEMBER, JOB = "M", "J"
PRIORITIES = tuple(Priority)
"""Each length of shift has its own price a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapted:
    """The product's problem, how many cents are one point of the family, and what is asked of a roster."""

    problem: Problem
    cents: int
    rules: tuple[str, ...]
    """The rules of the product that the family has too."""


def adapt(instance: Instance) -> Adapted:
    """The instance as a problem of the product; raises CannotSay."""
    if instance.days % 7:
        raise CannotSay("the horizon is not whole weeks")
    lengths = sorted({shift.minutes for shift in instance.shifts})
    if len(lengths) > len(PRIORITIES):
        raise CannotSay(f"{len(lengths)} lengths of shifts, {len(PRIORITIES)} prices of hours not served")
    under = _under(instance)
    cents = next(n for n in range(1, DAY**2) if all(n % minutes == 0 for minutes in lengths))
    starts, followings = _clocks(instance)
    rank = {minutes: PRIORITIES[number] for number, minutes in enumerate(lengths)}
    prices = {f"unserved.{rank[m].name.lower()}": under * cents // m for m in lengths}
    group = Group(
        settings=Settings(name=instance.name),
        communes=(Commune(name="C", latitude=46.17, longitude=1.87),),
        members=(Member(id=MEMBER, name="M"),),
        sites=(Site(id=MEMBER, member_id=MEMBER, name="M", commune="C"),),
        qualifications=(Qualification(code=JOB, name_fr=JOB, name_en=JOB, sunday_work=True),),
        employees=tuple(_employee(instance, staff) for staff in instance.staff),
        absences=tuple(_absence(staff.id, day) for staff in instance.staff for day in sorted(staff.days_off)),
        requests=tuple(_requests(instance, starts, rank, cents)),
        roster_terms=(*_terms(instance), *_wanted(instance, cents), *followings),
    )
    horizon = Horizon(FIRST, instance.days // 7)
    return Adapted(
        problem=Problem(group=group, horizon=horizon, prices=Prices(profile="yardstick", cents=prices)),
        cents=cents,
        rules=tuple(rule for rule in RULES if rule != BY_REST or not followings),
    )


def _clocks(instance: Instance) -> tuple[dict[str, int], list[RosterTerm]]:
    """When each kind of shift begins, and the terms about followings where the daily rest cannot tell them."""
    if instance.days // 7 <= WEEKS_OF_ONE_CLOCK:
        return clock_times(instance.shifts), []
    starts, followings = times_by_day(instance.shifts)
    return starts, [
        RosterTerm(
            id=f"following-{number}",
            counts=TermCount.FOLLOWINGS,
            ends_after=one.ends_after,
            then_before=one.then_before,
            most=0,
        )
        for number, one in enumerate(followings)
    ]


def rosters_of(schedule: Schedule) -> Rosters:
    """The family's rosters: a request's id begins with its kind of shift."""
    found: Rosters = {}
    for piece in schedule.assignments:
        shift = (piece.mission_id or "").split("|")[0]
        found.setdefault(piece.employee_id, []).append(((piece.day - FIRST).days, shift))
    return found


def settled(problem: Problem, schedule: Schedule) -> Schedule:
    """The same work with nobody counted as too many while a head of that shift and day is free."""
    served = set(schedule.by_mission)
    pieces = []
    for piece in schedule.assignments:
        mission = problem.mission[piece.mission_id or ""]
        if mission.beyond:
            stem = mission.id.rpartition("/")[0]
            asked = (f"{stem}/{head}" for head in range(1, _asked(mission) + 1))
            free = next((one for one in asked if one not in served), mission.id)
            served.add(free)
            piece = replace(piece, mission_id=free)
        pieces.append(piece)
    return Schedule(horizon=schedule.horizon, assignments=tuple(pieces))


def _asked(mission: Mission) -> int:
    demand = mission.request.demand
    return demand.headcount if isinstance(demand, FixedSlot) else 0


def _under(instance: Instance) -> int:
    found = {one.under for one in instance.cover}
    if len(found) != 1:
        raise CannotSay(f"weights of cover differ: under {sorted(found)}")
    return int(found.pop())


def _employee(instance: Instance, staff: Staff) -> Employee:
    most, least = mean_minutes(instance, staff)
    return Employee(
        id=staff.id,
        name=staff.id,
        home="C",
        qualifications=(HeldQualification(code=JOB),),
        contract=Contract(
            kind=ContractKind.FULL_TIME,
            weekly_minutes=35 * 60,
            annual_minutes=1607 * 60,
            first_day=FIRST,
            member_ids=frozenset({MEMBER}),
            most_days_in_row=staff.most_days_in_row,
            least_days_in_row=staff.least_days_in_row,
            least_days_off_in_row=staff.least_days_off_in_row,
            most_weekends=staff.most_weekends,
            most_mean_minutes=most,
            least_mean_minutes=least,
        ),
    )


def mean_minutes(instance: Instance, staff: Staff) -> tuple[int, int]:
    """Whole means a week that allow and forbid the same numbers of shifts as the totals; raises CannotSay.

    Every total worked is a multiple of what the lengths have in common, so a mean may round a little.
    """
    weeks, step = instance.days // 7, gcd(*(shift.minutes for shift in instance.shifts))
    most, least = staff.most_minutes, staff.least_minutes
    mosts = [mean for mean in (most // weeks, -(-most // weeks)) if mean * weeks // step == most // step]
    leasts = [mean for mean in (least // weeks, -(-least // weeks)) if -(-mean * weeks // step) == -(-least // step)]
    if not mosts or not leasts:
        raise CannotSay(f"the minutes of {staff.id} are no whole mean a week")
    return mosts[0], leasts[0]


def _absence(staff: str, number: int) -> Absence:
    day = FIRST + timedelta(days=number)
    return Absence(
        id=f"{staff}-{number}", employee_id=staff, kind=AbsenceKind.OTHER, span=Span(day_start(day), day_end(day))
    )


def _terms(instance: Instance) -> Iterator[RosterTerm]:
    """Most shifts of a kind; where there is to be none, the person is excluded from the request."""
    for staff in instance.staff:
        for shift, most in sorted(staff.most_of_kind.items()):
            if 0 < most < instance.days:
                yield RosterTerm(
                    id=f"{staff.id}-{shift}", employee_id=staff.id, counts=TermCount.DAYS, shift=shift, most=most
                )


def _wanted(instance: Instance, cents: int) -> Iterator[RosterTerm]:
    """A shift wanted or not wanted on a day, at its weight."""
    asked = [(one, True) for one in instance.wanted] + [(one, False) for one in instance.unwanted]
    for number, (one, wanted) in enumerate(asked):
        yield RosterTerm(
            id=f"asked-{number}",
            employee_id=one.staff,
            counts=TermCount.DAYS,
            shift=one.shift,
            on_day=FIRST + timedelta(days=one.day),
            least=1 if wanted else None,
            most=None if wanted else 0,
            cents=one.weight * cents,
        )


def _requests(instance: Instance, starts: dict[str, int], rank: dict[int, Priority], cents: int) -> Iterator[Request]:
    by_id = {shift.id: shift for shift in instance.shifts}
    for cover in instance.cover:
        shift, day = by_id[cover.shift], FIRST + timedelta(days=cover.day)
        banned = frozenset(staff.id for staff in instance.staff if staff.most_of_kind.get(shift.id) == 0)
        able = sum(staff.id not in banned and cover.day not in staff.days_off for staff in instance.staff)
        more = {"most_headcount": able, "beyond_cents": cover.over * cents} if able > cover.needed else {}
        if cover.needed or more:
            yield Request(
                id=f"{shift.id}|{cover.day}",
                member_id=MEMBER,
                site_id=MEMBER,
                qualification=JOB,
                label=shift.id,
                demand=FixedSlot(
                    start_clock=starts[shift.id],
                    end_clock=starts[shift.id] + shift.minutes,
                    headcount=cover.needed,
                    **more,
                ),
                recurrence=Recurrence(weekdays=frozenset({day.weekday()}), first_day=day, last_day=day),
                priority=rank[shift.minutes],
                excluded=banned,
            )
