"""What members and people say of a proposal, piece by piece or all at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.life import Answer, AnswerKind, ChangeKind, Refusal, Side, Version, VersionState, piece_key
from gems.domain.words import Words, counted
from gems.planning.office import Declined, Doing, of_employee, of_member, use_case
from gems.planning.week.asked import progress_of
from gems.planning.week.notice import Noticed, noticed
from gems.planning.week.problem import problem_of
from gems.planning.week.readable import require_readable
from gems.planning.week.saying import subject_of, version_words
from gems.planning.week.steps import Step, standing_of, why_not

LONGEST_ANSWER = 500
"""Characters of a reason, or of what would do instead."""
NO_LONGER = Words(
    "Cette proposition n'est plus en cours : rouvrez la page pour voir où en est la semaine.",
    "This proposal is no longer under way: open the page again to see where the week stands.",
)
NOT_ASKED = Words(
    "Une de ces interventions ne vous est pas proposée : rouvrez la page.",
    "One of these pieces of work is not proposed to you: open the page again.",
)
SAY_WHY = Words(
    "Dites pourquoi cela ne convient pas : le groupement pourra chercher autre chose.",
    "Say why this does not suit: the group can then look for something else.",
)
TOO_LONG = Words(
    "Ce texte dépasse {most} caractères : raccourcissez-le.", "This text is over {most} characters: shorten it."
)
NOTHING_SAID = Words("Aucune réponse n'a été donnée.", "No answer was given.")
ANSWERED = Words("{who} — {version} : {agreed}, {refused}", "{who} — {version}: {agreed}, {refused}")
AGREED = (Words("{n} acceptée", "{n} agreed"), Words("{n} acceptées", "{n} agreed"))
REFUSED = (Words("{n} refusée", "{n} objected to"), Words("{n} refusées", "{n} objected to"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceAnswer:
    """Yes or no to one piece; a no says why, and may say what would do."""

    piece: str
    """Its `piece_key`."""
    kind: AnswerKind
    reason: str = ""
    wish: str = ""


@use_case(Act.ANSWER_AS_MEMBER, writes=True, about=of_member)
def answer_as_member(
    doing: Doing, *, member_id: str, monday: date, number: int, answers: tuple[PieceAnswer, ...]
) -> VersionState:
    """Give or change a member's answers to the proposal under way; the state it leaves it in.

    Raises Declined when the proposal is another one by now, a piece is not asked of them, or a no says no reason.
    """
    member = doing.work.group.member.get(member_id)
    return _answer(doing, Side.MEMBER, member_id, member.name if member else "", monday, number, answers)


@use_case(Act.ANSWER_AS_EMPLOYEE, writes=True, about=of_employee)
def answer_as_employee(
    doing: Doing, *, employee_id: str, monday: date, number: int, answers: tuple[PieceAnswer, ...]
) -> VersionState:
    """Give or change a person's answers to the proposal under way; the state it leaves it in.

    A no to hours that change published ones is counted once, as the person's right; a later yes takes it back. Raises
    Declined as for a member.
    """
    person = doing.work.group.employee.get(employee_id)
    return _answer(doing, Side.EMPLOYEE, employee_id, person.name if person else "", monday, number, answers)


def _answer(
    doing: Doing, side: Side, who: str, name: str, monday: date, number: int, answers: tuple[PieceAnswer, ...]
) -> VersionState:
    version = _under_way(doing, monday, number)
    asked = {seat for seat in progress_of(doing.work, version.head).seats if seat[:2] == (side, who)}
    _check(answers, {piece for _, _, piece in asked})
    for one in answers:
        doing.work.life.put_answer(
            monday,
            number,
            Answer(
                side=side,
                who=who,
                piece=one.piece,
                kind=one.kind,
                reason=one.reason.strip(),
                wish=one.wish.strip(),
                at=doing.work.now,
            ),
        )
    if side is Side.EMPLOYEE:
        _count_refusals(doing, version, answers)
    act = Act.ANSWER_AS_MEMBER if side is Side.MEMBER else Act.ANSWER_AS_EMPLOYEE
    doing.note(act, subject_of(monday, number), _said(version, name, answers))
    return _settle(doing, version)


def _under_way(doing: Doing, monday: date, number: int) -> Version:
    """The proposal answered; those asked are told no more than that it has gone."""
    standing = standing_of(doing, monday)
    head = next((one for one in standing.heads if one.number == number), None)
    version = doing.work.versions.find(monday, number)
    if version is None or why_not(Step.ANSWER, standing, head) is not None:
        raise Declined(NO_LONGER)
    return version


def _check(answers: Iterable[PieceAnswer], asked: set[str]) -> None:
    given = tuple(answers)
    if not given:
        raise Declined(NOTHING_SAID)
    if any(one.piece not in asked for one in given):
        raise Declined(NOT_ASKED)
    if any(one.kind is AnswerKind.OBJECT and not one.reason.strip() for one in given):
        raise Declined(SAY_WHY)
    if any(max(len(one.reason), len(one.wish)) > LONGEST_ANSWER for one in given):
        raise Declined(TOO_LONG.fill(most=LONGEST_ANSWER))
    require_readable(*(one.reason + one.wish for one in given))


def _count_refusals(doing: Doing, version: Version, answers: Iterable[PieceAnswer]) -> None:
    """Only hours added to published ones can be refused: nobody refuses to be freed."""
    changes = noticed(problem_of(doing.work, version), version.schedule)
    added: dict[str, Noticed] = {piece_key(one.piece): one for one in changes if one.kind is ChangeKind.ADDED}
    for one in answers:
        change = added.get(one.piece)
        if change is None:
            continue
        if one.kind is AnswerKind.AGREE:
            doing.work.life.drop_refusal(change.piece.employee_id, one.piece)
        else:
            doing.work.life.add_refusal(
                Refusal(
                    employee_id=change.piece.employee_id,
                    day=change.piece.day,
                    piece=one.piece,
                    band=change.band,
                    at=doing.work.now,
                )
            )


def _settle(doing: Doing, version: Version) -> VersionState:
    """Agreed once everybody has said yes; asked again as soon as somebody has not."""
    agreed = progress_of(doing.work, version.head).agreed
    state = VersionState.AGREED if agreed else VersionState.PROPOSED
    if state is not version.head.state:
        doing.work.versions.move(version.head, state)
    return state


def _said(version: Version, name: str, answers: Iterable[PieceAnswer]) -> Words:
    kinds = [one.kind for one in answers]
    return ANSWERED.fill(
        who=name,
        version=version_words(version.head),
        agreed=counted(kinds.count(AnswerKind.AGREE), *AGREED),
        refused=counted(kinds.count(AnswerKind.OBJECT), *REFUSED),
    )
