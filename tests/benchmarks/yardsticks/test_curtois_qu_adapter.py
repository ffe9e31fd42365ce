"""An instance through the product: the same rosters are legal, at the same value, and the best one is found."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

import pytest

from benchmarks.yardsticks.clocks import MORNING, CannotSay, clock_times, times_by_day
from benchmarks.yardsticks.curtois_qu.adapter import (
    FIRST,
    RULES,
    Adapted,
    adapt,
    mean_minutes,
    rosters_of,
    settled,
)
from benchmarks.yardsticks.curtois_qu.evaluate import evaluate
from benchmarks.yardsticks.curtois_qu.instance import Instance, read_instance
from gems.domain.schedule import Assignment, Schedule
from gems.domain.validation import faults
from gems.planning.ports import PlanOptions
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge
from solver.constraints import CONSTRAINTS
from solver.planner import ExactPlanner

TEXT = """SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
A,E=7|L=7,2400,480,3,2,2,1
B,E=7|L=0,2400,0,3,1,1,0
SECTION_DAYS_OFF
A,3
SECTION_SHIFT_ON_REQUESTS
A,0,L,3
B,1,E,2
SECTION_SHIFT_OFF_REQUESTS
A,1,L,1
SECTION_COVER
0,E,1,100,1
0,L,0,100,1
1,E,1,100,1
1,L,1,100,1
2,E,0,100,1
2,L,0,100,1
3,E,1,100,1
3,L,0,100,1
4,E,1,100,1
4,L,0,100,1
5,E,2,100,1
5,L,1,100,1
6,E,0,100,1
6,L,1,100,1
"""
OF_THE_FAMILY = tuple(rule_named(name) for name in RULES)
Week = tuple[str, ...]


def instance_of(tmp_path: Path, text: str = TEXT) -> Instance:
    path = tmp_path / "Tiny.txt"
    path.write_text(text, encoding="utf-8")
    return read_instance(path)


def weeks() -> Iterator[Week]:
    return product("-EL", repeat=7)


def schedule_of(adapted: Adapted, rosters: dict[str, Week]) -> Schedule:
    """The rosters as the product's pieces, all of them too many at first."""
    problem, taken, pieces = adapted.problem, set[str](), []
    for person, week in rosters.items():
        for number, shift in enumerate(week):
            found = (one for one in problem.missions if one.request.label == shift and (one.day - FIRST).days == number)
            mission = next((one for one in found if one.id not in taken), None)
            if mission is not None:
                taken.add(mission.id)
                pieces.append(
                    Assignment(
                        start=mission.slots[0].start,
                        end=mission.slots[0].end,
                        employee_id=person,
                        site_id=mission.request.site_id,
                        qualification=mission.request.qualification,
                        mission_id=mission.id,
                    )
                )
    return Schedule(horizon=problem.horizon, assignments=tuple(pieces))


def pairs(week: Week) -> list[tuple[int, str]]:
    return [(number, shift) for number, shift in enumerate(week) if shift != "-"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("A,E=7|L=7", "A,E=7|L=7"), ("A,E=7|L=7", "A,E=7|L=1"), ("A,0,L,3", "A,0,L,3\nA,3,L,2")],
    ids=["as it is", "one late shift at most", "a shift wanted on a day off"],
)
def test_every_roster_is_judged_alike(tmp_path: Path, before: str, after: str) -> None:
    instance = instance_of(tmp_path, TEXT.replace(before, after))
    adapted, draw = adapt(instance), Random(5)
    assert faults(adapted.problem.group, None, agreements=("bad_2941",), profiles=("balanced",), rules=()) == ()
    drawn = draw.sample([week for week in weeks() if week[3] == "-"], 150)
    legal = 0
    for week in drawn:
        other: Week = draw.choice((tuple("E-E-E--"), tuple("-E---E-"), tuple("-EEEE--"), tuple("-------")))
        schedule = schedule_of(adapted, {"A": week, "B": other})
        if len(schedule.assignments) != len(pairs(week)) + len(pairs(other)):
            continue  # more people than could ever be: the product has no place for them
        found = evaluate(instance, rosters_of(schedule))
        verdict = judge(adapted.problem, settled(adapted.problem, schedule), OF_THE_FAMILY)
        assert (not verdict.violations) == (not found.faults), (week, other, found.faults)
        assert verdict.cents == found.value * adapted.cents, (week, other)
        legal += not found.faults
    assert 0 < legal < len(drawn)


LONG = """SECTION_HORIZON
224
SECTION_SHIFTS
E,480,
L,480,E
N,480,E|L
SECTION_STAFF
A,E=224|L=224|N=60,72000,24000,6,1,1,30
SECTION_DAYS_OFF
SECTION_SHIFT_ON_REQUESTS
SECTION_SHIFT_OFF_REQUESTS
SECTION_COVER
"""


