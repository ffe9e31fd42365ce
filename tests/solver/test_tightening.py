"""A plan whose further columns stand too high is billed as its schedule is."""

import pytest

from gems.prices.bill import bill
from solver.planner import build_master, schedule_of
from solver.tightening import tightened
from tests.solver.tiny import tiny

WORKABLE = [seed for seed in range(12) if len(build_master(tiny(seed)).table)]


@pytest.mark.parametrize("seed", WORKABLE)
def test_the_bill_is_that_of_the_schedule(seed: int) -> None:
    master = build_master(tiny(seed))
    duties = len(master.table)
    loose = [1] + [0] * (duties - 1) + master.upper[duties:]
    tight = tightened(master, loose)
    counted = {line.name: line.cents for line in bill(master.problem, schedule_of(master, [0])) if line.cents}
    assert {name: cents for name, cents in master.bill(tight).items() if cents} == counted
    assert sum(master.bill(loose).values()) > sum(counted.values())
    assert tightened(master, tight) == tight
