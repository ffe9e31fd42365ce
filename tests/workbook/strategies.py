"""Random groups and schedules without faults, for round trips. Names may hold anything a workbook can."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

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
from gems.domain.requests import Demand, FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.roster_terms import NEVER_DONE, RosterTerm, TermCount
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Horizon, Instant, Span, day_of, instant_at
from gems.workbook.sheets.derogations import RULE

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
MONDAYS = st.integers(0, 100).map(lambda week: date(2026, 1, 5) + timedelta(weeks=week))
"""Both clock changes of two years are among them."""
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
AWKWARD = st.sampled_from(
    ["=1+1", "+33 5", "-rien", "@moi", "=HYPERLINK(\"http://x\")", "l'école « d'en haut »", 'dit "le Pré"', "🚲 vélo",
     "deux\nlignes", "007", "1-2", "3/4", "Œuvre Ÿ", "e\u0301cole", "'apostrophe", "<b>&amp;", "VRAI", "12,5"]
)  # fmt: skip
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" "), max_size=20)
TEXTS = (AWKWARD | PLAIN).map(str.strip)
NAMES = TEXTS.filter(bool)
CLOCKS = st.integers(0, 1439)
IDS = (st.text("ABCabc0123456789-_/.é=+@", min_size=1, max_size=6) | NAMES).filter(
    lambda text: ";" not in text and "\n" not in text and "," not in text and not text.startswith("#")
)


def _windows(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(CLOCKS)
    return start, start + draw(st.integers(1, 1440))


def _span(draw: st.DrawFn, most_minutes: int) -> Span:
    start = instant_at(draw(DAYS), draw(CLOCKS)) + draw(st.sampled_from([0, 60]))
    return Span(start, start + draw(st.integers(1, most_minutes)))


@st.composite
def contracts(draw: st.DrawFn, members: list[str]) -> Contract:
    """Lawful figures."""
    kind = draw(st.sampled_from(ContractKind))
    first = draw(DAYS)
    return Contract(
        kind=kind,
        weekly_minutes=draw(st.integers(60, 48 * 60 if kind is ContractKind.FULL_TIME else 35 * 60 - 1)),
        annual_minutes=draw(st.integers(60, 2500 * 60)),
        first_day=first,
        last_day=draw(st.none() | st.integers(0, 900).map(lambda days: first + timedelta(days=days))),
        member_ids=draw(st.frozensets(st.sampled_from(members), min_size=1)),
        annualised=draw(st.booleans()),
        night_worker=draw(st.booleans()),
        most_days_in_row=draw(st.none() | st.integers(5, 28)),
        least_days_in_row=draw(st.none() | st.integers(1, 5)),
        least_days_off_in_row=draw(st.none() | st.integers(1, 28)),
        most_weekends=draw(st.none() | st.integers(0, 53)),
        most_mean_minutes=draw(st.none() | st.integers(35 * 60, 48 * 60)),
        least_mean_minutes=draw(st.none() | st.integers(0, 35 * 60)),
    )


@st.composite
def employees(draw: st.DrawFn, key: str, members: list[str], jobs: list[str], communes: list[str]) -> Employee:
    """A person."""
    contract = draw(contracts(members))
    first = draw(DAYS)
    lighter = LighterDays(first_day=first, last_day=first + timedelta(days=draw(st.integers(0, 99))), minutes_less=30)
    held = draw(st.lists(st.sampled_from(jobs), min_size=1, unique=True))
    return Employee(
        id=key,
        name=draw(NAMES),
        home=draw(st.sampled_from(communes)),
        birth_date=draw(st.none() | st.dates(date(1960, 1, 1), date(2008, 1, 1))),
        vehicle=draw(st.booleans()),
        max_commute_minutes=draw(st.integers(0, 240)),
        qualifications=tuple(HeldQualification(code=code, valid_until=draw(st.none() | DAYS)) for code in held),
        contract=contract,
        other_employer_weekly_minutes=draw(st.integers(0, 48 * 60)),
        lighter_days=draw(st.sampled_from([None, lighter])),
    )


@st.composite
def demands(draw: st.DrawFn) -> Demand:
    """Of each kind; volumes are made from their pieces so that they can be reached."""
    start, end = _windows(draw)
    shape = draw(st.integers(0, 2))
    if shape == 0:
        return FixedSlot(start_clock=start, end_clock=end, **_people(draw))
    if shape == 1:
        length = draw(st.integers(1, end - start))
        return Window(start_clock=start, end_clock=end, minutes=length, **_people(draw))
    shortest = draw(st.integers(30, 120))
    end = start + draw(st.integers(shortest, 1440))
    longest = draw(st.integers(shortest, end - start))
    return Volume(
        weekly_minutes=draw(st.integers(shortest, longest)),
        start_clock=start,
        end_clock=end,
        shortest=shortest,
        longest=longest,
        most_days=draw(st.integers(1, 7)),
    )


def _people(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.booleans()):
        return {"headcount": draw(st.integers(1, 9))}
    asked = draw(st.integers(0, 9))
    most, cents = draw(st.integers(max(1, asked), 50)), draw(st.integers(0, 1_000_000))
    return {"headcount": asked, "most_headcount": most, "beyond_cents": cents}


@st.composite
def requests(draw: st.DrawFn, key: str, sites: list[Site], jobs: list[str], people: list[str]) -> Request:
    """A request at a member's own site."""
    site = draw(st.sampled_from(sites))
    first, demand = draw(DAYS), draw(demands())
    wanted = draw(st.frozensets(st.sampled_from(people)))
    recurrence = Recurrence(
        weekdays=draw(WEEKDAYS),
        first_day=first,
        last_day=draw(st.none() | st.integers(7, 400).map(lambda days: first + timedelta(days=days))),
        every_weeks=draw(st.integers(1, 4)),
        season=draw(st.sampled_from(Season)),
        except_days=draw(st.frozensets(DAYS, max_size=3)),
    )
    return Request(
        id=key,
        member_id=site.member_id,
        site_id=site.id,
        qualification=draw(st.sampled_from(jobs)),
        label=draw(TEXTS),
        demand=demand,
        recurrence=recurrence,
        priority=draw(st.sampled_from(Priority)),
        same_person=draw(st.booleans()),
        wanted=wanted,
        excluded=draw(st.frozensets(st.sampled_from(people))) - wanted,
        break_minutes=draw(st.integers(0, 120)),
        visit=None if isinstance(demand, Volume) else draw(st.none() | NAMES),
    )


