"""A sample group at the start of a year, and one that asks for more than people can work."""

from datetime import date
from itertools import pairwise

import pytest

from gems.domain.asked import minutes_asked
from gems.domain.calendar import is_public_holiday
from gems.domain.group import Group
from gems.domain.history import DayMark
from gems.domain.people import AbsenceKind, ContractKind
from gems.domain.targets import days_away
from gems.domain.time import Horizon
from gems.domain.validation import faults
from gems.domain.year import year_mondays
from gems.prices.load import PROFILES
from gems.rules.catalogue import DEROGABLE
from gems.rules.law import AGREEMENTS
from sample_data import DEFAULT_WEEK, generate
from sample_data.make import make
from sample_data.year import at_year

MONDAYS = year_mondays(2027)
NAMES = ("small", "gems23")


def asked(group: Group, mondays: list[date]) -> int:
    return sum(minutes_asked(request, monday, "A") for request in group.requests for monday in mondays)


@pytest.mark.parametrize("name", NAMES)
def test_a_year_has_no_fault(name: str) -> None:
    assert not faults(generate(name, year=2027), None, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=DEROGABLE)


def test_the_same_year_again() -> None:
    usual, planned = make("small", 2, DEFAULT_WEEK, lasting=True).group, Horizon.of_iso_week(DEFAULT_WEEK).first
    assert at_year(usual, "small", 2, 2027, planned, None) == generate("small", 2, year=2027)
    assert at_year(usual, "small", 3, 2027, planned, None) != generate("small", 2, year=2027)


@pytest.mark.parametrize("name", NAMES)
def test_everybody_takes_five_weeks_and_nobody_is_away_twice(name: str) -> None:
    group = generate(name, year=2027)
    for person in group.employees:
        leave = days_away(group, person, (AbsenceKind.LEAVE,), MONDAYS[0], date(2028, 1, 2))
        assert 22 <= len(leave) <= 25
        spans = sorted(row.span for row in group.absences_of[person.id])
        assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("name", NAMES)
def test_the_history_leads_to_the_first_monday(name: str) -> None:
    history = generate(name, year=2027).history
    assert max(week.monday for week in history.weeks) == date(2026, 12, 28)
    assert {year.minutes for year in history.years} == {0}
    for week in history.weeks:
        worked = [index for index, mark in enumerate(week.pattern) if mark != DayMark.OFF]
        holidays = [day for day in worked if is_public_holiday(date.fromordinal(week.monday.toordinal() + day))]
        assert len(holidays) <= 1


@pytest.mark.parametrize("demand", [90, 112, 125])
def test_demand_of_the_year(demand: int) -> None:
    group = generate("gems23", demand=demand, year=2027)
    held = sum(person.contract.annual_minutes for person in group.employees)
    assert abs(asked(group, MONDAYS) / held - demand / 100) < 0.03


def test_full_timers_are_annualised() -> None:
    for person in generate("gems23", year=2027).employees:
        assert person.contract.annualised == (person.contract.kind is ContractKind.FULL_TIME)


def test_demand_of_the_week() -> None:
    week = [Horizon.of_iso_week(DEFAULT_WEEK).first]
    usual, scarce = (asked(generate("gems23", demand=demand), week) for demand in (None, 130))
    assert scarce / usual == pytest.approx(130 / 105, abs=0.03)
