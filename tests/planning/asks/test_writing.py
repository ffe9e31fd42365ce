"""Requests written, sent, changed, skipped and withdrawn, before and after the closing date."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.life import RequestState
from gems.domain.requests import FixedSlot, Request
from gems.planning.asks.inbox import set_closing_date
from gems.planning.asks.requests import RequestLine, closing, my_requests
from gems.planning.asks.writing import (
    change_request,
    repeat_week,
    send_request,
    skip_week,
    withdraw_request,
    write_request,
)
from gems.planning.office import Declined, Faulty
from tests.databases import Clock, FillStore
from tests.planning.asks.given import MINE, MONDAY, MORNING, WEEK, dated, weekly
from tests.planning.house import House, house_of

CLOSED_WEEK = MONDAY - WEEK
"""On 6 November its requests were due on the 1st; those of MONDAY are due on the 8th."""


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def lines(house: House, monday: date = MONDAY, member_id: str = MINE) -> dict[str, RequestLine]:
    found = my_requests(house.office, house.member(member_id), member_id=member_id, monday=monday)
    return {line.request.id: line for line in found}


def sent(house: House, request: Request) -> str:
    """A request of the member, sent by the coordinator, whom no date binds."""
    made = write_request(house.office, house.coordinator, member_id=MINE, request=request)
    send_request(house.office, house.coordinator, member_id=MINE, request_id=made)
    return made


def change(house: House, request: Request) -> tuple[str, date | None]:
    done = change_request(house.office, house.member(MINE), member_id=MINE, request=request)
    return done.request_id, done.since


def asked_days(house: House, request_id: str) -> tuple[date, date | None]:
    when = lines(house)[request_id].request.recurrence
    return when.first_day, when.last_day


def test_a_draft_is_kept_and_written_again_then_sent(house: House) -> None:
    made = write_request(house.office, house.member(MINE), member_id=MINE, request=dated(MONDAY))
    again = replace(dated(MONDAY), id=made, label="Petit déjeuner")
    assert write_request(house.office, house.member(MINE), member_id=MINE, request=again) == made
    assert lines(house)[made].state is RequestState.DRAFT
    assert made not in house.group.request, "a draft is not planned"
    send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)
    assert house.group.request[made] == again
    with pytest.raises(Declined, match="already sent"):
        send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)


def test_a_new_id_follows_the_last_one(house: House) -> None:
    last = max(int(one[1:]) for one in house.group.request)
    made = write_request(house.office, house.member(MINE), member_id=MINE, request=dated(MONDAY))
    assert made == f"R{last + 1:03d}"


def test_faults_are_said_field_by_field(house: House) -> None:
    wrong = replace(dated(MONDAY), demand=FixedSlot(start_clock=720, end_clock=480, headcount=0))
    with pytest.raises(Faulty) as found:
        write_request(house.office, house.member(MINE), member_id=MINE, request=wrong)
    assert {issue.field for issue in found.value.issues} == {"demand.end_clock", "demand.headcount"}


@pytest.mark.parametrize(
    "request_", [replace(dated(MONDAY), site_id="S002"), replace(dated(MONDAY), wanted=frozenset({"E999"}))]
)
def test_a_place_or_a_person_of_others_is_as_unknown_as_one_that_does_not_exist(
    house: House, request_: Request
) -> None:
    with pytest.raises(Faulty) as found:
        write_request(house.office, house.member(MINE), member_id=MINE, request=request_)
    words = str(found.value.words)
    assert "n'existe pas" in words
    assert all(member.name not in words for member in house.group.members)


def test_anothers_request_is_as_unknown_as_one_that_does_not_exist(house: House) -> None:
    other = next(one for one in house.group.requests if one.member_id != MINE)
    said = set()
    for request_id in (other.id, "R999"):
        with pytest.raises(Declined) as no:
            withdraw_request(house.office, house.member(MINE), member_id=MINE, request_id=request_id)
        said.add(no.value.words)
    assert len(said) == 1


def test_after_the_closing_date_the_member_is_told_whom_to_call_and_the_coordinator_may(house: House) -> None:
    made = write_request(house.office, house.member(MINE), member_id=MINE, request=dated(CLOSED_WEEK))
    with pytest.raises(Declined, match="1 Nov") as no:
        send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)
    assert "appelez le groupement" in no.value.words.fr
    send_request(house.office, house.coordinator, member_id=MINE, request_id=made)
    assert made in house.group.request


def test_the_last_day_is_included(house: House, clock: Clock) -> None:
    made = write_request(house.office, house.member(MINE), member_id=MINE, request=dated(MONDAY))
    clock.set("2026-11-09T00:00")
    with pytest.raises(Declined):
        send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)
    clock.set("2026-11-08T23:59")
    send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)


def test_the_coordinator_may_set_another_day_for_a_week(house: House) -> None:
    set_closing_date(house.office, house.coordinator, monday=MONDAY, day=date(2026, 11, 5))
    seen = closing(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)
    assert (seen.is_open, seen.usual, seen.last_day) == (False, False, date(2026, 11, 5))
    assert seen.first_open == MONDAY + WEEK
    set_closing_date(house.office, house.coordinator, monday=MONDAY, day=None)
    seen = closing(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)
    assert (seen.is_open, seen.first_open) == (True, MONDAY)
    with pytest.raises(Declined):
        set_closing_date(house.office, house.coordinator, monday=MONDAY, day=MONDAY)


def test_a_recurring_request_that_began_before_the_first_open_week_cannot_be_sent(house: House) -> None:
    made = write_request(house.office, house.member(MINE), member_id=MINE, request=weekly(date(2026, 9, 7)))
    with pytest.raises(Declined):
        send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)
    later = replace(weekly(MONDAY), id=made)
    write_request(house.office, house.member(MINE), member_id=MINE, request=later)
    send_request(house.office, house.member(MINE), member_id=MINE, request_id=made)


def test_a_change_to_what_closed_weeks_hold_is_split_off(house: House) -> None:
    made = sent(house, weekly(date(2026, 9, 7)))
    new = replace(house.group.request[made], demand=FixedSlot(start_clock=540, end_clock=780))
    part, since = change(house, new)
    assert (part, since) == (f"{made}.2", MONDAY)
    assert asked_days(house, part) == (MONDAY, None)
    kept = house.group.request[made]
    assert kept.demand == MORNING
    assert kept.recurrence.last_day == date(2026, 11, 22)
    assert lines(house)[part].state is RequestState.CHANGED
    assert made not in lines(house), "the past part is over by this week"
    assert made in lines(house, CLOSED_WEEK)
    third, _ = change(house, replace(house.group.request[part], same_person=True))
    assert third == part, "nothing of it is closed: it changes where it stands"


def test_a_split_keeps_the_rhythm_of_weeks(house: House) -> None:
    made = sent(house, weekly(date(2026, 11, 2), every=3, weekdays=(1,)))  # 3 and 24 November, 15 December
    part, _ = change(house, replace(house.group.request[made], demand=FixedSlot(start_clock=540, end_clock=780)))
    first = house.group.request[part].recurrence
    assert [day for day in (date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 15)) if first.holds_on(day, "A")] == [
        date(2026, 11, 24),
        date(2026, 12, 15),
    ]


def test_a_change_that_leaves_closed_weeks_alone_is_not_split(house: House) -> None:
    made = sent(house, weekly(date(2026, 9, 7)))
    old = house.group.request[made]
    ended = replace(old, recurrence=replace(old.recurrence, last_day=date(2026, 12, 20)), label="Autre nom")
    assert change(house, ended) == (made, None)
    assert house.group.request[made] == ended


def test_a_dated_request_of_a_closed_week_no_longer_changes(house: House) -> None:
    made = sent(house, dated(CLOSED_WEEK))
    with pytest.raises(Declined, match="1 Nov"):
        change(house, replace(house.group.request[made], demand=FixedSlot(start_clock=540, end_clock=780)))
    with pytest.raises(Declined, match="1 Nov"):
        withdraw_request(house.office, house.member(MINE), member_id=MINE, request_id=made)


def test_a_request_does_not_slip_into_a_closed_week(house: House) -> None:
    made = sent(house, dated(MONDAY))
    moved = dated(date(2026, 11, 20))
    with pytest.raises(Declined):
        change(house, replace(moved, id=made))


def test_the_coordinator_changes_from_the_week_named(house: House) -> None:
    made = sent(house, weekly(date(2026, 9, 7)))
    new = replace(house.group.request[made], same_person=True)
    done = change_request(house.office, house.coordinator, member_id=MINE, request=new, since=date(2026, 11, 18))
    assert (done.request_id, done.since) == (f"{made}.2", date(2026, 11, 16))


def test_withdrawn_is_gone_where_nothing_is_closed_and_ends_otherwise(house: House) -> None:
    fresh, running = sent(house, dated(MONDAY)), sent(house, weekly(date(2026, 9, 7)))
    for request_id in (fresh, running):
        withdraw_request(house.office, house.member(MINE), member_id=MINE, request_id=request_id)
    assert fresh not in house.group.request
    assert lines(house)[fresh].state is RequestState.WITHDRAWN
    assert house.group.request[running].recurrence.last_day == date(2026, 11, 22)
    with pytest.raises(Declined, match="withdrawn"):
        withdraw_request(house.office, house.member(MINE), member_id=MINE, request_id=fresh)


def test_one_week_is_skipped_and_the_others_stay(house: House) -> None:
    made = sent(house, weekly(date(2026, 9, 7)))
    skip_week(house.office, house.member(MINE), member_id=MINE, request_id=made, monday=MONDAY)
    assert not lines(house)[made].asks_this_week
    assert lines(house, MONDAY + WEEK)[made].asks_this_week
    for monday, why in ((MONDAY, "asks nothing"), (CLOSED_WEEK, "were due")):
        with pytest.raises(Declined, match=why):
            skip_week(house.office, house.member(MINE), member_id=MINE, request_id=made, monday=monday)


def test_a_dated_request_skipped_in_its_only_week_is_withdrawn(house: House) -> None:
    made = sent(house, dated(MONDAY))
    skip_week(house.office, house.member(MINE), member_id=MINE, request_id=made, monday=MONDAY)
    assert lines(house)[made].state is RequestState.WITHDRAWN


def test_what_was_dated_last_week_is_asked_again_once(house: House) -> None:
    sent(house, dated(CLOSED_WEEK))
    sent(house, weekly(date(2026, 9, 7)))
    (copy,) = repeat_week(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)
    line = lines(house)[copy]
    assert (line.state, line.request.recurrence.first_day) == (RequestState.DRAFT, MONDAY)
    with pytest.raises(Declined, match="Nothing is left"):
        repeat_week(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)


def test_people_whom_the_member_cannot_know_stay_on_a_request_and_out_of_sight(house: House) -> None:
    known = {face.employee_id for face in house.group.history.faces if face.member_id == MINE}
    seen, hidden = sorted(known)[0], next(one for one in house.group.employee if one not in known)
    made = sent(house, replace(dated(MONDAY), wanted=frozenset({seen}), excluded=frozenset({hidden})))
    shown = lines(house)[made].request
    assert (shown.wanted, shown.excluded) == ({seen}, frozenset())
    change(house, replace(shown, wanted=frozenset()))
    assert (house.group.request[made].wanted, house.group.request[made].excluded) == (frozenset(), {hidden})