def keys(draw: st.DrawFn, most: int) -> list[str]:
    """Ids that stay apart even when read forgivingly."""
    from gems.domain.validation.spelling import folded

    return draw(st.lists(IDS, min_size=1, max_size=most, unique_by=lambda text: folded(text) or text))


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """A group without faults, every kind of record in it now and then."""
    communes, members, jobs, people = (keys(draw, most) for most in (3, 3, 3, 4))
    sites = [
        Site(
            id=key, member_id=draw(st.sampled_from(members)), name=draw(NAMES), commune=draw(st.sampled_from(communes))
        )
        for key in keys(draw, 4)
    ]
    pairs = draw(st.lists(st.tuples(st.sampled_from(jobs), st.sampled_from(jobs)), max_size=3, unique=True))
    request_ids = keys(draw, 5)
    return Group(
        settings=Settings(
            name=draw(NAMES),
            agreement=draw(st.sampled_from(["bad_2941", "ccn66_413"])),
            grid_minutes=draw(st.sampled_from([5, 15, 30])),
            school_zone=draw(st.sampled_from("ABC")),
            fortnight_start=draw(MONDAYS),
        ),
        communes=tuple(_commune(draw, name) for name in communes),
        members=tuple(
            Member(id=key, name=draw(NAMES), territorial=draw(st.booleans()), phone=draw(TEXTS)) for key in members
        ),
        sites=tuple(sites),
        qualifications=tuple(
            Qualification(code=key, name_fr=draw(NAMES), name_en=draw(NAMES), sunday_work=draw(st.booleans()))
            for key in jobs
        ),
        stand_ins=tuple(
            StandIn(held=held, needed=needed, allowed=draw(st.booleans()), cents_per_minute=draw(st.integers(0, 99)))
            for held, needed in pairs
            if held != needed
        ),
        employees=tuple(draw(employees(key, members, jobs, communes)) for key in people),
        absences=_apart(tuple(_absence(draw, key, people) for key in keys(draw, 3))),
        wishes=tuple(_wish(draw, key, people) for key in keys(draw, 3)),
        roster_terms=tuple(_roster_term(draw, key, people) for key in keys(draw, 3)),
        requests=tuple(draw(requests(key, sites, jobs, people)) for key in request_ids),
        on_calls=_apart(tuple(_on_call(draw, key, people) for key in keys(draw, 2))),
        derogations=tuple(_derogation(draw, key, people) for key in keys(draw, 2)),
        travel=(_drive(draw, communes),),
        history=_history(draw, people, members),
    )  # fmt: skip


