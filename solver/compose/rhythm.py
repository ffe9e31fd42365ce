"""Which days of the fortnight one post may work: rules about days alone, as an automaton read day by day.

Its states are what the days so far leave possible for those ahead; prefixes that leave the same are one state
(Myhill and Nerode). Rules that look at hours too, such as a rest of 35 hours, are left out: it never forbids too much.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from solver.master import Master, Row
from solver.universe import Bools, Ints

FEW = 8
"""Columns beside those of days that rules may tie to them; rules with more are left out."""
CLOSED = -1
"""The step into a state that no fortnight comes from."""


def rhythm(master: Master, person: int, size: int) -> Ints:
    """By day, state and whether the day is worked: the state on the day after, from state 0 on; CLOSED where none.

    `size`: columns of duties. Shape: days, most states of a day, 2.
    """
    days = len(master.universe.days)
    worked = {column: day for day in range(days) if (column := master.worked(person, day)) is not None}
    allowed = _allowed(days, worked, _rows(master.rows, worked, size))
    return _steps(allowed, days)


def _rows(rows: Sequence[Row], worked: dict[int, int], size: int) -> list[Row]:
    """The rows about worked days, and those about the columns tied to them; none with a duty."""
    free = [row for row in rows if len(row.columns) and row.columns.min() >= size]
    about = [row for row in free if any(column in worked for column in row.columns.tolist())]
    tied = {column for row in about for column in row.columns.tolist()} - worked.keys()
    if len(tied) > FEW:
        return [row for row in about if all(column in worked for column in row.columns.tolist())]
    known = tied | worked.keys()
    return [row for row in free if known.issuperset(row.columns.tolist())]


def _allowed(days: int, worked: dict[int, int], rows: Sequence[Row]) -> Bools:
    """By number whose digits in base two are the days, the first day foremost: whether they may be the days worked."""
    digits = (np.arange(1 << days)[:, None] >> np.arange(days - 1, -1, -1)) & 1
    never = sorted(set(range(days)) - set(worked.values()))
    possible: Bools = np.logical_not(digits[:, never].any(axis=1))
    tied = sorted({column for row in rows for column in row.columns.tolist()} - worked.keys())
    found: Bools = np.zeros(len(digits), dtype=np.bool_)
    for values in product((0, 1), repeat=len(tied)):
        held, value = possible.copy(), dict(zip(tied, values, strict=True))
        for row in rows:
            total: Ints = np.zeros(len(digits), dtype=np.int64)
            for column, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
                total += factor * (digits[:, worked[column]] if column in worked else value[column])
            held &= (total >= row.lower) & (total <= row.upper)
        found |= held
    return found


def _steps(allowed: Bools, days: int) -> Ints:
    """The least automaton that accepts these fortnights."""
    levels: list[Ints] = []
    state_of: Ints = np.zeros(1, dtype=np.int64)
    for day in range(days):
        ahead = allowed.reshape(2 << day, -1)
        unique, number = np.unique(ahead, axis=0, return_inverse=True)
        open_ = unique.any(axis=1)
        names = np.where(open_, np.cumsum(open_) - 1, CLOSED)[number.reshape(-1)]
        level: Ints = np.full((int(state_of.max(initial=0)) + 1, 2), CLOSED, dtype=np.int64)
        for prefix, state in enumerate(state_of.tolist()):
            if state != CLOSED:
                level[state] = names[2 * prefix : 2 * prefix + 2]
        levels.append(level)
        state_of = names
    steps: Ints = np.full((days, max(len(level) for level in levels), 2), CLOSED, dtype=np.int64)
    for day, level in enumerate(levels):
        steps[day, : len(level)] = level
    return steps
