"""Night workers: no night duty above the limit."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable
from solver.nights import night_duties
from solver.universe import Bools

RULE = "night_daily_max"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties of night workers that are nights and too long; night minutes are counted only where they matter."""
    universe = table.universe
    nightly = np.array([person.contract.night_worker for person in universe.employees], dtype=np.bool_)
    limit = universe.figures(RULE, FAR)[table.employee, table.day]
    forbidden: Bools = nightly[table.employee] & (table.work > limit)
    long = np.flatnonzero(forbidden)
    if len(long):
        forbidden[long] = night_duties(table.take(long))
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
