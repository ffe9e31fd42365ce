"""An adjusted day: no duty of the period longer than the usual day less the minutes agreed."""

from datetime import date

import numpy as np

from gems.domain.people import Employee
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, DutyTable
from solver.universe import Bools, Universe

RULE = "lighter_day"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties above the limit of their person and day."""
    universe = table.universe
    limits = np.full((len(universe.employees), len(universe.days)), FAR, dtype=np.int64)
    for row, person in enumerate(universe.employees):
        if person.lighter_days is not None:
            limits[row] = [_longest(universe, person, day) for day in universe.days]
    forbidden: Bools = table.work > limits[table.employee, table.day]
    return forbidden


def _longest(universe: Universe, person: Employee, day: date) -> int:
    period, days = person.lighter_days, universe.limits.law.value(f"{RULE}.usual_days", day)
    if period is None or day < period.first_day or period.last_day < day:
        return FAR
    return max(person.contract.weekly_minutes // days - period.minutes_less, 0)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True)
