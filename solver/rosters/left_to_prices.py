"""Rows about many days that are left to prices, where to count them all would take more states than memory holds.

A year holds so many mornings, nights and weekends of one person at most: each count multiplies the states of the
others. Such a row ("at most so many") gets a price a unit instead. At any prices the cheapest roster proves what no
roster goes below (Lagrange), and prices are moved until a roster keeps the rows: each by a step of its own, longer
while it goes on one way and half as long when it turns (after Riedmiller & Braun, *RPROP*, 1993).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

import numpy as np

from solver.lagrange import SCALE
from solver.master import Master
from solver.rosters.days import days_of
from solver.rosters.line_graph import NONE, LineGraph, line_graph
from solver.rosters.own_rows import OwnRows
from solver.rosters.patterns import is_counted
from solver.rosters.written import FREE, TooManyStates, Unreadable, Written, WrittenRow, written
from solver.universe import Bools, Ints

WALKS, WALKS_BELOW = 6, 12
"""How often prices are moved: towards what rows allow, and towards less where that has led to no roster."""
SHARES = (8, 4, 2)
"""How much less: so many parts of what is allowed; at a price at which two rosters cost the same, one has too many."""
FIRST_STEP = 8
"""The first step of a price: the middle one of the prices of duties, divided by this."""
CHANCES, NO_CHANCE, CHANCE = 64, 0, 32
"""Figures drawn, at most, either way; each is worth this part of the first step."""


@dataclass(frozen=True, slots=True)
class Cheapest:
    """The cheapest roster that was found at some prices; in thousandths of a cent."""

    proven: int
    """No roster has a lower price."""
    total: int
    duties: list[int]
    """Columns, in day order."""
    walks: int
    """Times the graph was walked."""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of duties only, at most so many."""

    columns: Ints
    factors: Ints


@dataclass(frozen=True, slots=True)
class _Tried:
    """The cheapest roster at some prices of left rows."""

    proven: int
    """No roster that keeps the rows costs less."""
    asked: Ints
    total: int
    duties: list[int]
    keeps: bool
    """Whether it keeps the left rows."""


