"""A piece opened again is exactly the whole with the rest fixed; steps only better a plan and lose nothing locked."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from sample_data import DEFAULT_WEEK, generate
from solver.cpsat import CpMaster
from solver.master import Master
from solver.neighbourhoods.ground import Ground
from solver.neighbourhoods.improve import Improver
from solver.neighbourhoods.shapes import SHAPES, Shape
from solver.parts import independent_parts
from solver.planner import ExactPlanner
from solver.standing import Standing
from solver.tightening import tightened
from solver.universe import Ints
from tests.solver.test_first_plan import planned_one_by_one, schedule_standing
from tests.solver.test_roster_terms import SEEDS, termed
from tests.solver.tiny import tiny

OPTIONS = PlanOptions(deterministic=True)


def least(asked: CpMaster) -> int:
    """The least cents of a model."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(asked.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def least_with_rest_fixed(master: Master, standing: Standing, opened: Ints) -> int:
    """The same piece, asked of the whole model."""
    asked = CpMaster(master)
    for duty in np.setdiff1d(np.arange(len(master.table)), opened).tolist():
        asked.model.add(asked.variables[duty] == int(standing.values[duty]))
    return least(asked)


@pytest.mark.parametrize("seed", range(400, 412))
def test_an_opened_piece_is_the_whole_with_the_rest_fixed(seed: int) -> None:
    master, standing = planned_one_by_one(tiny(seed))
    draw = np.random.default_rng(seed)
    for _ in range(4):
        opened = np.flatnonzero(draw.random(len(master.table)) < 0.5)
        piece = standing.opened(opened)
        gain = piece.cents - least(CpMaster(master, piece.part.columns, piece.part.rows))
        whole = standing.cents_of(np.arange(master.size)) - least_with_rest_fixed(master, standing, opened)
        # A duty that stands and the rows that hold it may leave a further column looser than it must be.
        assert gain <= whole
        assert standing.cents_of(piece.part.columns) == piece.cents


TERMED = SEEDS[:12]


def tight_standing(seed: int) -> tuple[Master, Standing]:
    """A plan of people with roster terms, its further columns no looser than they must be."""
    master, standing = planned_one_by_one(termed(seed))
    standing.put(np.arange(master.size), np.array(tightened(master, standing.values.tolist())))
    return master, standing


def drawn_duties(master: Master, seed: int) -> list[Ints]:
    draw = np.random.default_rng(seed)
    return [np.flatnonzero(draw.random(len(master.table)) < 0.3) for _ in range(4)]


@pytest.mark.parametrize("seed", TERMED)
def test_with_nothing_loose_a_piece_gains_all_that_the_whole_does(seed: int) -> None:
    """Though the columns that an equation fixes, and what hangs on them, stay closed."""
    master, standing = tight_standing(seed)
    for opened in drawn_duties(master, seed):
        piece = standing.opened(opened)
        gain = piece.cents - least(CpMaster(master, piece.part.columns, piece.part.rows))
        whole = standing.cents_of(np.arange(master.size)) - least_with_rest_fixed(master, standing, opened)
        assert gain == whole


def test_what_an_equation_fixes_stays_closed() -> None:
    closed = 0
    for seed in TERMED:
        master, standing = tight_standing(seed)
        for opened in drawn_duties(master, seed):
            linked = standing.incidence.with_columns_linked(opened, len(master.table))
            moving = standing.incidence.moving(standing.values, opened, linked)
            assert set(opened) <= set(moving) <= set(linked)
            closed += len(linked) - len(moving)
    assert closed > 0


def small_standing() -> tuple[Master, Standing]:
    return planned_one_by_one(prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK)))


def test_steps_never_cost_more_and_keep_every_row() -> None:
    master, standing = small_standing()
    part = independent_parts(master)[0]
    improver = Improver(standing, part, OPTIONS, Random("steps"))
    everywhere = standing.incidence.rows_holding(np.arange(master.size))
    costs = [standing.cents_of(part.columns)]
    for _ in range(12):
        better = improver.step(1.0, never_stop)
        costs.append(standing.cents_of(part.columns))
        assert better == (costs[-1] < costs[-2])
        assert costs[-1] <= costs[-2]
        assert standing.incidence.kept(standing.values, everywhere)
    assert costs[-1] < costs[0]


def test_steps_lose_nothing_locked() -> None:
    problem = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))
    best = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=5.0, deterministic=True)).schedule
    assert best is not None
    locked = tuple(replace(piece, locked=True) for piece in best.assignments[::2])
    master, standing = planned_one_by_one(
        prepare(problem.group, problem.horizon, baseline=replace(best, assignments=locked))
    )
    improver = Improver(standing, independent_parts(master)[0], OPTIONS, Random("locks"))
    for _ in range(8):
        improver.step(1.0, never_stop)
    assert set(locked) <= set(schedule_standing(master, standing)[1].assignments)


def test_a_plan_that_became_dearer_or_illegal_meanwhile_is_refused() -> None:
    master, standing = small_standing()
    part = independent_parts(master)[0]
    stands = standing.values[part.columns]
    assert not standing.offer(part.columns, stands)
    everything = np.where(part.columns < len(master.table), 1, stands)
    assert standing.prices[part.columns] @ everything < standing.cents_of(part.columns)
    assert not standing.offer(part.columns, everything)
    assert (standing.values[part.columns] == stands).all()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_shapes_open_something_and_grow_with_their_size(shape: Shape) -> None:
    master, standing = small_standing()
    ground = Ground(standing, independent_parts(master)[0])
    few = [int(shape(ground, 1.0, Random(seed)).sum()) for seed in range(20)]
    many = [int(shape(ground, 8.0, Random(seed)).sum()) for seed in range(20)]
    assert max(few) > 0
    assert sum(few) < sum(many)
