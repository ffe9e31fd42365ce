"""Faults of the assignments of a schedule. Whether they are lawful is for the rules to say."""

from collections.abc import Iterator
from datetime import date

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.missions import MISSION_ID
from gems.domain.requests import Request, Volume
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import DAY, Horizon
from gems.domain.validation.places import SCHOOL_ZONES
from gems.domain.validation.spots import Known, Spot
from gems.domain.words import Words, day

LONGEST = DAY
"""Minutes of one piece."""


def of_schedule(
    group: Group, schedule: Schedule, sites: Known, qualifications: Known, employees: Known
) -> Iterator[Issue]:
    """Each assignment, in the order of the schedule."""
    for index, piece in enumerate(schedule.assignments):
        spot = Spot(Kind.ASSIGNMENT, index)
        yield from employees.missing(spot, "employee_id", piece.employee_id)
        yield from sites.missing(spot, "site_id", piece.site_id)
        yield from qualifications.missing(spot, "qualification", piece.qualification)
        yield from _of_times(spot, piece, schedule)
        if piece.mission_id is not None:
            yield from _of_mission(spot, piece, piece.mission_id, group, schedule.horizon)


def _of_times(spot: Spot, piece: Assignment, schedule: Schedule) -> Iterator[Issue]:
    if piece.end <= piece.start:
        yield spot.says(
            "end",
            Words("L'heure de fin n'est pas après l'heure de début.", "The end time is not after the start time."),
            Words("Indiquez une fin postérieure au début.", "Enter an end after the start."),
        )
    elif piece.minutes > LONGEST:
        yield spot.says(
            "end",
            Words("Cette affectation dépasse 24 heures.", "This assignment is over 24 hours."),
            Words("Indiquez une fin dans les 24 heures du début.", "Enter an end within 24 hours of the start."),
        )
    if piece.day not in schedule.horizon:
        first, last = day(schedule.horizon.first, year=True), day(schedule.horizon.last, year=True)
        yield spot.says(
            "day",
            Words(
                f"Ce jour est hors du planning (du {first.fr} au {last.fr}).",
                f"This day is outside the schedule ({first.en} to {last.en}).",
            ),
            Words(
                "Corrigez le jour, ou les semaines du planning dans les réglages.",
                "Correct the day, or the weeks of the schedule in the settings.",
            ),
        )


def _of_mission(spot: Spot, piece: Assignment, mission_id: str, group: Group, horizon: Horizon) -> Iterator[Issue]:
    request = _request_of(mission_id, group, horizon)
    if request is None:
        yield spot.says(
            "mission_id",
            Words(
                f"La mission « {mission_id} » n'existe pas ou plus.",
                f"The mission “{mission_id}” does not exist (any more).",
            ),
            Words("Effacez-la, ou retrouvez la demande.", "Clear it, or bring the request back."),
        )
    elif request.site_id != piece.site_id and piece.site_id in group.site:
        yield spot.says(
            "mission_id",
            Words(
                f"La mission « {mission_id} » est dans un autre lieu.",
                f"The mission “{mission_id}” is at another site.",
            ),
            Words("Effacez la mission, ou corrigez le lieu.", "Clear the mission, or correct the site."),
        )


def _request_of(mission_id: str, group: Group, horizon: Horizon) -> Request | None:
    """The request of a mission that it does ask for: on that day, for so many people (see gems.domain.missions)."""
    found = MISSION_ID.match(mission_id)
    request = group.request.get(found["request"]) if found else None
    if found is None or request is None:
        return None
    demand = request.demand
    heads = 0 if isinstance(demand, Volume) else max(demand.headcount, demand.most_headcount or 0)
    if (found["head"] is None) != (heads == 0) or (heads and not 1 <= int(found["head"]) <= heads):
        return None
    return request if _asks_on(request, found["day"], group.settings.school_zone, horizon) else None


def _asks_on(request: Request, text: str, school_zone: str, horizon: Horizon) -> bool:
    """Whether a request asks for something on a day of the schedule; yes when faults of its own keep from knowing."""
    try:
        day_asked = date.fromisoformat(text)
    except ValueError:
        return False
    if day_asked not in horizon:
        return False
    if school_zone not in SCHOOL_ZONES or request.recurrence.every_weeks < 1:
        return True
    return request.recurrence.holds_on(day_asked, school_zone)
