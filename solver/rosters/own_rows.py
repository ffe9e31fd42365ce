"""Which rows of a part are about one person only, and which link people.

A row is somebody's own when all its duties are theirs and its further columns are in no row of anybody else. Nothing
here knows a rule: a new one is somebody's own when its rows are.
"""

from dataclasses import dataclass

import numpy as np

from solver.master import Master, Row
from solver.parts import Part
from solver.universe import Ints

NOBODY, SEVERAL = -1, -2


@dataclass(frozen=True, slots=True)
class OwnRows:
    """All that the master says of one person alone."""

    person: int
    duties: Ints
    """Columns."""
    further: Ints
    """Columns that are no duties."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Owned:
    """A part, told apart by person."""

    people: tuple[OwnRows, ...]
    shared: tuple[Row, ...]
    """The rows that link people."""
    further: Ints
    """Columns of these that are no duties, and those of no row."""


def owned(master: Master, part: Part) -> Owned:
    """Tell the rows of a part apart."""
    duties = len(master.table)
    owner: Ints = np.full(master.size, NOBODY, dtype=np.int64)
    owner[:duties] = master.table.employee
    entries = _Entries(part.rows)
    while _spread(owner, entries, duties):
        pass
    owners = entries.owners(owner).tolist()
    people = np.unique(owner[part.columns[part.columns < duties]])
    of_person: dict[int, list[Row]] = {int(person): [] for person in people}
    shared: list[Row] = []
    for row, whose in zip(part.rows, owners, strict=True):
        of_person.get(whose, shared).append(row)
    own = owner[part.columns]
    first_further = part.columns >= duties
    return Owned(
        tuple(
            OwnRows(
                person,
                part.columns[~first_further & (own == person)],
                part.columns[first_further & (own == person)],
                tuple(rows),
            )
            for person, rows in of_person.items()
        ),
        tuple(shared),
        part.columns[first_further & ~np.isin(own, people)],
    )


def _spread(owner: Ints, entries: "_Entries", duties: int) -> bool:
    """Let further columns belong to whom their rows are about; whether anything changed."""
    whose = entries.owners(owner)[entries.row]
    further = (entries.column >= duties) & (whose != NOBODY) & (owner[entries.column] != whose)
    columns, whose = entries.column[further], whose[further]
    before = owner[columns]
    owner[columns] = whose
    owner[columns[(before != NOBODY) | (owner[columns] != whose)]] = SEVERAL
    return bool((owner[columns] != before).any())


class _Entries:
    """The columns of some rows, row after row."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        sizes = np.array([len(row.columns) for row in rows], dtype=np.int64)
        self.column = np.concatenate([np.zeros(0, dtype=np.int64), *(row.columns for row in rows)])
        self.row = np.repeat(np.arange(len(rows)), sizes)
        self._rows = len(rows)

    def owners(self, owner: Ints) -> Ints:
        """Whose columns each row holds: a person, nobody yet, or several."""
        whose = owner[self.column]
        known = whose != NOBODY
        least = np.full(self._rows, np.iinfo(np.int64).max, dtype=np.int64)
        most = np.full(self._rows, np.iinfo(np.int64).min, dtype=np.int64)
        np.minimum.at(least, self.row[known], whose[known])
        np.maximum.at(most, self.row[known], whose[known])
        return np.where(least > most, NOBODY, np.where(least < most, SEVERAL, least))
