"""Fortnights proven apart: never more than the best plan of all weeks costs, and nearly that."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import numpy as np
import pytest

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from sample_data import DEFAULT_WEEK, generate
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.fortnights_apart import FortnightsApart, _owners, fortnights_apart
from solver.master import Master
from solver.owners import NOBODYS
from solver.parts import Part, independent_parts
from solver.planner import build_master
from solver.proofs import RACING, Proofs
from solver.search import Style, search
from solver.turns import Board

SEEDS = (1, 3)
OPTIONS = PlanOptions(deterministic=True, seed=1)
ENOUGH = 30.0
"""Counted work: a proof takes a tenth of it."""


@cache
def weeks(number: int, seed: int = 1, later: int = 0) -> Master:
    """So many weeks of the small group as one, from so many weeks after its own first."""
    horizon = Horizon.of_iso_week(DEFAULT_WEEK, number)
    return build_master(prepare(generate("small", seed), Horizon(horizon.first + timedelta(weeks=later), number)))


@cache
def best(seed: int) -> int:
    """What the cheapest plan of the largest part of four weeks costs."""
    part = largest(weeks(4, seed))
    model = CpMaster(weeks(4, seed), part.columns, part.rows)
    found = search(model, OPTIONS, ENOUGH, Style.PROVE, lambda cents, bound: None, never_stop, cut_rounds=3)
    assert found.proven
    assert found.cents is not None
    return found.cents


def largest(master: Master) -> Part:
    return independent_parts(master)[0]


def proven(master: Master, apart: FortnightsApart) -> None:
    for stretch in apart.stretches:
        apart.prove(master, stretch, OPTIONS, ENOUGH, 1, lambda: None, never_stop)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_fortnights_prove_is_nearly_what_the_best_plan_costs_and_never_more(seed: int) -> None:
    master = weeks(4, seed)
    apart = fortnights_apart(master, largest(master))
    assert apart is not None
    assert len(apart.stretches) == 2
    assert apart.cents is None, "nothing is known of either yet"
    proven(master, apart)
    assert apart.cents is not None
    whole = best(seed) + master.constant
    assert 0 <= best(seed) - apart.cents <= 0.02 * whole


def test_each_column_is_in_one_fortnight_at_most_and_rows_hold_no_other() -> None:
    master = weeks(4)
    part = largest(master)
    apart = fortnights_apart(master, part)
    assert apart is not None
    inside = np.concatenate([stretch.part.columns for stretch in apart.stretches])
    assert len(np.unique(inside)) == len(inside)
    duties = part.columns[part.columns < len(master.table)]
    assert set(duties.tolist()) <= set(inside.tolist())
    assert (_owners(master, part)[np.setdiff1d(part.columns, inside)] == NOBODYS).all()
    for stretch in apart.stretches:
        days = master.table.day[stretch.part.columns[stretch.part.columns < len(master.table)]]
        assert days.max() - days.min() < 14
        columns = set(stretch.part.columns.tolist())
        assert all(columns.issuperset(row.columns.tolist()) for row in stretch.part.rows)


@pytest.mark.parametrize(("later", "lengths"), [(0, [2, 1]), (1, [1, 2])])
def test_fortnights_are_those_of_the_group(later: int, lengths: list[int]) -> None:
    master = weeks(3, later=later)
    apart = fortnights_apart(master, largest(master))
    assert apart is not None
    found = [stretch.part.columns[stretch.part.columns < len(master.table)] for stretch in apart.stretches]
    assert [len(np.unique(master.table.day[duties] // 7)) for duties in found] == lengths


def test_fortnights_before_the_group_s_first_are_counted_too() -> None:
    """A group may have said since when its fortnights are counted after some of the weeks planned."""
    problem = prepare(generate("small", 1), Horizon.of_iso_week(DEFAULT_WEEK, 4))
    first = problem.horizon.first + timedelta(weeks=2)
    settings = replace(problem.group.settings, fortnight_start=first)
    master = build_master(replace(problem, group=replace(problem.group, settings=settings)))
    apart = fortnights_apart(master, largest(master))
    assert apart is not None
    assert len(apart.stretches) == 2


def test_a_week_has_none() -> None:
    assert fortnights_apart(weeks(1), largest(weeks(1))) is None


def test_the_second_proof_of_several_fortnights_takes_them_apart() -> None:
    board = Board(weeks(4), lambda cents, bound: None, never_stop)
    proofs = Proofs(board, OPTIONS, Effort(ENOUGH, counted=True), 2)
    turn = board.turns[0]
    turn.proofs = RACING - 1
    proofs.begun(turn, [turn])()
    assert turn.cents is None, "it makes no plan"
    assert 0 <= best(1) - turn.bound <= 0.01 * (best(1) + weeks(4).constant)
    assert (turn.proving, turn.looked) == (0, True)
    assert proofs.effort.spent > 0
