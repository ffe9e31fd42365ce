"""People beyond the number asked: the price of each piece that serves a mission of theirs."""

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.universe import Ints

RULE = "heads_beyond"


def duty_cents(table: DutyTable) -> Ints:
    """What the pieces of each duty cost for nobody having asked them."""
    universe = table.universe
    missions = universe.problem.missions
    price = [missions[slot.mission].beyond_cents if slot.mission >= 0 else 0 for slot in universe.slots]
    cents: Ints = table.of_slot(universe.per_slot(price)).sum(axis=1)
    return cents


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)
