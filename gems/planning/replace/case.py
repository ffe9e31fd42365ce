"""A schedule with its holes open: somebody away, somebody who did not come, or hours asked that nobody does."""

from dataclasses import dataclass, replace

from gems.domain.people import Absence
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.planning.replace.entry import Refused
from gems.planning.replace.hole import Hole, away_pieces, hole_of_need, holes_of
from gems.planning.replace.listing import Listing, Replacing, opened


@dataclass(frozen=True, kw_only=True)
class Case:
    """The question put to the list."""

    problem: Problem
    """With the absence in it, and no lock on what is lost."""
    schedule: Schedule
    """With the holes open."""
    holes: tuple[Hole, ...]
    refused: Refused = frozenset()
    not_for: str | None = None
    """Somebody who is to be free of the holes without being away."""

    def replacing(self) -> Replacing:
        """Who could fill them."""
        return Replacing(self.problem, self.schedule, self.refused, self.not_for)

    def listings(self) -> tuple[Listing, ...]:
        """The ranked list of each hole, in time order."""
        replacing = self.replacing()
        return tuple(replacing.listing(hole) for hole in self.holes)


def case_of_absence(
    problem: Problem, schedule: Schedule, employee_id: str, absence: Absence | None, refused: Refused = frozenset()
) -> Case:
    """Somebody away, by the absences known and perhaps one more."""
    if absence is not None:
        group = problem.group
        problem = replace(problem, group=replace(group, absences=(*group.absences, absence)))
    holes = holes_of(problem, away_pieces(problem, schedule, employee_id))
    lost = {piece for hole in holes for piece in hole.lost}
    return Case(
        problem=replace(problem, baseline=_unlocked(problem.baseline, lost)),
        schedule=opened(schedule, holes),
        holes=holes,
        refused=refused,
    )


def case_of_piece(problem: Problem, schedule: Schedule, piece: Assignment, refused: Refused = frozenset()) -> Case:
    """Somebody else wanted for one piece of work, or for the whole week of a request that wants one person."""
    mission = problem.mission.get(piece.mission_id or "")
    together = [piece]
    if mission is not None and problem.need[mission.need_id].same_person:
        ids = {one.id for one in problem.need[mission.need_id].missions}
        together = [one for one in schedule.assignments if one.mission_id in ids]
    holes = holes_of(problem, together)
    return Case(
        problem=replace(problem, baseline=_unlocked(problem.baseline, set(together))),
        schedule=opened(schedule, holes),
        holes=holes,
        refused=refused,
        not_for=piece.employee_id,
    )


def case_of_needs(
    problem: Problem, schedule: Schedule, need_ids: tuple[str, ...], refused: Refused = frozenset()
) -> Case:
    """Hours asked and not served, one hole for each need."""
    found = (hole_of_need(problem, schedule, need_id) for need_id in need_ids)
    return Case(
        problem=problem, schedule=schedule, holes=tuple(hole for hole in found if hole is not None), refused=refused
    )


def _unlocked(baseline: Schedule | None, lost: set[Assignment]) -> Schedule | None:
    """What stands, without a lock on work that cannot be kept."""
    if baseline is None:
        return None
    spans = {(piece.employee_id, piece.span) for piece in lost}
    pieces = (
        replace(piece, locked=piece.locked and (piece.employee_id, piece.span) not in spans)
        for piece in baseline.assignments
    )
    return Schedule(horizon=baseline.horizon, assignments=tuple(pieces))
