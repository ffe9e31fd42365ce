"""The most work there is for somebody: hand-made weeks, and no plan ever beyond it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from gems.domain.group import Group
from gems.domain.people import ContractKind
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.planning.ports import MostWork
from gems.rules.roster import Roster
from solver.most_work import WeeklyReckoner
from solver.most_work_process import ProcessReckoner
from tests.rules.group import FIRST, contract, employee, group
from tests.solver.tiny import cheapest, tiny

SITES = {"E": "EHPAD", "F": "FOYER", "M": "MAIRIE"}
HOUR = 60


def asked(site: str, days: str, start: int, end: int, **changes: object) -> Request:
    """A caregiver asked for on these weekdays, by clock hours."""
    fields: dict[str, object] = {
        "id": f"{site}{days}{start}",
        "member_id": SITES[site],
        "site_id": site,
        "qualification": "caregiver",
        "label": "Soins",
        "demand": FixedSlot(start_clock=start * HOUR, end_clock=end * HOUR),
        "break_minutes": 20,
        "recurrence": Recurrence(weekdays=frozenset(map(int, days)), first_day=FIRST),
    }
    return Request(**{**fields, **changes})  # type: ignore[arg-type]


def of(
    *requests: Request,
    people: tuple[str, ...] = ("ANA",),
    mondays: tuple[date, ...] = (FIRST,),
    weights: Mapping[str, int] | None = None,
) -> MostWork:
    staff = tuple(employee(one, contract=contract(annualised=True)) for one in ("ANA", "BEN"))
    return WeeklyReckoner().most_work(group(employees=staff, requests=requests), people, mondays, weights or {})


def test_what_is_asked_within_reach_counts_once() -> None:
    week = asked("E", "01234", 8, 14)
    assert of(week) == MostWork(minutes=30 * HOUR)
    assert of(week, people=("ANA", "BEN")).minutes == 30 * HOUR
    assert of(replace(week, qualification="secretary")) == MostWork(minutes=0)
    assert of(replace(week, excluded=frozenset({"ANA"}))).minutes == 0


def test_no_more_than_one_place_at_a_time_and_no_more_than_a_week_without_overtime() -> None:
    assert of(asked("E", "01234", 8, 14), asked("F", "01234", 8, 14)).minutes == 30 * HOUR
    assert of(asked("E", "012345", 7, 14)).minutes == 40 * HOUR


def test_work_at_public_members_is_told_apart() -> None:
    week = asked("E", "01", 7, 14), asked("M", "234", 7, 14)
    assert of(*week) == MostWork(minutes=35 * HOUR, public={"ANA": 21 * HOUR})
    assert of(*week, weights={"ANA": 500}).minutes == 14 * HOUR + 21 * HOUR // 2
    assert of(*week, weights={"ANA": 1000}).minutes == 14 * HOUR
    assert of(*week, people=("ANA", "BEN"), weights={"ANA": 500}) == MostWork(
        minutes=35 * HOUR, public={"BEN": 21 * HOUR}
    ), "whoever it weighs nothing for"


def test_a_weight_leaves_out_what_is_worth_less_than_other_work() -> None:
    week = asked("E", "01234", 7, 14), asked("F", "5", 7, 12), asked("M", "5", 7, 14)
    assert of(*week, weights={"ANA": 500}) == MostWork(minutes=40 * HOUR)


def test_a_night_of_sunday_counts_whole() -> None:
    assert of(asked("E", "6", 21, 31)).minutes == 10 * HOUR


def test_weeks_add_up() -> None:
    later = date.fromordinal(FIRST.toordinal() + 7)
    week = asked("E", "01234", 8, 14, recurrence=Recurrence(weekdays=frozenset(range(5)), first_day=later))
    assert of(week, mondays=(FIRST, later)).minutes == 30 * HOUR


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_goes_beyond_it(seed: int) -> None:
    """Less overtime and extra hours, which it leaves out."""
    problem = tiny(seed)
    roster = Roster(problem, cheapest(problem)[1])
    for person in problem.group.employees:
        worked = sum(_counted(problem, roster, person.id, monday) for monday in problem.horizon.mondays)
        most = WeeklyReckoner().most_work(problem.group, [person.id], problem.horizon.mondays, {})
        assert worked <= most.minutes


def _counted(problem: Problem, roster: Roster, employee_id: str, monday: date) -> int:
    person = problem.group.employee[employee_id]
    full_time = person.contract.kind is ContractKind.FULL_TIME
    full = roster.limits.overtime_start(person, monday) if full_time else person.contract.weekly_minutes
    return min(full, roster.week_minutes(employee_id, monday) or 0)


def test_the_same_from_a_process_of_its_own() -> None:
    people: Group = group(requests=(asked("E", "01234", 8, 14),))
    here, there = WeeklyReckoner(), ProcessReckoner()
    assert there.most_work(people, ["ANA"], [FIRST], {}) == here.most_work(people, ["ANA"], [FIRST], {})


def test_a_part_timer_is_asked_no_more_than_the_contract() -> None:
    part = contract(kind=ContractKind.PART_TIME, weekly_minutes=24 * HOUR, annual_minutes=1102 * HOUR)
    people = group(employees=(employee("ANA", contract=part),), requests=(asked("E", "01234", 8, 14),))
    assert WeeklyReckoner().most_work(people, ["ANA"], [FIRST], {}).minutes == 24 * HOUR
