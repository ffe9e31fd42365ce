"""Judge a finished schedule. Names no rule; knows nothing of how the schedule was made."""

from dataclasses import dataclass

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.rules.catalogue import RULES
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Count, Rule, Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that the rules find: violations, items of the bill, figures to show."""

    violations: tuple[Violation, ...]
    charges: tuple[Charge, ...]
    counts: tuple[Count, ...]

    @property
    def cents(self) -> int:
        """The whole bill."""
        return sum(charge.cents for charge in self.charges)


def judge(problem: Problem, schedule: Schedule, rules: tuple[Rule, ...] = RULES) -> Verdict:
    """Apply every rule to a schedule, in catalogue order."""
    roster = Roster(problem, schedule)
    return Verdict(
        violations=tuple(found for rule in rules if rule.check for found in rule.check(roster)),
        charges=tuple(found for rule in rules if rule.charge for found in rule.charge(roster)),
        counts=tuple(found for rule in rules if rule.count for found in rule.count(roster)),
    )
