"""The bill of a schedule: what each soft goal costs, recomputed from the assignments alone."""

from collections.abc import Iterable

from gems.domain.problem import Problem
from gems.domain.report import BillLine
from gems.domain.schedule import Schedule
from gems.rules.catalogue import RULES
from gems.rules.roster import Roster
from gems.rules.statement import Charge, RuleKind


def bill(problem: Problem, schedule: Schedule) -> tuple[BillLine, ...]:
    """The bill of a schedule. Knows nothing of the planner."""
    roster = Roster(problem, schedule)
    return bill_of(charge for rule in RULES if rule.charge for charge in rule.charge(roster))


def bill_of(charges: Iterable[Charge]) -> tuple[BillLine, ...]:
    """One line for each priced rule, in catalogue order, those at nothing included."""
    by_rule: dict[str, list[Charge]] = {}
    for charge in charges:
        by_rule.setdefault(charge.rule, []).append(charge)
    return tuple(
        BillLine(
            name=rule.info.name,
            title=rule.info.title,
            amount=sum(charge.amount for charge in by_rule.get(rule.info.name, ())),
            unit=rule.info.unit.value,
            cents=sum(charge.cents for charge in by_rule.get(rule.info.name, ())),
        )
        for rule in RULES
        if rule.info.kind is RuleKind.PRICED and rule.charge
    )


def cost_cents(problem: Problem, schedule: Schedule) -> int:
    """The whole bill in cents."""
    return sum(line.cents for line in bill(problem, schedule))
