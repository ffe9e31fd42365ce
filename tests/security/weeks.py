"""One week made into others: given to somebody else, moved, commented."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from gems.domain.group import Group
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon
from tests.security.marks import Marks

DAY_IN_ID = re.compile(r"\d{4}-\d\d-\d\d")
Piecewise = Callable[[int, Assignment], Assignment | None]


def with_pieces(schedule: Schedule, change: Piecewise) -> Schedule:
    found = (change(place, piece) for place, piece in enumerate(schedule.assignments))
    return Schedule(horizon=schedule.horizon, assignments=tuple(piece for piece in found if piece is not None))


def commented(schedule: Schedule, marks: Marks) -> Schedule:
    return with_pieces(schedule, lambda place, one: replace(one, comment=marks.text("comment", str(place))))


def astray(schedule: Schedule, group: Group) -> Schedule:
    """The same week with two pieces that each bear the other's mission: one member's words at another's place."""
    owner = {site.id: site.member_id for site in group.sites}
    first = schedule.assignments[2]
    place = next(n for n, one in enumerate(schedule.assignments) if owner[one.site_id] != owner[first.site_id])
    crossed = {2: schedule.assignments[place].mission_id, place: first.mission_id}
    return with_pieces(schedule, lambda n, one: replace(one, mission_id=crossed.get(n, one.mission_id)))


def given(piece: Assignment, everybody: list[str]) -> Assignment:
    """The same work, done by the next person of the group."""
    after = everybody.index(piece.employee_id) + 1
    return replace(piece, employee_id=everybody[after % len(everybody)])


def shuffled(schedule: Schedule, everybody: list[str]) -> Schedule:
    """A draft that sends everybody elsewhere: whoever sees it in what they are told, sees a draft."""
    return with_pieces(schedule, lambda _, piece: given(given(piece, everybody), everybody))


def at_monday(schedule: Schedule, monday: date) -> Schedule:
    """The same week at another Monday, for the same requests. The clock does not change in between."""
    apart = monday - schedule.horizon.first
    minutes = apart.days * 24 * 60

    def moved(piece: Assignment) -> Assignment:
        mission = piece.mission_id and DAY_IN_ID.sub(
            lambda day: (date.fromisoformat(day[0]) + apart).isoformat(), piece.mission_id
        )
        return replace(piece, start=piece.start + minutes, end=piece.end + minutes, mission_id=mission)

    return Schedule(horizon=Horizon(monday), assignments=tuple(moved(piece) for piece in schedule.assignments))