def test_rosters_over_a_change_of_the_clocks_are_judged_alike(tmp_path: Path) -> None:
    """The 210th of these days is the last Sunday of October: the night before it has an hour more."""
    cover = "".join(f"{day},{shift},1,100,1\n" for day in range(224) for shift in "ELN")
    instance = instance_of(tmp_path, LONG + cover)
    adapted, draw = adapt(instance), Random(3)
    rules = tuple(rule_named(name) for name in adapted.rules)
    turns = (tuple("EELLNN--"), tuple("ELN--"), tuple("ENNN--EL-"), tuple("LLLL--"))
    legal = 0
    for number in range(24):
        days: list[str] = ["-"] * draw.randrange(3)
        while len(days) < 224:
            days += draw.choice(turns)
        if number % 2:
            days[draw.randrange(205, 215)] = draw.choice("ELN-")
        roster = tuple(days[:224])
        schedule = schedule_of(adapted, {"A": roster})
        found = evaluate(instance, rosters_of(schedule))
        verdict = judge(adapted.problem, settled(adapted.problem, schedule), rules)
        assert (not verdict.violations) == (not found.faults), (roster, found.faults, verdict.violations[:2])
        assert verdict.cents == found.value * adapted.cents, roster
        legal += not found.faults
    assert 0 < legal < 24


def test_the_planner_finds_the_best_of_all_rosters(tmp_path: Path) -> None:
    text = TEXT.replace("B,E=7|L=0,2400,0,3,1,1,0\n", "").replace("B,1,E,2\n", "")
    instance = instance_of(tmp_path, text)
    adapted = adapt(instance)
    planner = ExactPlanner(tuple(each for each in CONSTRAINTS if each.rule in RULES))
    result = planner.plan(adapted.problem, PlanOptions(time_limit_seconds=30.0, deterministic=True))
    assert result.schedule is not None
    found = evaluate(instance, rosters_of(result.schedule))
    every = (evaluate(instance, {"A": pairs(week)}) for week in weeks())
    assert found.faults == ()
    assert found.value == min(one.value for one in every if not one.faults)
    assert result.cost_cents == result.bound_cents == found.value * adapted.cents


def test_nobody_is_too_many_while_a_head_is_free(tmp_path: Path) -> None:
    adapted = adapt(instance_of(tmp_path))
    extra = next(one for one in adapted.problem.missions if one.beyond and one.request.demand.headcount)
    piece = Assignment(
        start=extra.slots[0].start,
        end=extra.slots[0].end,
        employee_id="A",
        site_id=extra.request.site_id,
        qualification=extra.request.qualification,
        mission_id=extra.id,
    )
    (moved,) = settled(adapted.problem, Schedule(horizon=adapted.problem.horizon, assignments=(piece,))).assignments
    assert not adapted.problem.mission[moved.mission_id or ""].beyond


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("7\nSECTION_SHIFTS", "8\nSECTION_SHIFTS", "whole weeks"),
        ("7\nSECTION_SHIFTS", "210\nSECTION_SHIFTS", "change of the clocks"),
        ("0,E,1,100,1", "0,E,1,90,1", "weights of cover differ"),
        ("E,480,", "E,480,L", "clock times"),
        ("L,600,E", "L,600,E\nX,400,\nY,300,", "lengths"),
    ],
)
def test_what_the_product_cannot_say_is_said(tmp_path: Path, before: str, after: str, why: str) -> None:
    assert before in TEXT
    with pytest.raises(CannotSay, match=why):
        adapt(instance_of(tmp_path, TEXT.replace(before, after)))


@pytest.mark.parametrize(("most", "least"), [(2400, 480), (2399, 481), (2281, 599), (2280, 600)])
def test_a_mean_allows_the_same_numbers_of_shifts(tmp_path: Path, most: int, least: int) -> None:
    text = TEXT.replace("\n7\n", "\n49\n").replace("2400,480,3", f"{most},{least},3")
    instance = instance_of(tmp_path, text)
    means = mean_minutes(instance, instance.staff[0])
    totals = [480 * early + 600 * late for early in range(6) for late in range(6)]
    for total in totals:
        assert (total <= most) == (total <= means[0] * 7)
        assert (total >= least) == (total >= means[1] * 7)


def test_times_by_day_forbid_what_the_instance_forbids(tmp_path: Path) -> None:
    shifts = instance_of(tmp_path, LONG).shifts
    starts, followings = times_by_day(shifts)
    for first, second in product(shifts, shifts):
        end = starts[first.id] + first.minutes
        told = any(end > one.ends_after and starts[second.id] < one.then_before for one in followings)
        assert told == (second.id in first.not_before)
    assert min(starts.values()) >= MORNING
    assert max(starts[shift.id] + shift.minutes for shift in shifts) <= 24 * 60


def test_kinds_in_no_order_have_no_times_by_day(tmp_path: Path) -> None:
    with pytest.raises(CannotSay, match="no order"):
        times_by_day(instance_of(tmp_path, LONG.replace("L,480,E", "L,480,N")).shifts)


def test_clock_times_forbid_what_the_instance_forbids(tmp_path: Path) -> None:
    shifts = instance_of(tmp_path).shifts
    starts = clock_times(shifts)
    for first, second in product(shifts, shifts):
        rest = 24 * 60 - starts[first.id] - first.minutes + starts[second.id]
        assert (rest < 11 * 60) == (second.id in first.not_before)
