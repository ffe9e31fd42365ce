"""A draft proposed: who is asked, what still holds, what is refused; a version taken up again."""

from dataclasses import replace

import pytest

from gems.domain.life import AnswerKind, Side, VersionState, piece_key
from gems.domain.schedule import Schedule
from gems.planning.office import Declined, Overtaken
from gems.planning.week import edit, propose
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.changes import Lock, Note, Remove
from tests.planning.week.given import PLANTED, House, bare, move_to

PIECE = PLANTED.assignments[5]
EMPTY = Schedule(horizon=PLANTED.horizon)


def asked(house: House, number: int) -> dict[tuple[Side, str], propose.Asked]:
    progress = house.coordinator(propose.proposal_progress, number=number)
    return {(one.side, one.id): one for one in progress.asked}


def test_everybody_with_work_in_it_is_asked(house: House) -> None:
    head = house.propose()
    found = asked(house, head.number)
    site = house.group.site
    people = {(Side.EMPLOYEE, piece.employee_id) for piece in PLANTED.assignments}
    members = {(Side.MEMBER, site[piece.site_id].member_id) for piece in PLANTED.assignments}
    assert set(found) == people | members
    assert sum(one.waiting for one in found.values()) == 2 * len(PLANTED.assignments)
    count = f"{len(people)} salariés et {len(members)} adhérents"
    assert house.deeds()[0].words.fr == f"Semaine 48, version 1 proposée à {count}"


def test_a_draft_that_breaks_rules_is_shown_to_nobody(house: House) -> None:
    head = house.build()
    site = house.group.site[PIECE.site_id]
    stranger = next(one for one in house.group.employees if site.member_id not in one.contract.member_ids)
    head = house.coordinator(edit.edit_week, number=1, edit=head.edit, change=move_to(PIECE, stranger.id))
    with pytest.raises(Declined) as no:
        house.propose_draft(head)
    assert stranger.name in no.value.words.fr
    assert house.find(head).head.state is VersionState.DRAFT


def test_an_empty_draft_is_not_proposed(house: House) -> None:
    with pytest.raises(Declined):
        house.propose(EMPTY)


def test_only_the_draft_that_was_seen_is_proposed(house: House) -> None:
    head = house.build()
    house.coordinator(edit.edit_week, number=1, edit=head.edit, change=Note(piece=piece_key(PIECE), comment="Clé"))
    with pytest.raises(Overtaken):
        house.propose_draft(head)


def test_a_new_proposal_takes_the_place_of_the_last_and_answers_still_true_hold(house: House) -> None:
    first = house.propose()
    house.everybody_answers(first)
    draft = house.revise(first.number)
    draft = house.coordinator(edit.edit_week, number=draft.number, edit=1, change=house.legal_move(draft))
    second = house.propose_draft(draft)
    assert [head.state for head in house.sight().heads] == [VersionState.REPLACED, VersionState.PROPOSED]
    moved = {piece_key(piece) for piece in house.find(second).schedule.assignments} - {
        piece_key(piece) for piece in PLANTED.assignments
    }
    waiting = [one for one in asked(house, second.number).values() if one.waiting]
    assert {(one.side, one.waiting) for one in waiting} == {(Side.MEMBER, 1), (Side.EMPLOYEE, 1)}
    assert all(answer.carried for answer in house.sight().answers)
    assert len(moved) == 1


def test_a_proposal_in_which_all_is_agreed_already_is_agreed_at_once(house: House) -> None:
    first = house.propose()
    house.everybody_answers(first)
    assert house.propose_draft(house.revise(first.number)).state is VersionState.AGREED


def test_an_objection_to_unchanged_work_stays_an_objection(house: House) -> None:
    first = house.propose()
    house.object_to(first, PIECE)
    second = house.propose_draft(house.revise(first.number))
    assert [answer.piece for answer in house.sight().objections] == [piece_key(PIECE)]
    assert len(asked(house, second.number)[Side.EMPLOYEE, PIECE.employee_id].objections) == 1


def test_of_a_published_week_only_what_changed_is_asked(house: House) -> None:
    published = house.publish()
    draft = house.revise(published.number)
    draft = house.coordinator(edit.edit_week, number=draft.number, edit=1, change=house.legal_move(draft))
    found = asked(house, house.propose_draft(draft).number)
    assert [(one.side, one.asked) for one in found.values()] == [(Side.MEMBER, 1), (Side.EMPLOYEE, 1)]


def test_taking_work_away_asks_nobody(house: House) -> None:
    published = house.publish()
    draft = house.revise(published.number)
    draft = house.coordinator(edit.edit_week, number=2, edit=1, change=Remove(piece=piece_key(PIECE)))
    assert house.propose_draft(draft).state is VersionState.AGREED


def test_a_new_version_of_a_proposal_keeps_what_is_agreed_when_asked_to(house: House) -> None:
    head = house.build()
    head = house.coordinator(edit.edit_week, number=1, edit=1, change=Lock(piece=piece_key(PIECE), locked=True))
    head = house.propose_draft(head)
    other = PLANTED.assignments[0]
    house.object_to(head, PIECE)
    agreed = PieceAnswer(piece=piece_key(other), kind=AnswerKind.AGREE)
    house.answer(head, Side.EMPLOYEE, other.employee_id, agreed)
    house.answer(head, Side.MEMBER, house.group.site[other.site_id].member_id, agreed)
    made = house.revise(head.number, keep_agreed=True)
    schedule = house.find(made).schedule
    assert bare(schedule) == bare(PLANTED)
    assert schedule.locked == (replace(other, locked=True),)
    assert made.based_on == head.number


def test_a_draft_set_aside_can_be_taken_up_again(house: House) -> None:
    head = house.build()
    house.coordinator(propose.set_aside, number=1, edit=head.edit)
    assert house.sight().version is None
    assert house.find(house.revise(1)).schedule == PLANTED
