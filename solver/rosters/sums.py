"""Partial sums of rows: what of them still matters for the days ahead."""

from dataclasses import dataclass

import numpy as np

from solver.rosters.written import FREE, WrittenRow
from solver.universe import Bools, Ints


@dataclass(frozen=True, slots=True)
class Ahead:
    """Sides and prices of some rows, and what the days ahead may add to each, at least and at most.

    Of these, one figure a row, or a table of such figures (cases x rows).
    """

    lower: Ints
    upper: Ints
    cents: Ints
    """For each unit missed; -1 where none may be."""
    least: Ints
    most: Ints

    def of(self, cases: Ints) -> "Ahead":
        """With what may be added in some cases."""
        return Ahead(self.lower, self.upper, self.cents, self.least[cases], self.most[cases])

    def settle(self, sums: Ints) -> tuple[Ints, Ints, Bools]:
        """The sums, what no longer matters forgotten; the cents that are due whatever follows; what can be kept.

        Two partial sums that leave the same for the days ahead become the same.
        """
        priced = self.cents >= 0
        over = np.maximum(0, sums + self.least - self.upper)
        under = np.maximum(0, self.lower - sums - self.most)
        kept: Bools = (((over == 0) & (under == 0)) | priced).all(axis=1)
        due: Ints = ((over + under) * np.where(priced, self.cents, 0)).sum(axis=1)
        sums = sums - over + under
        top, bottom = self.upper - self.most, self.lower - self.least
        # Below the top nothing can pass the row any more; above the bottom nothing can miss it.
        one_sided_up, one_sided_low = self.lower <= -FREE, self.upper >= FREE
        safe = np.where(one_sided_up, top, np.where(one_sided_low, bottom, np.maximum(top, bottom)))
        forget = np.where(
            one_sided_up, sums < top, np.where(one_sided_low, sums > bottom, (sums <= top) & (sums >= bottom))
        )
        return np.where(forget, safe, sums), due, kept


def ahead(rows: list[WrittenRow], least: Ints, most: Ints) -> Ahead:
    """Of some rows."""
    return Ahead(
        np.array([row.lower for row in rows], dtype=np.int64),
        np.array([row.upper for row in rows], dtype=np.int64),
        np.array([-1 if row.cents is None else row.cents for row in rows], dtype=np.int64),
        least,
        most,
    )
