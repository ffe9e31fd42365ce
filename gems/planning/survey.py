"""What a schedule gives each member and each person, whoever made it: hours asked, served, missing, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gems.domain.problem import Problem
from gems.domain.report import PersonHours, Unserved
from gems.domain.schedule import Schedule
from gems.planning.insertion import unserved_missions
from gems.planning.reasons import Reasons
from gems.rules.roster import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Of the whole horizon, in minutes."""

    requested_minutes: int
    served_minutes: int
    unserved: tuple[Unserved, ...]
    hours: tuple[PersonHours, ...]


def survey(problem: Problem, schedule: Schedule) -> Survey:
    """Read a schedule, legal or not."""
    reasons = Reasons(problem, schedule)
    return Survey(
        requested_minutes=sum(need.minutes for need in problem.needs),
        served_minutes=_served(problem, schedule),
        unserved=reasons.unserved(),
        hours=tuple(
            replace(line, why_short=reasons.of_person(line.employee_id)) if _is_short(line) else line
            for line in _hours(problem, schedule)
        ),
    )


def survey_without_reasons(problem: Problem, schedule: Schedule) -> Survey:
    """The same figures without why, at once: reasons ask the checker about everybody."""
    missing = unserved_missions(problem, schedule)
    return Survey(
        requested_minutes=sum(need.minutes for need in problem.needs),
        served_minutes=_served(problem, schedule),
        unserved=tuple(
            Unserved(need_id=need_id, member_id=problem.need[need_id].request.member_id, minutes=minutes, reasons=())
            for need_id, minutes, _ in missing
        ),
        hours=tuple(_hours(problem, schedule)),
    )


def _served(problem: Problem, schedule: Schedule) -> int:
    return sum(
        piece.minutes
        for mission_id, pieces in schedule.by_mission.items()
        if mission_id in problem.mission and not problem.mission[mission_id].beyond
        for piece in pieces
    )


def _hours(problem: Problem, schedule: Schedule) -> Iterator[PersonHours]:
    roster = Roster(problem, schedule)
    for person in problem.group.employees:
        yield PersonHours(
            employee_id=person.id,
            contract_minutes=sum(roster.limits.week_target(person, monday) for monday in problem.horizon.mondays),
            worked_minutes=sum(roster.week_minutes(person.id, monday) or 0 for monday in problem.horizon.mondays),
            travel_minutes=sum(duty.travel_minutes for duty in roster.duties[person.id]),
        )


def _is_short(line: PersonHours) -> bool:
    return line.worked_minutes < line.contract_minutes
