"""Changes made by hand to a draft: what each one takes out and puts in, or why it cannot be."""

from dataclasses import dataclass, replace
from datetime import date

from gems.domain.life import piece_key
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Span, instant_at
from gems.domain.words import Words
from gems.planning.office import Declined
from gems.planning.week.placing import slot_of_move, slot_to_give
from gems.planning.week.readable import require_readable
from gems.planning.week.saying import move_words, piece_words

LONGEST_NOTE = 500
"""Characters of a comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A piece goes to a person, a day and a time; `employee_id` None: back among the hours not served."""

    piece: str
    """Its `piece_key`."""
    employee_id: str | None
    day: date
    start_clock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Give:
    """Hours not served go to a person: those of a mission, or of a need; the day and time, when they matter."""

    asked: str
    """Id of the mission or of the need."""
    employee_id: str
    day: date | None = None
    start_clock: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """A piece is taken out."""

    piece: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A piece is kept where it is by whatever is planned next, or let go."""

    piece: str
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LockAll:
    """Every piece, of one person or of one day when told so, is locked or let go."""

    locked: bool
    employee_id: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A piece is given a comment; an empty one takes it away."""

    piece: str
    comment: str


Change = Move | Give | Remove | Lock | LockAll | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change comes to."""

    removed: tuple[Assignment, ...]
    added: tuple[Assignment, ...]
    words: Words

    def on(self, schedule: Schedule) -> Schedule:
        """The schedule with this change made."""
        kept = list(schedule.assignments)
        for piece in self.removed:
            kept.remove(piece)
        return Schedule(horizon=schedule.horizon, assignments=(*kept, *self.added))


GONE = Words(
    "Cette intervention n'est plus au planning : rouvrez la page.",
    "This work is no longer in the schedule: open the page again.",
)
NOBODY = Words("Cette personne n'est plus dans le groupement.", "This person is no longer in the group.")
UNLOCK_FIRST = Words("{piece} est verrouillée : déverrouillez-la d'abord.", "{piece} is locked: unlock it first.")
OTHER_WEEK = Words("Ce jour n'est pas dans la semaine.", "This day is not in the week.")
THERE_ALREADY = Words(
    "Cette personne y est déjà, aux mêmes heures.", "This person is there already, at the same hours."
)
NOTHING_TO_DO = Words("C'est déjà le cas : rien n'a changé.", "It is so already: nothing has changed.")
TOO_LONG = Words("Ce commentaire dépasse {most} caractères.", "This comment is over {most} characters.")

GIVEN = Words("{after} : ajoutée", "{after}: added")
REMOVED = Words("{before} : retirée", "{before}: taken out")
LOCKED = Words("{before} : verrouillée", "{before}: locked")
UNLOCKED = Words("{before} : déverrouillée", "{before}: unlocked")
NOTED = Words("{before} : commentaire", "{before}: comment")
ALL_LOCKED = Words("{n} interventions verrouillées", "{n} pieces of work locked")
ALL_UNLOCKED = Words("{n} interventions déverrouillées", "{n} pieces of work unlocked")


def changed(problem: Problem, schedule: Schedule, change: Change) -> Changed:
    """What a change comes to on this schedule; raises Declined with why when it cannot be."""
    if isinstance(change, Give):
        return _give(problem, schedule, change)
    if isinstance(change, LockAll):
        return _lock_all(schedule, change)
    piece = next((one for one in schedule.assignments if piece_key(one) == change.piece), None)
    if piece is None:
        raise Declined(GONE)
    if isinstance(change, Move | Remove):
        return _relocate(problem, schedule, piece, change)
    if isinstance(change, Lock):
        after, words = replace(piece, locked=change.locked), LOCKED if change.locked else UNLOCKED
    else:
        if len(change.comment) > LONGEST_NOTE:
            raise Declined(TOO_LONG.fill(most=LONGEST_NOTE))
        require_readable(change.comment)
        after, words = replace(piece, comment=change.comment.strip()), NOTED
    if after == piece:
        raise Declined(NOTHING_TO_DO)
    return Changed(removed=(piece,), added=(after,), words=words.fill(before=piece_words(problem.group, piece)))


def _relocate(problem: Problem, schedule: Schedule, piece: Assignment, change: Move | Remove) -> Changed:
    before = piece_words(problem.group, piece)
    if piece.locked:
        raise Declined(UNLOCK_FIRST.fill(piece=before))
    if isinstance(change, Remove) or change.employee_id is None:
        return Changed(removed=(piece,), added=(), words=REMOVED.fill(before=before))
    if change.day not in problem.horizon:
        raise Declined(OTHER_WEEK)
    mission = problem.mission.get(piece.mission_id) if piece.mission_id is not None else None
    if mission is None:
        start = instant_at(change.day, change.start_clock)
        span = Span(start, start + piece.minutes)
    else:
        mission, span = slot_of_move(problem, schedule, piece, mission, change.day, change.start_clock)
    after = replace(
        piece,
        employee_id=change.employee_id,
        start=span.start,
        end=span.end,
        mission_id=mission.id if mission is not None else None,
        origin=Origin.BY_HAND,
    )
    if piece_key(after) == piece_key(piece):
        raise Declined(NOTHING_TO_DO)
    _check_place(problem, schedule, after)
    return Changed(removed=(piece,), added=(after,), words=move_words(problem.group, piece, after))


def _give(problem: Problem, schedule: Schedule, change: Give) -> Changed:
    mission, span = slot_to_give(problem, schedule, change.asked, change.employee_id, change.day, change.start_clock)
    after = Assignment(
        start=span.start,
        end=span.end,
        employee_id=change.employee_id,
        site_id=mission.request.site_id,
        qualification=mission.request.qualification,
        mission_id=mission.id,
        origin=Origin.BY_HAND,
    )
    _check_place(problem, schedule, after)
    return Changed(removed=(), added=(after,), words=GIVEN.fill(after=piece_words(problem.group, after)))


def _lock_all(schedule: Schedule, change: LockAll) -> Changed:
    pieces = tuple(
        piece
        for piece in schedule.assignments
        if piece.locked != change.locked
        and change.employee_id in (None, piece.employee_id)
        and change.day in (None, piece.day)
    )
    if not pieces:
        raise Declined(NOTHING_TO_DO)
    words = (ALL_LOCKED if change.locked else ALL_UNLOCKED).fill(n=len(pieces))
    return Changed(removed=pieces, added=tuple(replace(piece, locked=change.locked) for piece in pieces), words=words)


def _check_place(problem: Problem, schedule: Schedule, piece: Assignment) -> None:
    """Somebody the group has, and not twice at the same place and hours."""
    if piece.employee_id not in problem.group.employee:
        raise Declined(NOBODY)
    if piece_key(piece) in {piece_key(one) for one in schedule.assignments}:
        raise Declined(THERE_ALREADY)
