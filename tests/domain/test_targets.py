"""What a person should work in a week: the contract less days away, holidays, and days outside the contract."""

from datetime import date

import pytest

from gems.domain.group import Group
from gems.domain.people import Absence, AbsenceKind, LighterDays
from gems.domain.targets import target_minutes
from gems.domain.time import Span, instant_at
from tests.rules.group import contract, employee, group

MONDAY = date(2026, 11, 23)
ANA = employee("ANA")


def away(*clocks: tuple[int, int, int]) -> Group:
    """ANA is away on the nth day of the week, from one clock time to another."""
    rows = [
        Absence(
            id=str(index),
            employee_id="ANA",
            kind=AbsenceKind.LEAVE,
            span=Span(instant_at(date(2026, 11, 23 + day), start), instant_at(date(2026, 11, 23 + day), end)),
        )
        for index, (day, start, end) in enumerate(clocks)
    ]
    return group(absences=tuple(rows))


@pytest.mark.parametrize(
    ("of", "minutes"),
    [
        pytest.param(group(), 2100, id="an ordinary week"),
        pytest.param(away((0, 0, 1440)), 1680, id="a day"),
        pytest.param(away((0, 480, 780)), 1680, id="half of the day"),
        pytest.param(away((0, 480, 779)), 2100, id="a minute less than half"),
        pytest.param(away((0, 300, 640), (0, 600, 740), (0, 1000, 1100)), 1680, id="three pieces, the overlap once"),
        pytest.param(away((0, 300, 640), (0, 600, 740), (0, 1079, 1100)), 2100, id="three pieces, too short"),
        pytest.param(away((0, 1080, 1920)), 2100, id="the night between two days"),
        pytest.param(away((0, 0, 5 * 1440)), 0, id="the whole week"),
        pytest.param(away((5, 0, 1440)), 2100, id="a Saturday"),
    ],
)
def test_days_away_are_taken_off(of: Group, minutes: int) -> None:
    assert target_minutes(of, ANA, MONDAY) == minutes


def test_somebody_else_away_changes_nothing() -> None:
    assert target_minutes(away((0, 0, 1440)), employee("BEN"), MONDAY) == 2100


@pytest.mark.parametrize(
    ("monday", "minutes"),
    [
        (date(2026, 11, 9), 1680),  # Wednesday 11 November
        (date(2026, 5, 11), 1680),  # Ascension
        (date(2026, 12, 21), 1680),  # Christmas is a Friday
        (date(2026, 7, 13), 1680),  # 14 July
        (date(2026, 8, 10), 2100),  # 15 August is a Saturday
    ],
)
def test_public_holidays_on_weekdays_are_paid_off(monday: date, minutes: int) -> None:
    assert target_minutes(group(), ANA, monday) == minutes


def test_a_holiday_away_is_taken_off_once() -> None:
    span = Span(instant_at(date(2026, 11, 11), 0), instant_at(date(2026, 11, 12), 0))
    row = Absence(id="1", employee_id="ANA", kind=AbsenceKind.LEAVE, span=span)
    assert target_minutes(group(absences=(row,)), ANA, date(2026, 11, 9)) == 1680


@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [
        (date(2026, 11, 25), None, 1260),
        (date(2020, 1, 1), date(2026, 11, 24), 840),
        (date(2026, 11, 28), None, 0),
        (date(2026, 12, 1), None, 0),
        (date(2020, 1, 1), date(2026, 11, 27), 2100),
    ],
)
def test_days_outside_the_contract_are_not_owed(first: date, last: date | None, minutes: int) -> None:
    person = employee("ANA", contract=contract(first_day=first, last_day=last))
    assert target_minutes(group(), person, MONDAY) == minutes


def test_fifths_are_added_up_before_rounding_down() -> None:
    person = employee("ANA", contract=contract(weekly_minutes=1004))
    assert target_minutes(away((0, 0, 1440), (1, 0, 1440)), person, MONDAY) == 1004 - 401


def test_lighter_days_take_their_minutes_off_the_other_days() -> None:
    lighter = LighterDays(first_day=date(2026, 11, 24), last_day=date(2026, 12, 31), minutes_less=60)
    person = employee("ANA", lighter_days=lighter)
    assert target_minutes(away((4, 0, 1440)), person, MONDAY) == 2100 - 420 - 3 * 60


def test_never_under_nothing() -> None:
    lighter = LighterDays(first_day=MONDAY, last_day=date(2026, 12, 31), minutes_less=600)
    assert target_minutes(group(), employee("ANA", lighter_days=lighter), MONDAY) == 0
