"""Split days: the waiting of each duty beyond the free minutes."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.universe import Ints

RULE = "split_gap"


def duty_cents(table: DutyTable) -> Ints:
    """Gaps of the row, clipped at nothing, less what is free of charge."""
    prices = table.universe.problem.prices
    waiting = row_sums(np.clip(np.where(table.present[:, 1:], table.gaps, 0), 0, None))
    return np.clip(waiting - prices["split_gap.free_minutes"], 0, None) * prices["split_gap.minute"]


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)
