"""What waits for the coordinator."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gems.domain.issues import Kind
from gems.domain.life import Answer, AnswerKind, Side, VersionState, piece_key
from gems.domain.people import Absence, AbsenceKind, Derogation, Wish, WishKind
from gems.domain.time import Span, instant_at
from gems.domain.words import Words
from gems.planning.asks.inbox import mark_seen
from gems.planning.asks.wishes import write_wish
from gems.planning.compose.under_way import fail_composing, start_composing
from gems.planning.group_data import add_record
from gems.planning.views.today import today
from gems.planning.views.waiting import Place, TodayLine, Urgency, Waiting
from gems.store.jobs import JobState, interrupt_others
from tests.databases import Clock, FillStore
from tests.planning.house import ISSUED, House, house_of, later

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    """Monday of the planted week's eve: its schedule was due on the 16th."""
    made = house_of(filled_store, clock)
    mark_seen(made.office, made.coordinator, request_ids=tuple(made.group.request))
    clock.set("2026-11-19T09:00")
    return made


def lines(house: House, kind: Waiting) -> list[TodayLine]:
    return [line for line in today(house.office, house.coordinator) if line.kind is kind]


def mondays(found: Iterable[TodayLine]) -> list[date | None]:
    return [line.monday for line in found]


def test_requests_until_they_are_seen(house: House) -> None:
    assert lines(house, Waiting.REQUESTS) == []
    house.clock.advance(minutes=1)
    with house.office.store.write(house.number) as work:
        row = work.requests.rows()[0]
        work.requests.save(replace(row, seen=False))
    (line,) = lines(house, Waiting.REQUESTS)
    assert (line.words.fr, line.place) == ("1 demande nouvelle ou modifiée", Place.REQUESTS)


def test_a_week_to_build_is_named_once_its_requests_are_closed(house: House) -> None:
    found = lines(house, Waiting.TO_BUILD)
    assert mondays(found) == [MONDAY, MONDAY + WEEK]
    assert [line.urgency for line in found] == [Urgency.NOW, Urgency.WHENEVER]
    assert "depuis le lun. 16 nov. 2026" in found[0].words.fr
    assert "au plus tard le lun. 23 nov. 2026" in found[1].words.fr


def test_a_week_entered_with_the_history_is_not_to_build(house: House) -> None:
    entered = {week.monday for week in house.group.history.weeks}
    assert MONDAY - WEEK in entered  # and its requests are closed too
    assert not entered & set(mondays(lines(house, Waiting.TO_BUILD)))


def test_hours_without_anybody_are_named_until_they_are_over(house: House) -> None:
    assert lines(house, Waiting.UNSERVED) == []
    house.keep(house.planted)
    (line,) = lines(house, Waiting.UNSERVED)
    assert (line.monday, line.place, line.urgency) == (MONDAY, Place.UNSERVED, Urgency.WHENEVER)
    assert line.words.fr == "Semaine 48 : 2 demandes sans personne, 17 h"
    lost = next(piece for piece in house.planted.assignments if piece.day == MONDAY)
    house.keep(replace(house.planted, assignments=tuple(one for one in house.planted.assignments if one is not lost)))
    (line,) = lines(house, Waiting.UNSERVED)
    assert line.words.fr == "Semaine 48 : 3 demandes sans personne, 24 h 15"
    house.clock.set("2026-11-24T00:00")
    (line,) = lines(house, Waiting.UNSERVED)
    assert (line.words.fr, line.urgency) == ("Semaine 48 : 2 demandes sans personne, 17 h", Urgency.SOON)
    house.clock.set("2026-11-29T23:59")
    assert lines(house, Waiting.UNSERVED) == []


def test_a_draft_set_aside_leaves_no_hours_waiting(house: House) -> None:
    house.keep(house.planted)
    house.keep(replace(house.planted, assignments=()))
    with house.office.store.write(house.number) as work:
        work.versions.move(work.versions.heads(MONDAY)[-1], VersionState.REPLACED)
    (line,) = lines(house, Waiting.UNSERVED)
    assert line.words.fr == "Semaine 48 : 2 demandes sans personne, 17 h"


def test_a_week_moves_from_build_to_propose_to_publish_to_done(house: House) -> None:
    house.keep(house.planted)
    assert mondays(lines(house, Waiting.TO_PROPOSE)) == [MONDAY]
    with house.office.store.write(house.number) as work:
        work.versions.move(work.versions.heads(MONDAY)[0], VersionState.PROPOSED)
    assert mondays(lines(house, Waiting.TO_PUBLISH)) == [MONDAY]
    with house.office.store.write(house.number) as work:
        work.versions.move(work.versions.heads(MONDAY)[0], VersionState.PUBLISHED)
    weeks = (Waiting.TO_BUILD, Waiting.TO_PROPOSE, Waiting.TO_PUBLISH)
    assert MONDAY not in mondays(line for kind in weeks for line in lines(house, kind))
    house.keep(house.planted)
    (line,) = lines(house, Waiting.TO_PROPOSE)
    assert line.words.fr == "Semaine 48 : un changement attend en brouillon"


