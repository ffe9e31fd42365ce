"""A small fictitious group that uses every kind of record once, with a schedule and a report. All of it is invented."""

from datetime import date

from gems.domain.group import Group, Settings
from gems.domain.history import History, KnownFace, MemberLedger, WeekDone, YearDone
from gems.domain.members import Member, Site
from gems.domain.people import (
    Absence,
    AbsenceKind,
    Contract,
    ContractKind,
    Derogation,
    Employee,
    HeldQualification,
    LighterDays,
    OnCall,
    Qualification,
    StandIn,
    Wish,
    WishKind,
)
from gems.domain.places import Commune, TravelEntry
from gems.domain.report import BillLine, PersonHours, PlanReport, Status, Unserved
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Horizon, Span, day_end, day_start, instant_at
from gems.domain.words import Words

MONDAY = date(2026, 11, 23)
HORIZON = Horizon(MONDAY)
WORKING_WEEK, EVERY_DAY = frozenset(range(5)), frozenset(range(7))


def a_contract(**changes: object) -> Contract:
    """Full-time with both members."""
    values: dict[str, object] = {
        "kind": ContractKind.FULL_TIME,
        "weekly_minutes": 35 * 60,
        "annual_minutes": 1607 * 60,
        "first_day": date(2025, 9, 1),
        "member_ids": frozenset({"M01", "M02"}),
    }
    return Contract(**(values | changes))  # type: ignore[arg-type]


EMPLOYEES = (
    Employee(
        id="S01",
        name="Camille Fougère",
        home="Ahun",
        qualifications=(HeldQualification(code="AS"), HeldQualification(code="AES", valid_until=date(2027, 12, 31))),
        contract=a_contract(annualised=True),
        max_commute_minutes=45,
    ),
    Employee(
        id="S02",
        name="Dominique Bruyère",
        home="Guéret",
        birth_date=date(1990, 2, 28),
        vehicle=False,
        qualifications=(HeldQualification(code="SEC"),),
        contract=a_contract(
            kind=ContractKind.PART_TIME,
            weekly_minutes=24 * 60,
            annual_minutes=1102 * 60,
            last_day=date(2028, 8, 31),
            night_worker=True,
        ),
        other_employer_weekly_minutes=4 * 60,
        lighter_days=LighterDays(first_day=date(2026, 11, 1), last_day=date(2027, 2, 28), minutes_less=60),
    ),
)
REQUESTS = (
    Request(
        id="D01",
        member_id="M01",
        site_id="L01",
        qualification="AS",
        label="Renfort du matin",
        demand=FixedSlot(start_clock=7 * 60, end_clock=14 * 60),
        recurrence=Recurrence(weekdays=WORKING_WEEK, first_day=date(2026, 9, 1)),
        priority=Priority.ESSENTIAL,
        wanted=frozenset({"S01"}),
        excluded=frozenset({"S02"}),
        break_minutes=20,
    ),
    Request(
        id="D02",
        member_id="M01",
        site_id="L01",
        qualification="AS",
        label="Nuit",
        demand=FixedSlot(start_clock=21 * 60, end_clock=31 * 60, headcount=2, most_headcount=3, beyond_cents=2550),
        recurrence=Recurrence(
            weekdays=frozenset({4, 5}), first_day=date(2026, 9, 1), last_day=date(2026, 12, 31), every_weeks=2
        ),
    ),
    Request(
        id="D03",
        member_id="M02",
        site_id="L02",
        qualification="AES",
        label="Repas du midi",
        demand=Window(start_clock=11 * 60, end_clock=14 * 60, minutes=90, headcount=2),
        recurrence=Recurrence(
            weekdays=EVERY_DAY,
            first_day=date(2026, 9, 1),
            season=Season.NOT_PUBLIC_HOLIDAYS,
            except_days=frozenset({date(2026, 12, 24), date(2026, 12, 31)}),
        ),
        priority=Priority.COMFORT,
        visit="Repas à deux",
    ),
    Request(
        id="D04",
        member_id="M02",
        site_id="L02",
        qualification="SEC",
        label="Secrétariat",
        demand=Volume(
            weekly_minutes=14 * 60, start_clock=8 * 60, end_clock=18 * 60, shortest=180, longest=420, most_days=3
        ),
        recurrence=Recurrence(weekdays=WORKING_WEEK, first_day=date(2026, 9, 1), season=Season.SCHOOL_DAYS),
        same_person=True,
    ),
)
GROUP = Group(
    settings=Settings(name="GE des Trois Vallées"),
    communes=(
        Commune(name="Guéret", latitude=46.1717, longitude=1.8714, dual_carriageway=True),
        Commune(name="Ahun", latitude=46.0861, longitude=2.0453),
    ),
    members=(
        Member(id="M01", name="EHPAD Les Tilleuls", phone="05 55 00 00 01"),
        Member(id="M02", name="Mairie de Sainte-Fiction", territorial=True),
    ),
    sites=(
        Site(id="L01", member_id="M01", name="Les Tilleuls", commune="Guéret"),
        Site(id="L02", member_id="M02", name="Accueil", commune="Ahun"),
    ),
    qualifications=(
        Qualification(code="AS", name_fr="aide-soignant", name_en="care assistant", sunday_work=True),
        Qualification(code="AES", name_fr="accompagnant éducatif", name_en="support worker", sunday_work=True),
        Qualification(code="SEC", name_fr="secrétaire", name_en="secretary"),
    ),
    stand_ins=(
        StandIn(held="AS", needed="AES", allowed=True, cents_per_minute=2),
        StandIn(held="AES", needed="AS", allowed=False),
    ),
    employees=EMPLOYEES,
    absences=(
        Absence(
            id="A01",
            employee_id="S01",
            kind=AbsenceKind.LEAVE,
            span=Span(day_start(date(2026, 12, 21)), day_end(date(2026, 12, 27))),
        ),
        Absence(
            id="A02",
            employee_id="S02",
            kind=AbsenceKind.TRAINING,
            span=Span(instant_at(date(2026, 11, 26), 13 * 60), instant_at(date(2026, 11, 26), 17 * 60 + 30)),
        ),
    ),
    wishes=(
        Wish(
            id="W01",
            employee_id="S01",
            kind=WishKind.UNWANTED,
            weekdays=frozenset({2}),
            start_clock=780,
            end_clock=1080,
        ),
        Wish(
            id="W02",
            employee_id="S02",
            kind=WishKind.IMPOSSIBLE,
            weekdays=frozenset({5, 6}),
            first_day=date(2026, 9, 1),
            last_day=date(2027, 6, 30),
        ),
    ),
    roster_terms=(
        RosterTerm(id="R01", employee_id="S01", counts=TermCount.DAYS, shift="Renfort du matin", most=3, cents=1550),
        RosterTerm(
            id="R03",
            employee_id="S02",
            counts=TermCount.FOLLOWINGS,
            ends_after=1200,
            then_before=540,
            most=0,
            cents=2000,
        ),
        RosterTerm(id="R04", counts=TermCount.DAYS_OFF_AFTER, ends_after=1560, least=2),
        RosterTerm(id="R02", employee_id=None, counts=TermCount.WEEKENDS, least=1, most=2, done=1),
        RosterTerm(id="R05", employee_id="S02", counts=TermCount.DAYS, on_day=date(2026, 12, 24), least=1, cents=4000),
    ),
    requests=REQUESTS,
    on_calls=(
        OnCall(
            id="O01",
            employee_id="S01",
            span=Span(instant_at(date(2026, 12, 5), 1260), instant_at(date(2026, 12, 6), 420)),
            announced=date(2026, 11, 16),
        ),
    ),
    derogations=(
        Derogation(
            id="X01",
            rule="daily_rest_min",
            employee_id=None,
            first_day=MONDAY,
            last_day=date(2026, 11, 29),
            limit=600,
            reason="continuité du service",
        ),
    ),
    travel=(TravelEntry(origin="Guéret", destination="Ahun", minutes=24, km=20),),
    history=History(
        weeks=(
            WeekDone(
                employee_id="S01",
                monday=date(2026, 11, 16),
                minutes=2070,
                pattern="JJJJJ--",
                last_end=instant_at(date(2026, 11, 20), 18 * 60),
            ),
            WeekDone(employee_id="S02", monday=date(2026, 11, 16), minutes=0, pattern="-------"),
        ),
        years=(YearDone(employee_id="S01", minutes=82800, overtime_minutes=720, territorial_minutes=600, refusals=1),),
        faces=(KnownFace(employee_id="S01", member_id="M01", minutes=5040),),
        ledgers=(
            MemberLedger(
                member_id="M01", asked_minutes=25200, served_minutes=24300, asked_essential=7200, served_essential=7000
            ),
        ),
    ),
)


