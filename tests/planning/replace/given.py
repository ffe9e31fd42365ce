"""Somebody falls ill in a published week: cases on sample groups, and every way tried on tiny ones."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Request
from gems.domain.roster_terms import RosterTerm
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, Span, instant_at
from gems.planning.build import prepare
from gems.planning.replace.case import Case, case_of_absence
from gems.planning.replace.listing import whenever_agreed, with_agreements
from gems.planning.replace.local import Delta
from gems.rules.checker import Verdict, judge
from gems.rules.statement import Violation
from sample_data import DEFAULT_WEEK, generate, planted_weeks


def published(schedule: Schedule) -> Schedule:
    """All of it told to people."""
    pieces = tuple(replace(piece, published=True) for piece in schedule.assignments)
    return Schedule(horizon=schedule.horizon, assignments=pieces)


def away(employee_id: str, day_start: int, days: int) -> Absence:
    """Some whole days from an instant on."""
    span = Span(day_start, day_start + days * 24 * 60)
    return Absence(id="ill", employee_id=employee_id, kind=AbsenceKind.SICKNESS, span=span)


def cases(
    sample: str, seed: int, many: int, terms: tuple[RosterTerm, ...] = (), *, visits: bool = False
) -> Iterator[Case]:
    """Sicknesses at random in a sample's published week, told from the very day to ten days ahead.

    `visits`: those who begin at one place at one time come together.
    """
    draw, planted = random.Random(f"{sample}/{seed}"), planted_weeks(sample, seed)
    of = generate(sample, seed)
    of = replace(of, roster_terms=terms, requests=tuple(map(_visited, of.requests)) if visits else of.requests)
    whole = prepare(of, Horizon.of_iso_week(DEFAULT_WEEK))
    for _ in range(many):
        piece = draw.choice(planted.assignments)
        midnight = instant_at(piece.day, 0)
        told = instant_at(piece.day - timedelta(days=draw.choice((0, 1, 5, 10))), 5 * 60)
        problem = replace(whole, baseline=published(planted), as_of=told)
        absence = away(piece.employee_id, midnight, draw.choice((1, 1, 3)))
        yield case_of_absence(problem, planted, piece.employee_id, absence)


def _visited(request: Request) -> Request:
    fixed = isinstance(request.demand, FixedSlot)
    return replace(request, visit=str(request.demand.start_clock)) if fixed else request


def broken_by(before: Verdict, problem: Problem, after: Schedule) -> Counter[Violation]:
    """What the whole checker finds in a schedule that it did not find before."""
    return Counter(judge(problem, after).violations) - Counter(before.violations)


def every_way(case: Case, agreed: Problem, hole: Assignment, most_gifts: int) -> Iterator[tuple[int, str, int]]:
    """Every legal way of at most so many gifts of one piece each: how many gifts, the taker, the cents. By trying."""
    people = [person.id for person in case.problem.group.employees]
    before = judge(agreed, case.schedule)
    pieces = case.schedule.assignments
    for taker in people:
        taken = replace(hole, employee_id=taker)
        for gifts in range(most_gifts + 1):
            for given in permutations(pieces, gifts):
                for delta in _deltas(taken, given, people):
                    after = delta.schedule(case.schedule)
                    if not broken_by(before, agreed, after):
                        yield gifts, taker, judge(agreed, after).cents - before.cents


def _deltas(taken: Assignment, given: tuple[Assignment, ...], people: list[str]) -> Iterator[Delta]:
    """Each of the given pieces to each other person."""
    if not given:
        yield Delta(added=(taken,))
        return
    for rest in _deltas(taken, given[1:], people):
        for other in people:
            if other != given[0].employee_id:
                gift = replace(given[0], employee_id=other)
                yield Delta(removed=(given[0], *rest.removed), added=(*rest.added, gift))


def agreed_by_all(problem: Problem) -> Problem:
    """As if everybody agreed to late hours."""
    return with_agreements(problem, whenever_agreed(problem))
