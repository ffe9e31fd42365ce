"""Publishing: who is told what, what stands in the way, late changes counted by their notice; two versions compared."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import DatabaseError

from gems.domain.issues import Kind
from gems.domain.life import ChangeKind, NoticeBand, Side, VersionHead, VersionState, piece_key
from gems.domain.people import Absence, AbsenceKind
from gems.domain.schedule import Assignment
from gems.planning.office import Declined
from gems.planning.week import compare, edit, publish
from gems.planning.week.changes import Remove
from tests.databases import Clock
from tests.planning.week.given import MONDAY, PLANTED, House, bare, move_to

PIECE = PLANTED.assignments[5]


def told(house: House, number: int) -> publish.Told:
    found: publish.Told = house.coordinator(publish.publishing, number=number)
    return found


def away(house: House, piece: Assignment) -> None:
    """The person of this piece is away then."""
    absence = Absence(id="new", employee_id=piece.employee_id, kind=AbsenceKind.SICKNESS, span=piece.span)
    with house.office.store.write(house.group_id) as work:
        work.records.put(Kind.ABSENCE, (*work.group.absences, absence))


def without(house: House, published: VersionHead, piece: Assignment) -> VersionHead:
    """A version of a published week, proposed, from which a piece was taken."""
    draft = house.revise(published.number)
    what = Remove(piece=piece_key(piece))
    return house.propose_draft(house.coordinator(edit.edit_week, number=draft.number, edit=1, change=what))


def test_a_first_publication_tells_everybody_who_has_work(house: House) -> None:
    head = house.propose()
    found = told(house, head.number)
    people = {piece.employee_id for piece in PLANTED.assignments}
    assert {one.id for one in found.told if one.side is Side.EMPLOYEE} == people
    assert {one.id for one in found.told if one.side is Side.MEMBER} == {one.id for one in house.group.members}
    assert sum(one.minutes for one in found.told if one.side is Side.MEMBER) == sum(
        p.minutes for p in PLANTED.assignments
    )
    assert found.first
    assert not found.changes
    assert not any(one.differences for one in found.told)


def test_publishing_without_every_answer_needs_a_reason(house: House) -> None:
    head = house.propose()
    with pytest.raises(Declined) as no:
        house.coordinator(publish.publish, number=1, edit=head.edit, despite="  ")
    assert "salariés" in no.value.words.fr
    assert (
        house.coordinator(publish.publish, number=1, edit=head.edit, despite="Urgent").state is VersionState.PUBLISHED
    )
    assert house.deeds()[0].words.fr.endswith("sans toutes les réponses : Urgent")


def test_an_agreed_version_needs_no_reason(house: House) -> None:
    head = house.propose()
    house.everybody_answers(head)
    made = house.coordinator(publish.publish, number=1, edit=head.edit)
    assert made.state is VersionState.PUBLISHED
    assert made.published_at == house.office.store.clock()
    assert "sans toutes" not in house.deeds()[0].words.fr


def test_an_objection_keeps_from_publishing_whatever_the_reason(house: House) -> None:
    head = house.propose()
    house.object_to(head, PIECE)
    assert len(told(house, 1).objections) == 1
    with pytest.raises(Declined) as no:
        house.publish_proposal(head)
    assert house.group.employee[PIECE.employee_id].name in no.value.words.fr


def test_an_absence_entered_since_keeps_from_publishing(house: House) -> None:
    head = house.propose()
    house.everybody_answers(head)
    away(house, PIECE)
    assert told(house, 1).violations
    with pytest.raises(Declined):
        house.publish_proposal(head)


@pytest.mark.parametrize(
    ("now", "band", "days"),
    [
        ("2026-11-06T09:00", NoticeBand.EARLY, 17),
        ("2026-11-18T09:00", NoticeBand.SHORT, 5),
        ("2026-11-22T09:00", NoticeBand.LATE, 1),
    ],
)
def test_a_change_after_publication_is_counted_by_its_notice(
    house: House, clock: Clock, now: str, band: NoticeBand, days: int
) -> None:
    first = house.publish()
    piece = next(piece for piece in PLANTED.assignments if piece.day == MONDAY)
    clock.set(now)
    second = without(house, first, piece)
    found = told(house, second.number)
    assert {one.id for one in found.told} == {piece.employee_id, house.group.site[piece.site_id].member_id}
    assert dict(found.changes) == {band: 1}
    assert not found.first
    house.publish_proposal(second)
    with house.office.store.read(house.group_id) as work:
        (change,) = work.life.changes(MONDAY)
    assert (change.employee_id, change.kind, change.band) == (piece.employee_id, ChangeKind.REMOVED, band)
    assert (change.notice_days, change.number, change.piece) == (days, second.number, piece_key(piece))


def test_what_an_absence_takes_is_no_change_of_the_groups(house: House) -> None:
    first = house.publish()
    away(house, PIECE)
    house.publish_proposal(without(house, first, PIECE))
    with house.office.store.read(house.group_id) as work:
        assert work.life.changes(MONDAY) == ()


def test_the_version_published_before_is_kept_as_it_was(house: House) -> None:
    first = house.publish()
    house.publish_proposal(without(house, first, PIECE))
    heads = house.sight().heads
    assert [head.state for head in heads] == [VersionState.REPLACED, VersionState.PUBLISHED]
    assert house.find(heads[0]).schedule == PLANTED
    assert heads[0].published_at is not None
    with pytest.raises(DatabaseError), house.office.store.write(house.group_id) as work:
        work.connection.exec_driver_sql("DELETE FROM assignments")


def test_a_comparison_names_what_moved_came_and_went(house: House) -> None:
    house.publish()
    draft = house.revise(1)
    moving = house.legal_move(draft)
    moved = next(piece for piece in PLANTED.assignments if piece_key(piece) == moving.piece)
    gone = next(piece for piece in PLANTED.assignments if piece is not moved)
    head = house.coordinator(edit.edit_week, number=2, edit=1, change=moving)
    house.coordinator(edit.edit_week, number=2, edit=head.edit, change=Remove(piece=piece_key(gone)))
    found = house.coordinator(compare.compare, first=1, second=2)
    assert [one.before for one in found.between.moved] == [moved]
    assert found.between.removed == (gone,)
    assert found.between.added == ()
    assert {shift.id for shift in found.people} == {moved.employee_id, moving.employee_id, gone.employee_id}
    assert found.after.served_minutes == found.before.served_minutes - gone.minutes
    assert found.after.cents == house.sight().verdict.cents
    back = house.coordinator(compare.compare, first=2, second=1)
    assert (back.between.added, back.between.removed) == (found.between.removed, found.between.added)
    assert len(found.words) == 2


def test_locks_and_comments_are_no_difference(house: House) -> None:
    house.build()
    marked = replace(PLANTED, assignments=tuple(replace(one, locked=True, comment="!") for one in PLANTED.assignments))
    assert bare(marked) == bare(PLANTED)
    assert not compare.difference_of(PLANTED, marked)
    assert len(house.coordinator(compare.compare, first=1, second=1).words) == 1


def test_undoing_by_hand_what_was_published_costs_nothing(house: House) -> None:
    """The bill of a draft counts changes against what is published, and not once they are taken back."""
    published = house.publish()
    house.revise(published.number)
    assert house.sight().verdict.cents == house.sight(number=1).verdict.cents
    draft = house.sight().heads[1]
    house.coordinator(edit.edit_week, number=2, edit=draft.edit, change=move_to(PIECE, None))
    assert any(charge.rule == "published_change" for charge in house.sight().verdict.charges)