def _commune(draw: st.DrawFn, name: str) -> Commune:
    """Degrees to the millionth (0.1 m): a workbook keeps 16 digits."""
    latitude, longitude = draw(st.integers(-90_000_000, 90_000_000)), draw(st.integers(-180_000_000, 180_000_000))
    return Commune(name=name, latitude=latitude / 1e6, longitude=longitude / 1e6, dual_carriageway=draw(st.booleans()))


def _drive(draw: st.DrawFn, communes: list[str]) -> TravelEntry:
    minutes, km = draw(st.integers(0, 600)), draw(st.integers(0, 1000))
    return TravelEntry(origin=communes[0], destination=communes[-1], minutes=minutes, km=km)


def _apart(records: tuple[Any, ...]) -> tuple[Any, ...]:
    """One period a person: no two overlap."""
    return tuple({record.employee_id: record for record in records}.values())


def _absence(draw: st.DrawFn, key: str, people: list[str]) -> Absence:
    kind = draw(st.sampled_from(AbsenceKind))
    return Absence(id=key, employee_id=draw(st.sampled_from(people)), kind=kind, span=_span(draw, 40 * 1440))


def _on_call(draw: st.DrawFn, key: str, people: list[str]) -> OnCall:
    span = _span(draw, 7 * 1440)
    announced = day_of(span.start) - timedelta(days=draw(st.integers(0, 20)))
    return OnCall(id=key, employee_id=draw(st.sampled_from(people)), span=span, announced=announced)


def _wish(draw: st.DrawFn, key: str, people: list[str]) -> Wish:
    start, end = _windows(draw)
    first = draw(st.none() | DAYS)
    last = None if first is None else first + timedelta(days=draw(st.integers(0, 300)))
    return Wish(
        id=key,
        employee_id=draw(st.sampled_from(people)),
        kind=draw(st.sampled_from(WishKind)),
        weekdays=draw(WEEKDAYS),
        start_clock=start,
        end_clock=end,
        first_day=first,
        last_day=draw(st.sampled_from([None, last])),
    )


