"""Assignments and the schedule they make."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from gems.domain.time import Horizon, Instant, Span, day_of


class Origin(StrEnum):
    """Who put an assignment there."""

    PLANNED = "planned"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Assignment:
    """One person at one site from `start` to `end`, for a mission (None: work without a request, seen in audits)."""

    start: Instant
    end: Instant
    employee_id: str
    site_id: str
    qualification: str
    """The job done there."""
    mission_id: str | None = None
    origin: Origin = Origin.PLANNED
    locked: bool = False
    published: bool = False
    """Part of the published version of this week: changing it is priced by notice."""
    comment: str = ""

    @property
    def span(self) -> Span:
        """From start to end."""
        return Span(self.start, self.end)

    @property
    def day(self) -> date:
        """The local day the work begins on."""
        return day_of(self.start)

    @property
    def minutes(self) -> int:
        """Elapsed minutes."""
        return self.end - self.start


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """An immutable set of assignments over a horizon, kept in time order."""

    horizon: Horizon
    assignments: tuple[Assignment, ...] = field(default=())

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.assignments, key=_order))
        object.__setattr__(self, "assignments", ordered)

    @cached_property
    def by_employee(self) -> dict[str, tuple[Assignment, ...]]:
        """Each person's assignments in time order; people without any are absent."""
        found: dict[str, list[Assignment]] = {}
        for assignment in self.assignments:
            found.setdefault(assignment.employee_id, []).append(assignment)
        return {employee_id: tuple(pieces) for employee_id, pieces in found.items()}

    @cached_property
    def by_mission(self) -> dict[str, tuple[Assignment, ...]]:
        """The assignments that serve each mission."""
        found: dict[str, list[Assignment]] = {}
        for assignment in self.assignments:
            if assignment.mission_id is not None:
                found.setdefault(assignment.mission_id, []).append(assignment)
        return {mission_id: tuple(pieces) for mission_id, pieces in found.items()}

    @cached_property
    def locked(self) -> tuple[Assignment, ...]:
        """What planning must keep."""
        return tuple(assignment for assignment in self.assignments if assignment.locked)

    @cached_property
    def published(self) -> tuple[Assignment, ...]:
        """What has been published."""
        return tuple(assignment for assignment in self.assignments if assignment.published)


def _order(assignment: Assignment) -> tuple[int, int, str, str, str]:
    return (
        assignment.start,
        assignment.end,
        assignment.employee_id,
        assignment.site_id,
        assignment.mission_id or "",
    )
