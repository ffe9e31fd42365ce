"""Ages and wishes on a day."""

from datetime import date

import pytest

from gems.domain.people import Wish, WishKind
from tests.rules.group import employee


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 11, 26), date(2026, 11, 25), 17),
        (date(2008, 11, 26), date(2026, 11, 26), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (None, date(2026, 11, 26), None),
    ],
)
def test_age(birth: date | None, day: date, age: int | None) -> None:
    assert employee("ANA", birth_date=birth).age_on(day) == age


def test_a_wish_holds_on_its_weekdays_and_between_its_days() -> None:
    wish = Wish(
        id="1",
        employee_id="ANA",
        kind=WishKind.WANTED,
        weekdays=frozenset({2}),
        first_day=date(2026, 11, 25),
        last_day=date(2026, 12, 2),
    )
    days = [date(2026, 11, 18), date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 2), date(2026, 12, 9)]
    assert [wish.holds_on(day) for day in days] == [False, True, False, True, False]
