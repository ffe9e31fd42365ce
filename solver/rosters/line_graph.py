"""All rosters of one person as a graph from day to day, and the cheapest at given prices: exact dynamic programming.

A state is one of `solver.rosters.patterns` with what has been counted so far of the rows about many days. The graph
does not depend on prices: made once, it is walked backwards at any, a family of duties being as cheap as its cheapest.
Rows may be left out of what is counted: each step then tells what it adds to them (`solver.rosters.left_to_prices`).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.lagrange import SCALE
from solver.rosters.days import Days
from solver.rosters.patterns import Steps, is_counted, patterns
from solver.rosters.sums import Ahead, ahead
from solver.rosters.walk import cheapest_walk
from solver.rosters.written import NoRoster, TooManyStates
from solver.universe import Bools, Ints

Shorts = NDArray[np.int32]
NONE: Ints = np.zeros(0, dtype=np.int64)

MOST_CODES = 1 << 62
MOST_STATES = 100_000
"""Of one day, counts included."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The steps out of the states before one day: one row for each way to spend it, one column a state."""

    families: Ints
    """Of each way."""
    target: Shorts
    """State after; the number of states after where there is no such step."""
    cost: Ints
    """In thousandths of a cent."""
    adds: Ints
    """To each row left out."""
    states: int
    """How many there are after."""


@dataclass(frozen=True, slots=True)
class LineGraph:
    """The rosters of one person that keep some of the person's rows; states are numbered day after day."""

    duties: Ints
    """Columns."""
    family: Ints
    """Of each duty; the first families are the days off, one a day."""
    families: tuple[int, int]
    """How many are days off, and how many there are."""
    begins: Ints
    """Of each state, the first of the steps out of it."""
    target: Shorts
    step_family: Shorts
    cost: Ints
    """Of each step; costs in thousandths of a cent."""
    adds: Shorts
    """What each step adds to each row left out (rows x steps)."""

    def cheapest(self, prices: Ints) -> tuple[int, list[int]]:
        """The least total price of a roster and its duties; by master column, in thousandths of a cent."""
        total, duties, _ = self.walk(prices, NONE)
        return total, duties

    def walk(self, prices: Ints, of_left: Ints) -> tuple[int, list[int], Ints]:
        """The same when each unit of the rows left out is priced too (none: not at all), and what it adds to them."""
        cost = self.cost + of_left @ self.adds if of_left.any() else self.cost
        total, places, steps = cheapest_walk(
            self.begins, self.target, self.step_family, cost, prices[self.duties], self.family, self.families
        )
        return int(total), self.duties[places].tolist(), self.adds[:, steps].sum(axis=1)


def line_graph(days: Days, left: Ints = NONE) -> LineGraph:
    """The graph; `left`: rows by number that are not kept but told of.

    Raises TooManyStates where it is too large, NoRoster where no roster keeps the rows.
    """
    rows = days.written.rows
    many = [number for number, row in enumerate(rows) if is_counted(row) and number not in left]
    known, layers = patterns(days, np.array([*many, *left.tolist()], dtype=np.int64)), list[Layer]()
    pattern, sums = np.zeros(1, dtype=np.int64), np.zeros((1, len(many)), dtype=np.int64)
    for number, steps in enumerate(known.steps):
        least, most = known.least[number + 1][:, : len(many)], known.most[number + 1][:, : len(many)]
        counted = ahead([rows[row] for row in many], least, most)
        ways = _ways(steps, len(known.most[number]))
        layer, pattern, sums = _layer(ways, steps, counted, pattern, sums)
        layers.append(layer)
    return _flat(days, _that_end(layers))


