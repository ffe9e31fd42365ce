"""What one person can begin each day, and what it adds to their rows: duties that add the same are one family."""

from dataclasses import dataclass

import numpy as np

from solver.master import Master
from solver.rosters.sums import Ahead, ahead
from solver.rosters.written import Written
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class Day:
    """One day: family 0 is a day off, the others are duties."""

    duties: Ints
    """Columns."""
    family: Ints
    """Of each duty, from 1 on."""
    adds: Ints
    """What each family adds to each row (families x rows)."""

    @property
    def families(self) -> int:
        """With the day off."""
        return len(self.adds)


@dataclass(frozen=True, slots=True)
class Days:
    """All days of one person, and what the days after each may still add to each row."""

    written: Written
    days: tuple[Day, ...]
    least: Ints
    most: Ints
    """By day and row."""

    def after(self, day: int, rows: Ints) -> Ahead:
        """What matters of some rows once a day is over."""
        chosen = [self.written.rows[row] for row in rows.tolist()]
        return ahead(chosen, self.least[day, rows], self.most[day, rows])


def days_of(master: Master, written: Written) -> Days:
    """The families of each day."""
    rows = written.rows
    place = {column: number for number, column in enumerate(written.duties.tolist())}
    adds = np.zeros((len(place), len(rows)), dtype=np.int64)
    tied_least = np.zeros((written.days, len(rows)), dtype=np.int64)
    tied_most = np.zeros((written.days, len(rows)), dtype=np.int64)
    tied = {one.column: one for one in written.tied}
    for number, row in enumerate(rows):
        for column, factor in row.factors.items():
            if column in place:
                adds[place[column], number] += factor
            else:
                one = tied[column]
                ends = factor * one.lower, factor * one.upper
                tied_least[one.day, number] += min(ends)
                tied_most[one.day, number] += max(ends)
    days = tuple(_day(written, adds, day) for day in range(written.days))
    least = tied_least + np.array([day.adds.min(axis=0) for day in days])
    most = tied_most + np.array([day.adds.max(axis=0) for day in days])
    return Days(written, days, _later(least), _later(most))


def _day(written: Written, adds: Ints, day: int) -> Day:
    own = np.flatnonzero(written.day_of == day)
    off = np.zeros((1, adds.shape[1]), dtype=np.int64)
    if not len(own):
        return Day(written.duties[own], own, off)
    families, family = different(adds[own])
    return Day(written.duties[own], family + 1, np.concatenate([off, families]))


def _later(values: Ints) -> Ints:
    """The sums of the days after each."""
    after = np.zeros_like(values)
    after[:-1] = np.cumsum(values[:0:-1], axis=0)[::-1]
    return after


def different(sums: Ints) -> tuple[Ints, Ints]:
    """The different ones of some vectors, and for each the number of its like."""
    told = sums[:, (sums != sums[:1]).any(axis=0)]
    if not told.size:
        return sums[:1], np.zeros(len(sums), dtype=np.int64)
    short = told.astype(np.int16)
    exact = bool((short == told).all())
    _, first, index = np.unique(short if exact else told, axis=0, return_index=True, return_inverse=True)
    return sums[first], index.reshape(-1)
