"""Limits on the work of a local day, for the constraints that set one: a night counts on both sides of midnight.

A limit is a matrix of minutes (people x days of the horizon and the day after); NO_LIMIT where there is none.
"""

import numpy as np

from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools, Ints

NO_LIMIT = 10**6


def over_day_limit(table: DutyTable, limits: Ints) -> Bools:
    """Duties that alone work too long on their own day (with what the history carried there) or on the next."""
    carried = np.where(table.day == 0, table.universe.carried_minutes[table.employee], 0)
    own = table.work_own_day + carried > limits[table.employee, table.day]
    over: Bools = own | (table.work_next_day > limits[table.employee, table.day + 1])
    return over


def link_days(master: Master, rule: str, limits: Ints) -> None:
    """Forbid a night with what follows on its morning's day when both together work too long."""
    for employee in range(len(master.universe.employees)):
        for day in range(1, len(master.universe.days)):
            _link(master, rule, employee, day, int(limits[employee, day]))


def _link(master: Master, rule: str, employee: int, day: int, limit: int) -> None:
    """Cliques: for a length of day, the nights that leave no room for it and all days at least so long."""
    table, eve, after = master.table, master.duties_on(employee, day - 1), master.duties_on(employee, day)
    eve = eve[table.work_next_day[eve] > 0]
    if not len(eve) or not len(after):
        return
    left, own = table.work_next_day[eve], table.work_own_day[after]
    known = 0
    for minutes in np.unique(own).tolist():
        late = eve[left + minutes > limit]
        if len(late) > known:
            known = len(late)
            master.add_row(rule, np.concatenate([late, after[own >= minutes]]), 1, upper=1)
