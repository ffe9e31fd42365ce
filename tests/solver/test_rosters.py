"""Whole rosters: the best of one person is the best, what it costs is what the master says, and the bound is one."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.planning.ports import PlanOptions, never_stop
from gems.prices.load import prices
from solver.assembly import Assembly
from solver.constraints import CONSTRAINTS
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.grouping import group_missions
from solver.lagrange import SCALE
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.planner import build_master
from solver.rosters.ahead import compile_ahead
from solver.rosters.at_work import RosterWork
from solver.rosters.days import days_of
from solver.rosters.line_graph import line_graph
from solver.rosters.own_rows import OwnRows, owned
from solver.rosters.roster_search import RosterSearch
from solver.rosters.rosters import Rosters
from solver.rosters.walk import cheapest_walk
from solver.rosters.written import NoRoster, Unreadable, written
from solver.search import Style, search
from solver.standing import Standing
from solver.turns import Board
from tests.rules.group import FIRST, contract, employee, group, problem
from tests.rules.strategies.people import draw_terms
from tests.rules.strategies.spice import Spice

SHIFTS = (("Matin", 420, 900), ("Soir", 840, 1290), ("Nuit", 1260, 1860))
CARE_RULES = frozenset(
    {
        "mission_once", "no_overlap", "daily_rest_min", "roster_days_most", "roster_days_least",
        "roster_days_off_least", "roster_weekends_most", "roster_mean_hours", "roster_term", "unserved",
        "heads_beyond", "roster_term_missed", "excluded_person",
    }
)  # fmt: skip
CARE = tuple(each for each in CONSTRAINTS if each.rule in CARE_RULES)


def home(seed: int, weeks: int = 2, people: int = 3) -> Problem:
    """A small care home: three shifts a day, some with two heads or more than asked, and terms of any sort."""
    draw = Random(f"home/{seed}")
    names = ("ANA", "BEN", "CLE", "DAN", "EVE")[:people]
    staff = tuple(employee(name, contract=_contract(draw)) for name in names)
    requests = tuple(_request(draw, *shift, weeks) for shift in SHIFTS)
    of = group(employees=staff, requests=requests)
    asked = problem(of, weeks=weeks, prices=prices("balanced"))
    terms = tuple(
        replace(
            term, shift=term.shift and draw.choice(SHIFTS)[0], then_shift=term.then_shift and draw.choice(SHIFTS)[0]
        )
        for term in draw_terms(draw, Spice(terms=(2, 6)), staff, asked.horizon)
    )
    return replace(asked, group=replace(of, roster_terms=terms))


def _contract(draw: Random):  # type: ignore[no-untyped-def]
    few = draw.choice((1200, 1800))
    terms = {
        "most_days_in_row": draw.choice((None, 2, 4)),
        "least_days_in_row": draw.choice((None, 2)),
        "least_days_off_in_row": draw.choice((None, 2)),
        "most_weekends": draw.choice((None, 1)),
        "most_mean_minutes": draw.choice((None, few)),
    }
    return contract(member_ids=frozenset({"EHPAD"}), **terms)


def _request(draw: Random, label: str, start: int, end: int, weeks: int) -> Request:
    days = frozenset(draw.sample(range(7), draw.choice((4, 7))))
    more = {"most_headcount": 3, "beyond_cents": draw.choice((0, 2500))} if draw.random() < 1 / 2 else {}
    return Request(
        id=label,
        member_id="EHPAD",
        site_id="E",
        qualification="caregiver",
        label=label,
        demand=FixedSlot(start_clock=start, end_clock=end, headcount=draw.choice((1, 2)), **more),
        recurrence=Recurrence(weekdays=days, first_day=FIRST),
        excluded=frozenset(draw.sample(("ANA", "BEN"), draw.choice((0, 0, 1)))),
    )


def master_of(seed: int, rules: tuple = CARE, **size: int) -> Master:  # type: ignore[type-arg]
    of = home(seed, **size)
    return build_master(of, rules, heads=group_missions(of, rules))


def told_apart(master: Master) -> tuple[OwnRows, ...]:
    every = Part(np.arange(master.size), tuple(row for row in master.rows if len(row.columns)))
    return owned(master, every).people


def least_by_cp_sat(master: Master, own: OwnRows, extra: dict[int, int]) -> int | None:
    """The least cost of one person's columns, with something more for each duty; None where no roster is legal."""
    asked = CpMaster(master, np.concatenate([own.duties, own.further]), own.rows)
    weights = {column: master.cents[column] + extra.get(column, 0) for column in asked.columns}
    asked.model.minimize(sum(asked.variables[column] * weight for column, weight in weights.items()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(asked.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def check_each_person(master: Master, draw: Random) -> int:
    """How many people's best rosters were found to be the best."""
    read = 0
    for own in told_apart(master):
        extra = {column: draw.randint(-9000, 6000) for column in own.duties.tolist()}
        least = least_by_cp_sat(master, own, extra)
        try:
            graph = line_graph(days_of(master, written(master, own)))
        except NoRoster:
            assert least is None
            continue
        except Unreadable:
            continue
        priced = np.array(master.cents, dtype=np.int64)
        for column, cents in extra.items():
            priced[column] += cents
        total, duties = graph.cheapest(SCALE * priced)
        assert least is not None
        assert total == SCALE * least
        held = {column: cents - 10**7 * (column in duties) for column, cents in extra.items()}
        assert least_by_cp_sat(master, own, held) == least - 10**7 * len(duties)
        read += 1
    return read


@pytest.mark.parametrize("seed", range(24))
def test_the_best_roster_of_one_person_is_the_best_that_keeps_the_masters_rows(seed: int) -> None:
    """Beside the rules of care homes, those of the law that are somebody's own."""
    law = tuple(each for each in CONSTRAINTS if each.rule not in ("overtime", "extra_hours", "unplaced_hours"))
    draw = Random(seed)
    check_each_person(master_of(seed, weeks=draw.choice((1, 2, 3)), people=2), draw)
    check_each_person(master_of(seed, law, weeks=2, people=1), draw)


def test_most_of_these_rosters_can_be_read_and_some_cannot_be_kept() -> None:
    found = [check_each_person(master_of(seed, people=2), Random(seed)) for seed in range(12)]
    assert sum(found) > 12
    assert min(found) < 2


def test_nothing_is_compiled_for_rosters_that_was_not_compiled_ahead() -> None:
    compile_ahead()
    ahead = set(cheapest_walk.signatures)
    check_each_person(master_of(1, people=1), Random(1))
    assert set(cheapest_walk.signatures) == ahead


def read(master: Master) -> Rosters | None:
    (part,) = independent_parts(master)[:1]
    try:
        return Rosters(master, part)
    except Unreadable:
        return None


SEEDS = [seed for seed in range(40) if read(master_of(seed)) is not None]


@pytest.mark.parametrize("seed", SEEDS[:14])
def test_plans_keep_every_row_at_their_price_and_the_bound_is_one(seed: int) -> None:
    master = master_of(seed)
    part = independent_parts(master)[0]
    searching = RosterSearch(Rosters(master, part), Random(seed))
    found = search(
        CpMaster(master, part.columns, part.rows),
        PlanOptions(workers=1, deterministic=True),
        30.0,
        Style.PROVE,
        lambda cents, bound: None,
        never_stop,
    )
    assert found.proven
    standing = Standing(master)
    for _ in range(12):
        searching.step(never_stop)
        assert searching.bound is not None
        assert searching.bound <= found.cents <= searching.cents
        standing.put(part.columns, searching.rosters.values(searching.plan))
        assert standing.cents_of(part.columns) == searching.cents
        assert standing.incidence.kept(standing.values, standing.incidence.rows_holding(part.columns))
    assert searching.cents == found.cents


def assembled(master: Master) -> tuple[Assembly, list[tuple[int | None, int]]]:
    told: list[tuple[int | None, int]] = []
    options = PlanOptions(time_limit_seconds=2.0, deterministic=True, seed=3)
    assembly = Assembly(master, options, lambda best, bound: told.append((best, bound)), never_stop)
    assembly.run(options.time_limit_seconds)
    return assembly, told


def test_several_weeks_of_heads_are_searched_by_whole_rosters_and_a_single_hand_repeats_itself() -> None:
    assembly, told = assembled(master_of(SEEDS[0], weeks=3, people=4))
    assert assembly.rosters
    assert told == assembled(master_of(SEEDS[0], weeks=3, people=4))[1]
    assert assembled(master_of(SEEDS[0], weeks=1))[0].rosters == {}


def test_a_better_plan_of_somebody_else_is_gone_on_from() -> None:
    rosters = next(found for seed in SEEDS if (found := read(master_of(seed))) is not None and found.people > 1)
    searching, other = RosterSearch(rosters, Random(1)), RosterSearch(rosters, Random(2))
    for _ in range(6):
        other.step(never_stop)
    searching.cents = other.cents + 1
    searching.adopt([list(roster.duties) for roster in other.plan])
    assert searching.plan == other.plan


def test_two_searches_of_one_part_better_one_plan() -> None:
    master = master_of(SEEDS[0], weeks=3, people=4)
    board = Board(master, lambda best, bound: None, never_stop)
    turn, options = max(board.turns, key=lambda one: one.size), PlanOptions(seed=1)
    first = RosterWork.begun(board, turn, options, Effort(600.0, counted=False))
    assert first is not None
    assert first.twin(options, 1) is None
    while not first.search.bettering:
        first.step()
    twin = first.twin(options, 1)
    assert twin is not None
    before = turn.cents
    assert before is not None
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda work: [work.step() for _ in range(4)], (first, twin)))
    standing = board.standing
    assert turn.cents is not None
    assert turn.bound <= turn.cents <= before
    assert standing.cents_of(turn.part.columns) == turn.cents
    assert standing.incidence.kept(standing.values, standing.incidence.rows_holding(turn.part.columns))
