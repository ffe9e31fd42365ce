"""What a finished plan says about itself: status, bill, hours, what is not served and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gems.domain.words import Words


class Status(StrEnum):
    """How a planning ended. An ordinary "no" is a status, never an exception."""

    OPTIMAL = "optimal"
    """No legal plan is cheaper: proven."""
    GOOD = "good"
    """A plan, with a proven distance from the best possible."""
    STOPPED = "stopped"
    """The best plan found when somebody pressed stop."""
    NO_PLAN = "no_plan"
    """Locked pieces or hard data cannot hold together; the reasons say which."""
    INVALID_INPUT = "invalid_input"
    """The data has faults; nothing was planned."""


STATUS_WORDS: Mapping[Status, Words] = {
    Status.OPTIMAL: Words("Optimal : aucun planning légal ne coûte moins", "Optimal: no legal schedule costs less"),
    Status.GOOD: Words("Bon : le meilleur trouvé dans le temps accordé", "Good: the best found in the time granted"),
    Status.STOPPED: Words("Arrêté : le meilleur planning trouvé est gardé", "Stopped: the best schedule found is kept"),
    Status.NO_PLAN: Words("Pas de planning possible", "No schedule possible"),
    Status.INVALID_INPUT: Words("Données à corriger", "Data to correct"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One priced goal: how much of it, in its unit, and what that comes to."""

    name: str
    title: Words
    amount: int
    unit: str
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """Hours of a need that nobody serves, with reasons that name no absence and no other member."""

    need_id: str
    member_id: str
    minutes: int
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHours:
    """One person's hours over the horizon, in minutes."""

    employee_id: str
    contract_minutes: int
    """Hours to aim at over the horizon: the contract's less the days away, or what the balance of the year asks for."""
    worked_minutes: int
    """Work at members and travel between them."""
    travel_minutes: int
    why_short: Words | None = None
    """Said when fewer hours are worked than the contract holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReport:
    """Everything to show beside a schedule; kept with it in the workbook."""

    status: Status
    cost_cents: int
    bound_cents: int
    """No legal plan can cost less: proven."""
    requested_minutes: int
    served_minutes: int
    bill: tuple[BillLine, ...]
    unserved: tuple[Unserved, ...]
    hours: tuple[PersonHours, ...]
    profile: str
    seed: int
    seconds: float
    first_plan_seconds: float | None
    peak_memory_mb: int
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def tells_distance(self) -> bool:
        """Whether the bound says anything: one of nothing or less holds of any plan."""
        return self.status is Status.OPTIMAL or self.bound_cents > 0

    @property
    def gap(self) -> float:
        """Proven distance from the best possible, as a share of the cost; 0.0 when optimal or free."""
        return 0.0 if self.cost_cents <= 0 else max(0.0, (self.cost_cents - self.bound_cents) / self.cost_cents)
