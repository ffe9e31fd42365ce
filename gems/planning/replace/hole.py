"""What is to be filled: work that somebody can no longer do, or hours asked that nobody does yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gems.domain.life import piece_key
from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Span
from gems.planning.insertion import unserved_missions

NOBODY = ""
"""Stands for the person in a piece that waits for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One piece of work without a person."""

    choices: tuple[Assignment, ...]
    """The piece at each of its possible hours, without a person; those it had, or that suit the request best, first."""
    stood: Assignment | None = None
    """The piece as somebody had it; None for hours that nobody has had yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Gaps that go to one person together: one gap, or all those of a request that wants the same person."""

    gaps: tuple[Gap, ...]

    @property
    def first(self) -> Assignment:
        """The first piece, at the hours it is wanted at first."""
        return self.gaps[0].choices[0]

    @property
    def id(self) -> str:
        """Changes with the place, the job and the hours."""
        return "+".join(piece_key(gap.choices[0]) for gap in self.gaps)

    @property
    def lost(self) -> tuple[Assignment, ...]:
        """The pieces as somebody had them."""
        return tuple(gap.stood for gap in self.gaps if gap.stood is not None)


def lost_pieces(problem: Problem, schedule: Schedule, employee_id: str, span: Span) -> tuple[Assignment, ...]:
    """A person's work that touches a time and is not over yet."""
    return tuple(
        piece
        for piece in schedule.by_employee.get(employee_id, ())
        if piece.span.overlap(span) and (problem.as_of is None or piece.end > problem.as_of)
    )


def away_pieces(problem: Problem, schedule: Schedule, employee_id: str) -> tuple[Assignment, ...]:
    """A person's work that their absences prevent and that is not over yet."""
    spans = [row.span for row in problem.group.absences if row.employee_id == employee_id]
    found = (piece for span in spans for piece in lost_pieces(problem, schedule, employee_id, span))
    return tuple(sorted(dict.fromkeys(found)))


def holes_of(problem: Problem, lost: Iterable[Assignment]) -> tuple[Hole, ...]:
    """The holes that lost pieces leave, in time order."""
    together: dict[str, list[Gap]] = {}
    for piece in sorted(lost):
        mission = problem.mission.get(piece.mission_id or "")
        alone = mission is None or not problem.need[mission.need_id].same_person
        key = piece_key(piece) if alone or mission is None else mission.need_id
        together.setdefault(key, []).append(Gap(choices=tuple(_choices(piece, mission)), stood=piece))
    return tuple(Hole(gaps=tuple(gaps)) for gaps in together.values())


def hole_of_need(problem: Problem, schedule: Schedule, need_id: str) -> Hole | None:
    """The hole of hours asked and not served: one piece of the need; None when nothing of it is missing."""
    for found, missing, free in unserved_missions(problem, schedule):
        if found == need_id and free:
            choices = [_piece(mission, slot) for mission in free for slot in mission.slots]
            # As much as is missing, no more; then the earliest.
            choices.sort(key=lambda piece: (piece.minutes > missing, -piece.minutes, piece.start))
            return Hole(gaps=(Gap(choices=tuple(choices)),))
    return None


def _choices(piece: Assignment, mission: Mission | None) -> Iterator[Assignment]:
    """The same hours first, then the others of the same mission, the nearest first."""
    bare = replace(piece, employee_id=NOBODY, origin=Origin.BY_HAND, locked=False, published=False)
    if mission is None:
        yield replace(bare, mission_id=None)
        return
    yield bare
    others = [slot for slot in mission.slots if slot != piece.span]
    for slot in sorted(others, key=lambda slot: (abs(slot.minutes - piece.minutes), abs(slot.start - piece.start))):
        yield replace(bare, start=slot.start, end=slot.end)


def _piece(mission: Mission, slot: Span) -> Assignment:
    return Assignment(
        start=slot.start,
        end=slot.end,
        employee_id=NOBODY,
        site_id=mission.request.site_id,
        qualification=mission.request.qualification,
        mission_id=mission.id,
        origin=Origin.BY_HAND,
    )
