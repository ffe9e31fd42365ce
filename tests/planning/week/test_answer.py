"""Answers: who sees what of a proposal, what a no needs, what it counts for."""

import pytest

from gems.access.policy import Refused
from gems.domain.life import AnswerKind, Side, VersionHead, VersionState, piece_key
from gems.planning.office import Declined
from gems.planning.week import answer, edit, proposal
from gems.planning.week.answer import PieceAnswer
from tests.databases import Clock
from tests.planning.week.given import MONDAY, PLANTED, House

PIECE = PLANTED.assignments[5]
PERSON = PIECE.employee_id


def member_of(house: House) -> str:
    return house.group.site[PIECE.site_id].member_id


def say(kind: AnswerKind, reason: str = "", wish: str = "") -> PieceAnswer:
    return PieceAnswer(piece=piece_key(PIECE), kind=kind, reason=reason, wish=wish)


def seen_by_member(house: House, member_id: str) -> proposal.MemberProposal | None:
    return proposal.member_proposal(house.office, house.member(member_id), member_id=member_id, monday=MONDAY)


def seen_by(house: House, employee_id: str) -> proposal.EmployeeProposal | None:
    return proposal.employee_proposal(house.office, house.employee(employee_id), employee_id=employee_id, monday=MONDAY)


def changed_after_publication(house: House) -> tuple[VersionHead, str, str]:
    """A proposal that gives a published piece to somebody else: the version, the person, the piece."""
    draft = house.revise(house.publish().number)
    draft = house.coordinator(edit.edit_week, number=2, edit=1, change=house.legal_move(draft))
    known = {piece_key(piece) for piece in PLANTED.assignments}
    (piece,) = (one for one in house.find(draft).schedule.assignments if piece_key(one) not in known)
    return house.propose_draft(draft), piece.employee_id, piece_key(piece)


def test_a_draft_is_nobodys_yet(house: House) -> None:
    house.build()
    assert seen_by_member(house, member_of(house)) is None
    assert seen_by(house, PERSON) is None


def test_each_sees_their_own_part(house: House) -> None:
    house.propose()
    for member in house.group.members:
        found = seen_by_member(house, member.id)
        sites = {site.name for site in house.group.sites if site.member_id == member.id}
        assert found is not None
        assert {piece.site for piece in found.pieces} <= sites
    for person in house.group.employees:
        shown = seen_by(house, person.id)
        assert shown is not None
        assert {piece.piece for piece in shown.pieces} == {
            piece_key(piece) for piece in PLANTED.by_employee.get(person.id, ())
        }


def test_a_member_reads_what_it_asked_and_gets(house: House) -> None:
    house.propose()
    found, seen = seen_by_member(house, member_of(house)), house.sight()
    needs = [need for need in seen.problem.needs if need.request.member_id == member_of(house)]
    assert found is not None
    assert found.requested_minutes == sum(need.minutes for need in needs)
    missing = sum(line.minutes for line in seen.unserved if line.member_id == member_of(house))
    assert found.requested_minutes - found.served_minutes == missing


def test_agreed_once_all_have_said_yes_and_asked_again_once_one_has_not(house: House) -> None:
    head = house.propose()
    assert house.everybody_answers(head) is VersionState.AGREED
    assert house.object_to(head, PIECE) is VersionState.PROPOSED
    assert house.answer(head, Side.EMPLOYEE, PERSON, say(AnswerKind.AGREE)) is VersionState.AGREED


def test_an_answer_is_read_back(house: House) -> None:
    head = house.propose()
    house.answer(head, Side.MEMBER, member_of(house), say(AnswerKind.OBJECT, " Fermé ", " Le jeudi "))
    found = seen_by_member(house, member_of(house))
    assert found is not None
    (given,) = (piece.asking for piece in found.pieces if piece.piece == piece_key(PIECE))
    assert (given.kind, given.reason, given.wish) == (AnswerKind.OBJECT, "Fermé", "Le jeudi")
    shown = seen_by(house, PERSON)
    assert shown is not None
    assert {piece.asking.kind for piece in shown.pieces} == {None}


@pytest.mark.parametrize(
    "said",
    [
        (),
        (say(AnswerKind.OBJECT),),
        (say(AnswerKind.OBJECT, "   "),),
        (say(AnswerKind.OBJECT, "x" * 501),),
        (say(AnswerKind.OBJECT, "Non", "x" * 501),),
        (PieceAnswer(piece="not theirs", kind=AnswerKind.AGREE),),
    ],
)
def test_an_answer_that_says_nothing_is_not_kept(house: House, said: tuple[PieceAnswer, ...]) -> None:
    head = house.propose()
    with pytest.raises(Declined):
        house.answer(head, Side.EMPLOYEE, PERSON, *said)
    assert house.sight().answers == ()


def test_nobody_answers_for_another(house: House) -> None:
    head = house.propose()
    other = next(one.id for one in house.group.employees if one.id != PERSON)
    with pytest.raises(Declined):
        house.answer(head, Side.EMPLOYEE, other, say(AnswerKind.AGREE))
    with pytest.raises(Refused):
        answer.answer_as_employee(
            house.office,
            house.employee(other),
            employee_id=PERSON,
            monday=MONDAY,
            number=head.number,
            answers=(say(AnswerKind.AGREE),),
        )


def test_what_is_no_proposal_is_not_told_apart(house: House) -> None:
    """A replaced version, a draft and one that does not exist: the words are the same."""
    first = house.propose()
    house.propose_draft(house.revise(first.number))
    house.revise(2)
    words = []
    for wrong in (1, 3, 9):
        with pytest.raises(Declined) as no:
            answer.answer_as_employee(
                house.office,
                house.employee(PERSON),
                employee_id=PERSON,
                monday=MONDAY,
                number=wrong,
                answers=(say(AnswerKind.AGREE),),
            )
        words.append(no.value.words)
    assert len(set(words)) == 1


def test_a_no_to_changed_hours_counts_once_and_a_yes_takes_it_back(house: House, clock: Clock) -> None:
    clock.set("2026-11-18T09:00")
    head, person, piece = changed_after_publication(house)
    before = seen_by(house, person)
    assert before is not None
    (changed,) = (one for one in before.pieces if one.piece == piece)
    assert changed.band is not None
    no = PieceAnswer(piece=piece, kind=AnswerKind.OBJECT, reason="Pas libre")
    for _ in range(2):
        house.answer(head, Side.EMPLOYEE, person, no)
    used = seen_by(house, person)
    assert used is not None
    assert used.refusals_used == before.refusals_used + 1
    house.answer(head, Side.EMPLOYEE, person, PieceAnswer(piece=piece, kind=AnswerKind.AGREE))
    again = seen_by(house, person)
    assert again is not None
    assert again.refusals_used == before.refusals_used


def test_a_no_to_a_first_proposal_is_no_refusal(house: House) -> None:
    house.object_to(house.propose(), PIECE)
    with house.office.store.read(house.group_id) as work:
        assert work.life.refusals() == ()


def test_the_person_who_loses_work_is_told_and_not_asked(house: House) -> None:
    head, _, piece = changed_after_publication(house)
    known = {piece_key(one) for one in house.find(head).schedule.assignments}
    (lost,) = (one for one in PLANTED.assignments if piece_key(one) not in known)
    shown = seen_by(house, lost.employee_id)
    assert shown is not None
    assert [(one.piece, one.asking.asked) for one in shown.gone] == [(piece_key(lost), False)]
    assert not any(one.asking.asked for one in shown.pieces)
    assert piece not in {one.piece for one in shown.pieces}
