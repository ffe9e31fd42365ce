"""The coordinator's inbox."""

from dataclasses import replace

import pytest

from gems.domain.life import RequestState
from gems.planning.asks.inbox import InboxLine, closing_dates, inbox, mark_seen
from gems.planning.asks.writing import change_request, send_request, write_request
from tests.databases import Clock, FillStore
from tests.planning.asks.given import MINE, MONDAY, WEEK, dated
from tests.planning.house import House, house_of


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    made = house_of(filled_store, clock)
    mark_seen(made.office, made.coordinator, request_ids=tuple(made.group.request))
    clock.advance(minutes=1)
    return made


def first(house: House) -> InboxLine:
    return inbox(house.office, house.coordinator)[0]


def test_what_is_new_comes_first_and_a_draft_not_at_all(house: House) -> None:
    member = house.member(MINE)
    made = write_request(house.office, member, member_id=MINE, request=dated(MONDAY))
    assert made not in {line.request.id for line in inbox(house.office, house.coordinator)}
    send_request(house.office, member, member_id=MINE, request_id=made)
    line = first(house)
    assert (line.request.id, line.seen, line.member) == (made, False, house.group.member[MINE].name)


def test_seen_until_it_changes(house: House) -> None:
    member = house.member(MINE)
    made = write_request(house.office, member, member_id=MINE, request=dated(MONDAY))
    send_request(house.office, member, member_id=MINE, request_id=made)
    mark_seen(house.office, house.coordinator, request_ids=(made,))
    assert all(line.seen for line in inbox(house.office, house.coordinator))
    house.clock.advance(minutes=1)
    change_request(house.office, member, member_id=MINE, request=replace(house.group.request[made], label="Autre"))
    assert (first(house).request.id, first(house).state, first(house).seen) == (made, RequestState.CHANGED, False)


def test_what_the_coordinator_writes_they_have_seen(house: House) -> None:
    made = write_request(house.office, house.coordinator, member_id=MINE, request=dated(MONDAY))
    send_request(house.office, house.coordinator, member_id=MINE, request_id=made)
    assert all(line.seen for line in inbox(house.office, house.coordinator))


def test_the_closing_dates_of_the_weeks_to_come(house: House) -> None:
    found = closing_dates(house.office, house.coordinator, weeks=4)
    assert [(one.monday, one.is_open) for one in found] == [
        (MONDAY - WEEK * 3, False),
        (MONDAY - WEEK * 2, False),
        (MONDAY - WEEK, False),
        (MONDAY, True),
    ]
