"""Hours not served: all that is asked is charged at first, each served minute is taken off again."""

import numpy as np

from gems.domain.requests import Priority
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Ints

RULE = "unserved"


def _price(table: DutyTable | Master, priority: Priority) -> int:
    return table.universe.problem.prices[f"{RULE}.{priority.name.lower()}"]


def duty_cents(table: DutyTable) -> Ints:
    """What each duty serves, as a gain."""
    slots = table.universe.slots
    price = table.universe.per_slot([_price(table, slot.request.priority) if slot.request else 0 for slot in slots])
    price = np.where(table.universe.slot_asked, price, 0)
    served: Ints = (table.of_slot(price) * table.minutes).sum(axis=1)
    return -served


def charge(master: Master) -> None:
    """All that is asked, as if nobody came."""
    asked = sum(need.minutes * _price(master, need.request.priority) for need in master.problem.needs)
    master.add_constant(RULE, asked)


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents, charge=charge)
