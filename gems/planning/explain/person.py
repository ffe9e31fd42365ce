"""Why this person here: who else could do a piece of work, everything else staying where it is, and at what price."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words, euros
from gems.planning.explain.blocking import Able, Blocked
from gems.planning.insertion import Insertions
from gems.planning.reasons import READING_ORDER, counted_rules
from gems.planning.replace.local import Delta, Local
from gems.planning.week.saying import person_name
from gems.rules.statement import Violation

LOCKED = Words(
    "{person} y est parce que l'intervention est verrouillée.", "{person} is there because the work is locked."
)
ONLY_ONE = Words(
    "{person} est la seule personne possible, le reste du planning restant en place.",
    "{person} is the only person possible, the rest of the schedule staying in place.",
)
CHEAPEST = Words(
    "{person} est le choix le moins cher : la suivante, {other}, coûterait {cents} de plus.",
    "{person} is the least costly choice: the next one, {other}, would cost {cents} more.",
)
AS_CHEAP = Words("{other} conviendrait au même prix.", "{other} would do at the same price.")
CHEAPER = Words(
    "{other} coûterait {cents} de moins, tout le reste restant en place.",
    "{other} would cost {cents} less, everything else staying in place.",
)


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """Everybody else, one way or the other."""

    piece: Assignment
    able: tuple[Able, ...]
    """The cheapest first; the price is against the piece as it is."""
    blocked: tuple[Blocked, ...]
    words: Words
    """Why this person, in a sentence."""

    @property
    def grouped(self) -> tuple[Words, ...]:
        """Each blocking rule with how many people it blocks, those who came closest first."""
        return counted_rules(one.rule for one in self.blocked)


def alternatives(problem: Problem, schedule: Schedule, piece: Assignment) -> Alternatives:
    """Ask the checker about everybody else, at the same hours."""
    answers = list(_answers(problem, schedule, piece))
    able = [one for one in answers if isinstance(one, Able)]
    blocked = [one for one in answers if isinstance(one, Blocked)]
    ranked = tuple(sorted(able, key=lambda one: (one.cents, one.piece.employee_id)))
    return Alternatives(
        piece=piece,
        able=ranked,
        blocked=tuple(sorted(blocked, key=lambda one: (-READING_ORDER[one.rule], one.employee_id))),
        words=_why(problem, piece, ranked),
    )


def _answers(problem: Problem, schedule: Schedule, piece: Assignment) -> Iterator[Able | Blocked]:
    mission = problem.mission.get(piece.mission_id or "")
    if mission is None:
        return
    others = tuple(one for one in schedule.assignments if one != piece)
    # Nothing is locked while asking: a lock is the coordinator's own and says nothing of who could.
    asks = Insertions(_unlocked(problem, piece), Schedule(horizon=schedule.horizon, assignments=others))
    local = Local(problem, schedule)
    for person in problem.group.employees:
        if person.id != piece.employee_id:
            found = asks.obstacle(person.id, replace(mission, slots=(piece.span,)))
            if isinstance(found, Violation):
                yield Blocked(employee_id=person.id, mission_id=mission.id, violation=found)
            else:
                yield Able(piece=found, cents=local.cents(Delta(removed=(piece,), added=(found,))))


def _unlocked(problem: Problem, piece: Assignment) -> Problem:
    if problem.baseline is None:
        return problem
    kept = tuple(
        replace(one, locked=False) if one.mission_id == piece.mission_id else one
        for one in problem.baseline.assignments
    )
    return replace(problem, baseline=Schedule(horizon=problem.baseline.horizon, assignments=kept))


def _why(problem: Problem, piece: Assignment, able: tuple[Able, ...]) -> Words:
    person = person_name(problem.group, piece.employee_id)
    if piece.locked:
        return LOCKED.fill(person=person)
    if not able:
        return ONLY_ONE.fill(person=person)
    other, cents = person_name(problem.group, able[0].piece.employee_id), able[0].cents
    if cents > 0:
        return CHEAPEST.fill(person=person, other=other, cents=euros(cents))
    return AS_CHEAP.fill(other=other) if not cents else CHEAPER.fill(other=other, cents=euros(-cents))
