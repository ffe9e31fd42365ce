"""The bound by lines: what no plan can go below, proven with whole-number multipliers; what each duty costs at least.

Column generation (Desaulniers, Desrosiers & Solomon, *Column Generation*, 2005): a linear programme over the lines met
so far gives multipliers for the rows that link people; at these, the cheapest line of each person is found by dynamic
programming and joins. At *any* multipliers the cheapest lines add up to a proven bound (Lagrange), computed here in
whole numbers, so that no rounding of a linear solver can make it wrong.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from solver.duty_programme import duty_multipliers
from solver.lagrange import SCALE, Lagrange
from solver.line_programme import LineProgramme
from solver.line_rows import SortedPart, sort_rows
from solver.lines import cheapest_line, costs_to_go
from solver.master import Master
from solver.parts import Part
from solver.universe import Ints

ROUNDS = 150
CLOSE_CENTS = 0.5
"""Stop when the linear programme and the bound are closer than what a whole cent can tell."""
SMOOTHING = 0.8
"""How far multipliers stay with the best ones so far (Wentges, 1997): fewer rounds."""


@dataclass(frozen=True, slots=True)
class LineBound:
    """What lines prove of a part; constants of the master are left out."""

    cents: int
    """No plan of the part costs less."""
    columns: Ints
    """Duties of the part."""
    through: Ints
    """For each of these the least cents of a plan that holds it; NEVER-like when no line does."""
    promising: Ints
    """Duties of the lines met on the way: good plans are mostly made of these."""


def _nobody_listens(cents: int) -> None:
    """The bound is asked for at the end only."""


class LineSearch:
    """The bound of one part: a first one at once, better ones on demand."""

    def __init__(self, master: Master, part: Part) -> None:
        """First multipliers are those of the linear programme on duties: mostly within a percent already."""
        self._part = sort_rows(master, part, SCALE)
        self._lagrange = Lagrange(master, self._part)
        self._best = self._lagrange.whole(duty_multipliers(master, part, self._part))
        self._proven, self._lines = _price(self._lagrange, self._part, self._best)
        self._programme = LineProgramme(master, self._part)
        self.settled = False
        """Whether better multipliers would tell nothing more."""

    @property
    def cents(self) -> int:
        """What is proven so far: no plan of the part costs less. A plan costs whole cents, so it is rounded up."""
        return -(-self._proven // SCALE)

    def improve(
        self,
        start: Collection[int],
        until: float,
        should_stop: Callable[[], bool],
        on_bound: Callable[[int], None] = _nobody_listens,
    ) -> None:
        """Some rounds towards better multipliers, at most until the time `until` (monotonic seconds) or a stop.

        `start` are the columns of a plan known already: its lines are the first, and spare many rounds.
        """
        for position, space in enumerate(self._part.spaces):
            self._programme.add(position, [c for day in space.days for c in day.columns.tolist() if c in start])
        for _ in range(ROUNDS):
            if self.settled or time.monotonic() > until or should_stop():
                return
            self._round(on_bound)

    def _round(self, on_bound: Callable[[int], None]) -> None:
        for position, columns in self._lines:
            self._programme.add(position, columns)
        mixed = self._programme.solve()
        if mixed is None or mixed[0] - self._proven / SCALE < CLOSE_CENTS:
            self.settled = True
            return
        here = np.rint(SMOOTHING * self._best + (1 - SMOOTHING) * self._lagrange.whole(mixed[1])).astype(np.int64)
        found, self._lines = _price(self._lagrange, self._part, here)
        if found > self._proven:
            self._proven, self._best = found, here
            on_bound(self.cents)

    def answer(self) -> LineBound:
        """What is proven, duty by duty."""
        return _answer(self._lagrange, self._best, self._programme.duties)


def _price(lagrange: Lagrange, part: SortedPart, multipliers: Ints) -> tuple[int, list[tuple[int, list[int]]]]:
    prices = lagrange.prices(multipliers)
    total, lines = lagrange.fixed(multipliers, prices), []
    for position, space in enumerate(part.spaces):
        least, columns = cheapest_line(space, prices, costs_to_go(space, prices))
        total += least
        lines.append((position, columns))
    return total, lines


def _answer(lagrange: Lagrange, multipliers: Ints, promising: Ints) -> LineBound:
    level = lagrange.at(multipliers)
    columns, extra = level.over()
    return LineBound(
        cents=level.cents,
        columns=columns,
        through=-(-(level.total + extra) // SCALE),
        promising=promising,
    )