def test_a_published_week_that_is_over_waits_to_be_closed(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    assert lines(house, Waiting.TO_CLOSE) == []
    house.clock.set("2026-11-30T08:00")
    assert mondays(lines(house, Waiting.TO_CLOSE)) == [MONDAY]


def test_objections_come_first(house: House) -> None:
    head = house.keep(house.planted, VersionState.PROPOSED)
    piece = house.planted.assignments[0]
    no = Answer(
        side=Side.EMPLOYEE,
        who=piece.employee_id,
        piece=piece_key(piece),
        kind=AnswerKind.OBJECT,
        reason="rendez-vous",
        at=house.clock.now,
    )
    with house.office.store.write(house.number) as work:
        work.life.put_answer(MONDAY, head.number, no)
    (line,) = lines(house, Waiting.OBJECTIONS)
    assert (line.monday, line.urgency, line.place) == (MONDAY, Urgency.NOW, Place.ANSWERS)


def test_somebody_away_who_still_has_work(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    piece = house.planted.assignments[-1]
    absence = Absence(
        id="A900",
        employee_id=piece.employee_id,
        kind=AbsenceKind.SICKNESS,
        span=Span(instant_at(piece.day, 0), instant_at(piece.day, 24 * 60)),
    )
    assert lines(house, Waiting.ABSENCE) == []
    add_record(house.office, house.coordinator, kind=Kind.ABSENCE, record=absence)
    (line,) = lines(house, Waiting.ABSENCE)
    assert (line.id, line.monday) == (piece.employee_id, MONDAY)
    house.clock.now = absence.span.end * 60
    assert lines(house, Waiting.ABSENCE) == []


def test_a_planning_that_was_cut_off_until_the_next_one(house: House) -> None:
    words = Words("Le serveur s'est arrêté.", "The server stopped.")
    with house.office.store.write(house.number) as work:
        work.jobs.start("a", MONDAY, by="Léa", server="s")
        work.jobs.end("a", JobState.INTERRUPTED, words)
    (line,) = lines(house, Waiting.PLANNING_CUT)
    assert line.words.fr == "Semaine 48 : le calcul n'est pas allé au bout. Le serveur s'est arrêté."
    house.clock.advance(minutes=1)
    with house.office.store.write(house.number) as work:
        work.jobs.start("b", MONDAY, by="Léa", server="s")
        work.jobs.end("b", JobState.DONE, words, number=1)
    assert lines(house, Waiting.PLANNING_CUT) == []


def test_a_composing_that_was_cut_off_until_the_next_one_begins(house: House) -> None:
    start_composing(house.office, house.coordinator, job_id="a", monday=MONDAY, server="s")
    assert lines(house, Waiting.COMPOSING_CUT) == []
    words = Words("Le serveur s'est arrêté.", "The server stopped.")
    with house.office.store.writing() as connection:
        interrupt_others(connection, "next run", house.clock.now, words)
    (line,) = lines(house, Waiting.COMPOSING_CUT)
    assert line.words.fr == "Composer : le calcul n'est pas allé au bout. Le serveur s'est arrêté."
    assert line.place is Place.COMPOSE
    house.clock.advance(minutes=1)
    start_composing(house.office, house.coordinator, job_id="b", monday=MONDAY, server="next run")
    assert lines(house, Waiting.COMPOSING_CUT) == []
    fail_composing(house.office, house.coordinator, job_id="b", words=words)
    assert len(lines(house, Waiting.COMPOSING_CUT)) == 1
    house.clock.advance(days=8)
    assert lines(house, Waiting.COMPOSING_CUT) == []


def test_wishes_just_written_by_employees(house: House) -> None:
    wish = Wish(id="", employee_id="E001", kind=WishKind.WANTED, weekdays=frozenset({2}))
    write_wish(house.office, house.coordinator, employee_id="E001", wish=wish)
    assert lines(house, Waiting.WISHES) == []
    write_wish(house.office, house.employee("E001"), employee_id="E001", wish=wish)
    (line,) = lines(house, Waiting.WISHES)
    assert house.group.employee["E001"].name in line.words.fr
    house.clock.advance(days=8)
    assert lines(house, Waiting.WISHES) == []


def test_a_derogation_about_to_end(house: House) -> None:
    ends = Derogation(
        id="D1",
        rule="daily_work_max",
        employee_id=None,
        first_day=date(2026, 11, 1),
        last_day=date(2026, 12, 4),
        limit=660,
        reason="continuité",
    )
    add_record(house.office, house.coordinator, kind=Kind.DEROGATION, record=ends)
    assert lines(house, Waiting.DEROGATION) == []
    house.clock.advance(days=1)
    assert [line.id for line in lines(house, Waiting.DEROGATION)] == ["D1"]
    house.clock.advance(days=15)
    assert lines(house, Waiting.DEROGATION) == []


def test_the_most_urgent_first(house: House) -> None:
    house.keep(later(house.planted, 1))
    found = today(house.office, house.coordinator)
    assert [line.urgency for line in found] == sorted((line.urgency for line in found), reverse=True)
