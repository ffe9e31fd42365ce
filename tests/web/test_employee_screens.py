"""The employee's page without a browser: next shift, week, answers, wishes, counters, calendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from gems.access.policy import Actor, Role
from gems.domain.life import AnswerKind, VersionState
from gems.domain.people import Wish, WishKind
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import hours
from gems.planning.views.employee import my_week, next_shift
from gems.planning.week.proposal import EmployeeProposal, employee_proposal
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said

Open = Callable[..., Visit]


@pytest.fixture
def employee(house: House) -> Actor:
    return house.actors[Role.EMPLOYEE]


@pytest.fixture
def open_page(visiting: Visiting, employee: Actor) -> Open:
    def opened(**address: str) -> Visit:
        return visiting(actor=employee, path="", **address)

    return opened


def published(house: House) -> None:
    house.propose()
    house.publish()


def shortened(house: House) -> None:
    """The employee's first piece of the published week ends half an hour earlier, in a draft on it."""
    head, person = house.revise(), house.actors[Role.EMPLOYEE].employee_id
    schedule = house.newest.schedule
    mine = next(piece for piece in schedule.assignments if piece.employee_id == person)
    shorter = replace(mine, end=mine.end - 30, mission_id=None, locked=False)

    def put(piece: Assignment) -> Assignment:
        return shorter if piece == mine else piece

    with house.office.store.write(house.coordinator.group_id) as work:
        work.versions.save(head, Schedule(horizon=schedule.horizon, assignments=tuple(map(put, schedule.assignments))))


def wishes(house: House, employee: Actor) -> list[Wish]:
    return [wish for wish in house.group.wishes if wish.employee_id == employee.employee_id]


def proposal(house: House, employee: Actor) -> EmployeeProposal:
    found = employee_proposal(house.office, employee, employee_id=employee.employee_id, monday=house.monday)
    assert found is not None
    return found


# --- Next shift and week ---------------------------------------------------------------------------------


def test_before_publication_it_is_said_what_will_be_here(open_page: Open) -> None:
    words = open_page().words
    assert said("mine.next.none") in words
    assert said("mine.week.none") in words


def test_the_next_shift_comes_first_with_the_way_there_and_a_phone(
    open_page: Open, house: House, employee: Actor
) -> None:
    published(house)
    shift = next_shift(house.office, employee, employee_id=employee.employee_id)
    assert shift is not None
    first = shift.day.pieces[0]
    page = next(text for text in open_page()._texts() if "gems-shift" in text)
    assert first.site in page
    assert first.job.fr in page
    assert "https://www.google.com/maps/dir/" in page
    assert f'href="tel:{first.phone.replace(" ", "")}"' in page
    assert said("mine.from_home", km=shift.from_home.km, drive=hours(shift.from_home.minutes)) in page.replace(
        "\u00a0", " "
    )


def test_the_week_is_told_day_by_day_against_the_contract(open_page: Open, house: House, employee: Actor) -> None:
    published(house)
    week = my_week(house.office, employee, employee_id=employee.employee_id, monday=house.monday)
    words = open_page(semaine=house.monday.isoformat()).words.replace("\u00a0", " ")
    assert f"{hours(week.worked_minutes).fr} / {hours(week.contract_minutes).fr}" in words
    for one in week.days:
        assert words.count("<li><h3>") == len(week.days)
        assert hours(one.worked_minutes).fr in words


def test_a_free_week_says_so(visiting: Visiting, house: House, employee: Actor) -> None:
    published(house)
    nobody = replace(employee, employee_id="E999")
    words = visiting(actor=nobody, path="", semaine=house.monday.isoformat()).words
    assert said("mine.week.free") in words


def test_nothing_of_a_colleague_is_on_the_page(open_page: Open, house: House, employee: Actor) -> None:
    published(house)
    words = open_page(semaine=house.monday.isoformat()).words
    others = [person.name for person in house.group.employees if person.id != employee.employee_id]
    assert not any(name in words for name in others)


def test_the_counters_are_ones_own(open_page: Open) -> None:
    words = open_page().words
    for key in ("mine.counters", "mine.year", "mine.closing", "mine.km", "mine.refusals"):
        assert said(key) in words


# --- Answers ---------------------------------------------------------------------------------------------


def test_the_whole_week_is_agreed_in_one_gesture(open_page: Open, house: House, employee: Actor) -> None:
    house.propose()
    visit = open_page().press(f"agree-all {house.monday}")
    assert {piece.asking.kind for piece in proposal(house, employee).pieces} == {AnswerKind.AGREE}
    assert said("answer.thanks") in visit.words


