"""Somebody falls ill in a published week: the list, one click, told and counted when published again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.life import ChangeKind, VersionHead, VersionState, piece_key
from gems.domain.people import Absence, AbsenceKind
from gems.domain.time import Span, instant_at
from gems.planning.office import Declined, Overtaken
from gems.planning.replace.entry import Entry
from gems.planning.week import edit, publish
from gems.planning.week import replace as replacing
from gems.planning.week.changes import Lock
from gems.planning.week.replace import Replacements
from gems.planning.week.wanted import Another, Away, Unmet, Wanted
from gems.rules.checker import judge
from tests.planning.week.given import MONDAY, PLANTED, House, bare


def ill(employee_id: str, day: int, days: int = 1) -> Away:
    """Not entered yet."""
    first = MONDAY + timedelta(days=day)
    span = Span(instant_at(first, 0), instant_at(first + timedelta(days=days), 0))
    return Away(
        employee_id=employee_id,
        absence=Absence(id="ill", employee_id=employee_id, kind=AbsenceKind.SICKNESS, span=span),
    )


def asked(house: House, wanted: Wanted) -> Replacements:
    found: Replacements = house.coordinator(replacing.replacements, wanted=wanted)
    return found


WATCHER, SUNDAY = "E003", 6
"""Whose one night of that Sunday two people could take, in the sample."""


def some(house: House) -> tuple[Away, Replacements]:
    """A sickness of one day, and who can step in."""
    away = ill(WATCHER, SUNDAY)
    found = asked(house, away)
    assert len(found.listings[0].entries) == 2
    return away, found


def take(house: House, wanted: Wanted, found: Replacements, entry: Entry) -> VersionHead:
    head = found.head
    made: VersionHead = house.coordinator(
        replacing.replace_now, number=head.number, edit=head.edit, wanted=wanted, entry=entry.key
    )
    return made


def test_one_click_enters_the_absence_and_opens_a_draft(house: House) -> None:
    published = house.publish()
    away, found = some(house)
    assert found.head == house.find(published).head
    assert found.published
    entry = found.listings[0].entries[0]
    made = take(house, away, found, entry)
    assert (made.state, made.based_on) == (VersionState.DRAFT, published.number)
    with house.office.store.read(house.group_id) as work:
        assert away.absence in work.group.absences
        assert {row.id for row in entry.agreements} <= {row.id for row in work.group.derogations}
    before, after = house.find(published).schedule, house.find(made).schedule
    lost = set(entry.hole.lost)
    given = {piece_key(piece) for piece in entry.delta.removed} | {piece_key(piece) for piece in lost}
    assert {piece_key(one) for one in before.assignments} - {piece_key(one) for one in after.assignments} == given
    assert {piece_key(piece) for piece in entry.delta.added} <= {piece_key(one) for one in after.assignments}
    assert {deed.act for deed in house.deeds()[:3]} >= {"edit_week", "edit_group"}
    assert "prend" in house.deeds()[0].words.fr


def test_the_rest_stays_with_the_person_until_it_is_given(house: House) -> None:
    house.publish()
    away = ill("E005", 1)  # two pieces of work that day
    found = asked(house, away)
    first = next(listing for listing in found.listings if listing.entries)
    take(house, away, found, first.entries[0])
    again = asked(house, replace(away, absence=None))
    assert {one.hole.id for one in again.listings} == {one.hole.id for one in found.listings} - {first.hole.id}


def test_everything_at_its_best_is_published_told_and_counted(house: House) -> None:
    house.publish()
    away, found = some(house)
    made = house.coordinator(replacing.replace_all, number=found.head.number, edit=found.head.edit, wanted=away)
    sight = house.sight()
    assert sight.verdict == judge(sight.problem, house.find(made).schedule)
    assert not sight.verdict.violations
    proposed = house.propose_draft(made)
    told = house.coordinator(publish.publishing, number=proposed.number)
    taker = found.listings[0].entries[0].employee_id
    assert {away.employee_id, taker} <= {one.id for one in told.told}
    assert told.changes
    done = house.publish_proposal(proposed)
    assert done.state is VersionState.PUBLISHED
    with house.office.store.read(house.group_id) as work:
        counted = work.life.changes(MONDAY)
    assert {(one.kind, one.band) for one in counted if one.employee_id == taker} >= {
        (ChangeKind.ADDED, found.listings[0].entries[0].band)
    }
    assert not [one for one in counted if one.employee_id == away.employee_id]


def test_it_is_undone_like_any_change_by_hand(house: House) -> None:
    published = house.publish()
    away, found = some(house)
    made = take(house, away, found, found.listings[0].entries[0])
    house.coordinator(edit.undo, number=made.number, edit=made.edit)
    assert bare(house.find(made).schedule) == bare(house.find(published).schedule)


def test_on_an_open_draft_it_is_made_there(house: House) -> None:
    draft = house.build()
    away, found = some(house)
    made = take(house, away, found, found.listings[0].entries[0])
    assert (made.number, made.edit) == (draft.number, draft.edit + 1)
    with pytest.raises(Overtaken):
        take(house, away, found, found.listings[0].entries[0])


def test_somebody_else_for_one_piece(house: House) -> None:
    draft = house.build()
    (piece,) = (one for one in PLANTED.by_employee[WATCHER] if one.day == MONDAY + timedelta(days=SUNDAY))
    wanted = Another(piece=piece_key(piece))
    found = asked(house, wanted)
    entry = found.listings[0].entries[0]
    assert piece.employee_id not in {one.employee_id for one in found.listings[0].entries}
    assert piece.employee_id not in {one.employee_id for one in found.listings[0].left_out}
    made = take(house, wanted, found, entry)
    assert not [one for one in house.find(made).schedule.assignments if piece_key(one) == piece_key(piece)]
    with pytest.raises(Declined):
        asked(house, wanted)
    other = house.find(made).schedule.assignments[0]
    house.coordinator(
        edit.edit_week, number=draft.number, edit=made.edit, change=Lock(piece=piece_key(other), locked=True)
    )
    with pytest.raises(Declined, match="unlock it first"):
        asked(house, Another(piece=piece_key(other)))


def test_hours_not_served_are_given(house: House) -> None:
    piece = PLANTED.assignments[0]
    house.build(replace(PLANTED, assignments=PLANTED.assignments[1:]))
    line = next(one for one in house.sight().unserved if piece.mission_id and one.need_id in piece.mission_id)
    wanted = Unmet(need_id=line.need_id)
    found = asked(house, wanted)
    assert piece.employee_id in {entry.employee_id for entry in found.listings[0].entries}
    take(house, wanted, found, found.listings[0].entries[0])
    assert asked(house, wanted).listings == ()


def test_a_no_is_remembered_and_counted(house: House) -> None:
    house.publish()
    away, listed = some(house)
    found = listed.listings[0].entries
    house.coordinator(replacing.note_refusal, wanted=away, entry=found[0].key)
    again = asked(house, away).listings[0].entries
    assert again[-1].refused
    assert again[-1].employee_id == found[0].employee_id
    with house.office.store.read(house.group_id) as work:
        (refusal,) = work.life.refusals()
    assert (refusal.employee_id, refusal.band) == (found[0].employee_id, found[0].band)
    assert "a refusé" in house.deeds()[0].words.fr


def test_what_is_possible_no_more_is_declined(house: House) -> None:
    with pytest.raises(Declined):
        asked(house, ill(PLANTED.assignments[0].employee_id, 0))
    house.publish()
    away, found = some(house)
    head = found.head
    with pytest.raises(Declined, match="no longer possible"):
        house.coordinator(replacing.replace_now, number=head.number, edit=head.edit, wanted=away, entry="?")
    with pytest.raises(Declined, match="no longer possible"):
        house.coordinator(replacing.note_refusal, wanted=away, entry="?")
    with pytest.raises(Declined):
        asked(house, Away(employee_id="nobody"))
    idle = Away(employee_id=away.employee_id)
    with pytest.raises(Declined, match="Nothing is left"):
        house.coordinator(replacing.replace_all, number=head.number, edit=head.edit, wanted=idle)
