"""Sizes, sameness in any process, and references that hold together."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from gems.domain.group import Group
from gems.domain.requests import Volume, Window
from sample_data import SAMPLE_NAMES, generate, planted_weeks
from tests.sample_data.fingerprint import fingerprint
from tests.sample_data.given import EVERY_SAMPLE, problem

ROOT = Path(__file__).parents[2]
SIZES = {"small": (8, 6), "gems23": (30, 20), "county": (150, 120), "large": (350, 250)}
MOST_STARTS, MOST_VOLUME_SLOTS = 5, 6

every_sample = pytest.mark.parametrize(("name", "seed"), EVERY_SAMPLE)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_sizes(name: str) -> None:
    group = generate(name)
    assert (len(group.employees), len(group.members)) == SIZES[name]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no sample group"):
        generate("nowhere")


def test_another_seed_is_another_group() -> None:
    assert generate("small", 1) != generate("small", 2)


def test_same_group_whatever_the_hash_seed() -> None:
    for hash_seed in ("1", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "tests.sample_data.fingerprint", "gems23", "3"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == fingerprint("gems23", 3)


@every_sample
def test_ids_and_names_are_unique(name: str, seed: int) -> None:
    group = generate(name, seed)
    records = (group.members, group.sites, group.employees, group.absences, group.wishes, group.requests)
    for kind in records:
        assert max(Counter(record.id for record in kind).values(), default=1) == 1
    assert len({employee.name for employee in group.employees}) == len(group.employees)
    assert len({member.name for member in group.members}) == len(group.members)


@every_sample
def test_references_hold(name: str, seed: int) -> None:
    group = generate(name, seed)
    communes = {commune.name for commune in group.communes}
    assert len(communes) == 30
    assert all(site.member_id in group.member and site.commune in communes for site in group.sites)
    for employee in group.employees:
        assert employee.home in communes
        assert all(held.code in group.qualification for held in employee.qualifications)
        assert employee.contract.member_ids <= group.member.keys()
    for request in group.requests:
        assert group.site[request.site_id].member_id == request.member_id
        assert request.qualification in group.qualification
        assert request.wanted | request.excluded <= group.employee.keys()
        assert not request.wanted & request.excluded
    for row in group.stand_ins:
        assert row.held in group.qualification
        assert row.needed in group.qualification
    assert all(record.employee_id in group.employee for record in (*group.absences, *group.wishes))
    assert all(row.employee_id in group.employee and row.member_id in group.member for row in group.history.faces)


@every_sample
def test_contracts_list_members_that_can_be_reached(name: str, seed: int) -> None:
    group = generate(name, seed)
    listed = Counter(member for employee in group.employees for member in employee.contract.member_ids)
    assert listed.keys() == group.member.keys()
    at = {site.member_id: site for site in group.sites}
    for employee in group.employees:
        assert 3 <= len(employee.contract.member_ids) <= 5
        for member_id in employee.contract.member_ids:
            drive = group.commute(employee.id, at[member_id].id)
            assert drive.minutes <= employee.max_commute_minutes
            assert employee.vehicle or at[member_id].commune == employee.home


@every_sample
def test_candidate_slots_stay_few(name: str, seed: int) -> None:
    for mission in problem(name, seed).missions:
        if isinstance(mission.request.demand, Window):
            assert 2 <= len(mission.slots) <= MOST_STARTS
        elif isinstance(mission.request.demand, Volume):
            assert 1 <= len(mission.slots) <= MOST_VOLUME_SLOTS


def test_planted_pieces_are_candidate_slots_of_their_missions() -> None:
    missions = problem("gems23", 1).mission
    for piece in planted_weeks("gems23").assignments:
        assert piece.mission_id is not None
        assert piece.span in missions[piece.mission_id].slots


def test_gems23_shows_every_kind_of_case() -> None:
    group: Group = generate("gems23")
    contracts = [employee.contract for employee in group.employees]
    assert sum(contract.night_worker for contract in contracts) >= 2
    assert sum(contract.weekly_minutes < 35 * 60 for contract in contracts) == 3
    assert any(contract.annualised for contract in contracts)
    assert any(employee.lighter_days for employee in group.employees)
    assert any(not employee.vehicle for employee in group.employees)
    assert any(member.territorial for member in group.members)
    assert {absence.kind.value for absence in group.absences} == {"leave", "sickness", "training"}
    assert {wish.kind.value for wish in group.wishes} == {"wanted", "unwanted", "impossible"}
    assert {int(request.priority) for request in group.requests} == {1, 2, 3}
    assert {type(request.demand).__name__ for request in group.requests} == {"FixedSlot", "Window", "Volume"}
    assert any(request.wanted for request in group.requests)
    assert any(request.excluded for request in group.requests)
    assert any(request.recurrence.every_weeks == 2 for request in group.requests)
    assert any(request.recurrence.first_day == request.recurrence.last_day for request in group.requests)
