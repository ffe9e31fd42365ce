"""What a person's rows about few days remember, as an automaton read day by day: runs, rests, weekends, requests.

Its states are the partial sums of the rows that have begun and not ended, as far as they matter
(`solver.rosters.sums`); its steps tell what they cost and what they add to the rows about many days, which
`solver.rosters.line_graph` counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from solver.rosters.days import Days, different
from solver.rosters.written import Tied, Unreadable, WrittenRow
from solver.universe import Bools, Ints

FEW_DAYS = 10
"""A row that reaches over more days is counted."""
MOST_STATES = 20_000
"""Of one day."""
FAR = 1 << 40
"""More than any row counts."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one day, one each entry."""

    origin: Ints
    """State before."""
    family: Ints
    target: Ints
    """State after."""
    cents: Ints
    adds: Ints
    """To each row that is counted (steps x rows)."""
    states: int
    """How many there are after."""


def is_counted(row: WrittenRow) -> bool:
    """Whether a row is about many days."""
    return row.last - row.first > FEW_DAYS


@dataclass(frozen=True, slots=True)
class Patterns:
    """The automaton, and what is left of it to be added to the rows that are counted."""

    steps: tuple[Steps, ...]
    """Day by day from state 0 on."""
    least: tuple[Ints, ...]
    most: tuple[Ints, ...]
    """Before each day, and after the last: by state and row. The least passes the most where nothing leads on."""


def patterns(days: Days, counted: Ints) -> Patterns:
    """Raises Unreadable where too much would have to be remembered."""
    steps = tuple(_steps(days, counted))
    least, most = [np.zeros((steps[-1].states, len(counted)), dtype=np.int64)], []
    most.append(least[0])
    for number in range(len(steps) - 1, -1, -1):
        here, shape = steps[number], (steps[number - 1].states if number else 1, len(counted))
        open_: Bools = np.logical_and.reduce(least[-1] <= most[-1], axis=1)
        leads = open_[here.target]
        low, high = np.full(shape, FAR, dtype=np.int64), np.full(shape, -FAR, dtype=np.int64)
        np.minimum.at(low, here.origin[leads], (here.adds + least[-1][here.target])[leads])
        np.maximum.at(high, here.origin[leads], (here.adds + most[-1][here.target])[leads])
        least.append(low)
        most.append(high)
    return Patterns(steps, tuple(reversed(least)), tuple(reversed(most)))


def _steps(days: Days, counted: Ints) -> Iterator[Steps]:
    written = days.written
    rows = np.setdiff1d(np.arange(len(written.rows)), counted)
    first = np.array([row.first for row in written.rows], dtype=np.int64)
    last = np.array([row.last for row in written.rows], dtype=np.int64)
    states = np.zeros((1, 0), dtype=np.int64)
    open_ = rows[:0]
    for number, day in enumerate(days.days):
        begun = rows[first[rows] == number]
        held = np.concatenate([open_, begun])
        before = np.concatenate([states, np.zeros((len(states), len(begun)), dtype=np.int64)], axis=1)
        walk = _Walk(
            origin=np.repeat(np.arange(len(states)), day.families),
            family=np.tile(np.arange(day.families), len(states)),
            sums=(before[:, None, :] + day.adds[None, :, held]).reshape(len(states) * day.families, len(held)),
            adds=np.tile(day.adds[:, counted], (len(states), 1)),
            cents=np.zeros(len(states) * day.families, dtype=np.int64),
        )
        for one in written.tied:
            if one.day == number:
                walk = _decide(walk, one, written.rows, held, counted)
        sums, due, kept = days.after(number, held).settle(walk.sums)
        walk = _Walk(walk.origin, walk.family, sums, walk.adds, walk.cents + due).only(kept)
        stays = last[held] > number
        open_ = held[stays]
        states, target = different(walk.sums[:, stays])
        if len(states) > MOST_STATES:
            raise Unreadable("too much to remember")
        yield Steps(walk.origin, walk.family, target.reshape(-1), walk.cents, walk.adds, len(states))


@dataclass(frozen=True, slots=True)
class _Walk:
    """Steps of a day under way."""

    origin: Ints
    family: Ints
    sums: Ints
    adds: Ints
    cents: Ints

    def only(self, kept: Bools | Ints) -> "_Walk":
        return _Walk(self.origin[kept], self.family[kept], self.sums[kept], self.adds[kept], self.cents[kept])


def _decide(walk: _Walk, one: Tied, rows: list[WrittenRow], held: Ints, counted: Ints) -> _Walk:
    """Give a further column its value: the least, the most, or each that is possible in turn."""
    low = np.full(len(walk.cents), one.lower, dtype=np.int64)
    high = np.full(len(walk.cents), one.upper, dtype=np.int64)
    place = {row: number for number, row in enumerate(held.tolist())}
    for number in one.by:
        row = rows[number]
        if number not in place:
            raise Unreadable("a row about many days decides a further column")
        if row.cents is None:
            _narrow(low, high, row, row.factors[one.column], walk.sums[:, place[number]])
    possible = low <= high
    walk, low, high = walk.only(possible), low[possible], high[possible]
    if one.takes_least:
        values = low
    elif one.takes_most:
        values = high
    else:
        many = high - low + 1
        walk = walk.only(np.repeat(np.arange(len(low)), many))
        begins = np.repeat(np.cumsum(many) - many, many)
        values = np.repeat(low, many) + np.arange(len(begins)) - begins
    sums, adds = walk.sums.copy(), walk.adds.copy()
    for number, row in enumerate(held.tolist()):
        if factor := rows[row].factors.get(one.column):
            sums[:, number] += factor * values
    for number, row in enumerate(counted.tolist()):
        if factor := rows[row].factors.get(one.column):
            adds[:, number] += factor * values
    return _Walk(walk.origin, walk.family, sums, adds, walk.cents + one.cents * values)


def _narrow(low: Ints, high: Ints, row: WrittenRow, factor: int, sums: Ints) -> None:
    """What a row that only this column still leaves open makes of its limits."""
    room, need = row.upper - sums, row.lower - sums
    if factor < 0:
        room, need, factor = -need, -room, -factor
    np.minimum(high, room // factor, out=high)
    np.maximum(low, -(-need // factor), out=low)
