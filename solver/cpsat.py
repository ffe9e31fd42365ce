"""A master, or one independent part of it, as a CP-SAT model."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from ortools.sat.python import cp_model

from solver.master import INFINITE, Master, Row
from solver.universe import Bools, Ints

NO_LIMIT = 1 << 60
"""Beyond what any objective comes to."""


class CpMaster:
    """A CP-SAT model; `columns` are the master's columns it holds, in order, `variables` theirs by master column."""

    def __init__(
        self,
        master: Master,
        columns: Ints | None = None,
        rows: Sequence[Row] | None = None,
        closed: Ints | None = None,
    ) -> None:
        """The whole master, or some of its columns with the rows that hold only these; `closed` columns stay at 0."""
        self.master = master
        self.model = cp_model.CpModel()
        self._never = self.model.new_bool_var("")
        self.model.add(self._never == 0)
        self.closed: frozenset[int] = frozenset() if closed is None else frozenset(closed.tolist())
        lower, upper = np.asarray(master.lower), np.asarray(master.upper)
        self._plain: Bools = (lower == 0) & (upper == 1)
        self._open: Bools = np.ones(master.size, dtype=np.bool_)
        if closed is not None:
            self._open[closed] = False
        self.columns: list[int] = (np.arange(master.size) if columns is None else columns).tolist()
        self.variables: dict[int, cp_model.IntVar] = {column: self._variable(column) for column in self.columns}
        for row in master.rows if rows is None else rows:
            self._add(row)
        self.hairs_a_cent = 1
        """Units of the objective in a cent."""
        self.model.minimize(self._objective())

    def prefer(self, hairs: Mapping[int, int], hairs_a_cent: int) -> None:
        """Price columns in hairs too, by master column: so many of them weigh a cent, so that they decide ties only."""
        self.hairs_a_cent = hairs_a_cent
        cents = self.master.cents
        weights = {c: hairs_a_cent * cents[c] + hairs.get(c, 0) for c in self.columns}
        self.model.minimize(self._sum(weights))

    def charge(self, prices: Ints) -> None:
        """Let columns cost this instead, by master column, in whole units that the caller knows."""
        self.model.minimize(self._sum(dict(zip(self.columns, prices[self.columns].tolist(), strict=True))))

    def better(self, chosen: Collection[int], cents: int) -> None:
        """Start from a plan that is known, by its duties, and look for none dearer; said after `prefer`."""
        for column in self.columns:
            if column < len(self.master.table) and column not in self.closed:
                self.model.add_hint(self.variables[column], int(column in chosen))
        self.model.proto.objective.domain.extend([-NO_LIMIT, cents * self.hairs_a_cent + self.hairs_a_cent - 1])

    def _variable(self, column: int) -> cp_model.IntVar:
        if column in self.closed:
            return self._never
        lower, upper = self.master.lower[column], self.master.upper[column]
        return self.model.new_bool_var("") if (lower, upper) == (0, 1) else self.model.new_int_var(lower, upper, "")

    def _add(self, row: Row) -> None:
        kept = self._open[row.columns]
        columns, coefficients = row.columns[kept], row.coefficients[kept]
        if not len(columns) and row.lower <= 0 <= row.upper:
            return
        chosen = [self.variables[column] for column in columns.tolist()]
        plain = row.lower <= 0 and row.upper == 1 and bool(self._plain[columns].all())
        if plain and bool((coefficients == 1).all()):
            self.model.add_at_most_one(chosen)
            return
        total = cp_model.LinearExpr.weighted_sum(chosen, coefficients.tolist())
        if row.lower <= -INFINITE:
            self.model.add(total <= row.upper)
        elif row.upper >= INFINITE:
            self.model.add(total >= row.lower)
        else:
            self.model.add_linear_constraint(total, row.lower, row.upper)

    def _objective(self) -> cp_model.LinearExprT:
        """The cost of the columns; the master's constants are left out."""
        cents = self.master.cents
        return self._sum({column: cents[column] for column in self.columns})

    def _sum(self, weights: Mapping[int, int]) -> cp_model.LinearExprT:
        """Columns by their weights, closed ones left out."""
        priced = [column for column, weight in weights.items() if weight and column not in self.closed]
        return cp_model.LinearExpr.weighted_sum(
            [self.variables[column] for column in priced], [weights[column] for column in priced]
        )

    def hint(self, values: Mapping[int, int]) -> None:
        """Start from a whole solution of the master, by master column."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for column, variable in self.variables.items():
            if column not in self.closed:
                self.model.add_hint(variable, values[column])
