"""Where hours may go: the day and time a member asked for, of the missions nobody serves yet."""

from collections.abc import Iterable
from datetime import date

from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span, clock_of, instant_at
from gems.domain.words import Words, clock
from gems.domain.words import day as day_words
from gems.planning.office import Declined

NOTHING_ASKED = Words(
    "Ces heures ne sont plus demandées, ou sont déjà servies : rouvrez la page.",
    "These hours are no longer asked, or are served already: open the page again.",
)
NOT_THAT_DAY = Words(
    "{day} n'est pas un jour possible : {member} a demandé ces heures un autre jour.",
    "{day} is not a possible day: {member} asked for these hours on another one.",
)
TAKEN_THAT_DAY = Words(
    "Ce que {member} demande le {day} est déjà servi.", "What {member} asks for on {day} is served already."
)
NOT_THAT_TIME = Words(
    "{member} a demandé ces heures entre {start} et {end} : elles ne peuvent pas commencer à {asked}.",
    "{member} asked for these hours between {start} and {end}: they cannot start at {asked}.",
)


def slot_of_move(
    problem: Problem, schedule: Schedule, piece: Assignment, mission: Mission, day: date, start_clock: int
) -> tuple[Mission, Span]:
    """The mission of the same need, and its slot, to which a piece goes; raises Declined when none was asked."""
    if (day, start_clock) == (piece.day, clock_of(piece.start)):
        return mission, piece.span
    of_need = problem.need[mission.need_id].missions
    target = mission if day == mission.day else next((one for one in of_need if one.day == day), None)
    if target is None:
        raise Declined(NOT_THAT_DAY.fill(member=_member(problem, mission), day=day_words(day)))
    if target.id != mission.id and target.id in schedule.by_mission:
        raise Declined(TAKEN_THAT_DAY.fill(member=_member(problem, mission), day=day_words(day)))
    slots = _starting(problem, target, start_clock)
    return target, min(slots, key=lambda slot: abs(slot.minutes - piece.minutes))


def slot_to_give(
    problem: Problem, schedule: Schedule, asked: str, employee_id: str, day: date | None, start_clock: int | None
) -> tuple[Mission, Span]:
    """The unserved mission, by its id or its need's, and the slot that suits this person best; raises Declined.

    Times at which the person is free come first, then the length nearest to what is missing, then the earliest.
    """
    missions = _unserved(problem, schedule, asked, day)
    need = problem.need[missions[0].need_id]
    missing = need.minutes - sum(
        piece.minutes for mission in need.missions for piece in schedule.by_mission.get(mission.id, ())
    )
    choices = [
        (mission, slot)
        for mission in missions
        for slot in (mission.slots if start_clock is None else _starting(problem, mission, start_clock))
    ]
    own = schedule.by_employee.get(employee_id, ())

    def rank(choice: tuple[Mission, Span]) -> tuple[bool, int, int]:
        mission, slot = choice
        return _clashes(problem, own, mission, slot), abs(slot.minutes - missing), slot.start

    return min(choices, key=rank)


def _unserved(problem: Problem, schedule: Schedule, asked: str, day: date | None) -> list[Mission]:
    """The missions meant that nobody serves yet; raises Declined when there is none."""
    known = problem.need.get(asked)
    missions = known.missions if known is not None else tuple(filter(None, [problem.mission.get(asked)]))
    free = [one for one in missions if one.id not in schedule.by_mission]
    of_day = [one for one in free if day is None or one.day == day]
    if not free:
        raise Declined(NOTHING_ASKED)
    if not of_day and day is not None:
        raise Declined(NOT_THAT_DAY.fill(member=_member(problem, free[0]), day=day_words(day)))
    return of_day


def _starting(problem: Problem, mission: Mission, start_clock: int) -> list[Span]:
    start = instant_at(mission.day, start_clock)
    slots = [slot for slot in mission.slots if slot.start == start]
    if not slots:
        first, last = min(slot.start for slot in mission.slots), max(slot.end for slot in mission.slots)
        raise Declined(
            NOT_THAT_TIME.fill(
                member=_member(problem, mission), start=clock(first), end=clock(last), asked=clock(start)
            )
        )
    return slots


def _clashes(problem: Problem, own: Iterable[Assignment], mission: Mission, slot: Span) -> bool:
    """Whether the person is busy, or on the road, at that time."""
    site = mission.request.site_id
    return any(
        slot.start < other.end + problem.group.drive(other.site_id, site).minutes
        and other.start < slot.end + problem.group.drive(site, other.site_id).minutes
        for other in own
    )


def _member(problem: Problem, mission: Mission) -> str:
    return problem.group.member[mission.request.member_id].name
