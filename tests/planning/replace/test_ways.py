"""Direct, by one gift, by two: against every way tried on tiny groups; agreements, refusals, whole weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gems.domain.history import YearDone
from gems.domain.life import NoticeBand
from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span, instant_at
from gems.planning.replace.case import Case, case_of_absence, case_of_needs
from gems.planning.replace.saying import besides_words, hole_words, hours_words, notice_words, road_words
from gems.planning.week.saying import joined
from gems.prices.load import prices
from gems.rules.checker import judge
from tests.planning.replace.given import agreed_by_all, every_way, published
from tests.rules.given import problem_of
from tests.rules.group import FIRST
from tests.solver.tiny import cheapest, tiny, tries

SEEDS = [seed for seed in range(40) if 30 <= tries(tiny(seed)) <= 250][:5]
MORE_SEEDS = [seed for seed in range(40, 160) if 30 <= tries(tiny(seed)) <= 400][:40]


def week(*rows: str, requests: list[dict[str, object]], told: int | None = None, **given: object) -> Problem:
    """A published week of ANA, BEN, CLE and DAN; `told`: how many days before its Monday it is now."""
    problem = problem_of({"requests": requests, "baseline": list(rows), **given}, "here")
    assert problem.baseline is not None
    as_of = None if told is None else instant_at(FIRST - timedelta(days=told), 8 * 60)
    return replace(problem, prices=prices("balanced"), baseline=published(problem.baseline), as_of=as_of)


def ill(problem: Problem, employee_id: str, day: int, days: int = 1) -> Case:
    """Somebody away from a day of the week on."""
    first = FIRST + timedelta(days=day)
    span = Span(instant_at(first, 0), instant_at(first + timedelta(days=days), 0))
    absence = Absence(id="ill", employee_id=employee_id, kind=AbsenceKind.SICKNESS, span=span)
    assert problem.baseline is not None
    return case_of_absence(problem, problem.baseline, employee_id, absence)


REQUESTS: list[dict[str, object]] = [
    {"id": "R1", "site": "E", "job": "caregiver", "days": "mon,tue", "slot": "7:00-14:00", "break_minutes": 20},
    {"id": "R2", "site": "G", "job": "caregiver", "days": "mon,tue", "slot": "8:00-12:00"},
]
ROWS = ("ANA mon 7:00-14:00 E mission=R1/2026-11-23/1", "BEN mon 8:00-12:00 G mission=R2/2026-11-23/1")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_list_is_what_trying_everything_finds(seed: int) -> None:
    assert holes_listed_as_tried(seed) > 0


@pytest.mark.long
@pytest.mark.parametrize("seed", MORE_SEEDS)
def test_the_list_is_what_trying_everything_finds_more_often(seed: int) -> None:
    assert holes_listed_as_tried(seed) > 0


def holes_listed_as_tried(seed: int) -> int:
    """How many pieces of the cheapest week of a tiny group were lost in turn, each list being what trying finds."""
    problem, compared = tiny(seed), 0
    _, schedule = cheapest(problem)
    problem = replace(problem, baseline=published(schedule), as_of=instant_at(FIRST - timedelta(days=8), 0))
    for lost in schedule.assignments:
        absence = Absence(
            id="ill", employee_id=lost.employee_id, kind=AbsenceKind.SICKNESS, span=Span(lost.start, lost.end)
        )
        case = case_of_absence(problem, schedule, lost.employee_id, absence)
        listing = case.listings()[0]
        if len(listing.hole.gaps) > 1:
            continue
        same_hours = listing.hole.first
        tried = list(every_way(case, agreed_by_all(case.problem), same_hours, most_gifts=2))
        alone = {taker: cents for gifts, taker, cents in tried if gifts == 0}
        direct = {entry.employee_id: entry for entry in listing.entries if not entry.way.gifts}
        for taker, cents in alone.items():
            assert direct[taker].cents == cents
        through = {taker for gifts, taker, _ in tried if gifts and taker not in direct}
        takers = {entry.employee_id for entry in listing.entries}
        if len(listing.entries) < 5:
            assert takers == set(direct) | through
        for taker in through & takers:
            fewest = min(gifts for gifts, who, _ in tried if who == taker)
            least = min(cents for gifts, who, cents in tried if (gifts, who) == (fewest, taker))
            found = [entry for entry in listing.entries if entry.employee_id == taker]
            assert (found[0].others, found[0].cents) == (fewest, least)
        compared += 1
    return compared


def test_somebody_free_takes_it_at_once() -> None:
    case = ill(week(*ROWS[:1], requests=REQUESTS[:1], told=10), "ANA", 0)
    (listing,) = case.listings()
    best = listing.entries[0]
    assert (best.employee_id, best.others, best.band) == (
        "BEN",
        0,
        NoticeBand.EARLY,
    )
    assert {one.employee_id: one.rule for one in listing.left_out} == {"ANA": "absence", "CLE": "qualification_match"}
    words = hole_words(case.problem.group, listing.hole)
    assert words.fr == "lun. 23 nov., 7 h 00–14 h 00 · EHPAD · aide-soignant"
    assert listing.why_left_out[0].fr.startswith("1 personne")


def test_somebody_busy_gives_their_piece_to_somebody_free() -> None:
    """Nights over, DAN cannot take seven hours at the EHPAD; BEN can once DAN has taken four at the annexe."""
    problem = week(*ROWS, requests=REQUESTS, told=10, employees={"DAN": {"contract": {"member_ids": ["FOYER"]}}})
    case = ill(problem, "ANA", 0)
    listing = case.listings()[0]
    (entry,) = listing.entries
    assert (entry.employee_id, entry.others) == ("BEN", 1)
    besides = joined(besides_words(case.problem.group, entry))
    assert besides.fr == "Ben Faure, lun. 23 nov., 8 h 00–12 h 00 (Annexe) → Dan Morel"
    assert len(entry.changes) == 3  # hours added and taken for BEN, added for DAN


def test_too_late_to_tell_asks_for_agreement() -> None:
    case = ill(week(*ROWS, "BEN tue 7:00-14:00 E mission=R1/2026-11-24/1", requests=REQUESTS, told=-1), "BEN", 1)
    (listing,) = case.listings()
    entry = next(one for one in listing.entries if one.employee_id == "ANA")
    assert [(row.employee_id, row.rule, row.first_day) for row in entry.agreements] == [
        ("ANA", "notice_change", date(2026, 11, 24))
    ]
    assert entry.band is NoticeBand.LATE
    assert notice_words(entry).fr == "le jour même (dernière minute)"
    assert "avec l'accord de Ana Roux" in joined(besides_words(case.problem.group, entry)).fr


def test_whoever_refused_comes_last() -> None:
    problem = week(*ROWS[:1], requests=REQUESTS[:1], told=10)
    first = ill(problem, "ANA", 0).listings()[0]
    best, second = first.entries[:2]
    piece = best.way.taken[0]
    case = ill(problem, "ANA", 0)
    refused = replace(case, refused=frozenset({(piece.employee_id, piece.start, piece.end)}))
    again = refused.listings()[0]
    assert [entry.employee_id for entry in again.entries] == [second.employee_id, best.employee_id]
    assert again.entries[-1].refused
    assert "a déjà refusé ces heures" in joined(besides_words(case.problem.group, again.entries[-1])).fr


def test_one_person_for_the_whole_week_is_one_hole() -> None:
    requests = [{**REQUESTS[0], "same_person": True}]
    rows = ("ANA mon 7:00-14:00 E mission=R1/2026-11-23/1", "ANA tue 7:00-14:00 E mission=R1/2026-11-24/1")
    problem = week(*rows, requests=requests, told=10)
    (whole,) = ill(problem, "ANA", 0, days=2).listings()
    assert len(whole.hole.gaps) == 2
    assert {len(entry.way.taken) for entry in whole.entries} == {2}
    (half,) = ill(problem, "ANA", 1).listings()
    assert half.entries == ()
    assert {one.rule for one in half.left_out if one.employee_id in ("BEN", "DAN")} == {"same_person"}


def test_hours_nobody_has_yet_go_where_they_cost_least() -> None:
    requests: list[dict[str, object]] = [
        {"id": "R3", "site": "E", "job": "caregiver", "days": "mon", "window": "8:00-18:00", "minutes": 120}
    ]
    problem = week("BEN mon 8:00-12:00 G", requests=requests)
    (need,) = problem.needs
    assert problem.baseline is not None
    case = case_of_needs(problem, problem.baseline, (need.id,))
    (listing,) = case.listings()
    entry = next(one for one in listing.entries if one.employee_id == "BEN")
    before = judge(problem, case.schedule).cents
    every = [
        judge(problem, Schedule(horizon=problem.horizon, assignments=(*case.schedule.assignments, piece)))
        for piece in (_piece(problem, slot) for slot in need.missions[0].slots)
    ]
    assert entry.cents == min(verdict.cents for verdict in every if not verdict.violations) - before
    served = Schedule(horizon=problem.horizon, assignments=(*case.schedule.assignments, *entry.way.taken))
    assert case_of_needs(problem, served, (need.id,)).holes == ()


def test_facts_of_an_entry() -> None:
    faces = [{"employee": "DAN", "member": "EHPAD", "minutes": 60}]
    problem = week(*ROWS[:1], requests=REQUESTS[:1], told=10, faces=faces)
    (listing,) = ill(problem, "ANA", 0).listings()
    facts = {entry.employee_id: entry for entry in listing.entries}
    assert (facts["DAN"].known, facts["BEN"].known) == (True, False)
    assert (facts["BEN"].worked_minutes, facts["BEN"].target_minutes) == (7 * 60, 35 * 60)
    assert (facts["BEN"].commute.minutes, facts["BEN"].drives.minutes) == (5, 0)
    assert road_words(facts["BEN"]).fr == "5 min de route, 2 km"


def test_the_week_aims_at_what_the_balance_of_the_year_asks() -> None:
    problem = week(*ROWS[:1], requests=REQUESTS[:1], told=10)
    group = problem.group
    people = tuple(replace(one, contract=replace(one.contract, annualised=True)) for one in group.employees)
    years = (YearDone(employee_id="BEN", minutes=96_420), YearDone(employee_id="DAN", minutes=60_000))
    counted = replace(group, employees=people, history=replace(group.history, years=years))
    (listing,) = ill(replace(problem, group=counted), "ANA", 0).listings()
    targets = {entry.employee_id: entry.target_minutes for entry in listing.entries}
    assert targets == {"BEN": 28 * 60, "DAN": 40 * 60}, "one is ahead of the year, the other far behind"
    (ben,) = (entry for entry in listing.entries if entry.employee_id == "BEN")
    assert hours_words(ben).fr == "7 h / 28 h"


def _piece(problem: Problem, slot: Span) -> Assignment:
    mission = problem.missions[0]
    return Assignment(
        start=slot.start,
        end=slot.end,
        employee_id="BEN",
        site_id=mission.request.site_id,
        qualification=mission.request.qualification,
        mission_id=mission.id,
    )
