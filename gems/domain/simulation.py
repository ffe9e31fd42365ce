"""A rolling simulation: what each week did, and where people and members stand at its end."""

from dataclasses import dataclass
from datetime import date

from gems.domain.ceiling import Ceiling
from gems.domain.fairness import Evenness, Fairness
from gems.domain.group import Group
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWeek:
    """One person in one simulated week, in minutes."""

    employee_id: str
    target: int
    worked: int
    balance: int | None
    """Ahead or behind the year once the week is done; None where nothing is counted for the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedWeek:
    """One week planned, judged and put behind."""

    monday: date
    schedule: Schedule
    status: Status
    cost_cents: int
    bound_cents: int
    asked_minutes: int
    served_minutes: int
    members: tuple[tuple[str, int, int], ...]
    """(member, minutes asked, minutes served), each member."""
    people: tuple[PersonWeek, ...]
    fairness: Fairness
    seconds: float
    """All that the week took: planning, judging, putting behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """Where a person stands at the end, in minutes."""

    employee_id: str
    full_time: bool
    due: int
    """Of the counting year of the last week."""
    closing: int
    """Done and credited over that year; the weeks not simulated of it at their targets."""
    overtime: int
    quota: int | None
    """Overtime allowed a year."""
    evenings: int
    sundays: int
    km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """All the weeks that were done; fewer than asked when it was stopped or a week had no plan."""

    group: Group
    """As it stood before the first week."""
    weeks: tuple[SimulatedWeek, ...]
    people: tuple[PersonYear, ...]
    members: Evenness
    """The part of the hours asked over all weeks that was served, by member."""
    broken: tuple[Words, ...]
    """Rules broken when all the weeks are judged at once; none, unless something is wrong."""
    year_over: bool
    """Whether the last week is the last of its counting year."""
    ceilings: tuple[Ceiling, ...] = ()
    """What demand allows to each full-timer who closed a whole year short of its hours; none where it was not asked."""
    why_ended: tuple[Words, ...] = ()
    """Why a week had no plan."""

    @property
    def asked_minutes(self) -> int:
        """Over all weeks."""
        return sum(week.asked_minutes for week in self.weeks)

    @property
    def served_minutes(self) -> int:
        """Over all weeks."""
        return sum(week.served_minutes for week in self.weeks)
