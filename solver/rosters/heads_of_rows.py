"""What the rows that link people cost at each number of heads."""

from dataclasses import dataclass

import numpy as np

from solver.lagrange import SCALE
from solver.master import Master, Row
from solver.rosters.own_rows import Owned
from solver.rosters.written import Unreadable
from solver.universe import Ints

DEAR = 10**8
"""Cents for a head that may not be there."""


@dataclass(frozen=True, slots=True, order=True)
class Bought:
    """Heads of one price in one row."""

    cents: int
    column: int
    most: int


class SharedHeads:
    """Rows that count heads, some of them bought, cheapest first."""

    def __init__(self, master: Master, owned: Owned) -> None:
        """Raises Unreadable where a row is no count of heads."""
        people = len(owned.people)
        self.of_duty: dict[int, list[int]] = {}
        """The rows of each duty."""
        self.upper: Ints = np.array([row.upper for row in owned.shared], dtype=np.int64)
        """Heads of each row that cost nothing."""
        self.bought = [_bought(master, row) for row in owned.shared]
        """By row, the cheapest first."""
        columns = [tier.column for bought in self.bought for tier in bought]
        if len(columns) != len(set(columns)):
            raise Unreadable("a further column links rows")
        for number, row in enumerate(owned.shared):
            for column in row.columns[row.columns < len(master.table)].tolist():
                self.of_duty.setdefault(column, []).append(number)
        steps = [_steps(row, bought, people) for row, bought in zip(owned.shared, self.bought, strict=True)]
        one_more = np.array(steps, dtype=np.int64).reshape(len(steps), people + 1)
        self.cents: Ints = np.concatenate([np.zeros((len(steps), 1), dtype=np.int64), one_more.cumsum(axis=1)], axis=1)
        """By row and number of heads."""

    def values(self, loads: Ints) -> dict[int, int]:
        """How much of each further column is bought at these numbers of heads."""
        found: dict[int, int] = {}
        for over, bought in zip(np.maximum(0, loads - self.upper).tolist(), self.bought, strict=True):
            left = over
            for tier in bought:
                found[tier.column] = min(tier.most, left)
                left -= found[tier.column]
        return found

    def relaxed(self, of_rows: Ints, loads: Ints) -> int:
        """What the rows add to a bound when a head costs so much in each, beside the heads there are already; both in
        thousandths of a cent."""
        total = -int(of_rows @ (self.upper - loads))
        for price, bought in zip(of_rows.tolist(), self.bought, strict=True):
            total += sum(min(0, SCALE * tier.cents - price) * tier.most for tier in bought)
        return total


def _bought(master: Master, row: Row) -> list[Bought]:
    if row.lower > 0:
        raise Unreadable("heads that must be there")
    duties = row.columns < len(master.table)
    if (row.coefficients[duties] != 1).any() or (row.coefficients[~duties] != -1).any():
        raise Unreadable("no count of heads")
    found = [Bought(master.cents[column], column, master.upper[column]) for column in row.columns[~duties].tolist()]
    if any(tier.cents < 0 or master.lower[tier.column] for tier in found):
        raise Unreadable("heads bought at a gain")
    return sorted(found)


def _steps(row: Row, bought: list[Bought], people: int) -> list[int]:
    """Cents of each further head."""
    steps = [0] * min(row.upper, people + 1)
    for tier in bought:
        steps += [tier.cents] * min(tier.most, people + 1)
    return (steps + [DEAR] * (people + 1))[: people + 1]
