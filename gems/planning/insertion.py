"""Could this person also take that mission? Asked of the checker, one piece added to a finished schedule."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.requests import visited_together
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span
from gems.planning.alone import Alone, only
from gems.rules.catalogue import RULES
from gems.rules.checker import judge
from gems.rules.roster import Roster
from gems.rules.statement import Violation

SHARED = frozenset({"mission_once", "mission_slot", "request_volume", "same_person", "visit_together"})
"""Rules that look at a request, and what it is visited for together, whoever serves it."""
PRICED = tuple(rule for rule in RULES if rule.charge is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Yes with what it would add to the bill, or no with the rule that blocks."""

    employee_id: str
    mission_id: str
    rule: str | None
    """The first rule in reading order that blocks, at the slot that gets furthest; None: nothing blocks."""
    extra_cents: int | None = None
    """What serving it so would add to the bill (negative: it would save); None when blocked."""


class Insertions:
    """Asks about one schedule; readings are kept between questions."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem, self.schedule = problem, schedule
        self._alone = Alone(problem)
        self._requests: dict[str, tuple[Problem, Schedule]] = {}

    @cached_property
    def _cents(self) -> int:
        return judge(self.problem, self.schedule, PRICED).cents

    def ask(self, employee_id: str, mission: Mission) -> Answer:
        """Try each slot of the mission; the answer is the first legal one, or what blocks last."""
        rule, piece = self._tried(employee_id, mission)
        if piece is None:
            return Answer(employee_id=employee_id, mission_id=mission.id, rule=rule)
        return Answer(employee_id=employee_id, mission_id=mission.id, rule=None, extra_cents=self.cents_with(piece))

    def cents_with(self, piece: Assignment) -> int:
        """What a piece would add to the bill (negative: it would save)."""
        return judge(self.problem, _with(self.schedule, piece), PRICED).cents - self._cents

    def blocking(self, employee_id: str, mission: Mission) -> str | None:
        """The rule that `ask` would name; None: nothing blocks. Far cheaper, as no bill is made."""
        return self._tried(employee_id, mission)[0]

    def obstacle(self, employee_id: str, mission: Mission) -> Violation | Assignment:
        """The first legal piece, or what the checker says against the slot that gets furthest."""
        furthest: tuple[int, Violation] | None = None
        for slot in mission.slots:
            piece = _piece(employee_id, mission, slot)
            broken = self._first_broken(employee_id, mission, piece)
            if broken is None:
                return piece
            if furthest is None or broken[0] > furthest[0]:
                furthest = broken
        assert furthest is not None, "a mission has a slot"
        return furthest[1]

    def _tried(self, employee_id: str, mission: Mission) -> tuple[str | None, Assignment | None]:
        """The first legal piece, or the rule that blocks at the slot that gets furthest."""
        found = self.obstacle(employee_id, mission)
        return (found.rule, None) if isinstance(found, Violation) else (None, found)

    def _first_broken(self, employee_id: str, mission: Mission, piece: Assignment) -> tuple[int, Violation] | None:
        own = only(self.schedule, employee_id)
        person = Roster(self._alone.of(employee_id, own.assignments, mission.request.id), _with(own, piece))
        request = self._of_request(mission, piece)
        for rank, rule in enumerate(RULES):
            if rule.check is not None:
                roster = request if rule.info.name in SHARED else person
                found = next(iter(rule.check(roster)), None)
                if found is not None:
                    return rank, found
        return None

    def _of_request(self, mission: Mission, piece: Assignment) -> Roster:
        """The request alone, or those of its visit, with everybody who serves them and the piece."""
        request_id = mission.request.id
        if request_id not in self._requests:
            group = self.problem.group
            asked = visited_together(group.requests, mission.request)
            ids = {one.id for one in asked}
            ours = {one.id for one in self.problem.missions if one.request.id in ids}
            kept = tuple(one for one in self.schedule.assignments if one.mission_id in ours)
            alone = replace(group, requests=asked)
            self._requests[request_id] = (
                replace(self.problem, group=alone, baseline=None),
                Schedule(horizon=self.schedule.horizon, assignments=kept),
            )
        problem, serving = self._requests[request_id]
        return Roster(problem, _with(serving, piece))


def _with(schedule: Schedule, piece: Assignment) -> Schedule:
    return Schedule(horizon=schedule.horizon, assignments=(*schedule.assignments, piece))


def _piece(employee_id: str, mission: Mission, slot: Span) -> Assignment:
    request = mission.request
    return Assignment(
        start=slot.start,
        end=slot.end,
        employee_id=employee_id,
        site_id=request.site_id,
        qualification=request.qualification,
        mission_id=mission.id,
    )


def unserved_missions(problem: Problem, schedule: Schedule) -> Iterator[tuple[str, int, tuple[Mission, ...]]]:
    """Each need with minutes missing: its id, how many, and its missions that nobody serves."""
    for need in problem.needs:
        pieces = [piece for mission in need.missions for piece in schedule.by_mission.get(mission.id, ())]
        missing = need.minutes - sum(piece.minutes for piece in pieces)
        if missing > 0:
            free = tuple(mission for mission in need.missions if mission.id not in schedule.by_mission)
            yield need.id, missing, free
