"""What somebody said no to and that a draft has not settled yet; how a new planning keeps from giving it back.

An objection is open in a draft as long as the very same work is still in it. The planner is kept from repeating it by
an impossible time: the person is not free over those hours, in the problem put to it and nowhere else. It is read off
the answers each time and never written in the group's data; the coordinator may still give the same work by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gems.domain.group import Group
from gems.domain.life import Answer, AnswerKind, Side, Version, VersionHead, VersionState, piece_key
from gems.domain.people import Wish, WishKind
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import DAY, clock_of
from gems.domain.words import Words
from gems.planning.week.saying import piece_words
from gems.store.work import Work

NOT_GIVEN_BACK = Words(
    "{piece} : refusé par {who}. Le calcul ne redonne pas ces heures à cette personne.",
    "{piece}: refused by {who}. Planning does not give these hours back to this person.",
)


def objections_of(work: Work, head: VersionHead) -> tuple[Answer, ...]:
    """The objections that a version starts from: those made to it, or to the last proposal it was copied from."""
    at: VersionHead | None = head
    while at is not None:
        answers = work.life.answers(at.monday, at.number)
        if answers:
            return tuple(answer for answer in answers if answer.kind is AnswerKind.OBJECT)
        at = _found(work, at)
    return ()


def still_open(objections: Iterable[Answer], schedule: Schedule) -> tuple[Answer, ...]:
    """Those about work that is still in a schedule as it was."""
    keys = {piece_key(piece) for piece in schedule.assignments}
    return tuple(answer for answer in objections if answer.piece in keys)


def unsettled(version: Version, objections: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Those a planning must settle: what the coordinator has locked in a draft in spite of them stays."""
    if version.head.state is not VersionState.DRAFT:
        return objections
    locked = {piece_key(piece) for piece in version.schedule.locked}
    return tuple(answer for answer in objections if answer.piece not in locked)


def without_return(problem: Problem, objections: Iterable[Answer], schedule: Schedule) -> Problem:
    """The problem in which nobody is free over hours of theirs that somebody objected to."""
    wishes = tuple(_impossible(number, piece) for number, (_, piece) in enumerate(_pieces(objections, schedule), 1))
    group = replace(problem.group, wishes=(*problem.group.wishes, *wishes))
    return replace(problem, group=group) if wishes else problem


def said(group: Group, objections: Iterable[Answer], schedule: Schedule) -> tuple[Words, ...]:
    """What planning will keep from giving back, one sentence for each objection."""
    return tuple(
        NOT_GIVEN_BACK.fill(piece=piece_words(group, piece), who=_name(group, answer))
        for answer, piece in _pieces(objections, schedule)
    )


def _found(work: Work, head: VersionHead) -> VersionHead | None:
    heads = work.versions.heads(head.monday)
    return next((one for one in heads if one.number == head.based_on), None)


def _pieces(objections: Iterable[Answer], schedule: Schedule) -> Iterator[tuple[Answer, Assignment]]:
    pieces = {piece_key(piece): piece for piece in schedule.assignments}
    return ((answer, pieces[answer.piece]) for answer in objections if answer.piece in pieces)


def _impossible(number: int, piece: Assignment) -> Wish:
    start, end = clock_of(piece.start), clock_of(piece.end)
    return Wish(
        id=f"objection/{piece.day.isoformat()}/{number}",
        employee_id=piece.employee_id,
        kind=WishKind.IMPOSSIBLE,
        weekdays=frozenset({piece.day.weekday()}),
        start_clock=start,
        end_clock=end if end > start else end + DAY,
        first_day=piece.day,
        last_day=piece.day,
    )


def _name(group: Group, answer: Answer) -> str:
    named = group.member.get(answer.who) if answer.side is Side.MEMBER else group.employee.get(answer.who)
    return named.name if named is not None else answer.who
