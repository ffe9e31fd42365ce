"""Whose the columns of a master are: of duties it is known, of all others their rows tell."""

from collections.abc import Iterable

import numpy as np

from solver.master import Row
from solver.universe import Ints

NOBODYS = -1
"""Of a column that belongs to nobody, or not to one alone."""


def spread(owner: Ints, rows: Iterable[Row]) -> None:
    """Let columns that nobody has yet belong, in place, to the only owner that a row of theirs is about, row by row."""
    columns = [row.columns for row in rows]
    waiting = True
    while waiting:
        waiting = False
        for own in columns:
            whose = np.unique(owner[own])
            if len(whose) == 2 and whose[0] == NOBODYS:  # noqa: PLR2004 — one owner, and columns nobody has yet
                owner[own] = whose[1]
                waiting = True