def an_assignment(offset: int, start: int, end: int, person: str, site: str, job: str, **changes: object) -> Assignment:
    """A piece `offset` days after Monday, between two clock times."""
    day = date.fromordinal(MONDAY.toordinal() + offset)
    values: dict[str, object] = {"employee_id": person, "site_id": site, "qualification": job}
    return Assignment(start=instant_at(day, start), end=instant_at(day, end), **(values | changes))  # type: ignore[arg-type]


SCHEDULE = Schedule(
    horizon=HORIZON,
    assignments=(
        an_assignment(
            0, 420, 840, "S01", "L01", "AS", mission_id="D01/2026-11-23/1", locked=True, comment="clés à l'accueil"
        ),
        an_assignment(0, 900, 990, "S01", "L02", "AES"),
        an_assignment(1, 480, 900, "S02", "L02", "SEC", mission_id="D04/2026-11-24", origin=Origin.BY_HAND),
        an_assignment(4, 1260, 1860, "S01", "L01", "AS", mission_id="D02/2026-11-27/1", published=True),
    ),
)
REPORT = PlanReport(
    status=Status.GOOD,
    cost_cents=123_456,
    bound_cents=120_000,
    requested_minutes=6000,
    served_minutes=5000,
    bill=(
        BillLine(
            name="unserved",
            title=Words("Heures non servies", "Unserved hours"),
            amount=1000,
            unit="minutes",
            cents=100_000,
        ),
        BillLine(name="travel_km", title=Words("Kilomètres", "Kilometres"), amount=60, unit="km", cents=23_456),
    ),
    unserved=(
        Unserved(
            need_id="D01/2026-11-25/1",
            member_id="M01",
            minutes=420,
            reasons=(Words("Aucun aide-soignant n'est libre.", "No care assistant is free."),),
        ),
        Unserved(need_id="D04/2026-W48", member_id="M02", minutes=420, reasons=(Words("Trop loin.", "Too far."),)),
    ),
    hours=(PersonHours(employee_id="S01", contract_minutes=2100, worked_minutes=1534, travel_minutes=24),),
    profile="balanced",
    seed=1,
    seconds=12.34,
    first_plan_seconds=0.5,
    peak_memory_mb=300,
)
