"""Mileage: the kilometres of each duty at the rate of its day."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.universe import Ints

RULE = "mileage"


def duty_cents(table: DutyTable) -> Ints:
    """Kilometres between sites at the agreement's rate, the group's own where there is none."""
    own = table.universe.problem.prices["mileage.km"]
    figures = [table.universe.limits.law.figure(RULE, day) for day in table.universe.days]
    rates = np.array([figure.value if figure else own for figure in figures], dtype=np.int64)
    return table.km * rates[table.day]


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)
