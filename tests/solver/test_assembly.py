"""Several hands at one plan: nothing is lost between them, a fault in one is heard, one hand repeats itself."""

import pytest

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from sample_data import DEFAULT_WEEK, generate
from solver.assembly import Assembly
from solver.effort import Effort
from solver.master import Master
from solver.planner import build_master
from solver.turns import Board


def two_weeks() -> Master:
    return build_master(prepare(generate("small", 5), Horizon.of_iso_week(DEFAULT_WEEK, 2)))


def searched(master: Master, options: PlanOptions, told: list[tuple[int | None, int]]) -> Assembly:
    assembly = Assembly(master, options, lambda best, bound: told.append((best, bound)), never_stop)
    assembly.run(options.time_limit_seconds)
    return assembly


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_what_is_told_only_gets_better_and_is_what_stands(workers: int) -> None:
    master, told = two_weeks(), []
    assembly = searched(master, PlanOptions(time_limit_seconds=3.0, workers=workers), told)
    bests = [best for best, _ in told if best is not None]
    bounds = [bound for _, bound in told]
    assert bests == sorted(bests, reverse=True)
    assert bounds == sorted(bounds)
    assert assembly.values is not None
    assert sum(master.bill(assembly.values).values()) == bests[-1] >= bounds[-1] == assembly.bound


def test_a_single_hand_that_counts_its_work_repeats_itself() -> None:
    """So little work that neighbourhoods, weeks and proofs all come into it."""
    options = PlanOptions(time_limit_seconds=1.5, deterministic=True, seed=7)
    runs: list[list[tuple[int | None, int]]] = [[], []]
    plans = [searched(two_weeks(), options, told).values for told in runs]
    assert plans[0] == plans[1]
    assert runs[0] == runs[1]


def test_a_week_of_thirty_people_is_proven_with_little_branching() -> None:
    """With one round of cuts it took 2.0 units of counted work, a first plan of 0.5 included."""
    week = build_master(prepare(generate("gems23", 3), Horizon.of_iso_week(DEFAULT_WEEK)))
    assembly = searched(week, PlanOptions(time_limit_seconds=8.0, deterministic=True, seed=3), [])
    assert assembly.proven
    assert assembly.effort.spent < 1.6


def test_a_fault_in_one_hand_is_heard() -> None:
    def listen(best: int | None, bound: int) -> None:
        raise ZeroDivisionError

    assembly = Assembly(two_weeks(), PlanOptions(), listen, never_stop)
    with pytest.raises(ZeroDivisionError):
        assembly.run(60.0)


def test_counted_effort_ends_when_all_of_it_is_counted() -> None:
    effort = Effort(2.0, counted=True)
    effort.count(1.5)
    assert effort.left == 0.5
    effort.count(1.0)
    assert effort.left == 0.0
    assert effort.until(0.5) == float("inf")


def test_a_bound_between_two_possible_costs_is_the_dearer_one() -> None:
    """Prices of whole euros: no plan costs a euro and a half."""
    board = _board(two_weeks())
    turn = board.turns[0]
    turn.grain = 100
    board.raise_bound(turn, turn.bound // 100 * 100 + 1050)
    assert turn.bound % 100 == 0
    before = turn.bound
    board.raise_bound(turn, before + 1)
    assert turn.bound == before + 100
    board.raise_bound(turn, before + 100)
    assert turn.bound == before + 100


def test_prices_of_whole_sevens_make_costs_of_whole_sevens() -> None:
    plain, dear = two_weeks(), two_weeks()
    for line in plain.duty_cents:
        dear.add_duty_cents(line, 6 * plain.duty_cents[line])
    for line, prices in plain.column_cents.items():
        for column, cents in prices.items():
            dear.add_cents(line, column, 6 * cents)
    grains, of_sevens = ([turn.grain for turn in _board(master).turns] for master in (plain, dear))
    assert of_sevens == [7 * grain for grain in grains]


def _board(master: Master) -> Board:
    return Board(master, lambda best, bound: None, never_stop)
