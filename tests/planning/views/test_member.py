"""What a member sees of the planning."""

from dataclasses import replace

import pytest

from gems.domain.life import VersionState
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon
from gems.planning.views.member import WhoComes, member_hours, who_comes
from tests.databases import Clock, FillStore
from tests.planning.house import ISSUED, House, changed, house_of
from tests.store.put import keep

ME = "M001"


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def seen(house: House) -> WhoComes:
    monday = house.planted.horizon.first
    return who_comes(house.office, house.member(ME), member_id=ME, monday=monday)


def own(house: House) -> tuple[Assignment, ...]:
    site = house.group.site
    return tuple(one for one in house.planted.assignments if site[one.site_id].member_id == ME)


def test_nothing_before_publication(house: House) -> None:
    house.keep(house.planted)
    house.keep(house.planted, VersionState.PROPOSED)
    assert seen(house).visits == ()
    assert seen(house).published_at is None


def test_who_comes_when_for_what(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    group, pieces = house.group, own(house)
    assert pieces
    expected = [(one.start, one.end, group.employee[one.employee_id].name) for one in pieces]
    assert [(one.start, one.end, one.name) for one in seen(house).visits] == expected
    assert all(one.label and not one.replacement for one in seen(house).visits)


def test_another_person_than_the_one_first_announced_is_a_replacement(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    first = own(house)[0]
    other = next(one.id for one in house.group.employees if one.id != first.employee_id)
    house.keep(changed(house.planted, lambda one: replace(one, employee_id=other) if one == first else one), *ISSUED)
    marked = [one for one in seen(house).visits if one.replacement]
    assert [(one.start, one.name) for one in marked] == [(first.start, house.group.employee[other].name)]


def test_hours_asked_and_served_week_by_week(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    found = member_hours(house.office, house.member(ME), member_id=ME)
    (week,) = found.weeks
    assert week.monday == house.planted.horizon.first
    assert week.served_minutes == sum(one.minutes for one in own(house))
    assert week.asked_minutes > week.served_minutes, "the sample asks for more than it can serve"
    assert found.asked_minutes == week.asked_minutes


def test_the_same_average_and_least_for_everybody(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    found = [member_hours(house.office, house.member(one.id), member_id=one.id) for one in house.group.members]
    assert len({(one.average, one.least_served) for one in found}) == 1
    mine = [one.mine for one in found if one.mine is not None]
    assert found[0].least_served == min(mine)
    assert min(mine) < (found[0].average or 0) < max(mine)


def test_the_share_reckons_with_the_weeks_behind(house: House) -> None:
    ledger = next(one for one in house.group.history.ledgers if one.member_id == ME)
    found = member_hours(house.office, house.member(ME), member_id=ME)
    assert found.mine == ledger.served_minutes / ledger.asked_minutes
    house.keep(Schedule(horizon=Horizon(house.planted.horizon.first)), *ISSUED)
    after = member_hours(house.office, house.member(ME), member_id=ME)
    assert after.mine is not None
    assert after.mine < found.mine


def test_fewer_than_five_members_see_only_their_own_share(house: House) -> None:
    group = house.group
    ledgers = group.history.ledgers[:4]
    keep(
        house.office.store,
        house.number,
        replace(group, requests=(), history=replace(group.history, ledgers=ledgers)),
    )
    found = member_hours(house.office, house.member(ME), member_id=ME)
    assert found.mine is not None
    assert (found.average, found.least_served) == (None, None)


def test_older_weeks_are_left_out(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    house.clock.advance(days=120)
    assert member_hours(house.office, house.member(ME), member_id=ME).weeks == ()
