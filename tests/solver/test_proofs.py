"""Proofs of vast parts over several weeks: by the tree of bounds, once, for all the time that is theirs."""

from dataclasses import replace
from functools import cache

import pytest

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from sample_data import DEFAULT_WEEK, generate
from solver.duty_programme import DutyProgramme
from solver.effort import Effort
from solver.master import Master
from solver.planner import build_master
from solver.proofs import LONG_PROOF, Proofs
from solver.turns import Board

OPTIONS = PlanOptions(deterministic=True, seed=1)
ENOUGH = 4.0
"""Counted work from which on the bound is above that of fractions."""


@cache
def weeks() -> Master:
    """Three weeks of thirty people: one part of them is vast."""
    return build_master(prepare(generate("gems23", 3), Horizon.of_iso_week(DEFAULT_WEEK, 3)))


@cache
def week() -> Master:
    return build_master(prepare(generate("gems23", 3), Horizon.of_iso_week(DEFAULT_WEEK)))


def proofs(master: Master, limit: float, hands: int = 2) -> Proofs:
    board = Board(master, lambda cents, bound: None, never_stop)
    return Proofs(board, OPTIONS, Effort(limit, counted=True), hands)


def test_a_vast_part_over_several_weeks_is_bounded_above_its_fractions_and_then_left() -> None:
    found = proofs(weeks(), ENOUGH)
    turn = found.board.turns[0]
    assert found.board.vast(turn)
    assert found.worth(turn)
    found.begun(turn, [turn])()
    assert turn.bound > DutyProgramme(weeks(), turn.part).bound
    assert (turn.proving, turn.looked) == (0, True)
    assert not found.worth(turn), "begun again it would know nothing of the tree"


def test_the_smallest_parts_come_first() -> None:
    """With the tree first, four weeks of a county ended 7.1 % from the bound, not 5.3: the small ones lacked plans."""
    found = proofs(weeks(), ENOUGH)
    vast, *others = found.board.turns
    small = min(others, key=lambda one: one.size)
    assert found.next(found.board.turns) is not None
    assert (vast.proving, small.proving) == (0, 1)


@pytest.mark.parametrize(("hands", "trees"), [(1, 1), (2, 1), (3, 2)])
def test_one_of_several_hands_is_left_to_plans(hands: int, trees: int) -> None:
    """A tree that has begun takes a hand until it ends; a second part as vast waits, unless a third hand is there."""
    found = proofs(weeks(), ENOUGH, hands=hands)
    found.effort.count(0.8 * ENOUGH)
    turn, *others = found.board.turns
    found.begun(turn, [turn])
    second = replace(turn, number=len(others) + 1, proofs=0, proving=0)
    found.board.turns.append(second)
    assert found.worth(second) == (trees > 1)


def test_two_vast_parts_share_what_one_hand_has() -> None:
    found = proofs(weeks(), ENOUGH)
    turn = found.board.turns[0]
    assert found.trees.share(turn, [turn, replace(turn, number=9)]) == pytest.approx(ENOUGH / 2)


def test_a_single_hand_betters_a_vast_part_before_it_proves_it() -> None:
    found = proofs(weeks(), ENOUGH, hands=1)
    turn = found.board.turns[0]
    assert not found.worth(turn)
    found.effort.count(0.8 * ENOUGH)
    assert found.worth(turn)


def test_the_tree_may_take_all_the_time_of_its_part() -> None:
    long = 10 * LONG_PROOF
    found = proofs(weeks(), long)
    turn = found.board.turns[0]
    assert found.trees.share(turn, [turn]) == pytest.approx(long)


def test_only_several_weeks_of_no_whole_rosters_are_vast() -> None:
    board = proofs(weeks(), ENOUGH).board
    turn = board.turns[0]
    assert [board.vast(one) for one in board.turns] == [len(one.part.columns) >= 10_000 for one in board.turns]
    turn.whole_rosters = True
    assert not board.vast(turn), "they have a bound and plans of their own"
    assert not any(map(proofs(week(), ENOUGH).board.vast, proofs(week(), ENOUGH).board.turns))
