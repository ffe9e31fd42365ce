"""Locks that cannot hold: a smallest clash, each part of which holds, and ways out that lift it."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from gems.domain.people import Absence, AbsenceKind, HeldQualification
from gems.domain.problem import Problem
from gems.domain.records import PLACES, records_of, with_records
from gems.domain.report import Status
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span, instant_at
from gems.planning.build import build
from gems.planning.explain.clash import Clash, WayOut, clash
from gems.planning.ports import PlanOptions
from gems.rules.checker import judge
from solver.planner import ExactPlanner
from tests.rules.group import FIRST, contract, employee, group, problem

OPTIONS = PlanOptions(time_limit_seconds=30.0, workers=1, deterministic=True)


def lock(day: int, start: int, end: int, who: str = "ANA", site: str = "E") -> Assignment:
    """Work of whole hours, locked."""
    at = instant_at(FIRST, day * 1440)
    return Assignment(
        start=at + start * 60,
        end=at + end * 60,
        employee_id=who,
        site_id=site,
        qualification="caregiver",
        locked=True,
    )


def posed(*pieces: Assignment, **changes: object) -> Problem:
    """The small group with these locks."""
    asked = problem(group(**changes))
    return replace(asked, baseline=Schedule(horizon=asked.horizon, assignments=pieces))


def breaks(asked: Problem, pieces: tuple[Assignment, ...]) -> bool:
    """Whether these locks alone break a rule."""
    schedule = Schedule(horizon=asked.horizon, assignments=pieces)
    return bool(judge(replace(asked, baseline=schedule), schedule).violations)


def taken(asked: Problem, found: Clash, way: WayOut) -> bool:
    """Whether the clash is gone once a way out is taken."""
    pieces = tuple(piece for piece in found.pieces if piece != way.unlock)
    for change, added in ((way.drop, False), (way.add, True)):
        if change is not None:
            kind, row = change
            key = PLACES[kind].key
            kept = tuple(one for one in records_of(asked.group, kind) if key(one) != key(row))
            asked = replace(asked, group=with_records(asked.group, kind, (*kept, row) if added else kept))
    return not breaks(asked, pieces)


def verified(asked: Problem) -> Clash:
    """The clash, each statement of it tried."""
    found = clash(asked)
    assert found is not None
    assert breaks(asked, found.pieces)
    for size in range(len(found.pieces)):
        assert not any(breaks(asked, part) for part in combinations(found.pieces, size))
    assert len(found.ways_out) >= len(found.pieces)
    assert all(taken(asked, found, way) for way in found.ways_out)
    assert "{" not in found.words(asked).fr + found.words(asked).en
    return found


def test_two_pieces_at_one_time_among_many_that_hold() -> None:
    asked = posed(lock(0, 8, 12), lock(0, 10, 13), lock(1, 8, 12), lock(2, 8, 12), lock(0, 8, 12, "BEN"))
    found = verified(asked)
    assert {(piece.start, piece.employee_id) for piece in found.pieces} == {
        (lock(0, 8, 12).start, "ANA"),
        (lock(0, 10, 13).start, "ANA"),
    }
    assert "déverrouiller" in found.words(asked).fr


def test_an_absence_is_part_of_the_clash_and_a_way_out() -> None:
    away = Absence(
        id="A",
        employee_id="ANA",
        kind=AbsenceKind.LEAVE,
        span=Span(instant_at(FIRST, 0), instant_at(FIRST, 1440)),
    )
    found = verified(posed(lock(0, 8, 12), lock(2, 8, 12), absences=(away,)))
    assert found.pieces == (lock(0, 8, 12),)
    assert [row for _, row in found.rows] == [away]
    assert any(way.drop is not None for way in found.ways_out)


@pytest.mark.parametrize("who", ["ANA", None])
def test_a_roster_term_is_part_of_the_clash_and_a_way_out(who: str | None) -> None:
    term = RosterTerm(id="T", employee_id=who, counts=TermCount.DAYS, most=1)
    asked = posed(lock(0, 8, 12), lock(2, 8, 12), lock(2, 8, 12, "BEN"), roster_terms=(term,))
    found = verified(asked)
    assert [row for _, row in found.rows] == [term]
    assert "retirer la clause de roulement : au plus 1 jour" in found.words(asked).fr


ASKS = (
    RosterTerm(id="T", employee_id="ANA", counts=TermCount.DAYS, shift="Nuit", least=2),
    RosterTerm(id="T", employee_id="ANA", counts=TermCount.HALF_WEEKENDS, least=1),
)


@pytest.mark.parametrize("term", ASKS, ids=lambda term: term.counts)
def test_what_nobody_can_give_is_told_by_the_schedule_that_misses_least(term: RosterTerm) -> None:
    asked = posed(lock(0, 8, 12), roster_terms=(term,))
    assert clash(asked) is None
    built = build(asked, ExactPlanner(), OPTIONS)
    assert built.report.status is Status.NO_PLAN
    general, missed = built.reasons
    assert "roulement" in general.fr
    assert missed.fr.startswith("Ana Roux : 0 ")
    assert missed.fr.endswith(f"{term.least} au moins selon le roulement.")


def test_hours_of_a_contract_that_nobody_asks_for_are_told_too() -> None:
    people = (employee("ANA", contract=contract(least_mean_minutes=300)),)
    built = build(posed(lock(0, 8, 12), employees=people), ExactPlanner(), OPTIONS)
    assert [words.fr for words in built.reasons[1:]] == [
        "Ana Roux : 4 h sur la période, 5 h au moins selon le contrat."
    ]


def test_locks_that_clash_are_told_before_what_the_roster_asks() -> None:
    asked = posed(lock(0, 8, 12), lock(0, 10, 13), roster_terms=ASKS[:1])
    built = build(asked, ExactPlanner(), OPTIONS)
    assert built.result.nearest is None
    found = clash(asked)
    assert found is not None
    assert built.reasons[-1] == found.words(asked)


def test_a_short_night_names_the_evening_and_the_morning() -> None:
    found = verified(posed(lock(0, 17, 22), lock(1, 7, 11), lock(3, 8, 12)))
    assert len(found.pieces) == 2
    assert found.violation.rule == "daily_rest_min"


def test_a_qualification_nobody_has_is_said_of_the_one_piece() -> None:
    people = (employee("ANA", qualifications=(HeldQualification(code="secretary"),)),)
    found = verified(posed(lock(0, 8, 12), lock(1, 8, 12), employees=people))
    assert len(found.pieces) == 1
    assert found.violation.rule == "qualification_match"


def test_locks_that_hold_clash_with_nothing() -> None:
    assert clash(posed(lock(0, 8, 12), lock(1, 8, 12))) is None
    assert clash(problem(group())) is None


def test_no_plan_says_the_clash_and_its_ways_out() -> None:
    asked = posed(lock(0, 8, 12), lock(0, 10, 13))
    built = build(asked, ExactPlanner(), OPTIONS)
    assert built.report.status is Status.NO_PLAN
    found = clash(asked)
    assert found is not None
    assert found.words(asked) in built.reasons


@pytest.mark.parametrize("seed", range(40))
def test_locks_drawn_at_random_clash_exactly_when_there_is_no_plan(seed: int) -> None:
    draw = random.Random(f"clash/{seed}")
    pieces = set()
    for _ in range(draw.randint(2, 6)):
        start = draw.choice((6, 7, 8, 13, 14, 18, 20))
        pieces.add(
            lock(
                draw.randrange(4),
                start,
                start + draw.choice((2, 4, 6)),
                draw.choice(("ANA", "BEN")),
                draw.choice("EFG"),
            )
        )
    asked = posed(*sorted(pieces))
    result = ExactPlanner().plan(asked, OPTIONS)
    assert (clash(asked) is None) == (result.schedule is not None)
    if result.schedule is None:
        verified(asked)
