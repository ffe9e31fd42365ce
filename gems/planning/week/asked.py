"""Who is asked about a proposal, piece by piece, and what they have said so far."""

from dataclasses import dataclass
from functools import cached_property

from gems.domain.group import Group
from gems.domain.life import Answer, AnswerKind, Side, VersionHead, piece_key
from gems.domain.schedule import Assignment, Schedule
from gems.planning.views.standing import issued
from gems.store.work import Work

Seat = tuple[Side, str, str]
"""Which side, who, and the piece they are asked about."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """What was asked and what was answered."""

    asked: tuple[tuple[Seat, Assignment], ...]
    """Everybody's pieces, in time order; of a week already published, only those that changed."""
    answers: tuple[Answer, ...]

    @cached_property
    def _given(self) -> dict[Seat, Answer]:
        return {(answer.side, answer.who, answer.piece): answer for answer in self.answers}

    @cached_property
    def seats(self) -> frozenset[Seat]:
        """Everything that is asked, without the work."""
        return frozenset(seat for seat, _ in self.asked)

    def answer(self, seat: Seat) -> Answer | None:
        """What was said there; None while it is waited for."""
        return self._given.get(seat)

    @cached_property
    def waiting(self) -> tuple[tuple[Seat, Assignment], ...]:
        """Asked and not answered."""
        return tuple((seat, piece) for seat, piece in self.asked if seat not in self._given)

    @cached_property
    def objections(self) -> tuple[tuple[Answer, Assignment], ...]:
        """Each no, with the work it is about."""
        found = ((self._given.get(seat), piece) for seat, piece in self.asked)
        return tuple((one, piece) for one, piece in found if one is not None and one.kind is AnswerKind.OBJECT)

    @property
    def agreed(self) -> bool:
        """Whether everybody asked has said yes."""
        return not self.waiting and not self.objections


NOBODY_ASKED = Progress(asked=(), answers=())


def seats(group: Group, schedule: Schedule, published: Schedule | None) -> tuple[tuple[Seat, Assignment], ...]:
    """Who is asked about which piece: the person and the member of each one that is not published as it stands."""
    told = {piece_key(piece) for piece in published.assignments} if published is not None else set()
    found: list[tuple[Seat, Assignment]] = []
    for piece in schedule.assignments:
        key = piece_key(piece)
        if key not in told:
            found.append(((Side.EMPLOYEE, piece.employee_id, key), piece))
            found.append(((Side.MEMBER, group.site[piece.site_id].member_id, key), piece))
    return tuple(found)


def progress_of(work: Work, head: VersionHead) -> Progress:
    """How far the answers to a version are."""
    version, holds = work.versions.find(head.monday, head.number), issued(work, head.monday)
    if version is None:
        return NOBODY_ASKED
    published = holds.schedule if holds is not None else None
    return Progress(
        asked=seats(work.group, version.schedule, published), answers=work.life.answers(head.monday, head.number)
    )
