"""Each person and what keeps them from hours that nobody serves, in the checker's own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words
from gems.planning.insertion import Insertions
from gems.planning.reasons import READING_ORDER, counted_rules
from gems.rules.statement import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """Somebody who cannot take these hours while everything else stays."""

    employee_id: str
    mission_id: str
    violation: Violation
    """What the checker says at the possible time that gets furthest."""

    @property
    def rule(self) -> str:
        """The name of the rule that blocks."""
        return self.violation.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Able:
    """Somebody who can take these hours while everything else stays, and what it would do to the bill."""

    piece: Assignment
    cents: int
    """More on the bill; negative: it saves."""


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Everybody, one way or the other."""

    able: tuple[Able, ...]
    """The cheapest first."""
    blocked: tuple[Blocked, ...]
    """Those who came closest first."""

    @property
    def grouped(self) -> tuple[Words, ...]:
        """Each blocking rule with how many people it blocks, those who came closest first."""
        return counted_rules(one.rule for one in self.blocked)


def candidates(problem: Problem, schedule: Schedule, missions: Iterable[Mission]) -> Candidates:
    """Ask the checker about everybody, each at the mission where they get furthest."""
    asks, tried = Insertions(problem, schedule), tuple(missions)
    able, blocked = list[Able](), list[Blocked]()
    for person in problem.group.employees:
        found = [(mission, asks.obstacle(person.id, mission)) for mission in tried]
        pieces = [what for _, what in found if isinstance(what, Assignment)]
        if pieces:
            able.append(min((_priced(asks, piece) for piece in pieces), key=lambda one: one.cents))
        elif found:
            blocked.append(_closest(person.id, found))
    return Candidates(
        able=tuple(sorted(able, key=lambda one: (one.cents, one.piece.employee_id))),
        blocked=tuple(sorted(blocked, key=lambda one: (-READING_ORDER[one.rule], one.employee_id))),
    )


def _priced(asks: Insertions, piece: Assignment) -> Able:
    return Able(piece=piece, cents=asks.cents_with(piece))


def _closest(employee_id: str, found: Iterable[tuple[Mission, Violation | Assignment]]) -> Blocked:
    said = [(mission.id, what) for mission, what in found if isinstance(what, Violation)]
    mission_id, violation = max(said, key=lambda one: READING_ORDER[one[1].rule])
    return Blocked(employee_id=employee_id, mission_id=mission_id, violation=violation)
