"""What a bound leaves of a part still holds its cheapest plan; choices of weeks and hours forbid no plan."""

from itertools import product

import numpy as np
import pytest
from ortools.sat.python import cp_model

from gems.domain.requests import Volume
from gems.domain.time import DAYS_OF_WEEK
from solver import narrow
from solver.choices import add_choices
from solver.climb import climb
from solver.constraints import CONSTRAINTS
from solver.cpsat import CpMaster
from solver.hour_choices import NO_WORK, Sequenced, of_week, sequences
from solver.lagrange import SCALE, Level
from solver.lines import NEVER, LineSpace
from solver.master import Master
from solver.narrow import Ended, Narrowed, Narrowing
from solver.parts import Part, independent_parts
from solver.planner import build_master
from solver.universe import Ints
from solver.volume_choices import add_volume_choices, volume_choices, whole_weeks
from tests.solver.tiny import tiny

SEEDS = range(300, 324)
MOST_LINES = 20_000


def part_of(seed: int) -> tuple[Master, Part]:
    """The largest part of a random week, volumes chosen week by week."""
    master = build_master(tiny(seed))
    add_volume_choices(master)
    return master, independent_parts(master)[0]


def level_of(master: Master, part: Part, until: float) -> Level:
    """Where a climb stands at a time."""
    climbing = climb(master, part)
    assert climbing is not None
    climbing.rise(until)
    return climbing.level


def searched(asked: CpMaster, _seconds: float = 30.0) -> Ended:
    """A model, to the end."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(asked.model)
    if status == cp_model.INFEASIBLE:
        return Ended(impossible=True)
    assert status == cp_model.OPTIMAL
    values = {column: solver.value(variable) for column, variable in asked.variables.items()}
    cents = sum(asked.master.cents[column] * value for column, value in values.items())
    return Ended(tuple(c for c in asked.columns if c < len(asked.master.table) and values[c]), cents, cents)


@pytest.mark.parametrize("near", [narrow.NEAR, -1])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_found_is_the_cheapest_and_no_bound_is_above_it(
    seed: int, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Searched around a first plan at once, or by what a higher bound leaves of all that is no dearer."""
    monkeypatch.setattr(narrow, "NEAR", near)
    master, part = part_of(seed)
    least = searched(CpMaster(master, part.columns, part.rows)).cents
    level = level_of(master, part, float("inf"))
    assert level.cents <= least
    found = Narrowing(master, part, lambda asked: None, searched).run(1e12)
    assert found.proven
    assert (found.cents, found.bound) == (least, least)


def test_the_bound_of_plans_within_a_limit_is_no_lower_and_still_true() -> None:
    left_out = 0
    for seed in SEEDS:
        master, part = part_of(seed)
        least = searched(CpMaster(master, part.columns, part.rows)).cents
        climbing = climb(master, part)
        assert climbing is not None
        foot, duties = climbing.level.cents, len(climbing.level.over()[0])
        climbing.within(least)
        assert foot <= climbing.level.cents <= least
        climbing.rise(float("inf"))
        assert climbing.level.cents <= least
        left_out += duties - len(climbing.level.over()[0])
    assert left_out > 100


def test_from_a_known_plan_only_plans_no_dearer_are_looked_for() -> None:
    for seed in SEEDS[:8]:
        master, part = part_of(seed)
        best = searched(CpMaster(master, part.columns, part.rows))
        assert best.chosen is not None
        for cents, possible in ((best.cents + 1000, True), (best.cents, True), (best.cents - 1, False)):
            asked = CpMaster(master, part.columns, part.rows)
            asked.better(best.chosen, cents)
            found = searched(asked)
            assert (found.cents, found.impossible) == ((best.cents, False) if possible else (0, True))


def test_volumes_chosen_by_the_week_change_no_cost() -> None:
    volumes = 0
    for seed in SEEDS:
        problem = tiny(seed)
        volumes += any(isinstance(request.demand, Volume) for request in problem.group.requests)
        plain, chosen = build_master(problem), build_master(problem)
        add_volume_choices(chosen)
        beside = CpMaster(plain)
        add_choices(beside, volume_choices(plain))
        least = searched(CpMaster(plain)).cents
        assert searched(CpMaster(chosen)).cents == searched(beside).cents == least
    assert volumes >= len(SEEDS) // 4


