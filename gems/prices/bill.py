"""The bill of a schedule: what each soft goal costs, recomputed from the assignments alone."""

from gems.domain.problem import Problem
from gems.domain.report import BillLine
from gems.domain.schedule import Schedule
from gems.rules.catalogue import RULES
from gems.rules.roster import Roster
from gems.rules.statement import RuleKind


def bill(problem: Problem, schedule: Schedule) -> tuple[BillLine, ...]:
    """One line for each priced rule, in catalogue order, those at nothing included. Knows nothing of the planner."""
    roster = Roster(problem, schedule)
    lines = []
    for rule in RULES:
        if rule.info.kind is RuleKind.PRICED and rule.charge:
            charges = tuple(rule.charge(roster))
            lines.append(
                BillLine(
                    name=rule.info.name,
                    title=rule.info.title,
                    amount=sum(charge.amount for charge in charges),
                    unit=rule.info.unit.value,
                    cents=sum(charge.cents for charge in charges),
                )
            )
    return tuple(lines)


def cost_cents(problem: Problem, schedule: Schedule) -> int:
    """The whole bill in cents."""
    return sum(line.cents for line in bill(problem, schedule))
