"""What became of a request in a week, from the work that serves it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.group import Group
from gems.domain.life import VersionState
from gems.domain.requests import FixedSlot, Request, Volume, Window
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon
from gems.planning.asks.outcome import Outcome, Serving, servings
from gems.planning.asks.requests import RequestLine, my_requests
from gems.planning.asks.why import NO_SLOT, NOBODY, NOT_FREE, TOO_SHORT
from sample_data import generate
from tests.databases import Clock, FillStore
from tests.planning.asks.given import MINE, MONDAY, dated, weekly, work_at
from tests.planning.asks.test_writing import sent
from tests.planning.house import ISSUED, House, house_of

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)
FIXED = replace(weekly(MONDAY), id="R1")  # Monday and Thursday, 8:00 to 12:00
WINDOW = replace(weekly(MONDAY, demand=Window(start_clock=480, end_clock=720, minutes=120)), id="R1")
VOLUME = replace(
    weekly(MONDAY, demand=Volume(weekly_minutes=420, start_clock=480, end_clock=1080, shortest=180, longest=240)),
    id="R1",
)


def told(group: Group, request: Request, *pieces: Assignment) -> Serving:
    (found,) = servings(group, [request], pieces, MONDAY)
    return found


@pytest.fixture(scope="module")
def group() -> Group:
    return generate("small")


def mission(day: object, *, of: str = "R1") -> str:
    return f"{of}/{day}/1"


def test_served_as_asked_says_when(group: Group) -> None:
    pieces = [work_at(day, 480, 720, mission=mission(day)) for day in (MONDAY, THURSDAY)]
    found = told(group, FIXED, *pieces)
    assert found.outcome is Outcome.SERVED
    assert found.words.fr == "servie lundi et jeudi de 8 h 00 à 12 h 00"
    assert found.words.en == "served Monday and Thursday 8:00 to 12:00"


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (work_at(TUESDAY, 480, 720, mission=mission(MONDAY)), "servie mardi au lieu de lundi"),
        (
            work_at(MONDAY, 540, 780, mission=mission(MONDAY)),
            "servie lundi de 9 h 00 à 13 h 00 au lieu de 8 h 00–12 h 00",
        ),
        (work_at(TUESDAY, 480, 720), "servie mardi au lieu de lundi"),
    ],
)
def test_served_otherwise_is_moved(group: Group, piece: Assignment, words: str) -> None:
    on_time = work_at(THURSDAY, 480, 720, mission=mission(THURSDAY))
    found = told(group, FIXED, on_time, piece)
    assert (found.outcome, found.words.fr) == (Outcome.MOVED, words)


def test_work_by_hand_without_a_mission_serves_the_one_whose_times_it_keeps(group: Group) -> None:
    found = told(group, FIXED, work_at(THURSDAY, 480, 720), work_at(MONDAY, 480, 720))
    assert found.outcome is Outcome.SERVED


def test_fewer_hours_than_asked_is_partly(group: Group) -> None:
    found = told(group, FIXED, work_at(MONDAY, 480, 720, mission=mission(MONDAY)))
    assert (found.outcome, found.words.fr) == (Outcome.PARTLY, "4 h sur 8 h")
    assert [one.day for one in found.unserved()] == [THURSDAY]


def test_nothing_is_unserved(group: Group) -> None:
    elsewhere = replace(work_at(MONDAY, 480, 720), site_id="S002")
    assert told(group, FIXED, elsewhere).outcome is Outcome.UNSERVED


@pytest.mark.parametrize(("start", "outcome"), [(480, Outcome.SERVED), (600, Outcome.SERVED), (420, Outcome.MOVED)])
def test_anywhere_in_its_window_is_as_asked(group: Group, start: int, outcome: Outcome) -> None:
    pieces = [work_at(day, start, start + 120, mission=mission(day)) for day in (MONDAY, THURSDAY)]
    assert told(group, WINDOW, *pieces).outcome is outcome


def test_a_volume_counts_its_minutes(group: Group) -> None:
    first = work_at(MONDAY, 480, 720, mission=f"R1/{MONDAY}")
    assert told(group, VOLUME, first).words.fr == "4 h sur 7 h"
    second = work_at(THURSDAY, 600, 780, mission=f"R1/{THURSDAY}")
    assert told(group, VOLUME, first, second).outcome is Outcome.SERVED


def test_hours_beyond_what_was_asked_do_not_make_up_for_others(group: Group) -> None:
    long = work_at(MONDAY, 480, 1020, mission=mission(MONDAY))
    found = told(group, FIXED, long)
    assert (found.served_minutes, found.outcome) == (240, Outcome.PARTLY)


def test_two_people_asked_and_one_who_comes(group: Group) -> None:
    two = replace(dated(MONDAY, FixedSlot(start_clock=480, end_clock=720, headcount=2)), id="R1")
    assert told(group, two, work_at(MONDAY, 480, 720, mission="R1/2026-11-23/2")).words.fr == "4 h sur 8 h"


def test_somebody_more_than_asked_makes_up_for_nobody_and_takes_nothing_from_other_requests(group: Group) -> None:
    roomy = FixedSlot(start_clock=480, end_clock=720, most_headcount=2)
    asked, other = replace(dated(MONDAY, roomy), id="R1"), replace(dated(MONDAY), id="R2")
    pieces = [work_at(MONDAY, 480, 720, mission="R1/2026-11-23/2")]
    found = servings(group, [asked, other], pieces, MONDAY)
    assert [one.outcome for one in found] == [Outcome.UNSERVED, Outcome.UNSERVED]
    both = [*pieces, work_at(MONDAY, 480, 720, mission="R1/2026-11-23/1")]
    assert [one.outcome for one in servings(group, [asked, other], both, MONDAY)] == [Outcome.SERVED, Outcome.UNSERVED]


def test_somebody_where_nobody_is_asked_takes_nothing_from_other_requests(group: Group) -> None:
    open_ = FixedSlot(start_clock=480, end_clock=720, headcount=0, most_headcount=1)
    asked, other = replace(dated(MONDAY, open_), id="R1"), replace(dated(MONDAY), id="R2")
    pieces = [work_at(MONDAY, 480, 720, mission="R1/2026-11-23/1")]
    found = servings(group, [asked, other], pieces, MONDAY)
    assert [(one.request.id, one.outcome) for one in found] == [("R2", Outcome.UNSERVED)]


# --- From which version, and why ---------------------------------------------------------------------------


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def line(house: House, request_id: str) -> RequestLine:
    found = my_requests(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)
    return next(one for one in found if one.request.id == request_id)


def test_a_draft_says_nothing_a_proposal_does_and_the_issued_one_first(house: House) -> None:
    own = next(one for one in house.group.requests if one.member_id == MINE)
    empty = Schedule(horizon=Horizon(MONDAY))
    house.keep(house.planted)
    assert line(house, own.id).outcome is Outcome.PENDING
    house.keep(empty, VersionState.PROPOSED)
    assert line(house, own.id).outcome is Outcome.UNSERVED
    house.keep(house.planted, *ISSUED)
    assert line(house, own.id).outcome is Outcome.SERVED


def test_what_is_asked_after_the_schedule_was_made_waits(house: House) -> None:
    house.keep(house.planted, VersionState.PROPOSED)
    house.clock.advance(minutes=1)
    made = sent(house, dated(MONDAY))
    assert line(house, made).outcome is Outcome.PENDING
    assert line(house, made).reasons == ()


def test_reasons_are_sentences_that_teach_nothing_of_anybody(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    found = my_requests(house.office, house.member(MINE), member_id=MINE, monday=MONDAY)
    short = [one for one in found if one.outcome in (Outcome.UNSERVED, Outcome.PARTLY)]
    assert short, "the sample asks more than it can serve"
    assert all(one.reasons and set(one.reasons) <= {NOBODY, NOT_FREE, TOO_SHORT, NO_SLOT} for one in short)


def test_a_job_that_nobody_holds_is_said_so(house: House) -> None:
    held = {held.code for person in house.group.employees for held in person.qualifications}
    able = held | {row.needed for row in house.group.stand_ins if row.held in held and row.allowed}
    job = next(one.code for one in house.group.qualifications if one.code not in able)
    made = sent(house, replace(dated(MONDAY), qualification=job))
    house.clock.advance(minutes=1)
    house.keep(house.planted, *ISSUED)
    assert line(house, made).reasons == (NOBODY,)


def test_an_empty_week_lacks_no_free_people(house: House) -> None:
    made = sent(house, dated(MONDAY))
    house.clock.advance(minutes=1)
    house.keep(Schedule(horizon=Horizon(MONDAY)), *ISSUED)
    assert line(house, made).reasons == (TOO_SHORT,)
