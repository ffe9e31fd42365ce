"""The master model: one 0-1 column for each candidate duty, linear rows, costs by bill line.

It knows no solver: `solver.cpsat` and `solver.relaxation` read it. All figures are whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.duty_table import DutyTable
from solver.universe import Ints

INFINITE = 10**12


@dataclass(frozen=True, slots=True)
class Row:
    """lower <= sum of coefficient x column <= upper, with the rule it comes from."""

    columns: Ints
    coefficients: Ints
    lower: int
    upper: int
    rule: str


class Master:
    """Columns 0..n-1 are the duties of the table; constraints add further columns, rows and costs."""

    def __init__(self, table: DutyTable) -> None:
        self.table = table
        self.universe = table.universe
        self.problem = table.universe.problem
        self.limits = table.universe.limits
        self.lower: list[int] = [0] * len(table)
        self.upper: list[int] = [1] * len(table)
        self.rows: list[Row] = []
        self.constants: dict[str, int] = {}
        self.duty_cents: dict[str, Ints] = {}
        self.column_cents: dict[str, dict[int, int]] = {}
        self._worked: dict[tuple[int, int], int] = {}

    @property
    def size(self) -> int:
        """Number of columns."""
        return len(self.lower)

    def add_column(self, lower: int, upper: int) -> int:
        """A new whole-number column; its index."""
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1

    def add_row(
        self,
        rule: str,
        columns: Ints | Sequence[int],
        coefficients: Ints | Sequence[int] | int,
        *,
        lower: int = -INFINITE,
        upper: int = INFINITE,
    ) -> None:
        """One linear condition; a single coefficient serves all columns."""
        chosen = np.asarray(columns, dtype=np.int64)
        if not len(chosen) and not lower <= 0 <= upper:
            # Nothing can meet it: a column that stays at 0 carries it, so that no part of the master forgets it.
            chosen, coefficients = np.array([self.add_column(0, 0)], dtype=np.int64), 1
        factors = np.broadcast_to(np.asarray(coefficients, dtype=np.int64), chosen.shape)
        self.rows.append(Row(chosen, factors, lower, upper, rule))

    def add_duty_cents(self, line: str, cents: Ints) -> None:
        """A cost for each duty of the table, on a bill line."""
        self.duty_cents[line] = self.duty_cents.get(line, np.zeros(len(self.table), dtype=np.int64)) + cents

    def add_cents(self, line: str, column: int, cents: int) -> None:
        """A cost for each unit of a column, on a bill line."""
        prices = self.column_cents.setdefault(line, {})
        prices[column] = prices.get(column, 0) + cents

    @property
    def constant(self) -> int:
        """Cents that are there whatever is planned."""
        return sum(self.constants.values())

    @cached_property
    def cents(self) -> list[int]:
        """The cost of one unit of each column, all lines together; read once the master is complete."""
        total = [0] * self.size
        for duty_prices in self.duty_cents.values():
            for column, value in enumerate(duty_prices.tolist()):
                total[column] += value
        for prices in self.column_cents.values():
            for column, value in prices.items():
                total[column] += value
        return total

    def bill(self, values: Sequence[int]) -> dict[str, int]:
        """Cents by bill line when the columns take these values."""
        taken = np.asarray(values[: len(self.table)], dtype=np.int64)
        lines = dict(self.constants)
        for line, duty_prices in self.duty_cents.items():
            lines[line] = lines.get(line, 0) + int(taken @ duty_prices)
        for line, prices in self.column_cents.items():
            lines[line] = lines.get(line, 0) + sum(values[column] * cents for column, cents in prices.items())
        return lines

    def add_constant(self, line: str, cents: int) -> None:
        """A cost that is there whatever is planned."""
        self.constants[line] = self.constants.get(line, 0) + cents

    def add_one_duty_a_day(self) -> None:
        """A person begins at most one duty a day: a duty is all the pieces of that day."""
        for duties in self._by_person_day.values():
            if len(duties) > 1:
                self.add_row("one_duty_a_day", duties, 1, upper=1)

    def cheapest_imaginable(self, columns: Ints) -> int:
        """A bound for some columns that looks at no row but one duty a day; the constants are left out."""
        cents = np.array(self.cents, dtype=np.int64)
        duties = columns[columns < len(self.table)]
        days = self.table.employee[duties] * len(self.universe.days) + self.table.day[duties]
        best = np.zeros(int(days.max()) + 1 if len(days) else 0, dtype=np.int64)
        np.minimum.at(best, days, cents[duties])
        total = int(best.sum())
        for column in columns[columns >= len(self.table)].tolist():
            price = self.cents[column]
            total += min(price * self.lower[column], price * self.upper[column])
        return total

    @cached_property
    def _by_person_day(self) -> dict[tuple[int, int], Ints]:
        return _grouped(self.table.employee * len(self.universe.days) + self.table.day, len(self.universe.days))

    def duties_on(self, employee: int, day: int) -> Ints:
        """Columns of the duties a person could begin on a day (indexes); empty outside the horizon."""
        return self._by_person_day.get((employee, day), np.zeros(0, dtype=np.int64))

    def duties_of(self, employee: int, days: Sequence[int] | range) -> Ints:
        """Columns of a person's duties that begin on any of these days."""
        return np.concatenate([np.zeros(0, dtype=np.int64), *(self.duties_on(employee, day) for day in days)])

    def week_work(self, employee: int, week: int) -> tuple[Ints, Ints]:
        """Columns and the minutes each adds to a civil week (by number from 0); Sunday nights are split at midnight."""
        first, table = 7 * week, self.table
        eve = self.duties_on(employee, first - 1)
        eve = eve[table.work_next_day[eve] > 0]
        within = self.duties_of(employee, range(first, first + 6))
        sunday = self.duties_on(employee, first + 6)
        minutes = (table.work_next_day[eve], table.work[within], table.work_own_day[sunday])
        return np.concatenate([eve, within, sunday]), np.concatenate(minutes)

    def worked(self, employee: int, day: int) -> int | None:
        """A 0-1 column that is 1 when the person works any minute of this local day, None when they never can.

        It may be 1 on a free day too: use it in rows that want it small.
        """
        key = (employee, day)
        begun, eve = self.duties_on(employee, day), self.duties_on(employee, day - 1)
        late = eve[self.table.work_next_day[eve] > 0]
        if key not in self._worked:
            if not len(begun) and not len(late):
                return None
            column = self._worked[key] = self.add_column(0, 1)
            for duties in (begun, late):
                if len(duties):
                    self.add_row("worked_day", [*duties.tolist(), column], [1] * len(duties) + [-1], upper=0)
        return self._worked[key]

    @cached_property
    def duties_of_mission(self) -> dict[int, Ints]:
        """Columns that serve each mission."""
        missions = self.table.missions
        duty, piece = np.nonzero(missions >= 0)
        order = np.lexsort((duty, missions[duty, piece]))
        keys, duties = missions[duty, piece][order], duty[order]
        cuts = np.flatnonzero(np.diff(keys)) + 1
        return {
            int(part[0]): rows
            for part, rows in zip(np.split(keys, cuts), np.split(duties, cuts), strict=True)
            if len(part)
        }


def _grouped(keys: Ints, days: int) -> dict[tuple[int, int], Ints]:
    order = np.argsort(keys, kind="stable")
    cuts = np.flatnonzero(np.diff(keys[order])) + 1
    parts = np.split(order, cuts)
    return {(int(keys[part[0]]) // days, int(keys[part[0]]) % days): part for part in parts if len(part)}
