"""Days composed as they are needed: legal, never below the optimum and mostly at it, and possible where all are not."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.requests import Recurrence, Request, Volume, Window
from gems.domain.schedule import Schedule
from gems.planning.build import finish
from gems.planning.ports import PlanOptions, Progress
from gems.prices.load import prices
from solver.constraints import CONSTRAINTS
from solver.enumeration import Prompt, TooManyDuties, legal_blocks, legal_duties
from solver.planner import NONE_BY_DAYS, ExactPlanner
from solver.universe import Universe
from tests.rules.group import FIRST, employee, group, problem
from tests.solver.tiny import cheapest, tiny, tiny_visits, tries

OPTIONS = PlanOptions(time_limit_seconds=1.5, workers=1, deterministic=True)
AS_NEEDED = ExactPlanner(most_duties=0)
TINY = [tiny(seed) for seed in range(60) if 30 <= tries(tiny(seed)) <= 2500][:8]
VISITS = [tiny_visits(seed) for seed in range(60) if 30 <= tries(tiny_visits(seed)) <= 2500][:8]


def test_plans_are_legal_and_mostly_the_cheapest() -> None:
    """Not always: a day that waits for nothing may be dearer than one that does."""
    optimal = 0
    for asked in (*TINY, *VISITS):
        result = AS_NEEDED.plan(asked, OPTIONS)
        assert result.status is Status.GOOD
        assert result.bound_cents == 0
        assert finish(asked, result).schedule == result.schedule
        assert result.cost_cents is not None
        least, _ = cheapest(asked)
        assert result.cost_cents >= least
        optimal += result.cost_cents == least
    assert optimal >= 15


def test_the_same_plan_comes_again() -> None:
    first, second = (AS_NEEDED.plan(VISITS[0], OPTIONS) for _ in range(2))
    assert first.schedule == second.schedule
    other = AS_NEEDED.plan(VISITS[0], replace(OPTIONS, seed=2))
    assert other.cost_cents is not None


@pytest.mark.parametrize("asked", [TINY[0], TINY[3], VISITS[1]])
def test_what_is_locked_stays(asked: Problem) -> None:
    plan = AS_NEEDED.plan(asked, OPTIONS).schedule
    assert plan is not None
    assert plan.assignments
    locked = tuple(replace(piece, locked=True) for piece in plan.assignments[:1])
    again = replace(asked, baseline=Schedule(horizon=plan.horizon, assignments=(*locked, *plan.assignments[1:])))
    result = AS_NEEDED.plan(again, OPTIONS)
    assert result.schedule is not None
    assert set(locked) <= set(result.schedule.assignments)


def home_care(visits: int, people: int = 4) -> Problem:
    """Short visits on one day, at hours as wide as home care has them."""
    rng = Random(7)
    requests = tuple(
        Request(
            id=f"H{number}",
            member_id=site.member_id,
            site_id=site.id,
            qualification="caregiver",
            label="aide",
            demand=Window(start_clock=480, end_clock=1020, minutes=30, headcount=1 + (number % 8 == 0)),
            recurrence=Recurrence(weekdays=frozenset({0}), first_day=FIRST, last_day=FIRST),
            visit=f"V{number}" if number % 8 == 0 else None,
        )
        for number, site in enumerate(rng.choice(group().sites) for _ in range(visits))
    )
    of = group(employees=tuple(employee(f"P{number}") for number in range(people)), requests=requests)
    return problem(of, prices=prices("balanced"))


def test_a_day_of_many_short_visits_is_planned_where_all_days_are_too_many() -> None:
    asked = home_care(24)
    with pytest.raises(TooManyDuties):
        legal_duties(legal_blocks(Universe.of_problem(asked), CONSTRAINTS), CONSTRAINTS, most=100_000)
    result = ExactPlanner().plan(asked, PlanOptions(time_limit_seconds=8.0))
    assert result.schedule is not None
    assert finish(asked, result).schedule == result.schedule
    assert len(result.schedule.assignments) >= 20


def test_a_stop_keeps_the_best_so_far() -> None:
    heard: list[Progress] = []
    result = ExactPlanner(most_duties=0).plan(
        home_care(16),
        PlanOptions(time_limit_seconds=60.0),
        heard.append,
        lambda: len([one for one in heard if one.best_cents is not None]) > 2,
    )
    assert result.status is Status.STOPPED
    assert result.schedule is not None
    assert result.schedule.assignments


def test_locks_that_do_not_hold_without_the_rest_are_said() -> None:
    asked = home_care(8)
    free = AS_NEEDED.plan(asked, OPTIONS).schedule
    assert free is not None
    piece = replace(free.assignments[0], locked=True)
    twice = replace(piece, employee_id="P1" if piece.employee_id != "P1" else "P2")
    clash = Schedule(horizon=free.horizon, assignments=tuple(sorted((piece, twice))))
    result = AS_NEEDED.plan(replace(asked, baseline=clash), OPTIONS)
    assert result.schedule is None
    assert result.reasons == (NONE_BY_DAYS,)


def test_prompt_duties_begin_where_they_may_and_wait_for_nothing() -> None:
    """Two visits of any length between 8 and 10: what follows comes as soon as it can, at each of its lengths."""
    when = Recurrence(weekdays=frozenset({0}), first_day=FIRST, last_day=FIRST)
    common = {"member_id": "EHPAD", "site_id": "E", "qualification": "caregiver", "label": "aide", "recurrence": when}
    first = Request(id="A", demand=Window(start_clock=480, end_clock=540, minutes=30), **common)  # type: ignore[arg-type]
    volume = Volume(weekly_minutes=60, start_clock=480, end_clock=600, shortest=30, longest=60)
    then = Request(id="B", demand=volume, **common)  # type: ignore[arg-type]
    of = group(employees=(employee("ANA"),), requests=(first, then))
    universe = Universe.of_problem(problem(of))
    names = [
        f"{slot.request.id if slot.request else ''}{slot.span.start - universe.slots[0].span.start}"
        for slot in universe.slots
    ]
    none = np.zeros(len(universe.block_slot), dtype=np.bool_)
    only_a = np.array([name[0] == "A" for name in names])
    table = legal_duties(universe, (), prompt=Prompt(begins=only_a, waits=none))
    days = {tuple(names[slot] for slot in row if slot >= 0) for row in table.slots}
    grid = of.settings.grid_minutes
    starts = range(0, 31, grid)
    assert days == {*((f"A{at}",) for at in starts), *((f"A{at}", f"B{at + 30}") for at in starts)}
    lengths = {int(row[1]) for row in table.minutes[table.size == 2]}
    assert lengths == set(range(30, 61, grid))