def _roster_term(draw: st.DrawFn, key: str, people: list[str]) -> RosterTerm:
    """At a price when it asks for anything: no two can clash."""
    counts = draw(st.sampled_from(TermCount))
    least, most = draw(st.sampled_from([(None, 0), (None, 7), (1, None), (2, 2), (1, 7)]))
    after, follow = counts is TermCount.DAYS_OFF_AFTER, counts is TermCount.FOLLOWINGS
    term = RosterTerm(
        id=key,
        employee_id=draw(st.none() | st.sampled_from(people)),
        counts=counts,
        least=None if follow else (least or 1) if after else least,
        most=None if after else (most or 0) if follow else most,
        cents=draw(st.integers(0, 1_000_000) if least or after else st.none() | st.integers(0, 1_000_000)),
        done=None if counts in NEVER_DONE else draw(st.none() | st.integers(0, 28)),
    )
    if counts is TermCount.DAYS_OFF_IN_ROW:
        return term
    if counts is TermCount.DAYS and draw(st.booleans()):
        wanted = draw(st.booleans())
        cents = term.cents or 0 if wanted else term.cents
        term = replace(term, on_day=draw(DAYS), least=int(wanted), most=None if wanted else 0, cents=cents, done=None)
    told = replace(
        term,
        shift=draw(NAMES) if after else draw(st.none() | NAMES),
        begins_before=draw(st.none() | st.integers(1, 1440)),
        ends_after=draw(st.none() | st.integers(360, 2880)),
    )
    return replace(told, then_shift=draw(NAMES), then_before=draw(st.none() | st.integers(1, 1440))) if follow else told


def _derogation(draw: st.DrawFn, key: str, people: list[str]) -> Derogation:
    first = draw(DAYS)
    return Derogation(
        id=key,
        rule=draw(st.sampled_from(RULE.options("fr"))),
        employee_id=draw(st.none() | st.sampled_from(people)),
        first_day=first,
        last_day=first + timedelta(days=draw(st.integers(0, 60))),
        limit=draw(st.integers(0, 100_000)),
        reason=draw(NAMES),
    )


def _history(draw: st.DrawFn, people: list[str], members: list[str]) -> History:
    weeks = []
    for monday in draw(st.lists(MONDAYS, max_size=3, unique=True)):
        minutes = draw(st.integers(0, 3000))
        weeks.append(
            WeekDone(
                employee_id=draw(st.sampled_from(people)),
                monday=monday,
                minutes=minutes,
                pattern=draw(st.text("JSN-", min_size=7, max_size=7)),
                night_minutes=draw(st.integers(0, minutes)),
                last_end=draw(st.none() | st.just(_moment(draw, monday))),
            )
        )
    return History(
        weeks=tuple(weeks),
        years=tuple(
            YearDone(employee_id=key, minutes=draw(st.integers(0, 90_000)), refusals=draw(st.integers(0, 5)))
            for key in draw(st.lists(st.sampled_from(people), unique=True))
        ),
        faces=tuple(
            KnownFace(employee_id=people[0], member_id=key, minutes=draw(st.integers(0, 9_000)))
            for key in draw(st.lists(st.sampled_from(members), unique=True))
        ),
        ledgers=tuple(
            MemberLedger(
                member_id=key, asked_minutes=draw(st.integers(0, 90_000)), served_minutes=draw(st.integers(0, 9_000))
            )
            for key in draw(st.lists(st.sampled_from(members), unique=True))
        ),
    )


def _moment(draw: st.DrawFn, monday: date) -> Instant:
    return instant_at(monday, draw(st.integers(0, 7 * 1440)))


@st.composite
def schedules(draw: st.DrawFn, group: Group) -> Schedule:
    """Assignments anywhere in one to three weeks, of any length up to 24 hours, over clock changes too."""
    horizon = Horizon(draw(MONDAYS), draw(st.integers(1, 3)))
    span = horizon.span
    pieces = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(span.start, span.end - 1))
        if draw(st.booleans()):
            # The hours around two in the morning of a Sunday, where clocks change.
            start = instant_at(horizon.last, 60) + draw(st.integers(0, 200))
        pieces.append(
            Assignment(
                start=start,
                end=start + draw(st.integers(1, 1440)),
                employee_id=draw(st.sampled_from(group.employees)).id,
                site_id=draw(st.sampled_from(group.sites)).id,
                qualification=draw(st.sampled_from(group.qualifications)).code,
                origin=draw(st.sampled_from(Origin)),
                locked=draw(st.booleans()),
                published=draw(st.booleans()),
                comment=draw(TEXTS),
            )
        )
    return Schedule(horizon=horizon, assignments=tuple(pieces))