def test_one_line_is_refused_with_a_reason(open_page: Open, house: House, employee: Actor) -> None:
    house.propose()
    piece = proposal(house, employee).pieces[0].piece
    visit = open_page().press(f"object-{house.monday}-0")
    visit.at.text_area(key=f"reason {piece}").set_value("garde d'enfant")
    visit.press("objection-send")
    assert proposal(house, employee).pieces[0].asking.reason == "garde d'enfant"
    assert said("answer.told.objected") in visit.words


def test_an_objection_begun_can_be_left(open_page: Open, house: House, employee: Actor) -> None:
    house.propose()
    visit = open_page().press(f"object-{house.monday}-0").press("objection-cancel")
    assert not visit.at.text_area
    assert proposal(house, employee).pieces[0].asking.kind is None


def test_a_change_of_published_hours_says_how_late_it_comes(open_page: Open, house: House, employee: Actor) -> None:
    published(house)
    shortened(house)
    house.propose()
    changed = [piece for piece in proposal(house, employee).pieces if piece.asking.asked]
    assert [piece.band is not None for piece in changed] == [True]
    words = open_page().words
    assert said("answer.published") in words
    assert said("answer.gone") in words
    assert said(f"answer.band.{changed[0].band}", right="") in words


def test_a_changed_shift_is_marked_once_published_again(open_page: Open, house: House) -> None:
    published(house)
    assert said("mine.changed") not in open_page(semaine=house.monday.isoformat()).words
    shortened(house)
    house.propose()
    assert house.publish().state is VersionState.PUBLISHED
    assert f">{said('mine.changed')}<" in open_page(semaine=house.monday.isoformat()).words


# --- Wishes ----------------------------------------------------------------------------------------------


def test_a_day_off_is_asked_without_a_reason(open_page: Open, house: House, employee: Actor) -> None:
    before, visit = wishes(house, employee), open_page()
    day = house.monday + timedelta(days=9)
    visit.after(visit.at.date_input(key="wish 0 first").set_value(day)).press("wish-write")
    [wish] = [one for one in wishes(house, employee) if one not in before]
    assert (wish.kind, wish.first_day, wish.last_day) == (WishKind.IMPOSSIBLE, day, day)
    assert wish.weekdays == {day.weekday()}
    assert said("wish.told.written") in visit.words
    visit.press(f"drop-{wish.id}")
    assert wishes(house, employee) == before


def test_a_weekly_wish_has_days_and_times(open_page: Open, house: House, employee: Actor) -> None:
    before, visit = wishes(house, employee), open_page()
    visit.choose("wish 0 kind", WishKind.UNWANTED).choose("wish 0 over", "weekly")
    assert visit.at.button(key="wish-write").disabled, "which days is not said yet"
    visit.after(visit.at.get("pills")[0].set_value([2]))
    visit.after(visit.at.checkbox(key="wish 0 whole-day").set_value(False)).press("wish-write")
    [wish] = [one for one in wishes(house, employee) if one not in before]
    assert (wish.kind, wish.weekdays, wish.last_day) == (WishKind.UNWANTED, {2}, None)
    assert (wish.start_clock, wish.end_clock) == (8 * 60, 12 * 60)


def test_several_days_cover_each_of_them(open_page: Open, house: House, employee: Actor) -> None:
    before, visit = wishes(house, employee), open_page()
    first, last = house.monday + timedelta(days=14), house.monday + timedelta(days=16)
    visit.choose("wish 0 over", "days")
    visit.after(visit.at.date_input(key="wish 0 first").set_value(first))
    visit.after(visit.at.date_input(key="wish 0 last").set_value(last)).press("wish-write")
    [wish] = [one for one in wishes(house, employee) if one not in before]
    assert (wish.first_day, wish.last_day, wish.weekdays) == (first, last, {0, 1, 2})


def test_a_day_already_published_is_declined_and_stays_typed(open_page: Open, house: House, employee: Actor) -> None:
    published(house)
    before, visit = wishes(house, employee), open_page()
    visit.after(visit.at.date_input(key="wish 0 first").set_value(house.monday)).press("wish-write")
    assert visit.at.error
    assert wishes(house, employee) == before
    assert visit.at.date_input(key="wish 0 first").value == house.monday


def test_the_calendar_link_is_shown_once(open_page: Open) -> None:
    visit = open_page().press("calendar-make")
    assert visit.at.code[0].value.endswith(".ics")
    words = open_page().words
    assert ".ics" not in words
    assert said("calendar.renew") in words
