"""Prices of a part's columns at given multipliers, and what is proven there, in whole numbers.

At *any* multipliers of the rows that link people, the cheapest lines add up to a proven bound (Lagrange). All is
computed in whole thousandths of a cent, so that no rounding of a linear solver can make it wrong.
"""

from dataclasses import dataclass

import numpy as np

from solver.duty_programme import Floats
from solver.line_rows import SortedPart
from solver.lines import NEVER, cheapest_through, costs_to_go
from solver.master import INFINITE, Master
from solver.universe import Ints

SCALE = 1000
"""Multipliers are whole thousandths of a cent."""


class Lagrange:
    """Prices of the columns and the bound, at given multipliers of a part's rows."""

    def __init__(self, master: Master, part: SortedPart) -> None:
        self.master, self.part = master, part
        self.cents = np.array(master.cents, dtype=np.int64)
        rows = part.rows
        self.row_of = np.repeat(np.arange(len(rows)), [len(row.columns) for row in rows])
        empty = np.zeros(0, dtype=np.int64)
        self.column_of = np.concatenate([empty, *(row.columns for row in rows)])
        self.factor_of = np.concatenate([empty, *(row.coefficients for row in rows)])
        self.lower = np.array([row.lower for row in rows], dtype=np.int64)
        self.upper = np.array([row.upper for row in rows], dtype=np.int64)

    def whole(self, multipliers: Floats) -> Ints:
        """Multipliers in cents as whole thousandths, those of absent sides set to 0."""
        rounded: Ints = np.rint(multipliers * SCALE).astype(np.int64)
        rounded[(self.lower <= -INFINITE) & (rounded > 0)] = 0
        rounded[(self.upper >= INFINITE) & (rounded < 0)] = 0
        return rounded

    def prices(self, multipliers: Ints) -> Ints:
        """What each column of the master costs once the rows are paid, in thousandths of a cent."""
        prices: Ints = self.cents * SCALE
        np.subtract.at(prices, self.column_of, multipliers[self.row_of] * self.factor_of)
        return prices

    def fixed(self, multipliers: Ints, prices: Ints) -> int:
        """The part of the bound that is no line: the rows' sides and the other columns at their best."""
        total = sum(
            int(u) * int(low if u > 0 else up)
            for u, low, up in zip(multipliers, self.lower, self.upper, strict=True)
            if u
        )
        for column in self.part.others.tolist():
            price = int(prices[column])
            total += min(price * self.master.lower[column], price * self.master.upper[column])
        return total

    def at(self, multipliers: Ints) -> "Level":
        """All that is proven at whole multipliers."""
        prices = self.prices(multipliers)
        to_go = tuple(costs_to_go(space, prices) for space in self.part.spaces)
        total = self.fixed(multipliers, prices) + sum(int(tables[0][-1, 0]) for tables in to_go)
        return Level(part=self.part, multipliers=multipliers, prices=prices, to_go=to_go, total=total)


@dataclass(frozen=True, eq=False, kw_only=True)
class Level:
    """What is proven at some multipliers, in thousandths of a cent."""

    part: SortedPart
    multipliers: Ints
    prices: Ints
    to_go: tuple[list[Ints], ...]
    """For each space of the part, see `solver.lines.costs_to_go`."""
    total: int
    """No plan of the part costs less."""

    @property
    def cents(self) -> int:
        """The same in cents. A plan costs whole cents, so it is rounded up."""
        return -(-self.total // SCALE)

    def room(self, cents: int) -> int:
        """How much dearer than the cheapest one person's line may be in a plan of at most so many cents."""
        return cents * SCALE - self.total

    def over(self) -> tuple[Ints, Ints]:
        """Each duty of the part, and how much dearer than the cheapest the cheapest line that holds it is."""
        empty = np.zeros(0, dtype=np.int64)
        columns, extra = [empty], [empty]
        for space, to_go in zip(self.part.spaces, self.to_go, strict=True):
            own, through = cheapest_through(space, self.prices, to_go)
            columns.append(own)
            extra.append(np.minimum(through, NEVER // 4) - int(to_go[0][-1, 0]))
        return np.concatenate(columns), np.concatenate(extra)
