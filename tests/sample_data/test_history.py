"""Twelve past weeks that keep the rules themselves and do not trap the week to plan."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from gems.domain.group import Group
from gems.domain.history import WeekDone
from gems.domain.people import ContractKind
from gems.domain.time import instant_at
from sample_data import generate
from tests.sample_data.given import EVERY_SAMPLE, WEEK

HOUR = 60
ALL_SAINTS, ARMISTICE = date(2026, 11, 1), date(2026, 11, 11)
SATURDAYS_AND_SUNDAYS = (5, 6, 12)
"""Where two days off in a row hold a Sunday of the fortnight."""
LEAST_SHARE, MOST_SHARE = 0.88, 1.0
every_sample = pytest.mark.parametrize(("name", "seed"), EVERY_SAMPLE)


def weeks_of(group: Group) -> dict[str, list[WeekDone]]:
    found: dict[str, list[WeekDone]] = {}
    for week in group.history.weeks:
        found.setdefault(week.employee_id, []).append(week)
    return found


@every_sample
def test_twelve_weeks_before_the_one_to_plan(name: str, seed: int) -> None:
    group = generate(name, seed)
    weeks = weeks_of(group)
    assert weeks.keys() == group.employee.keys()
    mondays = [WEEK.first - timedelta(weeks=back) for back in range(12, 0, -1)]
    for done in weeks.values():
        assert [week.monday for week in done] == mondays
        assert all(len(week.pattern) == 7 and set(week.pattern) <= set("JSN-") for week in done)
        for week in done:
            assert week.last_end is not None
            last = max(index for index, letter in enumerate(week.pattern) if letter != "-")
            assert instant_at(week.monday, last * 1440) < week.last_end < instant_at(week.monday, last * 1440 + 1920)
            assert (week.night_minutes > 0) == ("N" in week.pattern)


@every_sample
def test_past_hours_follow_the_contract(name: str, seed: int) -> None:
    group = generate(name, seed)
    for who, done in weeks_of(group).items():
        contract = group.employee[who].contract
        room = 8 * HOUR if contract.night_worker else 2 * HOUR
        for week in done:
            holiday = week.monday <= ARMISTICE < week.monday + timedelta(days=7)
            less = contract.weekly_minutes // 5 if holiday else 0
            low, high = contract.weekly_minutes - room - less, contract.weekly_minutes + room
            assert low <= week.minutes <= high
            assert contract.kind is ContractKind.FULL_TIME or week.minutes < 35 * HOUR
        assert sum(week.minutes for week in done) <= 12 * 44 * HOUR
        assert sum(week.night_minutes for week in done) <= 12 * 40 * HOUR


@every_sample
def test_past_days_off_and_sundays(name: str, seed: int) -> None:
    for done in weeks_of(generate(name, seed)).values():
        marks = "".join(week.pattern for week in done).replace("S", "J").replace("N", "J")
        assert max(len(run) for run in marks.split("-")) <= 6
        assert all(week.pattern.count("-") >= 1 for week in done)
        for first, second in pairwise(done):
            assert (first.pattern[6] == "-") or (second.pattern[6] == "-")
        # Fortnights of the group begin in even ISO weeks; the first of the past is 31 August 2026 (week 36).
        for first, second in zip(done[::2], done[1::2], strict=True):
            both = first.pattern + second.pattern
            assert both.count("-") >= 4
            assert any(both[day : day + 2] == "--" for day in SATURDAYS_AND_SUNDAYS)


@every_sample
def test_not_two_public_holidays_in_a_row(name: str, seed: int) -> None:
    for done in weeks_of(generate(name, seed)).values():
        mark = {week.monday + timedelta(days=day): week.pattern[day] for week in done for day in range(7)}
        assert "-" in (mark[ALL_SAINTS], mark[ARMISTICE])


@every_sample
def test_counters_hold_together(name: str, seed: int) -> None:
    group = generate(name, seed)
    recent = {who: sum(week.minutes for week in done) for who, done in weeks_of(group).items()}
    assert [year.employee_id for year in group.history.years] == [employee.id for employee in group.employees]
    for year in group.history.years:
        annual = group.employee[year.employee_id].contract.annual_minutes
        assert recent[year.employee_id] <= year.minutes <= annual
        assert year.territorial_minutes <= 0.45 * year.minutes
        assert year.overtime_minutes <= 25 * HOUR
    seen: dict[str, int] = {}
    served: dict[str, int] = {}
    for face in group.history.faces:
        assert face.member_id in group.employee[face.employee_id].contract.member_ids
        seen[face.employee_id] = seen.get(face.employee_id, 0) + face.minutes
        served[face.member_id] = served.get(face.member_id, 0) + face.minutes
    assert all(minutes <= recent[who] for who, minutes in seen.items())
    assert [row.member_id for row in group.history.ledgers] == [member.id for member in group.members]
    for row in group.history.ledgers:
        assert row.served_minutes == served.get(row.member_id, 0)
        assert LEAST_SHARE - 0.01 <= row.served_minutes / row.asked_minutes <= MOST_SHARE