def _layer(
    ways: list[tuple[int, Ints]], steps: Steps, counted: Ahead, pattern: Ints, sums: Ints
) -> tuple[Layer, Ints, Ints]:
    """One day: its layer, and of each state after it the pattern and the counts."""
    leads: Bools = np.logical_and.reduce(counted.least <= counted.most, axis=1)
    many = sums.shape[1]
    found: list[tuple[int, Ints, Ints, Ints, Ints, Ints]] = []
    for family, way in ways:
        step = way[pattern]
        states = np.flatnonzero((step >= 0) & leads[steps.target[step]])
        step = step[states]
        counts, due, can = counted.of(steps.target[step]).settle(sums[states] + steps.adds[step, :many])
        states, step, counts, due = states[can], step[can], counts[can], due[can]
        more = steps.adds[step, many:]
        found.append((family, states, steps.target[step], counts, due + steps.cents[step], more))
    if not any(len(states) for _, states, *_ in found):
        raise NoRoster("nothing leads on")
    after, index = _numbered(np.concatenate([f[2] for f in found]), np.concatenate([f[3] for f in found]))
    if len(after) > MOST_STATES:
        raise TooManyStates("too much to count")
    target = np.full((len(found), len(pattern)), len(after), dtype=np.int32)
    cost = np.zeros((len(found), len(pattern)), dtype=np.int64)
    adds = np.zeros((len(found), len(pattern), steps.adds.shape[1] - many), dtype=np.int64)
    filled = 0
    for row, (_, states, _, _, cents, more) in enumerate(found):
        target[row, states] = index[filled : filled + len(states)]
        cost[row, states] = SCALE * cents
        adds[row, states] = more
        filled += len(states)
    layer = Layer(np.array([f[0] for f in found], dtype=np.int64), target, cost, adds, len(after))
    every = np.concatenate([f[2] for f in found])
    counts = np.concatenate([f[3] for f in found])
    return layer, every[after], counts[after]


def _ways(steps: Steps, states: int) -> list[tuple[int, Ints]]:
    """Steps by family, and by turn where a family has several from one state: for each state the step, -1 for none."""
    order = np.lexsort((steps.origin, steps.family))
    keys = steps.family[order] * states + steps.origin[order]
    new = np.concatenate([[True], np.diff(keys) > 0]) if len(keys) else np.zeros(0, dtype=np.bool_)
    begins = np.flatnonzero(new)
    turn = np.arange(len(keys)) - np.repeat(begins, np.diff(np.append(begins, len(keys))))
    found = list[tuple[int, Ints]]()
    for family, number in sorted(set(zip(steps.family[order].tolist(), turn.tolist(), strict=True))):
        chosen = order[(steps.family[order] == family) & (turn == number)]
        way = np.full(states, -1, dtype=np.int64)
        way[steps.origin[chosen]] = chosen
        found.append((family, way))
    return found


def _numbered(pattern: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For each different state one place where it stands, and for each place the number of its state."""
    codes = pattern.copy()
    for column in counts.T:
        low = int(column.min(initial=0))
        width = int(column.max(initial=0)) - low + 1
        if (int(codes.max(initial=0)) + 1) * width >= MOST_CODES:
            raise TooManyStates("too much to count")
        codes = codes * width + (column - low)
    _, first, index = np.unique(codes, return_index=True, return_inverse=True)
    return first, index.reshape(-1)


def _that_end(layers: list[Layer]) -> tuple[Layer, ...]:
    """Without the states that no roster ends from."""
    found, number = list[Layer](), np.array([0, 1], dtype=np.int32)
    alive = 1
    for layer in reversed(layers):
        target = number[layer.target]
        keeps: Bools = np.logical_or.reduce(target < alive, axis=0)
        found.append(Layer(layer.families, target[:, keeps], layer.cost[:, keeps], layer.adds[:, keeps], alive))
        alive = int(keeps.sum())
        number = np.full(len(keeps) + 1, alive, dtype=np.int32)
        number[:-1][keeps] = np.arange(alive, dtype=np.int32)
    if not alive:
        raise NoRoster("nothing leads to the end")
    return tuple(reversed(found))


def _flat(days: Days, layers: tuple[Layer, ...]) -> LineGraph:
    """The layers one after another, steps that are none left out."""
    many = len(days.days)
    first = many + np.cumsum([0, *(day.families - 1 for day in days.days)])
    before = np.cumsum([0, *(layer.target.shape[1] for layer in layers)])
    out, target, family, cost, adds = list[Ints](), list[Ints](), list[Ints](), list[Ints](), list[Shorts]()
    for number, layer in enumerate(layers):
        state, way = np.nonzero((layer.target < layer.states).T)
        own = layer.families[way]
        out.append(np.bincount(state, minlength=layer.target.shape[1]))
        target.append(layer.target[way, state] + before[number + 1])
        family.append(np.where(own == 0, number, first[number] + own - 1))
        cost.append(layer.cost[way, state])
        adds.append(layer.adds[way, state].T.astype(np.int32))
    return LineGraph(
        duties=np.concatenate([day.duties for day in days.days]),
        family=np.concatenate([first[number] + day.family - 1 for number, day in enumerate(days.days)]),
        families=(many, int(first[-1])),
        begins=np.concatenate([[0], np.cumsum(np.concatenate(out))]),
        target=np.concatenate(target).astype(np.int32),
        step_family=np.concatenate(family).astype(np.int32),
        cost=np.concatenate(cost),
        adds=np.concatenate(adds, axis=1),
    )
