"""Rosters of which some rows are left to prices: what is proven is a bound, what is found keeps every row."""

from random import Random

import numpy as np
import pytest

from gems.planning.ports import PlanOptions, never_stop
from solver.cpsat import CpMaster
from solver.lagrange import SCALE
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.rosters.left_to_prices import PricedGraph, priced_graphs
from solver.rosters.own_rows import OwnRows, owned
from solver.rosters.roster_search import RosterSearch
from solver.rosters.rosters import Rosters
from solver.rosters.written import Unreadable, written
from solver.search import Style, search
from solver.standing import Standing
from tests.solver.test_rosters import least_by_cp_sat, master_of, read

SEEDS = range(12)


def left(master: Master, part: Part) -> list[tuple[OwnRows, PricedGraph]]:
    """Everybody's graph with rows left to prices; nothing where somebody's cannot be read."""
    people = owned(master, part).people
    try:
        told = [written(master, own) for own in people]
        return list(zip(people, priced_graphs(master, people, told, count_all=False), strict=True))
    except Unreadable:
        return []


def cases() -> list[int]:
    """The homes of which somebody's rows are left to prices."""
    masters = {seed: master_of(seed, weeks=3) for seed in SEEDS}
    return [
        seed
        for seed, master in masters.items()
        if any(len(graph.most) for _, graph in left(master, independent_parts(master)[0]))
    ]


CASES = cases()
KEPT = [seed for seed in CASES if read(master_of(seed, weeks=3)) is not None]
"""Everybody has a roster there."""


def test_there_are_such_homes_with_rows_of_duties_and_rows_of_weekends() -> None:
    assert len(KEPT) > 5
    assert len(CASES) > len(KEPT)
    masters = [master_of(seed, weeks=3) for seed in CASES]
    graphs = [graph for master in masters for _, graph in left(master, independent_parts(master)[0])]
    assert any(graph.rows for graph in graphs)
    assert any(len(graph.graph.adds) for graph in graphs)


@pytest.mark.parametrize("seed", CASES)
def test_what_is_proven_is_a_bound_and_what_is_found_keeps_every_row(seed: int) -> None:
    master, draw = master_of(seed, weeks=3), Random(seed)
    priced = np.array(master.cents, dtype=np.int64)
    for own, graph in left(master, independent_parts(master)[0]):
        for _ in range(4):
            extra = {column: draw.randint(-9000, 3000) for column in own.duties.tolist()}
            prices = priced.copy()
            prices[list(extra)] += np.fromiter(extra.values(), dtype=np.int64)
            least = least_by_cp_sat(master, own, extra)
            try:
                found = graph.cheapest(SCALE * prices)
            except Unreadable:
                assert least is None  # so small a home always has some prices that lead to a roster
                continue
            assert least is not None
            assert found.proven <= SCALE * least <= found.total
            wanted = {column: cents + 10**7 * (-1 if column in found.duties else 1) for column, cents in extra.items()}
            assert least_by_cp_sat(master, own, wanted) == found.total // SCALE - 10**7 * len(found.duties)


@pytest.mark.parametrize("seed", KEPT[:6])
def test_plans_keep_every_row_and_the_bound_is_one(seed: int) -> None:
    master = master_of(seed, weeks=3)
    part = independent_parts(master)[0]
    rosters = Rosters(master, part)
    rosters.graphs = [graph for _, graph in left(master, part)]
    searching = RosterSearch(rosters, Random(seed))
    options = PlanOptions(workers=1, deterministic=True)
    model = CpMaster(master, part.columns, part.rows)
    found = search(model, options, 30.0, Style.PROVE, lambda cents, bound: None, never_stop)
    assert found.proven
    standing = Standing(master)
    for _ in range(12):
        searching.step(never_stop)
        assert searching.bound is not None
        assert searching.bound <= (found.cents or 0) <= searching.cents
        standing.put(part.columns, searching.rosters.values(searching.plan))
        assert standing.cents_of(part.columns) == searching.cents
        assert standing.incidence.kept(standing.values, standing.incidence.rows_holding(part.columns))
    assert searching.bettering
