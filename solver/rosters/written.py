"""One person's rows in an order in which they can be followed day by day.

Each further column is decided on the first day that tells all it depends on: a weekend is worked or not on its Sunday.
A column that only makes up for what one row misses is no decision: the row has a price for each unit instead.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from solver.master import INFINITE, Master, Row
from solver.rosters.own_rows import OwnRows
from solver.universe import Ints

FREE = INFINITE
"""No limit on that side."""


class Unreadable(ValueError):
    """A person's rows cannot be followed day by day."""


class TooManyStates(Unreadable):
    """What a person's rows count takes more states than memory holds."""


class NoRoster(Unreadable):
    """No roster of a person keeps all their rows."""


@dataclass(slots=True)
class WrittenRow:
    """lower <= sum of factor x column <= upper, or cents for each unit missed where it has a price."""

    factors: dict[int, int]
    lower: int
    upper: int
    cents: int | None = None
    """For each unit missed; None: may not be missed."""
    first: int = 0
    """The first day that adds to it."""
    last: int = 0
    """The day on which it is settled."""

    def leaves(self, factor: int, total: int) -> tuple[int, int]:
        """The least and the most value of one more column."""
        room, need = self.upper - total, self.lower - total
        if factor < 0:
            room, need, factor = -need, -room, -factor
        return -(-need // factor), room // factor

    def missed(self, total: int) -> int:
        """How many units a sum lacks or has too many."""
        return max(0, total - self.upper, self.lower - total)


@dataclass(slots=True)
class Tied:
    """A further column: when it is decided, and by which rows."""

    column: int
    day: int
    lower: int
    upper: int
    cents: int
    by: list[int]
    """Rows of which it is the last column undecided."""
    takes_least: bool = False
    takes_most: bool = False
    """Whether the least (the most) possible value is always the best; neither: all are tried."""


@dataclass(slots=True)
class Written:
    """The rows of one person, and the further columns in the order in which they are decided."""

    person: int
    days: int
    duties: Ints
    day_of: Ints
    """The day of each duty."""
    rows: list[WrittenRow]
    tied: list[Tied]
    folded: dict[int, int] = field(default_factory=dict)
    """Columns that only make up for what a row misses: the row."""


def written(master: Master, own: OwnRows) -> Written:
    """Read one person's rows; raises Unreadable."""
    day_of = {int(duty): int(day) for duty, day in zip(own.duties, master.table.day[own.duties], strict=True)}
    rows = [_row(row) for row in own.rows]
    folded = _fold(master, own, rows)
    rows_of: dict[int, list[int]] = {int(c): [] for c in own.further if int(c) not in folded}
    for number, row in enumerate(rows):
        for column in row.factors:
            if column in rows_of:
                rows_of[column].append(number)
    tied = _decided(master, rows, rows_of, day_of)
    days = {**day_of, **{one.column: one.day for one in tied}}
    for row in rows:
        held = [days[column] for column in row.factors] or [0]
        row.first, row.last = min(held), max(held)
    for one in tied:
        _direct(one, rows, rows_of[one.column])
    duties = own.duties
    of_duties = np.array([day_of[int(duty)] for duty in duties], dtype=np.int64)
    return Written(own.person, len(master.universe.days), duties, of_duties, rows, tied, folded)


def _row(row: Row) -> WrittenRow:
    factors = {c: f for c, f in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True) if f}
    return WrittenRow(factors, max(row.lower, -FREE), min(row.upper, FREE))


def _fold(master: Master, own: OwnRows, rows: list[WrittenRow]) -> dict[int, int]:
    """Take columns that only make up for what one row misses out of it, and price the row."""
    times: dict[int, list[int]] = {int(column): [] for column in own.further}
    for number, row in enumerate(rows):
        for column in row.factors:
            if column in times:
                times[column].append(number)
    folded: dict[int, int] = {}
    for column, held in times.items():
        if len(held) == 1 and _makes_up(master, rows[held[0]], column):
            row = rows[held[0]]
            del row.factors[column]
            row.cents = master.cents[column]
            folded[column] = held[0]
    return folded


def _makes_up(master: Master, row: WrittenRow, column: int) -> bool:
    """Whether a column, at a price, does nothing but make up for all that a one-sided row may miss."""
    over = row.factors[column] == -1 and row.lower <= -FREE
    under = row.factors[column] == 1 and row.upper >= FREE
    if master.cents[column] < 0 or row.cents is not None or master.lower[column] or not (over or under):
        return False
    return _missed_at_most(master, row, column, over=over) <= master.upper[column]


def _missed_at_most(master: Master, row: WrittenRow, left_out: int, *, over: bool) -> int:
    """How much the row may miss at most, one duty begun a day."""
    sign = 1 if over else -1
    of_day: dict[int, int] = {}
    total = 0
    for column, factor in row.factors.items():
        if column == left_out:
            continue
        if column < len(master.table):
            day = int(master.table.day[column])
            of_day[day] = max(of_day.get(day, 0), sign * factor)
        else:
            total += max(sign * factor * master.lower[column], sign * factor * master.upper[column])
    total += sum(of_day.values())
    return total - row.upper if over else total + row.lower


def _decided(
    master: Master, rows: list[WrittenRow], rows_of: dict[int, list[int]], day_of: dict[int, int]
) -> list[Tied]:
    """The further columns, each after all that it depends on; raises Unreadable where they depend on one another."""
    known = dict(day_of)
    waiting = [sum(column in rows_of for column in row.factors) for row in rows]
    left, found = dict.fromkeys(rows_of), dict[int, Tied]()
    while left:
        ready = [column for column in left if any(waiting[number] == 1 for number in rows_of[column])]
        if not ready:
            raise Unreadable("further columns depend on one another")
        for column in ready:
            by = [number for number in rows_of[column] if waiting[number] == 1]
            days = [known[other] for number in by for other in rows[number].factors if other != column]
            lower, upper = master.lower[column], master.upper[column]
            found[column] = Tied(column, max(days, default=0), lower, upper, master.cents[column], by)
        for column in ready:
            del left[column]
            known[column] = found[column].day
            for number in rows_of[column]:
                waiting[number] -= 1
    return sorted(found.values(), key=lambda one: one.day)


def _direct(one: Tied, rows: list[WrittenRow], held: list[int]) -> None:
    """Whether the least or the most is always best for what comes later."""
    later = [rows[number] for number in held if number not in one.by]
    factors = [(row.factors[one.column], row) for row in later]
    one.takes_least = one.cents >= 0 and all((row.lower if f > 0 else -row.upper) <= -FREE for f, row in factors)
    one.takes_most = one.cents <= 0 and all((-row.upper if f > 0 else row.lower) <= -FREE for f, row in factors)


def values(own: Written, duties: Collection[int]) -> dict[int, int]:
    """What each column of a person is when these are their duties."""
    found = dict.fromkeys(own.duties.tolist(), 0) | dict.fromkeys(duties, 1)
    for one in own.tied:
        low, high = one.lower, one.upper
        for number in one.by:
            row = own.rows[number]
            if row.cents is None:
                others = sum(factor * found[column] for column, factor in row.factors.items() if column != one.column)
                least, most = row.leaves(row.factors[one.column], others)
                low, high = max(low, least), min(high, most)
        found[one.column] = high if one.takes_most and not one.takes_least else low
    for column, number in own.folded.items():
        row = own.rows[number]
        found[column] = row.missed(sum(f * found[other] for other, f in row.factors.items()))
    return found
