"""Demand a little over capacity, shortage real somewhere, and enough work within reach of each person."""

from statistics import mean

import pytest

from gems.domain.people import ContractKind
from sample_data import generate, planted_weeks
from tests.sample_data.given import EVERY_SAMPLE, GEMS_SEEDS, due_minutes, eligible, problem

CHOICE, CHOICE_PER_MISSION, MOST_CHOICE = (24, 31), (3.2, 4.5), 62
"""Missions that each person of gems23 could do, people who could do each: means; the most for one person."""
FEW, MOST_WITH_FEW = 8, 1
"""Hardly anybody has fewer missions than this."""
PLACEABLE = 0.9


@pytest.mark.parametrize(("name", "seed"), EVERY_SAMPLE)
def test_demand_passes_capacity_a_little(name: str, seed: int) -> None:
    group = generate(name, seed)
    capacity = sum(due_minutes(group, employee) for employee in group.employees)
    demand = sum(need.minutes for need in problem(name, seed).needs)
    assert 1.02 <= demand / capacity <= 1.10
    planted = sum(piece.minutes for piece in planted_weeks(name, seed).assignments)
    assert planted / capacity >= PLACEABLE


@pytest.mark.parametrize("seed", GEMS_SEEDS)
def test_some_members_go_short(seed: int) -> None:
    asked: dict[str, int] = {}
    got: dict[str, int] = {}
    for need in problem("gems23", seed).needs:
        asked[need.request.site_id] = asked.get(need.request.site_id, 0) + need.minutes
    for piece in planted_weeks("gems23", seed).assignments:
        got[piece.site_id] = got.get(piece.site_id, 0) + piece.minutes
    short = [site for site, minutes in asked.items() if got.get(site, 0) < 0.95 * minutes]
    assert len(asked) == len(generate("gems23", seed).sites), "every member asks for something"
    assert 2 <= len(short) <= len(asked) // 2


@pytest.mark.parametrize("seed", GEMS_SEEDS)
def test_each_person_has_work_within_reach(seed: int) -> None:
    group = generate("gems23", seed)
    missions = problem("gems23", seed).missions
    counts = []
    for employee in group.employees:
        mine = [mission for mission in missions if eligible(group, employee, mission)]
        counts.append(len(mine))
        longest = sum(max(slot.minutes for slot in mission.slots) for mission in mine)
        travel = 60 if employee.contract.kind is ContractKind.FULL_TIME else 0
        assert longest >= 0.97 * due_minutes(group, employee) - 5 * travel
    assert max(counts) <= MOST_CHOICE
    assert CHOICE[0] <= mean(counts) <= CHOICE[1]
    assert CHOICE_PER_MISSION[0] <= sum(counts) / len(missions) <= CHOICE_PER_MISSION[1]
    assert sum(count < FEW for count in counts) <= MOST_WITH_FEW
