"""Closing a week that is over."""

import pytest

from gems.domain.issues import Kind
from gems.domain.life import VersionState
from gems.planning.office import Declined
from gems.planning.week import close
from gems.planning.week.past import history_after
from tests.databases import Clock
from tests.planning.week.given import MONDAY, House

AFTER = "2026-11-30T00:00"


@pytest.mark.parametrize("now", ["2026-11-23T00:00", "2026-11-29T23:59"])
def test_a_week_is_not_closed_before_its_sunday_is_over(house: House, clock: Clock, now: str) -> None:
    house.publish()
    clock.set(now)
    with pytest.raises(Declined):
        house.coordinator(close.close_week)


def test_closing_enters_the_week_in_the_history(house: House, clock: Clock) -> None:
    house.publish()
    clock.set(AFTER)
    closed = house.coordinator(close.close_week)
    assert closed.state is VersionState.CLOSED
    with house.office.store.read(house.group_id) as work:
        mondays = {week.monday for week in work.group.history.weeks}
    assert len(mondays) == 12
    assert max(mondays) == MONDAY


def test_what_was_still_open_is_set_aside(house: House, clock: Clock) -> None:
    house.publish()
    house.revise(1)
    clock.set(AFTER)
    house.coordinator(close.close_week)
    assert [head.state for head in house.sight().heads] == [VersionState.CLOSED, VersionState.REPLACED]


def test_a_week_is_closed_once(house: House, clock: Clock) -> None:
    house.publish()
    clock.set(AFTER)
    house.coordinator(close.close_week)
    with pytest.raises(Declined):
        house.coordinator(close.close_week)


def test_a_week_the_imported_history_holds_is_not_counted_twice(house: House, clock: Clock) -> None:
    house.publish()
    with house.office.store.write(house.group_id) as work:
        work.records.put(Kind.WEEK_DONE, history_after(work, MONDAY).weeks)
    with house.office.store.read(house.group_id) as work:
        entered = work.group.history
    clock.set(AFTER)
    house.coordinator(close.close_week)
    with house.office.store.read(house.group_id) as work:
        assert work.group.history == entered
