"""Sunday, holiday and night premiums: a price for every minute of the horizon, added up over each slot."""

from datetime import timedelta

import numpy as np

from gems.domain.calendar import is_public_holiday
from gems.domain.time import SUNDAY, day_start, instant_at
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.minutes import MinuteLine
from solver.universe import Ints, Universe

RULE = "unsocial_hours"
MAY_FIRST = (5, 1)


def duty_cents(table: DutyTable) -> Ints:
    """The premiums of the slots of each duty."""
    universe = table.universe
    line = _price_line(universe)
    return row_sums(table.of_slot(line.sums(universe.slot_start, universe.slot_end)))


def _price_line(universe: Universe) -> MinuteLine:
    """The highest premium of each minute."""
    line, prices, law = MinuteLine(universe), universe.problem.prices, universe.limits.law
    start, end = (law.value(f"night_period.{edge}", universe.days[0]) for edge in ("start", "end"))
    for day in line.days[:-1]:
        whole = line.within(day_start(day), day_start(day + timedelta(days=1)))
        if day.weekday() == SUNDAY:
            np.maximum(whole, prices["unsocial_hours.sunday"], out=whole)
        if is_public_holiday(day):
            np.maximum(whole, prices["unsocial_hours.holiday"], out=whole)
        if (day.month, day.day) == MAY_FIRST:
            np.maximum(whole, prices["unsocial_hours.may_first"], out=whole)
        night = line.within(instant_at(day, start), instant_at(day, end))
        np.maximum(night, prices["unsocial_hours.night"], out=night)
    return line


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents)
