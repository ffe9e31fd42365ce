"""Fair share of evenings and Sundays: one column a person and kind, for the times beyond the share."""

import numpy as np

from gems.domain.time import SATURDAY, SUNDAY, instant_at
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Bools, Ints, Universe

RULE = "uneven_share"
OFF, NIGHT, LATE = "-", "N", "SN"


def charge(master: Master) -> None:
    """past + now - beyond <= what is free of charge, by person."""
    universe, prices = master.universe, master.problem.prices
    weeks, evenings, sundays = _past(universe)
    day_people = np.array([not person.contract.night_worker for person in universe.employees], dtype=np.bool_)
    everybody = np.ones(len(universe.employees), dtype=np.bool_)
    late = _late(master)
    for employee, free in _free(universe, weeks, evenings, day_people):
        duties = master.duties_of(employee, range(len(universe.days)))
        _price_beyond(master, duties[late[duties]].tolist(), free, prices["uneven_share.evening"])
    for employee, free in _free(universe, weeks, sundays, everybody):
        days = (index for index, day in enumerate(universe.days) if day.weekday() == SUNDAY)
        worked = [column for day in days if (column := master.worked(employee, day)) is not None]
        _price_beyond(master, worked, free, prices["uneven_share.sunday"])


def _past(universe: Universe) -> tuple[Ints, Ints, Ints]:
    """By person: past weeks known, evenings and Sundays worked in them."""
    weeks, evenings, sundays = (np.zeros(len(universe.employees), dtype=np.int64) for _ in range(3))
    for (employee_id, monday), week in universe.weeks_done.items():
        employee = universe.employee_index.get(employee_id)
        if employee is not None and monday < universe.days[0]:
            weeks[employee] += 1
            evenings[employee] += sum(week.pattern.count(letter) for letter in LATE)
            sundays[employee] += week.pattern[SUNDAY] != OFF or week.pattern[SATURDAY] == NIGHT
    return weeks, evenings, sundays


def _free(universe: Universe, weeks: Ints, times: Ints, compared: Bools) -> list[tuple[int, int]]:
    """(employee, times free of charge over the horizon) of those compared; nobody when nothing is known."""
    known, total = int(weeks[compared].sum()), int(times[compared].sum())
    if not known:
        return []
    shares = -(-total * (weeks + universe.problem.horizon.weeks) // known)
    free = np.maximum(shares - times, 0)
    return [(employee, int(free[employee])) for employee in np.flatnonzero(compared).tolist()]


def _late(master: Master) -> Bools:
    """Which duties have work after the evening's start."""
    start = master.problem.prices["uneven_share.evening_start"]
    edges = np.array([instant_at(day, start) for day in master.universe.days], dtype=np.int64)
    found: Bools = master.table.end > edges[master.table.day]
    return found


def _price_beyond(master: Master, columns: list[int], free: int, price: int) -> None:
    if price and len(columns) > free:
        beyond = master.add_column(0, len(columns) - free)
        master.add_row(RULE, [*columns, beyond], [*[1] * len(columns), -1], upper=free)
        master.add_cents(RULE, beyond, price)


CONSTRAINT = Constraint(rule=RULE, charge=charge)
