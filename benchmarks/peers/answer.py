"""What a peer answered, as a schedule of the product: put right where a rule is broken, then judged and billed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.peers.question import pieces_of
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.rules.checker import judge
from gems.rules.statement import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The value of an answer."""

    cents: int
    """The whole bill of what is left once every rule is kept."""
    broken: int
    """Rules broken by the answer as it came."""
    taken_out: int
    """Pieces taken out until the checker found nothing."""
    served_minutes: int


def schedule_of(problem: Problem, asked: dict[str, Any], taken: Sequence[int]) -> Schedule:
    """The schedule made of the offers taken."""
    pieces, people = pieces_of(problem), problem.group.employees
    chosen = [asked["offers"][number] for number in taken]
    return Schedule(
        horizon=problem.horizon,
        assignments=tuple(pieces[place].done_by(people[person].id) for person, place, _ in chosen),
    )


def judged(problem: Problem, schedule: Schedule) -> Judged:
    """Take out the shortest piece of each rule broken, one after another, until every rule is kept."""
    verdict = judge(problem, schedule)
    broken, before = len(verdict.violations), len(schedule.assignments)
    while verdict.violations:
        worst = min(_pieces(schedule, verdict.violations[0]), key=lambda piece: (piece.minutes, piece.start))
        left = tuple(piece for piece in schedule.assignments if piece is not worst)
        schedule = Schedule(horizon=schedule.horizon, assignments=left)
        verdict = judge(problem, schedule)
    return Judged(
        cents=verdict.cents,
        broken=broken,
        taken_out=before - len(schedule.assignments),
        served_minutes=sum(piece.minutes for piece in schedule.assignments),
    )


def _pieces(schedule: Schedule, broken: Violation) -> list[Assignment]:
    """The pieces that a rule broken is about: of its mission, else of its person on its days, else of its person."""
    own = [one for one in schedule.assignments if broken.employee_id in (None, one.employee_id)]
    for found in (
        [one for one in own if broken.mission_id is not None and one.mission_id == broken.mission_id],
        [one for one in own if one.day in broken.days],
    ):
        if found:
            return found
    return own
