"""A workbook into the store: shown first, then done whole or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import RequestState, VersionHead, VersionState
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.asks.writing import write_request
from gems.planning.deeds import deeds
from gems.planning.group_import import Preview, export_group, import_group, preview_import
from gems.planning.office import Declined, Faulty, Overtaken
from tests.databases import Clock, FillStore
from tests.planning.asks.given import MINE, MONDAY, dated
from tests.planning.house import ISSUED, House, changed, house_of, later

CLOSED = (*ISSUED, VersionState.CLOSED)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def other(group: Group) -> Group:
    """One member more, one renamed, one wish fewer, one request fewer."""
    first, *rest = group.members
    return replace(
        group,
        settings=replace(group.settings, name="Groupement des Prés"),
        members=(replace(first, name="Autre nom"), *rest, replace(first, id="M900")),
        wishes=group.wishes[1:],
        requests=group.requests[1:],
    )


def preview(house: House, group: Group, schedule: Schedule | None = None) -> Preview:
    return preview_import(house.office, house.coordinator, group=group, schedule=schedule)


def bring_in(house: House, group: Group, schedule: Schedule | None = None) -> None:
    seen = preview(house, group, schedule).revision
    import_group(house.office, house.coordinator, group=group, schedule=schedule, seen_revision=seen)


def heads(house: House) -> tuple[VersionHead, ...]:
    with house.office.store.read(house.number) as work:
        return work.versions.heads()


def test_what_it_would_do_is_shown_and_nothing_is_done(house: House) -> None:
    before, wanted = house.group, other(house.group)
    found = {one.kind: one for one in preview(house, wanted).differences}
    assert set(found) == {Kind.SETTINGS, Kind.MEMBER, Kind.WISH, Kind.REQUEST}
    members = found[Kind.MEMBER]
    assert [one.id for one in members.added] == ["M900"]
    assert [after.name for _, after in members.changed] == ["Autre nom"]
    assert found[Kind.WISH].removed == before.wishes[:1]
    assert house.group == before


def test_then_all_of_it(house: House) -> None:
    gone, wanted = house.group.requests[0].id, other(house.group)
    bring_in(house, wanted)
    assert house.group == wanted
    with house.office.store.read(house.number) as work:
        row = work.requests.row(gone)
    assert row is not None
    assert row.state is RequestState.WITHDRAWN
    (deed,) = deeds(house.office, house.coordinator, limit=1)
    assert "adhérent : 1 ajout, 1 modification" in deed.words.fr
    assert preview(house, wanted).differences == ()


def test_nothing_when_anything_was_saved_since_it_was_shown(house: House) -> None:
    before, seen = house.group, preview(house, other(house.group)).revision
    write_request(house.office, house.member(MINE), member_id=MINE, request=dated(MONDAY))
    with pytest.raises(Overtaken):
        import_group(house.office, house.coordinator, group=other(before), schedule=house.planted, seen_revision=seen)
    assert house.group == before
    assert heads(house) == ()


def test_nothing_when_it_does_not_hold_together(house: House) -> None:
    broken = replace(house.group, sites=())
    with pytest.raises(Faulty):
        preview(house, broken)
    seen = preview(house, house.group).revision
    with pytest.raises(Faulty):
        import_group(house.office, house.coordinator, group=broken, schedule=None, seen_revision=seen)


def test_a_schedule_becomes_a_draft_a_week(house: House) -> None:
    both = Schedule(
        horizon=Horizon(MONDAY, 2),
        assignments=(*house.planted.assignments, *later(house.planted, 1).assignments),
    )
    assert preview(house, house.group, both).drafts == ((MONDAY, 56), (MONDAY + timedelta(weeks=1), 56))
    bring_in(house, house.group, both)
    assert [(one.monday, one.state) for one in heads(house)] == [
        (MONDAY, VersionState.DRAFT),
        (MONDAY + timedelta(weeks=1), VersionState.DRAFT),
    ]
    with house.office.store.read(house.number) as work:
        kept = work.versions.find(MONDAY, 1)
        prices = work.versions.prices(MONDAY, 1)
    assert kept is not None
    assert kept.schedule == house.planted
    assert prices, "the price list it is judged by stays with it"


def test_rows_written_by_hand_find_the_request_they_serve(house: House) -> None:
    bare = changed(house.planted, lambda one: replace(one, mission_id=None, published=True))
    bring_in(house, house.group, bare)
    with house.office.store.read(house.number) as work:
        kept = work.versions.find(MONDAY, 1)
    assert kept is not None
    assert all(one.mission_id for one in kept.schedule.assignments)
    assert not kept.schedule.published


def test_a_week_that_stands_so_already_is_left_alone_and_an_open_draft_is_set_aside(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    bring_in(house, house.group, house.planted)
    assert len(heads(house)) == 1
    fewer = Schedule(horizon=house.planted.horizon, assignments=house.planted.assignments[1:])
    house.keep(house.planted)
    bring_in(house, house.group, fewer)
    states = [one.state for one in heads(house)]
    assert states == [VersionState.PUBLISHED, VersionState.REPLACED, VersionState.DRAFT]


def test_a_closed_week_and_people_at_work_stand_in_the_way(house: House) -> None:
    house.keep(house.planted, *CLOSED)
    fewer = Schedule(horizon=house.planted.horizon, assignments=house.planted.assignments[1:])
    (week,) = preview(house, house.group, fewer).impossible
    assert "close" in week.fr
    with pytest.raises(Declined, match="is closed"):
        bring_in(house, house.group, fewer)
    empty = replace(Group(settings=house.group.settings), qualifications=house.group.qualifications)
    found = preview(house, empty).impossible
    at_work = set(house.planted.by_employee)
    assert sum("date de fin" in one.fr for one in found) == len(at_work)
    with pytest.raises(Declined, match="end date"):
        bring_in(house, empty)


def test_what_leaves_is_written_down(house: House) -> None:
    assert export_group(house.office, house.coordinator) == house.group
    assert deeds(house.office, house.coordinator, limit=1)[0].act == "export_group"
