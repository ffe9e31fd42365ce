"""The best plan known, while pieces of it are opened again and searched, by several threads at once."""

import threading
from dataclasses import dataclass

import numpy as np

from solver.incidence import Incidence
from solver.master import Master
from solver.parts import Part
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class Opened:
    """What is free again, with the rows that the rest of the plan leaves it."""

    part: Part
    values: Ints
    """The free columns as they stood, in the order of the part's columns."""
    cents: int
    """What they cost so."""


class Standing:
    """A value for every column of a master, 0 at first; people who have not been planned yet do nothing."""

    def __init__(self, master: Master, incidence: Incidence | None = None) -> None:
        self.master = master
        self.incidence = incidence or Incidence(master)
        self.values: Ints = np.zeros(master.size, dtype=np.int64)
        self.prices: Ints = np.array(master.cents, dtype=np.int64)
        self._lock = threading.Lock()

    def opened(self, duties: Ints) -> Opened:
        """These duties free again, with the further columns that depend on them; all others keep their values."""
        incidence = self.incidence
        values = self.values.copy()
        linked = incidence.with_columns_linked(duties, len(self.master.table))
        columns = incidence.moving(values, duties, linked)
        marks = np.zeros(self.master.size, dtype=np.bool_)
        marks[columns] = True
        closed, kept = incidence.narrowed(values, marks, incidence.rows_holding(columns))
        # What another person's work makes impossible needs no variable; it is 0 as it stands, or nothing was legal.
        left = np.setdiff1d(columns, closed[values[closed] == 0])
        return Opened(Part(left, tuple(kept)), values[left], int(self.prices[left] @ values[left]))

    def cents_of(self, columns: Ints) -> int:
        """What some columns cost as they stand."""
        return int(self.prices[columns] @ self.values[columns])

    def put(self, columns: Ints, values: Ints) -> None:
        """Let these columns have these values, whatever they cost."""
        with self._lock:
            self.values[columns] = values

    def offer(self, columns: Ints, values: Ints) -> bool:
        """Take these values if they are cheaper and keep every row they touch, beside what others changed meanwhile."""
        with self._lock:
            prices = self.prices[columns]
            if int(prices @ values) >= int(prices @ self.values[columns]):
                return False
            tried = self.values.copy()
            tried[columns] = values
            if not self.incidence.kept(tried, self.incidence.rows_holding(columns)):
                return False
            self.values = tried
            return True
