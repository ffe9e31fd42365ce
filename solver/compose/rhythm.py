"""Which days of the fortnight one post may work: rules about days alone, as an automaton read day by day.

Its states are what the days so far leave possible for those ahead; prefixes that leave the same are one state
(Myhill and Nerode). Rules that look at hours too, such as a rest of 35 hours, are left out: it never forbids too much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from solver.master import Master, Row
from solver.universe import Bools, Ints

FEW = 8
"""Columns beside those of days that rules may tie to them; rules with more are left out."""
MOST = 64
"""Automata kept, by the rules they were read off."""
CLOSED = -1
"""The step into a state that no fortnight comes from."""


@dataclass(frozen=True, slots=True)
class _DayRow:
    """A row about days: what a worked day counts for, by day; what the columns tied to them do; both sides."""

    of_days: tuple[int, ...]
    of_tied: tuple[int, ...]
    lower: int
    upper: int


def rhythm(master: Master, person: int, size: int) -> Ints:
    """By day, state and whether the day is worked: the state on the day after, from state 0 on; CLOSED where none.

    `size`: columns of duties. Shape: days, most states of a day, 2.
    """
    days = range(len(master.universe.days))
    worked = {column: day for day in days if (column := master.worked(person, day)) is not None}
    rows = _rows(master.rows, worked, size)
    others = {column for row in rows for column in row.columns.tolist()} - worked.keys()
    tied = {column: number for number, column in enumerate(sorted(others))}
    return _automaton(
        tuple(day in worked.values() for day in days),
        tuple(_day_row(row, worked, tied, len(days)) for row in rows),
        len(tied),
    )


@lru_cache(maxsize=MOST)
def _automaton(possible: tuple[bool, ...], rows: tuple[_DayRow, ...], tied: int) -> Ints:
    """Most kinds of posts have the same rules about days.

    A fortnight is lived again and again, so that its second week is followed by its first: what the rules forbid with
    the weeks the other way round is no fortnight either.
    """
    days = len(possible)
    number = np.arange(1 << days)
    half = days // 2
    swapped = (number & (1 << half) - 1) << (days - half) | number >> half
    around = _allowed((True,) * days, rows, tied)[swapped]
    return _steps(_allowed(possible, rows, tied) & around, days)


def _rows(rows: Sequence[Row], worked: Mapping[int, int], size: int) -> list[Row]:
    """The rows about worked days, and those about the columns tied to them; none with a duty."""
    free = [row for row in rows if len(row.columns) and row.columns.min() >= size]
    about = [row for row in free if any(column in worked for column in row.columns.tolist())]
    tied = {column for row in about for column in row.columns.tolist()} - worked.keys()
    if len(tied) > FEW:
        return [row for row in about if all(column in worked for column in row.columns.tolist())]
    known = tied | worked.keys()
    return [row for row in free if known.issuperset(row.columns.tolist())]


def _day_row(row: Row, worked: Mapping[int, int], tied: Mapping[int, int], days: int) -> _DayRow:
    of_days, of_tied = [0] * days, [0] * len(tied)
    for column, factor in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
        if column in worked:
            of_days[worked[column]] += factor
        else:
            of_tied[tied[column]] += factor
    return _DayRow(tuple(of_days), tuple(of_tied), row.lower, row.upper)


def _allowed(possible: Sequence[bool], rows: Sequence[_DayRow], tied: int) -> Bools:
    """By number whose digits in base two are the days, the first day foremost: whether they may be the days worked."""
    days = len(possible)
    digits = (np.arange(1 << days)[:, None] >> np.arange(days - 1, -1, -1)) & 1
    open_: Bools = np.logical_not(digits[:, np.logical_not(possible)].any(axis=1))
    counted = [digits @ np.array(row.of_days, dtype=np.int64) for row in rows]
    found: Bools = np.zeros(len(digits), dtype=np.bool_)
    for values in product((0, 1), repeat=tied):
        held = open_.copy()
        for row, of_days in zip(rows, counted, strict=True):
            total = of_days + sum(factor * value for factor, value in zip(row.of_tied, values, strict=True))
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
