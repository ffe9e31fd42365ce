"""The past a Monday sees: entered, closed, or read off the versions of the weeks between."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gems.domain.group import Group
from gems.domain.history import DayMark, History, WeekDone
from gems.domain.issues import Kind
from gems.domain.life import NoticeBand, Refusal, piece_key
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, instant_at
from gems.planning.week import close
from gems.planning.week.changes import Remove
from gems.planning.week.done import done_in
from gems.planning.week.edit import edit_week
from gems.planning.week.problem import problem_for
from gems.prices.load import prices
from gems.rules.roster import Roster
from tests.databases import Clock
from tests.planning.week.given import MONDAY, PLANTED, House, next_week

WEEK = timedelta(weeks=1)


def past(house: House, monday: date) -> History:
    with house.office.store.read(house.group_id) as work:
        return problem_for(work, monday).group.history


def same(one: History, other: History) -> bool:
    """The order of records says nothing."""
    return all(set(getattr(one, name)) == set(getattr(other, name)) for name in ("weeks", "years", "faces", "ledgers"))


def test_before_anything_is_planned_the_past_is_what_was_entered(house: House) -> None:
    assert past(house, MONDAY) == house.group.history


def test_a_planned_week_counts_for_the_next_one(house: House) -> None:
    house.build()
    before, after = past(house, MONDAY), past(house, MONDAY + WEEK)
    roster = Roster(house.sight().problem, PLANTED)
    done = {week.employee_id: week for week in after.weeks if week.monday == MONDAY}
    years = {year.employee_id: year for year in before.years}
    assert set(done) == {person.id for person in house.group.employees}
    for person in house.group.employees:
        minutes = roster.week_minutes(person.id, MONDAY)
        assert done[person.id].minutes == minutes
        year = next(year for year in after.years if year.employee_id == person.id)
        assert year.minutes == years[person.id].minutes + (minutes or 0)
    assert min(week.monday for week in after.weeks) == MONDAY + WEEK - 12 * WEEK
    asked = sum(need.minutes for need in house.sight().problem.needs)
    total = sum(row.asked_minutes for row in before.ledgers)
    assert sum(row.asked_minutes for row in after.ledgers) == total + asked


def test_a_published_week_counts_rather_than_the_draft_opened_after_it(house: House) -> None:
    house.publish()
    told = past(house, MONDAY + WEEK)
    made = house.revise(1)
    what = Remove(piece=piece_key(PLANTED.assignments[0]))
    house.coordinator(edit_week, number=made.number, edit=made.edit, change=what)
    assert past(house, MONDAY + WEEK) == told


def test_closing_a_week_changes_nothing_for_the_weeks_after_it(house: House, clock: Clock) -> None:
    house.publish()
    before, later = past(house, MONDAY + WEEK), past(house, MONDAY + 3 * WEEK)
    clock.set("2026-11-30T08:00")
    house.coordinator(close.close_week)
    assert same(past(house, MONDAY + WEEK), before)
    assert same(past(house, MONDAY + 3 * WEEK), later)


def test_a_closed_week_is_judged_against_the_past_it_had(house: House, clock: Clock) -> None:
    """But for the oldest of its twelve weeks, let go when it was closed."""
    house.publish()
    before = past(house, MONDAY)
    clock.set("2026-11-30T08:00")
    house.coordinator(close.close_week)
    kept = tuple(week for week in before.weeks if week.monday > MONDAY - 12 * WEEK)
    assert same(past(house, MONDAY), replace(before, weeks=kept))


def test_the_week_that_leaves_the_twelve_is_taken_off_where_it_is_known(house: House, clock: Clock) -> None:
    """What was imported as a sum stays in the sum; closed weeks are counted for twelve weeks and no more."""
    piece = min(PLANTED.assignments, key=lambda one: one.minutes)
    single = Schedule(horizon=PLANTED.horizon, assignments=(piece,))
    pair = (piece.employee_id, house.group.site[piece.site_id].member_id)
    entered = known_minutes(house.group.history, pair)
    for number in range(14):
        clock.now = instant_at(MONDAY + (number - 2) * WEEK, 9 * 60) * 60
        house.publish(next_week(single, number))
        clock.advance(days=21)
        house.coordinator(close.close_week, monday=MONDAY + number * WEEK)
        with house.office.store.read(house.group_id) as work:
            assert known_minutes(work.group.history, pair) == entered + min(number + 1, 12) * piece.minutes


def known_minutes(history: History, pair: tuple[str, str]) -> int:
    return sum(face.minutes for face in history.faces if (face.employee_id, face.member_id) == pair)


def test_counters_begin_again_with_the_year(house: House) -> None:
    last_of_year = date(2026, 12, 28)
    assert last_of_year.isocalendar().year == 2026
    old, new = past(house, last_of_year), past(house, last_of_year + WEEK)
    assert any(year.minutes for year in old.years)
    assert all((year.minutes, year.overtime_minutes, year.refusals) == (0, 0, 0) for year in new.years)
    assert {year.employee_id for year in new.years} == {year.employee_id for year in old.years}


@pytest.mark.parametrize(("band", "counted"), [(NoticeBand.EARLY, 0), (NoticeBand.SHORT, 1), (NoticeBand.LATE, 1)])
def test_refusals_of_late_changes_are_added_to_those_entered(house: House, band: NoticeBand, counted: int) -> None:
    person = house.group.employees[0].id
    with house.office.store.write(house.group_id) as work:
        for _ in range(2):
            work.life.add_refusal(Refusal(employee_id=person, day=MONDAY, piece="a piece", band=band, at=work.now))
    entered = next(year.refusals for year in house.group.history.years if year.employee_id == person)
    found = next(year.refusals for year in past(house, MONDAY).years if year.employee_id == person)
    assert found == entered + counted


def test_a_withdrawn_request_leaves_locked_work_without_a_mission(house: House) -> None:
    locked = Schedule(
        horizon=PLANTED.horizon, assignments=tuple(replace(piece, locked=True) for piece in PLANTED.assignments)
    )
    with house.office.store.write(house.group_id) as work:
        work.records.put(Kind.REQUEST, ())
    with house.office.store.read(house.group_id) as work:
        baseline = problem_for(work, MONDAY, kept=locked).baseline
    assert baseline is not None
    assert len(baseline.locked) == len(PLANTED.assignments)
    assert {piece.mission_id for piece in baseline.assignments} == {None}


@pytest.mark.parametrize(
    ("start", "end", "mark"),
    [
        (8 * 60, 12 * 60, DayMark.DAY),
        (14 * 60, 20 * 60, DayMark.DAY),
        (14 * 60, 20 * 60 + 1, DayMark.EVENING),
        (21 * 60, 31 * 60, DayMark.NIGHT),
        (18 * 60, 24 * 60 + 30, DayMark.NIGHT),
    ],
)
def test_the_letter_of_a_day(house: House, start: int, end: int, mark: DayMark) -> None:
    week = week_of(house.group, MONDAY, start, end)
    assert week.pattern == mark + "------"
    assert week.last_end == instant_at(MONDAY, end)
    assert week.minutes == end - start


def test_a_sunday_night_ends_in_the_next_week(house: House) -> None:
    sunday = MONDAY + timedelta(days=6)
    week = week_of(house.group, sunday, 21 * 60, 31 * 60)
    assert (week.pattern, week.minutes) == ("------N", 3 * 60)
    assert week.night_minutes <= week.minutes


def week_of(group: Group, day: date, start: int, end: int) -> WeekDone:
    """The week of a person who works once."""
    person, site = group.employees[0], group.sites[0]
    piece = Assignment(
        start=instant_at(day, start),
        end=instant_at(day, end),
        employee_id=person.id,
        site_id=site.id,
        qualification=group.qualifications[0].code,
    )
    problem = Problem(group=replace(group, history=History()), horizon=Horizon(MONDAY), prices=prices("balanced"))
    done = done_in(problem, Schedule(horizon=problem.horizon, assignments=(piece,)))
    return next(week for week in done.weeks if week.employee_id == person.id)
