"""What an employee sees: the next shift, the week, the counters."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gems.domain.duty import duties_of
from gems.domain.life import NoticeBand, Refusal, VersionState
from gems.domain.time import day_of, local
from gems.planning.views.employee import MyWeek, my_week, next_shift
from gems.planning.views.my_hours import MyHours, my_hours
from tests.databases import Clock, FillStore
from tests.planning.house import ISSUED, House, changed, house_of, later

MONDAY = date(2026, 11, 23)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


@pytest.fixture
def me(house: House) -> str:
    """Somebody who drives between two places in a day."""
    for employee_id, pieces in house.planted.by_employee.items():
        if any(duty.travel_minutes for duty in duties_of(house.group, pieces)):
            return employee_id
    raise AssertionError("nobody drives in this sample")


def week(house: House, me: str) -> MyWeek:
    return my_week(house.office, house.employee(me), employee_id=me, monday=MONDAY)


def counters(house: House, me: str) -> MyHours:
    found = my_hours(house.office, house.employee(me), employee_id=me)
    assert found is not None
    return found


def test_nothing_before_publication(house: House, me: str) -> None:
    house.keep(house.planted, VersionState.PROPOSED)
    assert week(house, me).days == ()
    assert next_shift(house.office, house.employee(me), employee_id=me) is None


def test_the_week_as_published(house: House, me: str) -> None:
    house.keep(house.planted, *ISSUED)
    duties = duties_of(house.group, house.planted.by_employee[me])
    found = week(house, me)
    assert [day.day for day in found.days] == [duty.day for duty in duties]
    assert found.worked_minutes == sum(duty.work_minutes for duty in duties)
    assert (found.travel_minutes, found.km) == (sum(d.travel_minutes for d in duties), sum(d.km for d in duties))
    driven = next(duty for duty in duties if duty.travel_minutes)
    shown = next(day for day in found.days if day.day == driven.day)
    assert [piece.drive for piece in shown.pieces] == [*(one if one.minutes else None for one in driven.drives), None]
    site = house.group.site[driven.pieces[0].site_id]
    member = house.group.member[site.member_id]
    assert (shown.pieces[0].site, shown.pieces[0].member, shown.pieces[0].phone) == (
        site.name,
        member.name,
        member.phone,
    )


def test_a_night_counts_in_the_week_where_it_is_worked(house: House) -> None:
    """A duty begun on Sunday evening is worked mostly on Monday."""
    nights = [one for one in house.planted.assignments if day_of(one.end - 1) > one.day]
    assert nights, "the sample has nights"
    night, days = nights[0], (6 - nights[0].day.weekday()) * 24 * 60
    moved = replace(night, start=night.start + days, end=night.end + days)
    house.keep(changed(house.planted, lambda one: moved if one == night else None), *ISSUED)
    house.keep(later(changed(house.planted, lambda one: None), 1), *ISSUED)
    me, before = night.employee_id, local(moved.end)
    nxt = my_week(house.office, house.employee(me), employee_id=me, monday=date(2026, 11, 30))
    assert nxt.worked_minutes == before.hour * 60 + before.minute
    assert week(house, me).worked_minutes == moved.minutes - nxt.worked_minutes


def test_what_changed_since_first_published_is_marked(house: House, me: str) -> None:
    house.keep(house.planted, *ISSUED)
    assert not any(piece.changed for day in week(house, me).days for piece in day.pieces)
    mine = house.planted.by_employee[me][0]
    moved = replace(mine, start=mine.start + 30, end=mine.end + 30)
    house.keep(changed(house.planted, lambda one: moved if one == mine else one), *ISSUED)
    marked = [piece.start for day in week(house, me).days for piece in day.pieces if piece.changed]
    assert marked == [moved.start]
    assert week(house, me).number == 2


def test_the_next_shift_is_the_one_under_way_until_it_ends(house: House, me: str) -> None:
    house.keep(house.planted, *ISSUED)
    first, second = duties_of(house.group, house.planted.by_employee[me])[:2]
    for now, day, under_way in (
        (first.start - 1, first.day, False),
        (first.start, first.day, True),
        (first.end - 1, first.day, True),
        (first.end, second.day, False),
    ):
        house.clock.now = now * 60
        found = next_shift(house.office, house.employee(me), employee_id=me)
        assert found is not None
        assert (found.day.day, found.under_way) == (day, under_way)
    house.clock.now = house.planted.by_employee[me][-1].end * 60
    assert next_shift(house.office, house.employee(me), employee_id=me) is None


def test_the_year_moves_on_with_the_published_weeks(house: House, me: str) -> None:
    year = next(one for one in house.group.history.years if one.employee_id == me)
    house.clock.set("2026-11-24T09:00")
    before = counters(house, me).year
    assert before is not None
    assert (before.until, before.worked_minutes) == (date(2026, 11, 22), year.minutes)
    house.keep(house.planted, *ISSUED)
    after = counters(house, me).year
    assert after is not None
    assert after.until == date(2026, 11, 29)
    assert after.worked_minutes - before.worked_minutes == week(house, me).worked_minutes
    due = (before.worked_minutes - before.balance_minutes, after.worked_minutes - after.balance_minutes)
    leave = 25 * 420 * 7 / 371
    assert abs(due[1] - due[0] - (2100 - leave)) <= 1, (
        "the contract's week, less leave at the pace of a year of 53 weeks"
    )


def test_refusals_entered_and_counted_since(house: House, me: str) -> None:
    entered = next(one for one in house.group.history.years if one.employee_id == me).refusals
    with house.office.store.write(house.number) as work:
        for number, band in enumerate((NoticeBand.SHORT, NoticeBand.LATE, NoticeBand.EARLY)):
            work.life.add_refusal(
                Refusal(employee_id=me, day=MONDAY, piece=f"p{number}", band=band, at=house.clock.now)
            )
    found = counters(house, me)
    assert (found.refusals_used, found.refusals_right) == (entered + 2, 4)


def test_the_kilometres_of_the_month(house: House, me: str) -> None:
    house.keep(house.planted, *ISSUED)
    house.keep(later(house.planted, 1), *ISSUED)
    km = {duty.day: duty.km for duty in duties_of(house.group, house.planted.by_employee[me])}
    both = {**km, **{day + timedelta(weeks=1): more for day, more in km.items()}}
    for month in (11, 12):
        house.clock.set(f"2026-{month}-30T09:00")
        assert counters(house, me).km_this_month == sum(more for day, more in both.items() if day.month == month)
    assert any(day.month == 12 and more for day, more in both.items())