def test_choices_are_of_volumes_whose_duties_are_all_there() -> None:
    tried = 0
    for seed in SEEDS:
        master = build_master(tiny(seed))
        whole, parts = volume_choices(master), independent_parts(master)
        apart = [volume_choices(master, part.columns) for part in parts]
        assert sum(one.count for one in apart) == whole.count
        for part, one in zip(parts, apart, strict=True):
            assert {column for row in one.rows for column in row.columns} <= set(part.columns.tolist())
        tried += whole.count > 0
        assert volume_choices(master, part_of(seed)[1].columns[:0]).count == 0
    assert tried > 2


def test_there_are_no_choices_where_the_rule_of_volumes_is_not_kept() -> None:
    for seed in SEEDS[:8]:
        master = build_master(tiny(seed), [one for one in CONSTRAINTS if one.rule != "request_volume"])
        assert volume_choices(master).count == 0


@pytest.mark.parametrize(("minutes", "days"), [(420, 2), (390, 3), (210, 1), (100, 2), (2000, 3)])
def test_the_weeks_of_a_volume_are_those_that_no_other_contains(minutes: int, days: int) -> None:
    lengths = {0: [180, 210], 2: [180, 240], 5: [60]}
    legal = [
        {(day, long) for day, long in zip(lengths, week, strict=True) if long}
        for week in product(*((0, *long) for long in lengths.values()))
        if sum(week) <= minutes and sum(long > 0 for long in week) <= days
    ]
    expected = {frozenset(week) for week in legal if week and not any(week < other for other in legal)}
    assert set(whole_weeks(lengths, minutes, days) or ()) == expected


def test_too_many_weeks_are_not_listed() -> None:
    assert whole_weeks({day: range(60, 480, 15) for day in range(5)}, 900, 5) is None


def every_line(space: LineSpace, prices: Ints) -> list[tuple[Sequenced, int]]:
    """All lines that keep to clashes and hours, one by one: their days' hours and their price."""
    days = [[None, *range(len(day.columns))] for day in space.days]
    found = []
    for chosen in product(*days):
        kind, price, hours, legal = -1, 0, list[tuple[int, int]](), True
        for day, duty in zip(space.days, chosen, strict=True):
            if duty is None:
                kind, hours = -1, [*hours, NO_WORK]
                continue
            family = int(day.family[duty])
            legal = legal and not day.clashes[kind, family]
            kind, price = int(day.after[family]), price + int(prices[day.columns[duty]])
            hours.append((int(day.minutes[family]), int(day.spill[family])))
        for week, cents in enumerate(space.hours_cents):
            worked = of_week(tuple(hours), week)
            legal = legal and worked < len(cents)
            price += int(cents[worked]) if legal else 0
        if legal:
            found.append((tuple(hours), price))
    return found


def few_lines(level: Level) -> list[tuple[LineSpace, list[Ints]]]:
    pairs = zip(level.part.spaces, level.to_go, strict=True)
    return [
        (space, to_go)
        for space, to_go in pairs
        if len(space.days) == DAYS_OF_WEEK and np.prod([len(day.columns) + 1 for day in space.days]) <= MOST_LINES
    ]


def test_the_hours_listed_are_those_of_all_lines_within_the_room() -> None:
    tried = 0
    for seed in SEEDS:
        master, part = part_of(seed)
        level = level_of(master, part, 0.0)
        for space, to_go in few_lines(level):
            lines = every_line(space, level.prices)
            least = min(price for _, price in lines)
            assert least == int(to_go[0][-1, 0]) < NEVER
            for room in (0, 500 * SCALE, 5000 * SCALE):
                expected = {hours for hours, price in lines if price <= least + room}
                assert set(sequences(space, level.prices, to_go, room, 10**6)) == expected
                tried += 1
    assert tried > 2 * len(SEEDS)


def test_a_plan_is_proven_when_nothing_can_be_cheaper() -> None:
    assert not Narrowed().proven
    assert not Narrowed((1,), 10, 9).proven
    assert Narrowed((1,), 10, 10).proven


def test_a_search_that_had_no_time_proves_nothing() -> None:
    master, part = part_of(SEEDS[0])
    found = Narrowing(master, part, lambda asked: None, lambda asked, seconds: Ended()).run(1e12)
    level = level_of(master, part, float("inf"))
    assert (found.chosen, found.proven) == (None, False)
    assert found.bound == level.cents
