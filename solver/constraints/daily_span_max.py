"""Daily span: no duty from first start to last end above the limit."""

import numpy as np

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable, row_sums
from solver.universe import Bools

RULE = "daily_span_max"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties above the person's limit, or above the one of part-timers' split days."""
    universe, person, day = table.universe, table.employee, table.day
    span = table.end - table.start
    part_time = universe.per_employee([each.contract.kind is ContractKind.PART_TIME for each in universe.employees])
    interruption = universe.figures("interruption_from", FAR)[person, day][:, None]
    split = (row_sums(table.present[:, 1:] & (table.gaps > interruption)) > 0) & (part_time[person] == 1)
    limit = universe.figures(RULE, FAR)[person, day]
    split_limit = universe.figures(f"{RULE}.part_time_split", FAR)[person, day]
    forbidden: Bools = span > np.where(split, np.minimum(limit, split_limit), limit)
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
