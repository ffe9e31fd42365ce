"""Night duties in a row: one more night than the figure is never all worked."""

from datetime import timedelta

import numpy as np

from gems.domain.history import DayMark
from gems.domain.time import days_between
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.master import Master
from solver.past import mark
from solver.universe import Bools

RULE = "consecutive_nights"


def _nights(table: DutyTable) -> Bools:
    """Which duties are nights: enough minutes of their pieces in the night period, by the figures of their day."""
    law, days = table.universe.limits.law, table.universe.days
    periods = [(law.value("night_period.start", day), law.value("night_period.end", day)) for day in days]
    least = np.array([law.value("night_duty_min", day) for day in days], dtype=np.int64)[table.day]
    night = np.zeros(len(table), dtype=np.bool_)
    for period in sorted(set(periods)):
        of_period = np.array([each == period for each in periods])[table.day]
        night |= of_period & (table.clock_minutes(*period) >= least)
    return night


def restrict(master: Master) -> None:
    """A row for each run of days that ends in the horizon and is one longer than the figure."""
    first, night = master.problem.horizon.first, _nights(master.table)
    for employee, person in enumerate(master.universe.employees):
        for number, last in enumerate(master.universe.days):
            limit = master.limits.of(RULE, person.id, last)
            if limit is None:
                continue
            before = [day for day in days_between(last - timedelta(days=limit), last) if day < first]
            past = sum(mark(master.universe, employee, day) is DayMark.NIGHT for day in before)
            duties = master.duties_of(employee, range(max(0, number - limit), number + 1))
            duties = duties[night[duties]]
            if len(duties) and past + min(limit, number) >= limit:
                master.add_row(RULE, duties, 1, upper=limit - past)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
