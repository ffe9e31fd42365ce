"""From requests to needs and missions: what recurs when, which slots are tried, and ids that stay."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.missions import Need, beyond_of, needs_of, visits_of
from gems.domain.requests import Demand, FixedSlot, Recurrence, Request, Season, Volume, Window
from gems.domain.time import Horizon, Span, instant_at

WEEK = Horizon(date(2026, 11, 23))
MORNING = FixedSlot(start_clock=420, end_clock=840)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def asked(demand: Demand = MORNING, *, days: tuple[int, ...] = (0, 1, 2, 3, 4), **changes: object) -> Request:
    """A request at the care home, weekdays from September 2026 unless changed."""
    recurrence = {"weekdays": frozenset(days), "first_day": date(2026, 9, 7)}
    recurrence |= {key: changes.pop(key) for key in list(changes) if key in Recurrence.__dataclass_fields__}
    fields = {"id": "R1", "member_id": "EHPAD", "site_id": "E", "qualification": "caregiver", "label": "Toilettes"}
    return Request(
        demand=demand,
        recurrence=Recurrence(**recurrence),  # type: ignore[arg-type]
        **(fields | changes),  # type: ignore[arg-type]
    )


def needs(request: Request, horizon: Horizon = WEEK, zone: str = "A", grid: int = 30) -> list[Need]:
    return list(needs_of(request, horizon, zone, grid))


def days_of(request: Request, horizon: Horizon = WEEK) -> list[date]:
    return [mission.day for need in needs(request, horizon) for mission in need.missions]


def test_a_fixed_slot_is_a_need_a_day_and_head() -> None:
    found = needs(asked(replace(MORNING, headcount=2), days=(0, 1)))
    assert [need.id for need in found] == [
        *("R1/2026-11-23/1", "R1/2026-11-24/1"),
        *("R1/2026-11-23/2", "R1/2026-11-24/2"),
    ]
    assert all(len(need.missions) == 1 and need.missions[0].id == need.id for need in found)
    assert all(need.missions[0].need_id == need.id and need.monday == MONDAY for need in found)
    assert [need.minutes for need in found] == [420] * 4
    assert found[0].missions[0].slots == (Span(instant_at(MONDAY, 420), instant_at(MONDAY, 840)),)


def test_ids_do_not_depend_on_the_horizon_or_on_other_requests() -> None:
    request = asked(replace(MORNING, headcount=2))
    one = {mission.id: mission for need in needs(request) for mission in need.missions}
    three = {m.id: m for need in needs(request, Horizon(date(2026, 11, 16), 3)) for m in need.missions}
    assert one.items() <= three.items()
    assert len(three) == 30


def test_the_same_person_makes_one_need_of_a_week() -> None:
    horizon = Horizon(date(2026, 12, 28), 2)
    found = needs(asked(days=(0, 3), same_person=True), horizon)
    assert [need.id for need in found] == ["R1/2026-W53/1", "R1/2027-W01/1"]
    assert [mission.id for mission in found[0].missions] == ["R1/2026-12-28/1", "R1/2026-12-31/1"]
    assert found[0].minutes == 840
    assert found[0].same_person


def test_a_night_ends_on_the_next_day() -> None:
    night = FixedSlot(start_clock=21 * 60, end_clock=31 * 60)
    slot = needs(asked(night, days=(6,)))[0].missions[0].slots[0]
    assert slot == Span(instant_at(date(2026, 11, 29), 21 * 60), instant_at(date(2026, 11, 30), 7 * 60))


@pytest.mark.parametrize(("monday", "minutes"), [(date(2026, 3, 23), 540), (date(2026, 10, 19), 660), (MONDAY, 600)])
def test_a_fixed_night_lasts_what_the_clock_change_makes_of_it(monday: date, minutes: int) -> None:
    night = FixedSlot(start_clock=21 * 60, end_clock=31 * 60)
    need = needs(asked(night, days=(5,), first_day=date(2026, 1, 5)), Horizon(monday))[0]
    assert need.minutes == need.missions[0].slots[0].minutes == minutes


def test_a_window_is_tried_on_the_grid_up_to_its_last_start() -> None:
    window = Window(start_clock=480, end_clock=720, minutes=150)
    slots = needs(asked(window, days=(0,)))[0].missions[0].slots
    assert [slot.start - instant_at(MONDAY, 0) for slot in slots] == [480, 510, 540, 570]
    assert {slot.minutes for slot in slots} == {150}
    assert len(needs(asked(window, days=(0,)), grid=15)[0].missions[0].slots) == 7


def test_a_window_as_long_as_its_work_has_one_slot() -> None:
    need = needs(asked(Window(start_clock=480, end_clock=630, minutes=150, headcount=2), days=(0,)))
    assert [len(row.missions[0].slots) for row in need] == [1, 1]
    assert need[0].minutes == 150


def test_a_volume_is_one_need_a_week_with_a_mission_a_day() -> None:
    volume = Volume(weekly_minutes=840, start_clock=480, end_clock=720, shortest=180, longest=240, most_days=4)
    found = needs(asked(volume), Horizon(MONDAY, 2))
    assert [need.id for need in found] == ["R1/2026-W48", "R1/2026-W49"]
    assert [need.minutes for need in found] == [840, 840]
    assert found[0].most_days == 4
    assert [mission.id for mission in found[0].missions][:2] == ["R1/2026-11-23", "R1/2026-11-24"]
    slots = [(s.start - instant_at(MONDAY, 0), s.minutes) for s in found[0].missions[0].slots]
    assert slots == [(480, 180), (480, 210), (480, 240), (510, 180), (510, 210), (540, 180)]


def test_a_volume_never_leaves_its_window_nor_passes_its_longest_piece() -> None:
    volume = Volume(weekly_minutes=600, start_clock=480, end_clock=1080, shortest=60, longest=120)
    slots = needs(asked(volume, days=(0,)))[0].missions[0].slots
    assert {slot.minutes for slot in slots} == {60, 90, 120}
    assert max(slot.end for slot in slots) == instant_at(MONDAY, 1080)
    assert len(set(slots)) == len(slots)


def test_a_week_without_a_day_asked_has_no_need() -> None:
    assert needs(asked(except_days=frozenset(WEEK.days))) == []
    assert needs(asked(first_day=date(2026, 11, 30))) == []
    assert needs(asked(last_day=date(2026, 11, 22))) == []


def test_a_dated_request_holds_on_its_day() -> None:
    assert days_of(asked(first_day=TUESDAY, last_day=TUESDAY)) == [TUESDAY]
    assert days_of(asked(days=(0,), first_day=TUESDAY, last_day=TUESDAY)) == []


def test_days_excepted_are_left_out() -> None:
    assert days_of(asked(days=(0, 1), except_days=frozenset({MONDAY}))) == [TUESDAY]


def test_every_second_week_counts_from_the_week_of_the_first_day() -> None:
    fortnightly = asked(days=(0,), first_day=date(2026, 11, 18), every_weeks=2)  # a Wednesday
    weeks = Horizon(date(2026, 11, 16), 4)
    assert days_of(fortnightly, weeks) == [date(2026, 11, 30)]
    assert days_of(
        replace(fortnightly, recurrence=replace(fortnightly.recurrence, weekdays=frozenset({2}))), weeks
    ) == [
        date(2026, 11, 18),
        date(2026, 12, 2),
    ]


@pytest.mark.parametrize(
    ("season", "days"),
    [
        (Season.ALWAYS, [4, 5, 6, 7, 8, 9, 10]),
        (Season.SCHOOL_DAYS, [4, 5, 6, 7]),  # Friday 8 May is a public holiday
        (Season.SCHOOL_HOLIDAYS, []),
        (Season.NOT_PUBLIC_HOLIDAYS, [4, 5, 6, 7, 9, 10]),
    ],
)
def test_seasons_in_a_school_week_with_a_public_holiday(season: Season, days: list[int]) -> None:
    request = asked(days=tuple(range(7)), first_day=date(2026, 1, 5), season=season)
    assert days_of(request, Horizon(date(2026, 5, 4))) == [date(2026, 5, day) for day in days]


@pytest.mark.parametrize(
    ("season", "days"),
    [
        (Season.SCHOOL_DAYS, []),
        (Season.SCHOOL_HOLIDAYS, [19, 20, 21, 22, 23]),
        (Season.NOT_PUBLIC_HOLIDAYS, [19, 20, 21, 22, 23, 24, 25]),
    ],
)
def test_seasons_in_the_autumn_holidays(season: Season, days: list[int]) -> None:
    request = asked(days=tuple(range(7)), first_day=date(2026, 1, 5), season=season)
    assert days_of(request, Horizon(date(2026, 10, 19))) == [date(2026, 10, day) for day in days]


def test_people_more_than_asked_have_missions_of_their_own_and_no_minutes() -> None:
    request = asked(replace(MORNING, headcount=1, most_headcount=3, beyond_cents=1500), days=(0,))
    found = list(beyond_of(request, WEEK, "A", 30))
    assert [need.id for need in found] == ["R1/2026-11-23/2", "R1/2026-11-23/3"]
    assert all(need.minutes == 0 and need.missions[0].beyond for need in found)
    assert [need.missions[0].beyond_cents for need in found] == [1500, 1500]
    assert [need.missions[0].beyond_cents for need in needs(request)] == [0]


def test_where_nobody_is_asked_some_may_still_come() -> None:
    request = asked(replace(MORNING, headcount=0, most_headcount=1), days=(0,))
    assert needs(request) == []
    assert [need.id for need in beyond_of(request, WEEK, "A", 30)] == ["R1/2026-11-23/1"]


@pytest.mark.parametrize("most", [None, 2])
def test_nobody_comes_beyond_where_no_more_are_taken_than_asked(most: int | None) -> None:
    request = asked(replace(MORNING, headcount=2, most_headcount=most, beyond_cents=1500))
    assert list(beyond_of(request, WEEK, "A", 30)) == []


def test_a_visit_is_all_that_bears_its_name_at_one_place_on_one_day() -> None:
    two = asked(replace(MORNING, headcount=2), days=(0, 1), visit="Lever")
    alone = asked(days=(0,), id="R2", visit="Coucher")
    third = asked(days=(1, 2), id="R3", visit="Lever")
    elsewhere = asked(days=(0, 1), id="R4", visit="Lever", site_id="F")
    missions = [one for request in (two, alone, third, elsewhere) for need in needs(request) for one in need.missions]
    found = visits_of(missions)
    assert [(visit.day, [one.id for one in visit.missions]) for visit in found] == [
        (MONDAY, ["R1/2026-11-23/1", "R1/2026-11-23/2"]),
        (TUESDAY, ["R1/2026-11-24/1", "R1/2026-11-24/2", "R3/2026-11-24/1"]),
    ]


def test_a_visit_is_complete_without_people_beyond_the_number_asked() -> None:
    request = asked(replace(MORNING, most_headcount=2), days=(0,), visit="Lever")
    found = [one for need in (*needs(request), *beyond_of(request, WEEK, "A", 30)) for one in need.missions]
    (visit,) = visits_of(found)
    assert [one.id for one in visit.missions] == ["R1/2026-11-23/1", "R1/2026-11-23/2"]
    assert [one.id for one in visit.asked] == ["R1/2026-11-23/1"]
