"""What a schedule gives each member and each person, whoever made it: hours asked, served, missing, and why."""

from dataclasses import dataclass, replace

from gems.domain.problem import Problem
from gems.domain.report import PersonHours, Unserved
from gems.domain.schedule import Schedule
from gems.domain.targets import target_minutes
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
        hours=_hours(problem, schedule, reasons),
    )


def _served(problem: Problem, schedule: Schedule) -> int:
    return sum(
        piece.minutes
        for mission_id, pieces in schedule.by_mission.items()
        if mission_id in problem.mission
        for piece in pieces
    )


def _hours(problem: Problem, schedule: Schedule, reasons: Reasons) -> tuple[PersonHours, ...]:
    roster, lines = Roster(problem, schedule), []
    for person in problem.group.employees:
        duties = roster.duties[person.id]
        target = sum(target_minutes(problem.group, person, monday) for monday in problem.horizon.mondays)
        worked = sum(roster.week_minutes(person.id, monday) or 0 for monday in problem.horizon.mondays)
        line = PersonHours(
            employee_id=person.id,
            contract_minutes=target,
            worked_minutes=worked,
            travel_minutes=sum(duty.travel_minutes for duty in duties),
        )
        short = worked < target
        lines.append(replace(line, why_short=reasons.of_person(person.id)) if short else line)
    return tuple(lines)
