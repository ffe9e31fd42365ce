"""Part-timers: a row for each fortnight on the days with much free time inside them."""

from datetime import date, timedelta

import numpy as np

from gems.domain.people import ContractKind
from solver.constraints.statement import Constraint
from solver.duty_table import FAR, row_sums
from solver.master import Master
from solver.split_days import of_contract

RULE = "parttime_gap_days"


def restrict(master: Master) -> None:
    """At most so many long days, the days before the horizon being unknown.

    All free time counts, not the interruptions alone: between duties of the same work it only depends on start and end.
    """
    universe, table = master.universe, master.table
    total = universe.figures(f"{RULE}.total", FAR)[table.employee, table.day]
    free = row_sums(np.where(table.present[:, 1:], table.gaps, 0))
    long = of_contract(table, ContractKind.PART_TIME) & (free > total)
    for employee, person in enumerate(universe.employees):
        for start, days in _fortnights(master).items():
            limit = universe.limits.of(RULE, person.id, start)
            duties = master.duties_of(employee, days)
            if limit is not None and len(duties) and long[duties].any():
                master.add_row(RULE, duties[long[duties]], 1, upper=limit)


def _fortnights(master: Master) -> dict[date, list[int]]:
    """First day of each fortnight of the horizon, with the indexes of its planned days."""
    anchor, found = master.universe.group.settings.fortnight_start, dict[date, list[int]]()
    for index, day in enumerate(master.universe.days):
        number = (day - anchor) // timedelta(days=14)
        found.setdefault(anchor + timedelta(days=14 * number), []).append(index)
    return found


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
