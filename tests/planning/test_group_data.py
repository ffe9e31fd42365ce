"""The group's data, record by record: nothing overwritten, nothing broken, nothing that schedules need removed."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.issues import Kind
from gems.domain.life import Deadlines
from gems.domain.members import Member, Site
from gems.domain.people import Absence, AbsenceKind
from gems.domain.time import Span, instant_at
from gems.planning.deeds import deeds
from gems.planning.group_data import (
    add_record,
    deadlines,
    remove_record,
    save_deadlines,
    save_record,
    save_settings,
    see_group,
)
from gems.planning.office import Declined, Faulty, Overtaken
from tests.databases import Clock, FillStore
from tests.planning.house import House, house_of
from tests.store.put import keep

NEW = Member(id="M900", name="Crèche Les Libellules")
DAY = date(2026, 11, 25)
AWAY = Absence(
    id="A900", employee_id="E001", kind=AbsenceKind.LEAVE, span=Span(instant_at(DAY, 0), instant_at(DAY, 1440))
)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def test_added_changed_removed_and_written_down(house: House) -> None:
    office, boss = house.office, house.coordinator
    add_record(office, boss, kind=Kind.MEMBER, record=NEW)
    assert see_group(office, boss).members[-1] == NEW
    renamed = replace(NEW, name="Crèche Les Lucioles")
    save_record(office, boss, kind=Kind.MEMBER, before=NEW, after=renamed)
    assert house.group.member["M900"] == renamed
    remove_record(office, boss, kind=Kind.MEMBER, before=renamed)
    assert "M900" not in house.group.member
    said = [deed.words.fr for deed in deeds(office, boss, limit=3)]
    assert said == ["suppression · adhérent : M900", "modification · adhérent : M900", "ajout · adhérent : M900"]


def test_the_second_of_two_who_change_the_same_record_is_told(house: House) -> None:
    office, boss = house.office, house.coordinator
    before = house.group.members[0]
    first, second = replace(before, phone="05 55 00 00 01"), replace(before, phone="05 55 00 00 02")
    save_record(office, boss, kind=Kind.MEMBER, before=before, after=first)
    for late in (
        lambda: save_record(office, boss, kind=Kind.MEMBER, before=before, after=second),
        lambda: remove_record(office, boss, kind=Kind.MEMBER, before=before),
    ):
        with pytest.raises(Overtaken) as told:
            late()
        assert (told.value.before, told.value.current) == (before, first)
    assert house.group.members[0] == first


def test_gone_meanwhile(house: House) -> None:
    add_record(house.office, house.coordinator, kind=Kind.ABSENCE, record=AWAY)
    remove_record(house.office, house.coordinator, kind=Kind.ABSENCE, before=AWAY)
    with pytest.raises(Overtaken) as told:
        save_record(house.office, house.coordinator, kind=Kind.ABSENCE, before=AWAY, after=AWAY)
    assert told.value.current is None


def test_a_change_that_does_not_hold_together_is_refused_with_its_faults_only(house: House) -> None:
    wrong = replace(house.group.history.years[0], minutes=-1)
    keep(house.office.store, house.number, replace(house.group, history=replace(house.group.history, years=(wrong,))))
    person = house.group.employees[0]
    worse = replace(person, home="Nulle-Part", name=" ")
    with pytest.raises(Faulty) as found:
        save_record(house.office, house.coordinator, kind=Kind.EMPLOYEE, before=person, after=worse)
    assert {issue.field for issue in found.value.issues} == {"home", "name"}
    assert "Nulle-Part" in found.value.words.fr
    better = replace(person, name="Autre Nom")
    save_record(house.office, house.coordinator, kind=Kind.EMPLOYEE, before=person, after=better)


def test_an_identifier_is_given_once_and_stays(house: House) -> None:
    member = house.group.members[0]
    with pytest.raises(Declined, match="is taken"):
        add_record(house.office, house.coordinator, kind=Kind.MEMBER, record=member)
    with pytest.raises(Declined, match="does not change"):
        save_record(house.office, house.coordinator, kind=Kind.MEMBER, before=member, after=replace(member, id="M901"))


def test_what_other_records_name_is_not_removed(house: House) -> None:
    with pytest.raises(Faulty):
        remove_record(house.office, house.coordinator, kind=Kind.MEMBER, before=house.group.members[0])


def test_who_and_where_schedules_need_is_not_removed(house: House) -> None:
    """Even a person whom nothing else names, as drafts and old versions stay."""
    office, boss, group = house.office, house.coordinator, house.group
    person = replace(group.employees[0], id="E900", name="Zoé RENFORT")
    site = Site(id="S900", member_id="M001", name="Annexe", commune=group.communes[0].name)
    add_record(office, boss, kind=Kind.EMPLOYEE, record=person)
    add_record(office, boss, kind=Kind.SITE, record=site)
    piece = replace(house.planted.assignments[0], employee_id="E900", site_id="S900", mission_id=None)
    house.keep(replace(house.planted, assignments=(piece,)))
    with pytest.raises(Declined, match="end date") as no:
        remove_record(office, boss, kind=Kind.EMPLOYEE, before=person)
    assert no.value.words.fr == "Zoé RENFORT figure dans des plannings : mettez plutôt une date de fin au contrat."
    with pytest.raises(Declined, match="Annexe"):
        remove_record(office, boss, kind=Kind.SITE, before=site)


def test_requests_have_their_own_page(house: House) -> None:
    request = house.group.requests[0]
    with pytest.raises(Declined, match="page of requests"):
        remove_record(house.office, house.coordinator, kind=Kind.REQUEST, before=request)


def test_settings_as_they_were_seen(house: House) -> None:
    office, boss, before = house.office, house.coordinator, house.group.settings
    after = replace(before, name="Groupement des Prés", profile="service_first")
    save_settings(office, boss, before=before, after=after)
    assert house.group.settings == after
    with pytest.raises(Overtaken):
        save_settings(office, boss, before=before, after=before)
    with pytest.raises(Faulty):
        save_settings(office, boss, before=after, after=replace(after, profile="free_lunch"))


def test_deadlines_come_in_order(house: House) -> None:
    office, boss, before = house.office, house.coordinator, Deadlines()
    after = Deadlines(requests_days=20, answers_days=10, publish_days=7)
    save_deadlines(office, boss, before=before, after=after)
    assert deadlines(office, boss) == after
    with pytest.raises(Overtaken):
        save_deadlines(office, boss, before=before, after=before)
    with pytest.raises(Declined, match="close first"):
        save_deadlines(office, boss, before=after, after=replace(after, answers_days=3))
