"""Jain's index, who is worst off, and how a schedule changes it."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.fairness import evenness, fairness_of
from gems.domain.fairness_words import fair_lines
from gems.domain.history import History, MemberLedger, WeekDone
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import instant_at
from tests.cli.tiny import tiny_problem

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("figures", "jain"),
    [
        ({"a": 1.0, "b": 1.0, "c": 1.0}, 1.0),
        ({"a": 1.0, "b": 0.0, "c": 0.0, "d": 0.0}, 0.25),
        ({"a": 0.0}, None),
        ({}, None),
    ],
)
def test_jain(figures: dict[str, float], jain: float | None) -> None:
    assert evenness(figures).jain == jain


def test_who_is_lowest_and_highest() -> None:
    found = evenness({"a": 0.8, "b": 0.5, "c": 0.9})
    assert (found.lowest_id, found.lowest, found.highest_id, found.highest) == ("b", 0.5, "c", 0.9)
    assert found.mean == pytest.approx(2.2 / 3)


def with_past(problem: Problem, *weeks: WeekDone, ledgers: tuple[MemberLedger, ...] = ()) -> Problem:
    return replace(problem, group=replace(problem.group, history=History(weeks=weeks, ledgers=ledgers)))


def piece(problem: Problem, who: str, mission_id: str) -> Assignment:
    mission = problem.mission[mission_id]
    span = mission.slots[0]
    return Assignment(
        start=span.start,
        end=span.end,
        employee_id=who,
        site_id=mission.request.site_id,
        qualification="caregiver",
        mission_id=mission_id,
    )


def test_members_before_and_after() -> None:
    ledgers = (
        MemberLedger(member_id="EHPAD", asked_minutes=6000, served_minutes=6000),
        MemberLedger(member_id="FOYER", asked_minutes=1000, served_minutes=900),
    )
    problem = with_past(tiny_problem(), ledgers=ledgers)
    schedule = Schedule(horizon=problem.horizon, assignments=(piece(problem, "ANA", "R2/2026-11-23/1"),))
    members = fairness_of(problem, schedule).members
    assert (members.before.lowest_id, members.before.lowest) == ("FOYER", 0.9)
    asked = 1000 + 4 * 2 * 240
    assert members.after.lowest == pytest.approx((900 + 240) / asked)
    assert members.after.jain is not None
    assert members.before.jain is not None
    assert members.after.jain < members.before.jain


def test_evenings_and_sundays_count_the_past_and_the_plan() -> None:
    weeks = tuple(
        WeekDone(employee_id=who, monday=date(2026, 11, 16), minutes=2100, pattern=pattern)
        for who, pattern in (("ANA", "JJSSJ--"), ("BEN", "JJJJJ-J"))
    )
    problem = with_past(tiny_problem(), *weeks)
    start = instant_at(MONDAY, 14 * 60)
    late = Assignment(start=start, end=start + 420, employee_id="BEN", site_id="E", qualification="caregiver")
    problem = replace(problem, prices=replace(problem.prices, cents={"uneven_share.evening_start": 1200}))
    found = fairness_of(problem, Schedule(horizon=problem.horizon, assignments=(late,)))
    assert (found.evenings.before.highest_id, found.evenings.before.highest) == ("ANA", 2)
    assert found.evenings.before.lowest == 0
    assert (found.evenings.after.highest, found.evenings.after.lowest) == (1, 0.5)
    assert (found.sundays.before.highest_id, found.sundays.after.highest) == ("BEN", 0.5)


def test_in_words() -> None:
    ledgers = (MemberLedger(member_id="FOYER", asked_minutes=1000, served_minutes=900),)
    problem = with_past(tiny_problem(), ledgers=ledgers)
    found = list(fair_lines(problem.group, fairness_of(problem, Schedule(horizon=problem.horizon))))
    least = next(line for line in found if "moins servi" in line.title.fr)
    assert least.before.fr == "90,0\u202f% (Foyer des Deux Rives)"
    assert "EHPAD" in least.after.fr
