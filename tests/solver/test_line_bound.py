"""The bound by lines never lies: under the optimum, and for each duty under the best plan that holds it."""

from itertools import product

import numpy as np
import pytest
from ortools.sat.python import cp_model

from solver.cpsat import CpMaster
from solver.lagrange import SCALE
from solver.line_bound import LineBound, LineSearch
from solver.line_rows import sort_rows
from solver.lines import NEVER, LineSpace, cheapest_line, cheapest_through, costs_to_go
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.planner import build_master
from solver.universe import Ints
from tests.solver.tiny import tiny

SEEDS = range(200, 230)


def optimum(master: Master, part: Part, held: int | None = None) -> int | None:
    """The least cents of a part, one duty held if asked; None when that cannot be."""
    asked = CpMaster(master, part.columns, part.rows)
    if held is not None:
        asked.model.add(asked.variables[held] == 1)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(asked.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def line_bound(master: Master, part: Part) -> LineBound:
    """The bound, improved as far as it goes."""
    search = LineSearch(master, part)
    first = search.cents
    for _ in range(3):
        search.improve((), float("inf"), lambda: False)
    assert first <= search.cents
    return search.answer()


def largest_part(seed: int) -> tuple[Master, Part]:
    master = build_master(tiny(seed), drop_dominated=False)
    return master, independent_parts(master)[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_costs_less_than_the_bound(seed: int) -> None:
    master, part = largest_part(seed)
    bound = line_bound(master, part)
    least = optimum(master, part)
    assert least is not None
    assert bound.cents <= least


@pytest.mark.parametrize("seed", SEEDS[:12])
def test_no_plan_that_holds_a_duty_costs_less_than_its_own_bound(seed: int) -> None:
    master, part = largest_part(seed)
    bound = line_bound(master, part)
    for column, through in zip(bound.columns.tolist(), bound.through.tolist(), strict=True):
        least = optimum(master, part, held=column)
        assert least is None or through <= least


def test_the_bound_is_tight_where_lines_say_it_all() -> None:
    distances = []
    for seed in SEEDS:
        master, part = largest_part(seed)
        least = optimum(master, part)
        assert least is not None
        distances.append(least - line_bound(master, part).cents)
    assert sum(distance == 0 for distance in distances) > len(distances) // 2


@pytest.mark.parametrize("seed", SEEDS[:12])
def test_the_dynamic_programme_finds_the_cheapest_of_all_lines(seed: int) -> None:
    master, part = largest_part(seed)
    draw = np.random.default_rng(seed)
    prices: Ints = draw.integers(-30_000, 30_000, size=master.size) * SCALE
    for space in sort_rows(master, part, SCALE).spaces:
        lines = dict(_all_lines(space, prices))
        to_go = costs_to_go(space, prices)
        least, columns = cheapest_line(space, prices, to_go)
        assert least == min(lines.values()) == lines[tuple(columns)]
        for column, through in zip(
            *(values.tolist() for values in cheapest_through(space, prices, to_go)), strict=True
        ):
            assert through == min((cost for line, cost in lines.items() if column in line), default=int(NEVER))


def _all_lines(space: LineSpace, prices: Ints) -> list[tuple[tuple[int, ...], int]]:
    """Every line of a one-week space with its price, by trying each mix of duties."""
    found = []
    for mix in product(*(range(-1, len(day.columns)) for day in space.days)):
        kind, minutes, cost, line = -1, 0, 0, []
        for day, duty in zip(space.days, mix, strict=True):
            if duty < 0:
                kind = -1
                continue
            family = int(day.family[duty])
            if day.clashes[kind, family]:
                break
            kind = int(day.after[family])
            minutes += int(day.minutes[family])
            cost += int(prices[day.columns[duty]])
            line.append(int(day.columns[duty]))
        else:
            if minutes < len(space.hours_cents[0]):
                found.append((tuple(line), cost + int(space.hours_cents[0][minutes])))
    return found
