"""Independent parts of a master: people who share no mission, no member's fair share and no rule can be planned apart.

Solving parts apart loses nothing: the cheapest whole is the cheapest of each, and their bounds add up.
"""

from dataclasses import dataclass

import numpy as np

from solver.master import Master, Row
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns of a master and the rows that hold them; no row reaches outside."""

    columns: Ints
    rows: tuple[Row, ...]


def independent_parts(master: Master) -> list[Part]:
    """The parts, largest first; columns that no row holds are a part of their own each person at most."""
    labels = _labels(master)
    rows: dict[int, list[Row]] = {}
    for row in master.rows:
        if len(row.columns):
            rows.setdefault(int(labels[row.columns[0]]), []).append(row)
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    found = [
        Part(np.sort(columns), tuple(rows.get(int(labels[columns[0]]), ())))
        for columns in np.split(order, cuts)
        if len(columns)
    ]
    return sorted(found, key=lambda part: (-len(part.columns), int(part.columns[0])))


def _labels(master: Master) -> Ints:
    """For each column the smallest column it is linked to through rows."""
    labels: Ints = np.arange(master.size, dtype=np.int64)
    rows = [row.columns for row in master.rows if len(row.columns) > 1]
    if not rows:
        return labels
    columns = np.concatenate(rows)
    sizes = np.array([len(row) for row in rows])
    starts = np.cumsum(sizes) - sizes
    while True:
        least = np.repeat(np.minimum.reduceat(labels[columns], starts), sizes)
        better = labels.copy()
        np.minimum.at(better, columns, least)
        better = better[better]
        if (better == labels).all():
            return labels
        labels = better
