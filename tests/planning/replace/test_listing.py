"""The list says what the checker says of the whole schedule, to the cent; nobody is left out without a rule."""

from dataclasses import replace

import pytest

from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Schedule
from gems.planning.replace.case import Case, case_of_absence
from gems.planning.replace.listing import Listing, with_agreements
from gems.planning.replace.local import Delta
from gems.rules.checker import judge
from tests.planning.replace.given import agreed_by_all, broken_by, cases

SOME = [("small", 1, 4), ("gems23", 2, 3)]
MANY = [("small", 2, 60), *(("gems23", seed, 40) for seed in range(1, 6)), ("county", 1, 12), ("large", 1, 6)]


def entries_that_hold(case: Case, listing: Listing) -> int:
    """Each entry made: the whole checker finds nothing new, and the bill differs by what was said. How many."""
    before = judge(case.problem, case.schedule)
    for entry in listing.entries:
        problem, after = with_agreements(case.problem, entry.agreements), entry.delta.schedule(case.schedule)
        assert not broken_by(before, problem, after), entry.key
        assert judge(problem, after).cents - before.cents == entry.cents, entry.key
        served = {piece.mission_id for piece in after.assignments}
        assert {piece.mission_id for piece in listing.hole.lost} <= served
    return len(listing.entries)


def left_out_rightly(case: Case, listing: Listing) -> int:
    """Each person left out, given the hole: the rule named is broken, whatever the hours. How many."""
    takers = {entry.employee_id for entry in listing.entries}
    left_out = {one.employee_id: one.rule for one in listing.left_out}
    assert takers | set(left_out) == set(case.problem.group.employee)
    assert not takers & set(left_out)
    agreed = agreed_by_all(case.problem)
    before = judge(agreed, case.schedule)
    (gap, *others) = listing.hole.gaps
    for employee_id, rule in left_out.items():
        rules = set()
        for choice in gap.choices:
            pieces = (choice, *(other.choices[0] for other in others))
            delta = Delta(added=tuple(replace(piece, employee_id=employee_id) for piece in pieces))
            found = broken_by(before, agreed, delta.schedule(case.schedule))
            assert found, (employee_id, rule)
            rules |= {violation.rule for violation in found}
        assert rule in rules
    return len(left_out)


@pytest.mark.parametrize(("sample", "seed", "many"), SOME)
def test_every_entry_is_legal_at_its_price(sample: str, seed: int, many: int) -> None:
    assert sum(entries_that_hold(case, one) for case in cases(sample, seed, many) for one in case.listings()) > 0


LATE, EARLY, NIGHT = 20 * 60, 9 * 60, 26 * 60
TERMS = (
    RosterTerm(id="R1", counts=TermCount.DAYS, most=3, cents=1700),
    RosterTerm(id="R2", counts=TermCount.DAYS_OFF_IN_ROW, least=2, cents=1100),
    RosterTerm(id="R3", counts=TermCount.FOLLOWINGS, ends_after=LATE, then_before=EARLY, most=0),
    RosterTerm(id="R4", counts=TermCount.DAYS_OFF_AFTER, ends_after=NIGHT, least=2, cents=1300),
    RosterTerm(id="R5", counts=TermCount.DAYS_IN_ROW, most=5),
)


@pytest.mark.parametrize(("sample", "seed", "many"), [("small", 1, 3), ("gems23", 1, 1)])
def test_every_entry_is_legal_at_its_price_where_rosters_have_terms(sample: str, seed: int, many: int) -> None:
    found = [(case, one) for case in cases(sample, seed, many, TERMS) for one in case.listings()]
    assert sum(entries_that_hold(case, one) for case, one in found) > 0
    assert sum(left_out_rightly(case, one) for case, one in found) > 0


@pytest.mark.parametrize(("sample", "seed", "many"), [("small", 1, 6)])
def test_every_entry_is_legal_at_its_price_where_people_come_together(sample: str, seed: int, many: int) -> None:
    found = [(case, one) for case in cases(sample, seed, many, visits=True) for one in case.listings()]
    assert any(case.problem.visits for case, _ in found)
    assert sum(entries_that_hold(case, one) for case, one in found) > 0
    assert sum(left_out_rightly(case, one) for case, one in found) > 0


@pytest.mark.long
@pytest.mark.parametrize(("sample", "seed", "many"), MANY)
def test_every_entry_is_legal_at_its_price_in_many_cases(sample: str, seed: int, many: int) -> None:
    assert sum(entries_that_hold(case, one) for case in cases(sample, seed, many) for one in case.listings()) > 0


@pytest.mark.parametrize(("sample", "seed", "many"), [("small", 1, 3), ("gems23", 1, 1)])
def test_everybody_left_out_would_break_the_rule_named(sample: str, seed: int, many: int) -> None:
    firsts = ((case, case.replacing().listing(case.holes[0])) for case in cases(sample, seed, many))
    assert sum(left_out_rightly(case, listing) for case, listing in firsts) > 0


@pytest.mark.long
@pytest.mark.parametrize(("sample", "seed", "many"), [("small", 2, 30), ("gems23", 2, 12), ("gems23", 3, 12)])
def test_everybody_left_out_would_break_the_rule_named_in_many_cases(sample: str, seed: int, many: int) -> None:
    assert sum(left_out_rightly(case, one) for case in cases(sample, seed, many) for one in case.listings()) > 0


def test_the_best_of_all_fills_what_it_says_and_breaks_nothing() -> None:
    filled_some = 0
    for case in cases("gems23", 4, 3):
        filled = case.replacing().best_of_all(case.holes)
        agreements = [row for entry in filled.entries for row in entry.agreements]
        problem = with_agreements(case.problem, agreements)
        assert not broken_by(judge(problem, case.schedule), problem, filled.schedule)
        assert len(filled.entries) + len(filled.unfilled) == len(case.holes)
        filled_some += len(filled.entries)
        open_cents = judge(case.problem, case.schedule).cents
        assert judge(problem, filled.schedule).cents == open_cents + sum(entry.cents for entry in filled.entries)
    assert filled_some


def test_a_lock_on_what_is_lost_is_let_go() -> None:
    case = next(iter(cases("small", 1, 1)))
    assert case.problem.baseline is not None
    lost = case.holes[0].lost[0]
    locked = Schedule(
        horizon=case.schedule.horizon,
        assignments=(*case.schedule.assignments, *(replace(p, locked=True) for hole in case.holes for p in hole.lost)),
    )
    problem = replace(case.problem, baseline=locked)
    again = case_of_absence(problem, locked, lost.employee_id, None)
    assert {piece.span for hole in again.holes for piece in hole.lost} == {p.span for h in case.holes for p in h.lost}
    rules = {violation.rule for violation in judge(again.problem, again.schedule).violations}
    assert "locks_kept" not in rules
