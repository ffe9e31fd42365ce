"""All rows of a master as flat arrays: what each row holds, which rows hold a column, how far a plan fills them."""

import numpy as np

from solver.master import Master, Row
from solver.universe import Bools, Ints


class Incidence:
    """One entry for each column of each row, row after row; read once the master is complete."""

    def __init__(self, master: Master) -> None:
        rows = master.rows
        empty = np.zeros(0, dtype=np.int64)
        sizes = np.array([len(row.columns) for row in rows], dtype=np.int64)
        self.rules = [row.rule for row in rows]
        self.lower = np.array([row.lower for row in rows], dtype=np.int64)
        self.upper = np.array([row.upper for row in rows], dtype=np.int64)
        self.first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        self.row_of = np.repeat(np.arange(len(rows)), sizes)
        self.columns = np.concatenate([empty, *(row.columns for row in rows)])
        self.coefficients = np.concatenate([empty, *(row.coefficients for row in rows)])
        self._by_column = np.argsort(self.columns, kind="stable")
        counts = np.bincount(self.columns, minlength=master.size)
        self._column_first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self.column_lower = np.array(master.lower, dtype=np.int64)
        self.column_upper = np.array(master.upper, dtype=np.int64)

    def entries_of_rows(self, rows: Ints) -> Ints:
        """The entries of some rows, row after row."""
        return _ranges(self.first[rows], self.first[rows + 1])

    def rows_holding(self, columns: Ints) -> Ints:
        """The rows that hold any of these columns, in order."""
        entries = self._by_column[_ranges(self._column_first[columns], self._column_first[columns + 1])]
        return np.unique(self.row_of[entries])

    def kept(self, values: Ints, rows: Ints) -> bool:
        """Whether these values keep some rows."""
        entries = self.entries_of_rows(rows)
        place = np.repeat(np.arange(len(rows)), self.first[rows + 1] - self.first[rows])
        filled = _sums(self.coefficients[entries] * values[self.columns[entries]], place, len(rows))
        return bool(((filled >= self.lower[rows]) & (filled <= self.upper[rows])).all())

    def with_columns_linked(self, columns: Ints, first_further: int) -> Ints:
        """These columns, and all further ones (from `first_further` on) tied to them through rows and one another."""
        found = columns
        while True:
            held = self.columns[self.entries_of_rows(self.rows_holding(found))]
            grown = np.union1d(found, held[held >= first_further])
            if len(grown) == len(found):
                return grown
            # Columns that are no duty link rows of one person or member only: a few steps reach them all.
            found = grown

    def moving(self, values: Ints, chosen: Ints, linked: Ints) -> Ints:
        """Of the columns linked to some chosen ones, those that can change when only these are opened.

        A column that an equation fixes is no link any more: what a person does in one week leaves the counts of the
        other weeks alone. Columns of rows that the plan does not keep yet stay, as they may have to mend them.
        """
        rows = self.rows_holding(linked)
        entries = self.entries_of_rows(rows)
        place = np.repeat(np.arange(len(rows)), self.first[rows + 1] - self.first[rows])
        columns = self.columns[entries]
        filled = _sums(self.coefficients[entries] * values[columns], place, len(rows))
        kept = (filled >= self.lower[rows]) & (filled <= self.upper[rows])
        equation = kept & (self.lower[rows] == self.upper[rows])
        free = np.zeros(len(values), dtype=np.bool_)
        free[linked] = True
        stays = np.zeros(len(values), dtype=np.bool_)
        stays[chosen] = True
        stays[columns[~kept[place]]] = True
        while True:
            open_ = free[columns]
            alone = equation & (np.bincount(place[open_], minlength=len(rows)) == 1)
            fixed = columns[open_ & alone[place] & ~stays[columns]]
            if not len(fixed):
                break
            free[fixed] = False
        place, columns = place[open_], columns[open_]
        while True:
            touched = np.zeros(len(rows), dtype=np.bool_)
            touched[place[stays[columns]]] = True
            further = columns[touched[place] & ~stays[columns]]
            if not len(further):
                return np.flatnonzero(stays & free)
            stays[further] = True

    def narrowed(self, values: Ints, open_columns: Bools, rows: Ints) -> tuple[Ints, list[Row]]:
        """Some rows, all but the open columns at their values: columns that must then be 0, rows that still bind."""
        entries = self.entries_of_rows(rows)
        place = np.repeat(np.arange(len(rows)), self.first[rows + 1] - self.first[rows])
        columns, factors = self.columns[entries], self.coefficients[entries]
        fixed = ~open_columns[columns]
        standing = _sums(np.where(fixed, factors * values[columns], 0), place, len(rows))
        lower, upper = self.lower[rows] - standing, self.upper[rows] - standing
        place, columns, factors = place[~fixed], columns[~fixed], factors[~fixed]
        closed = self._impossible(place, columns, factors, upper, len(rows))
        stays = ~np.isin(columns, closed)
        place, columns, factors = place[stays], columns[stays], factors[stays]
        least, most = self._reach(place, columns, factors, len(rows))
        binding = (least < lower) | (most > upper)
        cuts = np.searchsorted(place, np.arange(len(rows) + 1))
        kept = [
            Row(
                columns[cuts[row] : cuts[row + 1]],
                factors[cuts[row] : cuts[row + 1]],
                int(lower[row]),
                int(upper[row]),
                self.rules[int(rows[row])],
            )
            for row in np.flatnonzero(binding).tolist()
        ]
        return closed, kept

    def _reach(self, place: Ints, columns: Ints, factors: Ints, rows: int) -> tuple[Ints, Ints]:
        low, high = factors * self.column_lower[columns], factors * self.column_upper[columns]
        return (
            _sums(np.minimum(low, high), place, rows),
            _sums(np.maximum(low, high), place, rows),
        )

    def _impossible(self, place: Ints, columns: Ints, factors: Ints, upper: Ints, rows: int) -> Ints:
        """0-1 columns that alone would pass what a row leaves them."""
        least, _ = self._reach(place, columns, factors, rows)
        binary = (self.column_lower[columns] == 0) & (self.column_upper[columns] == 1)
        over = binary & (factors > 0) & (least[place] + factors > upper[place])
        return np.unique(columns[over])


def _sums(values: Ints, place: Ints, rows: int) -> Ints:
    """The values added up by row, in whole numbers."""
    total = np.zeros(rows, dtype=np.int64)
    np.add.at(total, place, values)
    return total


def _ranges(starts: Ints, ends: Ints) -> Ints:
    """All whole numbers of several ranges, one after another."""
    sizes = ends - starts
    offsets = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    ranges: Ints = np.repeat(starts, sizes) + offsets
    return ranges
