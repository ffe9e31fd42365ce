"""Fortnights of everybody near the plan by fractions: in turns with neighbourhoods, a plan only better and legal."""

from random import Random

import numpy as np
import pytest

from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions, never_stop
from sample_data import DEFAULT_WEEK, generate
from solver.duty_programme import DutyProgramme
from solver.master import Master
from solver.neighbourhoods import fortnights
from solver.neighbourhoods.fortnights import FIRST_REACH, STEP_LIMIT, FortnightImprover, stretches
from solver.neighbourhoods.piece import Piece
from solver.parts import Part, independent_parts
from solver.standing import Standing
from solver.universe import Ints
from tests.solver.test_first_plan import planned_one_by_one

OPTIONS = PlanOptions(deterministic=True)


@pytest.fixture
def month() -> tuple[Master, Standing]:
    return planned_one_by_one(prepare(generate("small", 2), Horizon.of_iso_week(DEFAULT_WEEK, 4)))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Ints]:
    """The duties of each fortnight opened; each is searched to its end at one unit of work, and nothing is better."""
    found: list[Ints] = []

    def note(standing: Standing, duties: Ints, *_: object) -> Piece:
        found.append(duties)
        return Piece(ended=True, better=False, work=1.0)

    monkeypatch.setattr(fortnights, "search_piece", note)
    return found


def begun(standing: Standing) -> FortnightImprover:
    """An improver of the largest part whose neighbourhoods have had their first turn."""
    improver = FortnightImprover(standing, independent_parts(standing.master)[0], OPTIONS, Random("fortnights"))
    improver.others.work = STEP_LIMIT
    return improver


@pytest.mark.parametrize(
    ("weeks", "firsts"),
    [(1, [0]), (2, [0]), (3, [0, 7]), (4, [0, 14, 7]), (5, [0, 14, 7, 21]), (6, [0, 14, 28, 7, 21])],
)
def test_a_round_opens_every_week_and_each_two_that_follow_each_other(weeks: int, firsts: list[int]) -> None:
    assert stretches(7 * weeks) == firsts


def near(master: Master, part: Part, reach: float, first: int) -> set[int]:
    duties = part.columns[part.columns < len(master.table)]
    over = dict(zip(part.columns.tolist(), DutyProgramme(master, part).reduced_cents.tolist(), strict=True))
    days = master.table.day
    return {duty for duty in duties.tolist() if over[duty] <= reach and first <= days[duty] < first + 14}


def test_a_fortnight_opens_what_stands_and_what_costs_little_at_the_prices_of_fractions(
    month: tuple[Master, Standing], opened: list[Ints]
) -> None:
    master, standing = month
    improver = begun(standing)
    reaches = (FIRST_REACH, 2 * FIRST_REACH)
    for reach in reaches:
        for first in (0, 14, 7):
            improver.step(60.0, never_stop)
            found = set(opened[-1].tolist())
            wanted = near(master, improver.part, reach, first)
            assert wanted <= found
            assert all(standing.values[duty] > 0 for duty in found - wanted)
            assert len(found) < len(improver.part.columns) / 2
        improver.others.work = improver.work + STEP_LIMIT
    assert len(opened) == 6


def test_neighbourhoods_come_first_and_then_whoever_has_had_less_work(
    month: tuple[Master, Standing], opened: list[Ints]
) -> None:
    _, standing = month
    improver = FortnightImprover(standing, independent_parts(standing.master)[0], OPTIONS, Random("turns"))
    improver.step(60.0, never_stop)
    assert not opened
    assert improver.work == improver.others.work > 0
    improver.work = improver.others.work = STEP_LIMIT
    while len(opened) < STEP_LIMIT:
        improver.step(60.0, never_stop)
    assert improver.others.work == STEP_LIMIT
    improver.others.work -= 0.1
    improver.step(60.0, never_stop)
    assert (len(opened), improver.others.work > STEP_LIMIT - 0.1) == (STEP_LIMIT, True)


def test_what_is_not_searched_to_its_end_is_not_opened_further(
    month: tuple[Master, Standing], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, standing = month
    sizes: list[int] = []

    def stopped(standing: Standing, duties: Ints, *_: object) -> Piece:
        sizes.append(len(duties))
        return Piece(ended=False, better=False, work=5.0)

    monkeypatch.setattr(fortnights, "search_piece", stopped)
    improver = begun(standing)
    for _ in range(2):
        for _ in range(3):
            improver.step(60.0, never_stop)
        improver.others.work = improver.work + STEP_LIMIT
    assert sizes[:3] == sizes[3:]


def test_a_round_of_fortnights_betters_what_neighbourhoods_left(month: tuple[Master, Standing]) -> None:
    """The cheapest plan costs 4986.13 €, as is proven (decision 0032); each row is kept all the way."""
    master, standing = month
    improver = begun(standing)
    everything = np.arange(master.size)
    rows = standing.incidence.rows_holding(everything)
    costs = [standing.cents_of(everything)]
    for _ in range(3):
        better = improver.step(30.0, never_stop)
        costs.append(standing.cents_of(everything))
        assert better == (costs[-1] < costs[-2])
        assert standing.incidence.kept(standing.values, rows)
    assert 498_613 <= costs[-1] + master.constant < 1.15 * 498_613


def test_a_part_with_nobody_to_plan_is_left(month: tuple[Master, Standing]) -> None:
    master, standing = month
    free = independent_parts(master)[-1]
    nobody = Part(free.columns[free.columns >= len(master.table)], ())
    improver = FortnightImprover(standing, nobody, OPTIONS, Random("nobody"))
    assert not improver.step(1.0, never_stop)
    assert improver.proven
    improver.others.work = STEP_LIMIT
    assert not improver.step(1.0, never_stop)
