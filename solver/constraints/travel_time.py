"""Travel time: the driving minutes of each duty."""

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.universe import Ints

RULE = "travel_time"


def duty_cents(table: DutyTable) -> Ints:
    """Minutes between sites at the price of a minute."""
    return table.travel * table.universe.problem.prices["travel_time.minute"]


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)
