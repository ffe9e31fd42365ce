"""Facts about a plan that its words and its JSON share: full-timers' hours, what is unserved, the law behind a rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gems.domain.group import Group
from gems.domain.people import ContractKind
from gems.domain.problem import Problem
from gems.domain.report import PlanReport
from gems.domain.words import Words, day
from gems.rules.catalogue import rule_named
from gems.rules.law import Figure, law_of
from gems.rules.statement import Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class FullTimers:
    """How far full-time contracts are filled; one person's overtime does not make up for another's missing hours."""

    contract_minutes: int
    worked_minutes: int
    placed_minutes: int
    """Worked, each person at most for the hours of the contract."""

    @property
    def share(self) -> float:
        """Placed hours out of contract hours; 1.0 when there is nobody."""
        return self.placed_minutes / self.contract_minutes if self.contract_minutes else 1.0


def full_timers(group: Group, report: PlanReport) -> FullTimers:
    """The hours of people under a full-time contract."""
    kinds = {person.id: person.contract.kind for person in group.employees}
    lines = [line for line in report.hours if kinds[line.employee_id] is ContractKind.FULL_TIME]
    return FullTimers(
        contract_minutes=sum(line.contract_minutes for line in lines),
        worked_minutes=sum(line.worked_minutes for line in lines),
        placed_minutes=sum(min(line.worked_minutes, line.contract_minutes) for line in lines),
    )


def when(problem: Problem, need_id: str) -> Words:
    """ "lun. 23 nov." for a need of one day, "sem. du lun. 23 nov." for one of a week."""
    need = problem.need[need_id]
    if len(need.missions) == 1:
        return day(need.missions[0].day)
    monday = day(need.monday)
    return Words(f"sem. du {monday.fr}", f"week of {monday.en}")


def law_behind(group: Group, violation: Violation, horizon_first: date) -> tuple[Figure, ...]:
    """The figures of the broken rule, as they stood on the day."""
    return figures_on(group, rule_named(violation.rule).info.figures, min(violation.days, default=horizon_first))


def figures_on(group: Group, names: Iterable[str], on: date) -> tuple[Figure, ...]:
    """The figures of these names in force on a day."""
    law = law_of(group.settings.agreement)
    return tuple(figure for name in names if (figure := law.figure(name, on)) is not None)