@dataclass(slots=True)
class _Prices:
    """What a unit of each left row is priced at, on the way to where there are `aim` of them."""

    asked: Ints
    first: int
    aim: Ints
    step: Ints = field(init=False)
    turned: Ints = field(init=False)
    settling: Bools = field(init=False)
    """Whether a price has turned: until then its steps double, so that the size of the first hardly matters."""

    def __post_init__(self) -> None:
        self.settling = np.zeros(len(self.asked), dtype=np.bool_)
        self.step = np.full(len(self.asked), self.first, dtype=np.int64)
        self.turned = np.zeros(len(self.asked), dtype=np.int64)

    def move(self, amounts: Ints) -> bool:
        """Ask more where there are too many, less where there is room; whether anything moved."""
        over = amounts - self.aim
        turn = np.where((over < 0) & (self.asked == 0), 0, np.sign(over))
        on, back = turn * self.turned > 0, turn * self.turned < 0
        self.settling |= back
        longer = np.where(self.settling, self.step + self.step // 4, 2 * self.step)
        self.step = np.where(on, longer, np.where(back, np.maximum(1, self.step // 2), self.step))
        self.asked, self.turned = np.maximum(0, self.asked + turn * self.step), turn
        return bool(turn.any())


@dataclass(slots=True)
class PricedGraph:
    """One person's rosters: a graph that keeps some rows, and those left to prices."""

    graph: LineGraph
    rows: tuple[LeftRow, ...]
    """Left rows of duties only; those of which steps tell come before them in what follows."""
    most: Ints
    """Of each left row."""
    _asked: Ints = field(init=False)
    """What a unit of each row was priced at last."""
    _chance: Ints = field(init=False)
    """A figure drawn for each duty of the graph."""
    _kept: tuple[list[int], int] | None = field(init=False, default=None)
    """A roster that keeps all rows, and what it costs beside its duties."""

    def __post_init__(self) -> None:
        self._asked = np.zeros(len(self.most), dtype=np.int64)
        draw = np.random.default_rng(len(self.graph.duties))
        self._chance = draw.integers(-CHANCES, CHANCES + 1, len(self.graph.duties))

    def cheapest(self, prices: Ints) -> Cheapest:
        """Near the cheapest roster that keeps all rows; `prices` by master column.

        Raises Unreadable where no prices have led to any.
        """
        if not len(self.most):
            total, duties = self.graph.cheapest(prices)
            return Cheapest(total, total, duties, 1)
        step = self._first_step(prices)
        search = _Prices(self._asked, step, self.most)
        tried = list(self._tried(prices, search, WALKS, NO_CHANCE))
        proven, self._asked = max(((one.proven, one.asked) for one in tried), key=itemgetter(0))
        tried += self._aimed_below(prices, search.asked, step, tried)
        total, duties = self._best(prices, tried) or self._any(prices)
        self._kept = duties, total - int(prices[duties].sum())
        return Cheapest(proven, total, duties, len(tried))

    def _best(self, prices: Ints, tried: Sequence[_Tried]) -> tuple[int, list[int]] | None:
        """The cheapest roster that keeps all rows: of those tried, and the last one known."""
        found = [(one.total, one.duties) for one in tried if one.keeps]
        if self._kept is not None:
            duties, beside = self._kept
            found.append((beside + int(prices[duties].sum()), duties))
        return min(found, key=itemgetter(0), default=None)

    def _any(self, prices: Ints) -> tuple[int, list[int]]:
        """A roster that keeps all rows, whatever its duties cost."""
        none = np.zeros_like(prices)
        tried = self._aimed_below(none, np.zeros_like(self.most), SCALE, [])
        found = self._best(none, tried)
        if found is None:
            raise Unreadable("no prices lead to a roster that keeps all rows")
        beside, duties = found
        return beside + int(prices[duties].sum()), duties

    def _aimed_below(self, prices: Ints, asked: Ints, step: int, before: Sequence[_Tried]) -> list[_Tried]:
        """What is tried with less and less in view until a roster keeps the rows; nothing where one did before.

        Where all days pay alike, a price a little higher empties a kind of shift: chance tells its days apart.
        """
        tried: list[_Tried] = []
        for share in SHARES:
            if any(one.keeps for one in (*before, *tried)):
                break
            search = _Prices(asked, step, self.most - self.most // share)
            tried += self._tried(prices, search, WALKS_BELOW, max(1, step // CHANCE))
            asked = search.asked
        return tried

    def _tried(self, prices: Ints, search: _Prices, walks: int, chance: int) -> Iterator[_Tried]:
        """The cheapest rosters while prices of left rows are moved; `chance`: how much is in the prices of duties."""
        chanced = prices.copy()
        chanced[self.graph.duties] += chance * self._chance
        for _ in range(walks):
            asked = search.asked
            total, duties, amounts = self._walk(chanced, asked)
            own = total - int(asked @ amounts) - int((chanced[duties] - prices[duties]).sum())
            yield _Tried(total - int(asked @ self.most), asked, own, duties, bool((amounts <= self.most).all()))
            if not search.move(amounts):
                return

    def _first_step(self, prices: Ints) -> int:
        of_duties = np.abs(prices[self.graph.duties])
        priced = of_duties[of_duties > 0]
        return max(1, int(np.median(priced)) // FIRST_STEP) if len(priced) else 1

    def _walk(self, prices: Ints, asked: Ints) -> tuple[int, list[int], Ints]:
        """The cheapest roster when each unit of the left rows is priced, with these prices in its total."""
        of_steps = len(self.graph.adds)
        priced = prices.copy()
        for row, price in zip(self.rows, asked[of_steps:].tolist(), strict=True):
            priced[row.columns] += price * row.factors
        total, duties, told = self.graph.walk(priced, asked[:of_steps])
        of_duties = [int(row.factors[np.isin(row.columns, duties)].sum()) for row in self.rows]
        return total, duties, np.concatenate([told, np.array(of_duties, dtype=np.int64)])


def priced_graphs(
    master: Master, people: Sequence[OwnRows], told: Sequence[Written], *, count_all: bool = True
) -> list[PricedGraph]:
    """The graph of each person's rosters; from the first on for whom all rows are too much to count, the others leave
    rows to prices too, where they have any (not `count_all`: from the very first on).

    Raises Unreadable, or NoRoster where somebody has none.
    """
    found = list[PricedGraph]()
    for own, whole in zip(people, told, strict=True):
        graph = None if count_all else _left(master, own, whole)
        if graph is None:
            try:
                graph = PricedGraph(line_graph(days_of(master, whole)), (), NONE)
            except TooManyStates:
                count_all, graph = False, _left(master, own, whole)
                if graph is None:
                    raise
        found.append(graph)
    return found


def _left(master: Master, own: OwnRows, whole: Written) -> PricedGraph | None:
    """With every row left to a price that can be, one about many days that only says "at most so many"; None where
    there is no such row."""
    able = [number for number, row in enumerate(whole.rows) if _may_be_left(row)]
    if not able:
        return None
    of_duties = [n for n in able if all(column < len(master.table) for column in whole.rows[n].factors)]
    of_steps = [n for n in able if n not in of_duties]
    # Duties that differ in rows of duties only are one family of the graph once these are left out of what it reads.
    read = [number for number in range(len(own.rows)) if number not in of_duties]
    rest = written(master, replace(own, rows=tuple(own.rows[number] for number in read)))
    graph = line_graph(days_of(master, rest), np.array([read.index(number) for number in of_steps], dtype=np.int64))
    rows = tuple(_row(whole.rows[number]) for number in of_duties)
    return PricedGraph(graph, rows, np.array([whole.rows[n].upper for n in of_steps + of_duties], dtype=np.int64))


def _may_be_left(row: WrittenRow) -> bool:
    return is_counted(row) and row.cents is None and row.lower <= -FREE and all(f > 0 for f in row.factors.values())


def _row(row: WrittenRow) -> LeftRow:
    columns, factors = row.factors.keys(), row.factors.values()
    return LeftRow(np.array([*columns], dtype=np.int64), np.array([*factors], dtype=np.int64))
