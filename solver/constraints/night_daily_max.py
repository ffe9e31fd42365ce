"""Night workers: no night duty above the limit."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable
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
        law, first = universe.limits.law, universe.days[0]
        start, end, least = (
            law.value(name, first) for name in ("night_period.start", "night_period.end", "night_duty_min")
        )
        forbidden[long] = table.take(long).clock_minutes(start, end) >= least
    return forbidden


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
