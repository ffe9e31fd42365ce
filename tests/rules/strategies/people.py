"""The people of a random group: contracts of every kind, young workers, nights, dates, jobs held, and their wishes."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

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
    Wish,
    WishKind,
)
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.time import DAY, Horizon, Instant, Span, instant_at
from gems.rules.law import law_of
from tests.rules.strategies.spice import Spice

JOBS = ("caregiver", "aes", "secretary", "night_watch")
MEMBERS = ("EHPAD", "FOYER", "MAIRIE")
LABELS = ("R1", "R2")
"""Labels of the first random requests."""
EDGES = (7 * 60, 8 * 60, 12 * 60, 14 * 60, 18 * 60, 21 * 60)
"""Clock times at which pieces of work often begin or end, so that absences and wishes touch them exactly."""
COMMUNES = ("Guéret", "Guéret", "Ahun", "Aubusson")


def draw_person(rng: Random, spice: Spice, person: Employee, horizon: Horizon) -> Employee:
    """One person of the small group, changed."""
    return replace(
        person,
        home=rng.choice(COMMUNES),
        birth_date=_birth(rng, horizon) if rng.random() < spice.young else None,
        vehicle=rng.random() < 0.85,
        max_commute_minutes=rng.choice((5, 20, 30, 45, 60, 60)),
        qualifications=_qualifications(rng, person, horizon),
        contract=_contract(rng, spice, horizon),
        other_employer_weekly_minutes=rng.choice((300, 600, 780, 1500)) if rng.random() < spice.other_employer else 0,
        lighter_days=_lighter(rng, horizon) if rng.random() < spice.lighter else None,
    )


def _birth(rng: Random, horizon: Horizon) -> date:
    """15 to 18 years before the horizon; sometimes a birthday of 16 or 18 falls inside it."""
    day = any_day(rng, horizon)
    day -= timedelta(days=1) if (day.month, day.day) == (2, 29) else timedelta(0)
    return day.replace(year=day.year - rng.choice((15, 16, 16, 17, 17, 17, 18)))


def _qualifications(rng: Random, person: Employee, horizon: Horizon) -> tuple[HeldQualification, ...]:
    codes = {held.code for held in person.qualifications} if rng.random() < 0.5 else set()
    codes |= set(rng.sample(JOBS, rng.randint(1, 3)))
    return tuple(
        HeldQualification(code=code, valid_until=any_day(rng, horizon) if rng.random() < 0.15 else None)
        for code in sorted(codes)
    )


def _contract(rng: Random, spice: Spice, horizon: Horizon) -> Contract:
    part = rng.random() < spice.part_time
    weekly = rng.choice((600, 1050, 1440, 1680, 1920)) if part else 2100
    dated = rng.random() < spice.contract_dates
    members = MEMBERS if rng.random() < 0.7 else rng.sample(MEMBERS, rng.randint(1, 2))
    return Contract(
        kind=ContractKind.PART_TIME if part else ContractKind.FULL_TIME,
        weekly_minutes=weekly,
        annual_minutes=1607 * 60 * weekly // 2100,
        first_day=any_day(rng, horizon) if dated and rng.random() < 0.5 else date(2020, 1, 1),
        last_day=any_day(rng, horizon) if dated and rng.random() < 0.7 else None,
        member_ids=frozenset(members),
        annualised=rng.random() < spice.annualised,
        night_worker=rng.random() < spice.night_worker,
        **_roster_terms(rng, spice),
    )


def _roster_terms(rng: Random, spice: Spice) -> dict[str, int]:
    """Terms of a care home's roster; none unless the rule is about them."""
    if not spice.roster or rng.random() >= spice.roster:
        return {}
    return {
        "most_days_in_row": rng.randint(1, 5),
        "least_days_in_row": rng.randint(1, 3),
        "least_days_off_in_row": rng.randint(1, 3),
        "most_weekends": rng.randint(0, 2),
        "most_mean_minutes": rng.choice((600, 1200, 1800, 2400)),
        "least_mean_minutes": rng.choice((0, 0, 300, 600)),
    }


def _lighter(rng: Random, horizon: Horizon) -> LighterDays:
    first, last = two_days(rng, horizon)
    return LighterDays(first_day=first, last_day=last, minutes_less=rng.choice((30, 60)))


def draw_absences(rng: Random, spice: Spice, people: tuple[Employee, ...], horizon: Horizon) -> tuple[Absence, ...]:
    """Half days, days, weeks; some touch a neighbouring one."""
    return tuple(
        Absence(id=f"away-{index}", employee_id=rng.choice(people).id, kind=rng.choice(list(AbsenceKind)), span=span)
        for index, span in enumerate(_spans(rng, horizon, spice.absences))
    )


def draw_on_calls(rng: Random, spice: Spice, people: tuple[Employee, ...], horizon: Horizon) -> tuple[OnCall, ...]:
    """Stand-by periods told a day to two months before."""
    return tuple(
        OnCall(
            id=f"call-{index}",
            employee_id=rng.choice(people).id,
            span=span,
            announced=horizon.first - timedelta(days=rng.choice((-2, 0, 1, 7, 14, 15, 16, 29, 31, 60))),
        )
        for index, span in enumerate(_spans(rng, horizon, spice.on_calls))
    )


