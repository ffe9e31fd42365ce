"""The panel that says who instead: opened from a card, a need or an absence; taken, refused, left, closed."""

from datetime import timedelta

import pytest

from gems.domain.issues import Kind
from gems.domain.life import VersionState, piece_key
from gems.domain.people import Absence, AbsenceKind
from gems.domain.schedule import Schedule
from gems.domain.time import Span, instant_at
from gems.planning.week.sight import week_sight
from gems.planning.week.wanted import Another, Away, Unmet
from sample_data import planted_weeks
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said

WEEK = planted_weeks("small")
WATCHER, SUNDAY = "E003", 6
"""Whose one night of that Sunday two people could take, in the sample."""


def publish(house: House, schedule: Schedule = WEEK) -> None:
    """The hidden week of the sample, as the version that holds."""
    head = house.redraft(schedule)
    with house.office.store.write(house.coordinator.group_id) as work:
        work.versions.move(work.versions.move(head, VersionState.PROPOSED), VersionState.PUBLISHED)


def fall_ill(house: House, employee_id: str, day: int) -> None:
    """Away for one day, as entered on the person's sheet."""
    first = house.monday + timedelta(days=day)
    span = Span(instant_at(first, 0), instant_at(first + timedelta(days=1), 0))
    absence = Absence(id="ill", employee_id=employee_id, kind=AbsenceKind.SICKNESS, span=span)
    with house.office.store.write(house.coordinator.group_id) as work:
        work.records.put(Kind.ABSENCE, (*work.group.absences, absence))


def week(house: House, visiting: Visiting, **address: str) -> Visit:
    return visiting(path="semaine", semaine=house.monday.isoformat(), **address)


@pytest.fixture
def ill(house: House, visiting: Visiting) -> Visit:
    """The list for somebody ill on a published Sunday."""
    publish(house)
    fall_ill(house, WATCHER, SUNDAY)
    return week(house, visiting, remplacer=WATCHER)


def test_one_click_and_the_change_is_said(house: House, ill: Visit) -> None:
    name = house.group.employee[WATCHER].name
    assert said("replace.away", person=name) in ill.words
    assert ill.strong == [said("replace.take")]
    ill.press("take 0 0")
    assert said("replace.done", number=house.newest.head.number) in ill.words
    assert ill.desk.replacing is None
    assert house.newest.head.state is VersionState.DRAFT
    assert said("since.published.one") in ill.words
    assert said("replace.away", person=name) not in ill.words


def test_a_no_puts_somebody_last(house: House, ill: Visit) -> None:
    assert ill.desk.listed is not None
    first = ill.desk.listed.listings[0].entries[0].employee_id
    ill.press("no 0 0")
    assert said("replace.noted") in ill.words
    assert ill.desk.listed is not None
    last = ill.desk.listed.listings[0].entries[-1]
    assert (last.employee_id, last.refused) == (first, True)
    assert "a déjà refusé ces heures" in ill.words


def test_closed_it_leaves_the_week_as_it_was(house: House, ill: Visit) -> None:
    before = house.newest.head
    ill.press("replace-close")
    assert ill.desk.replacing is None
    assert house.newest.head == before


def test_everything_of_a_day_at_once(house: House, visiting: Visiting) -> None:
    publish(house)
    fall_ill(house, "E005", 1)
    visit = week(house, visiting, remplacer="E005")
    assert visit.strong == [said("replace.all", n=2)]
    visit.press("replace-all")
    assert said("replace.done", number=house.newest.head.number) in visit.words
    kept = house.newest.schedule.by_employee.get("E005", ())
    assert not [piece for piece in kept if piece.day == house.monday + timedelta(days=1)]
    again = week(house, visiting, remplacer="E005")
    assert said("replace.nothing") in again.words


def test_from_a_card_from_somebody_away_and_from_hours_not_served(house: House, visiting: Visiting) -> None:
    house.redraft(Schedule(horizon=WEEK.horizon, assignments=WEEK.assignments[1:]))
    visit = week(house, visiting)
    place = next(n for n, one in enumerate(house.newest.schedule.assignments) if one.employee_id == WATCHER)
    piece = house.newest.schedule.assignments[place]
    visit.pick(f"piece {place}").press("look-for")
    assert visit.desk.replacing == Another(piece=piece_key(piece))
    assert said("replace.another", person=house.group.employee[WATCHER].name) in visit.words
    visit.press("replace-close")
    fall_ill(house, WATCHER, (piece.day - house.monday).days)
    visit.run().pick(f"piece {place}").press("look-for")
    assert visit.desk.replacing == Away(employee_id=WATCHER)
    visit.press("replace-close")
    assert visit.desk.replacing is None
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    need = sight.unserved[0].need_id
    visit.pick(f"need {need}").press("look-for")
    assert visit.desk.replacing == Unmet(need_id=need)
    assert said("replace.unmet") in visit.words


def test_somebody_nobody_knows_opens_nothing(house: House, visiting: Visiting) -> None:
    publish(house)
    visit = week(house, visiting, remplacer="personne")
    assert visit.desk.replacing is None
    assert "n'est plus dans le groupement" in visit.words


def test_the_first_screen_and_the_person_s_sheet_lead_there(house: House, visiting: Visiting) -> None:
    publish(house)
    fall_ill(house, WATCHER, SUNDAY)
    for visit in (
        visiting(path=""),
        visiting(path="equipe", personne=WATCHER).choose(f"person-part {WATCHER}", "absences"),
    ):
        links = [str(link.proto) for link in visit.at.get("page_link")]
        assert any("remplacer" in link and WATCHER in link for link in links)
