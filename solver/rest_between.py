"""Rest between the duties of one person as rows of the master, for the constraints that ask for one."""

import numpy as np

from solver.master import Master
from solver.universe import Ints

REACH = 2
"""Days after its own into which a duty, or the rest after it, may still run."""


def link_rest(master: Master, rule: str, needed: Ints) -> None:
    """Forbid each pair of duties too close to one another, and what starts too soon after the history.

    `needed` holds the minutes of rest before a duty, by person and the day it begins on; 0 where none is asked.
    """
    days = len(master.universe.days)
    for employee in range(len(master.universe.employees)):
        for day in range(days):
            rest = int(needed[employee, day])
            if not rest:
                continue
            if day < REACH:
                _after_history(master, rule, employee, day, rest)
            for before in range(max(0, day - REACH), day):
                _between(master, rule, employee, before, day, rest)


def _after_history(master: Master, rule: str, employee: int, day: int, rest: int) -> None:
    end = master.universe.last_end(master.universe.employees[employee].id)
    if end is not None:
        duties = master.duties_on(employee, day)
        early = duties[master.table.start[duties] < end + rest]
        if len(early):
            master.add_row(rule, early, 1, upper=0)


def _between(master: Master, rule: str, employee: int, day: int, later: int, rest: int) -> None:
    """Cliques: for a start time, the earlier duties that end too late for it and the later ones that start by then."""
    table = master.table
    before, after = master.duties_on(employee, day), master.duties_on(employee, later)
    known = 0
    for start in sorted({int(value) for value in table.start[after]}, reverse=True):
        late = before[table.end[before] + rest > start]
        if len(late) > known:
            known = len(late)
            master.add_row(rule, np.concatenate([late, after[table.start[after] <= start]]), 1, upper=1)