def _spans(rng: Random, horizon: Horizon, often: float) -> list[Span]:
    found = []
    while rng.random() < often and len(found) < 4:
        day, start = any_day(rng, horizon), rng.choice((0, 0, 0, *EDGES))
        minutes = rng.choice((240, 420, 720, DAY, DAY, 2 * DAY, 7 * DAY))
        found.append(Span(instant_at(day, start), instant_at(day, start + minutes)))
    return found


def draw_terms(rng: Random, spice: Spice, people: tuple[Employee, ...], horizon: Horizon) -> tuple[RosterTerm, ...]:
    """Of any sort, hard or priced, of any work or of one kind of shift, with or without a past; some of one day."""
    found = []
    for index in range(rng.randint(*spice.terms)):
        counts = rng.choice(list(TermCount))
        least, most = rng.choice((None, 1, 2, 3)), rng.choice((None, 0, 1, 2, 3))
        term = RosterTerm(
            id=f"term-{index}",
            employee_id=rng.choice((None, *(person.id for person in people))),
            counts=counts,
            least=None if counts is TermCount.FOLLOWINGS else least,
            most=rng.choice((0, 0, 1)) if counts is TermCount.FOLLOWINGS else most,
            cents=rng.choice((None, 0, 30, 100)),
            done=rng.choice((None, 0, 1, 2, 4)),
        )
        if counts is TermCount.DAYS and rng.random() < 0.5:
            on_day, least = horizon.first + timedelta(days=rng.randint(-1, 7 * horizon.weeks)), rng.choice((None, 1))
            term = replace(term, on_day=on_day, least=least, most=None if least else 0, done=None)
        found.append(term if counts is TermCount.DAYS_OFF_IN_ROW else _of_a_kind(rng, term))
    return tuple(found)


def _of_a_kind(rng: Random, term: RosterTerm) -> RosterTerm:
    """Most often told by one thing; what follows a day of it too."""
    told = rng.choice(({}, {"shift": rng.choice(LABELS)}, {"ends_after": rng.choice((*EDGES, DAY, DAY + EDGES[0]))}))
    if rng.random() < 0.3:
        told = told | {"begins_before": rng.choice(EDGES)}
    if term.counts is TermCount.FOLLOWINGS:
        told = told | rng.choice(({}, {"then_shift": rng.choice(LABELS)}, {"then_before": rng.choice(EDGES)}))
    return replace(term, **told)


def draw_wishes(rng: Random, spice: Spice, people: tuple[Employee, ...], horizon: Horizon) -> tuple[Wish, ...]:
    """Of the three kinds, some for a period only."""
    found: list[Wish] = []
    while rng.random() < spice.wishes and len(found) < 6:
        dated = rng.random() < 0.3
        first, last = two_days(rng, horizon)
        start, end = rng.choice(((0, DAY), (0, DAY), (0, 7 * 60), (18 * 60, 22 * 60), sorted(rng.sample(EDGES, 2))))
        found.append(
            Wish(
                id=f"wish-{len(found)}",
                employee_id=rng.choice(people).id,
                kind=rng.choice(list(WishKind)),
                weekdays=frozenset(rng.sample(range(7), rng.randint(1, 3))),
                start_clock=start,
                end_clock=end,
                first_day=first if dated else None,
                last_day=last if dated else None,
            )
        )
    return tuple(found)


def draw_derogations(
    rng: Random, spice: Spice, agreement: str, people: tuple[Employee, ...], horizon: Horizon
) -> tuple[Derogation, ...]:
    """For figures that may be derogated from, up to their outer limit."""
    law = law_of(agreement)
    figures = [figure for name in law.names if (figure := law.figure(name, horizon.first)) and figure.outer is not None]
    found: list[Derogation] = []
    while figures and rng.random() < spice.derogations and len(found) < 8:
        figure = rng.choice(figures)
        first, last = two_days(rng, horizon)
        ends = sorted((figure.value, figure.outer or 0))
        found.append(
            Derogation(
                id=f"derogation-{len(found)}",
                rule=figure.name,
                employee_id=rng.choice((None, rng.choice(people).id)),
                first_day=first,
                last_day=last,
                limit=rng.choice((figure.outer or 0, rng.randint(*ends))),
                reason="essai",
            )
        )
    return tuple(found)


def any_day(rng: Random, horizon: Horizon) -> date:
    """A day of the horizon, its first and last more often."""
    return rng.choice((*horizon.days, horizon.first, horizon.last))


def two_days(rng: Random, horizon: Horizon) -> tuple[date, date]:
    """Two days of the horizon in order, or all of it."""
    if rng.random() < 0.3:
        return horizon.first, horizon.last
    first, last = sorted((any_day(rng, horizon), any_day(rng, horizon)))
    return first, last


def any_moment(rng: Random, horizon: Horizon) -> Instant:
    """From ten days before the horizon to its end, on the quarter of an hour."""
    day = horizon.first + timedelta(days=rng.randint(-10, len(horizon.days) - 1))
    return instant_at(day, 15 * rng.randint(0, 95))
