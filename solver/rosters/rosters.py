"""The rosters of all people of a part: what they cost together, and the best one of each beside the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from solver.lagrange import SCALE
from solver.master import Master
from solver.parts import Part
from solver.rosters.heads_of_rows import SharedHeads
from solver.rosters.left_to_prices import priced_graphs
from solver.rosters.own_rows import owned
from solver.rosters.written import values, written
from solver.universe import Ints

STEP_WORK, PIVOT_WORK = 4e-9, 1e-4
WANTED = 10**6
"""Cents for keeping a duty that somebody has, dearer than any rule about it."""


@dataclass(frozen=True, slots=True)
class Roster:
    """One person's duties over the whole horizon."""

    place: int
    """Of the person among those of the part."""
    duties: tuple[int, ...]
    """Columns, in day order."""
    cents: int
    """What it costs by itself; what heads cost beyond is not in it."""


class Rosters:
    """The people of a part, each with the graph of their rosters."""

    def __init__(self, master: Master, part: Part) -> None:
        """Raises Unreadable where a row of the part is neither somebody's own nor of heads, or too much to follow."""
        self.master, self.part = master, part
        told = owned(master, part)
        self.heads = SharedHeads(master, told)
        self.written = [written(master, own) for own in told.people]
        self.graphs = priced_graphs(master, told.people, self.written)
        self.cents: Ints = np.array(master.cents, dtype=np.int64)
        self.apart = told.further[~np.isin(told.further, [t.column for b in self.heads.bought for t in b])]
        """Columns of no row."""
        rows = [(duty, row) for duty, rows in self.heads.of_duty.items() for row in rows]
        self.walked = 0
        """Steps of graphs looked at so far."""
        self.pivots = 0
        """Of linear programmes so far."""
        self._duty, self._row = np.array(rows, dtype=np.int64).reshape(-1, 2).T

    @property
    def work(self) -> float:
        """Counted work so far, about a second of an idle machine each."""
        return STEP_WORK * self.walked + PIVOT_WORK * self.pivots

    @property
    def leaves_rows(self) -> bool:
        """Whether rows of somebody are left to prices."""
        return any(len(graph.most) for graph in self.graphs)

    @property
    def people(self) -> int:
        """How many."""
        return len(self.graphs)

    def prices(self, of_rows: Ints) -> Ints:
        """Of each column, its own cents and what its rows ask for a head; thousandths of a cent."""
        found: Ints = SCALE * self.cents
        np.add.at(found, self._duty, of_rows[self._row])
        return found

    def marginal(self, loads: Ints) -> Ints:
        """What one head more costs in each row, in thousandths of a cent."""
        rows = np.arange(len(loads))
        found: Ints = SCALE * (self.heads.cents[rows, loads + 1] - self.heads.cents[rows, loads])
        return found

    def price(self, of_rows: Ints, roster: Roster) -> int:
        """What a roster costs by itself and what its rows ask for a head; thousandths of a cent."""
        return SCALE * roster.cents + int(of_rows[self.rows(roster)].sum())

    def best(self, place: int, prices: Ints) -> tuple[int, Roster]:
        """A price that no roster goes below at these prices (thousandths of a cent), and the cheapest roster found.

        It has that price wherever all rows are counted.
        """
        found = self.graphs[place].cheapest(prices)
        self.walked += found.walks * len(self.graphs[place].graph.target)
        return found.proven, self._roster(place, found.duties, found.total - int(prices[found.duties].sum()))

    def having(self, place: int, duties: Sequence[int]) -> Roster:
        """The roster with these duties, which keeps the person's rows."""
        prices = np.full(len(self.cents), SCALE * WANTED, dtype=np.int64)
        prices[list(duties)] *= -1
        total, found = self.graphs[place].graph.cheapest(prices)
        return self._roster(place, found, total - int(prices[found].sum()))

    def _roster(self, place: int, duties: list[int], beyond: int) -> Roster:
        return Roster(place, tuple(duties), beyond // SCALE + int(self.cents[duties].sum()))

    def loads(self, rosters: Iterable[Roster]) -> Ints:
        """Heads in each row."""
        found = np.zeros(len(self.heads.upper), dtype=np.int64)
        for roster in rosters:
            found[self.rows(roster)] += 1
        return found

    def rows(self, roster: Roster) -> list[int]:
        """The rows a roster puts a head in: one duty begins a day, so none twice."""
        return [row for duty in roster.duties for row in self.heads.of_duty.get(duty, ())]

    def total(self, rosters: Iterable[Roster], loads: Ints) -> int:
        """Cents of all together, and of columns in no row; the master's constants are left out."""
        heads = int(self.heads.cents[np.arange(len(loads)), loads].sum())
        return heads + sum(roster.cents for roster in rosters) + self.fixed

    @property
    def fixed(self) -> int:
        """Cents of the columns in no row, each at its best."""
        return sum(self.master.cents[column] * value for column, value in self._apart().items())

    def _apart(self) -> dict[int, int]:
        master = self.master
        return {c: master.lower[c] if master.cents[c] >= 0 else master.upper[c] for c in self.apart.tolist()}

    def values(self, rosters: Sequence[Roster]) -> Ints:
        """By column of the part, in its order.

        A further column for which neither the least nor the most is always best gets its least: such a plan is judged
        before it is taken.
        """
        found = np.zeros(len(self.cents), dtype=np.int64)
        for roster in rosters:
            for column, value in values(self.written[roster.place], roster.duties).items():
                found[column] = value
        for column, value in (*self.heads.values(self.loads(rosters)).items(), *self._apart().items()):
            found[column] = value
        return found[self.part.columns]
