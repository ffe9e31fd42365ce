"""A week's schedule as the screens show it: as the checker judges it, whether just built or found in a workbook."""

from dataclasses import dataclass

from gems.domain.group import Group
from gems.domain.people import ContractKind
from gems.domain.problem import Problem
from gems.domain.report import BillLine, PersonHours, PlanReport, Unserved
from gems.domain.schedule import Schedule
from gems.domain.time import Instant
from gems.planning.build import Built
from gems.planning.survey import survey
from gems.rules.checker import Verdict
from ui.wiring import audit_of

NEARLY_FULL = 30
"""Minutes that may be missing from a contract that still counts as full: a drive's worth."""


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
    """Of the planner; None for a schedule found in a workbook: how far it is from the best is not known."""

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


def shown_built(built: Built) -> ShownWeek:
    """A schedule just built. Raises ValueError when there is none."""
    if built.schedule is None or built.verdict is None:
        raise ValueError("there is no schedule to show")
    return ShownWeek(
        problem=built.problem,
        schedule=built.schedule,
        verdict=built.verdict,
        bill=built.report.bill,
        requested_minutes=built.report.requested_minutes,
        served_minutes=built.report.served_minutes,
        unserved=built.report.unserved,
        hours=built.report.hours,
        report=built.report,
    )


def shown_standing(group: Group, kept: Schedule, as_of: Instant | None) -> ShownWeek:
    """A schedule found in a workbook, whoever made it; raises InvalidGroup with every fault at once."""
    audit = audit_of(group, kept, as_of=as_of)
    found = survey(audit.problem, audit.schedule)
    return ShownWeek(
        problem=audit.problem,
        schedule=audit.schedule,
        verdict=audit.verdict,
        bill=audit.bill,
        requested_minutes=found.requested_minutes,
        served_minutes=found.served_minutes,
        unserved=found.unserved,
        hours=found.hours,
    )
