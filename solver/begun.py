"""Days on which a person begins a duty, as terms of rows: the roster terms of a contract are written with them."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from gems.domain.history import DayMark
from gems.domain.time import monday_of
from solver.master import Master
from solver.past import mark
from solver.universe import Ints

Terms = list[tuple[date, int]]
"""Days with their coefficients."""


def began(master: Master, employee: int, day: date) -> bool | None:
    """Whether a duty began on a day before the horizon; None where the history does not tell."""
    universe = master.universe
    known = (universe.employees[employee].id, monday_of(day)) in universe.weeks_done
    return mark(universe, employee, day) is not DayMark.OFF if known else None


def past_run(master: Master, employee: int, works: bool) -> tuple[int, bool]:
    """How many days just before the horizon are all worked, or all off, and whether the day before them is known."""
    length, day = 0, master.problem.horizon.first - timedelta(days=1)
    while (found := began(master, employee, day)) is works:
        length += 1
        day -= timedelta(days=1)
    return length, found is not None


def limit_begun(master: Master, rule: str, employee: int, terms: Terms, most: int) -> None:
    """coefficient x (1 where a duty begins that day, else 0), summed over days of the horizon, is at most a figure."""
    columns: list[Ints] = [np.zeros(0, dtype=np.int64)]
    coefficients: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for day, coefficient in terms:
        duties = master.duties_on(employee, master.universe.day_index[day])
        columns.append(duties)
        coefficients.append(np.full(len(duties), coefficient, dtype=np.int64))
    factors = np.concatenate(coefficients)
    highest = sum(max(0, coefficient) for day, coefficient in terms)
    if highest > most and len(factors):
        master.add_row(rule, np.concatenate(columns), factors, upper=most)


def days_after(master: Master, day: date, count: int) -> Iterator[date]:
    """So many days from one on, as far as the horizon goes."""
    last = master.problem.horizon.last
    for offset in range(count):
        following = day + timedelta(days=offset)
        if master.problem.horizon.first <= following <= last:
            yield following
