"""A week's schedule as the screens show it: as the checker judges it, whoever made it."""

from dataclasses import dataclass

from gems.domain.people import ContractKind
from gems.domain.problem import Problem
from gems.domain.report import BillLine, PersonHours, PlanReport, Unserved
from gems.domain.schedule import Schedule
from gems.planning.views.board import NEARLY_FULL
from gems.planning.week.sight import WeekSight
from gems.rules.checker import Verdict


@dataclass(frozen=True, kw_only=True)
class ShownWeek:
    """A schedule, its judgement and its figures."""

    problem: Problem
    schedule: Schedule
    verdict: Verdict
    bill: tuple[BillLine, ...]
    requested_minutes: int
    served_minutes: int
    unserved: tuple[Unserved, ...]
    hours: tuple[PersonHours, ...]
    report: PlanReport | None = None
    """Of the planner; None once hands have changed it: how far it is from the best is then not known."""

    @property
    def cost_cents(self) -> int:
        """The whole bill, as the checker counts it."""
        return sum(line.cents for line in self.bill)

    @property
    def served_share(self) -> float:
        """Of the hours asked; 1.0 when nothing is asked."""
        return self.served_minutes / self.requested_minutes if self.requested_minutes else 1.0

    @property
    def missing_minutes(self) -> int:
        """Hours asked that nobody serves."""
        return sum(line.minutes for line in self.unserved)

    @property
    def km(self) -> int:
        """Driven between workplaces."""
        return sum(line.amount for line in self.bill if line.unit == "km")

    @property
    def full_contracts(self) -> tuple[int, int]:
        """Full-time people whose contract is filled, and all those who have hours to fill."""
        kinds = {person.id: person.contract.kind for person in self.problem.group.employees}
        due = [
            line
            for line in self.hours
            if kinds[line.employee_id] is ContractKind.FULL_TIME and line.contract_minutes > 0
        ]
        return sum(line.worked_minutes > line.contract_minutes - NEARLY_FULL for line in due), len(due)


def shown_sight(sight: WeekSight) -> ShownWeek | None:
    """The version that a sight of a week shows; None while the week has none."""
    if sight.version is None:
        return None
    return ShownWeek(
        problem=sight.problem,
        schedule=sight.schedule,
        verdict=sight.verdict,
        bill=sight.bill,
        requested_minutes=sight.requested_minutes,
        served_minutes=sight.served_minutes,
        unserved=sight.unserved,
        hours=sight.hours,
        report=sight.version.report,
    )
