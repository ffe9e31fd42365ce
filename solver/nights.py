"""Which duties are nights, by the figures of the law on the day they begin."""

import numpy as np

from solver.duty_table import DutyTable
from solver.universe import Bools


def night_duties(table: DutyTable) -> Bools:
    """Duties with enough minutes of their pieces in the night period; drives are left out."""
    law, days = table.universe.limits.law, table.universe.days
    periods = [(law.value("night_period.start", day), law.value("night_period.end", day)) for day in days]
    least = np.array([law.value("night_duty_min", day) for day in days], dtype=np.int64)[table.day]
    night = np.zeros(len(table), dtype=np.bool_)
    for period in sorted(set(periods)):
        of_period = np.array([each == period for each in periods])[table.day]
        night |= of_period & (table.clock_minutes(*period) >= least)
    return night
