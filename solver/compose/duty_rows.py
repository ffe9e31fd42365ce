"""What chosen duties add up to, row by row, compiled. Duties, rows and amounts stand side by side in the order of the
duties; `starts` says where each duty begins, and where the last one ends.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit


@njit(cache=True)
def added_up(chosen, starts, rows, amounts):  # type: ignore[no-untyped-def]
    """The rows that the chosen duties have amounts of, in order, each once, and how much of each."""
    many = 0
    for duty in chosen:
        many += starts[duty + 1] - starts[duty]
    every, much = np.empty(many, dtype=np.int64), np.empty(many, dtype=np.int64)
    filled = 0
    for duty in chosen:
        for place in range(starts[duty], starts[duty + 1]):
            at = filled  # few rows, nearly in order: insertion is quickest
            while at > 0 and every[at - 1] > rows[place]:
                at -= 1
            if at > 0 and every[at - 1] == rows[place]:
                much[at - 1] += amounts[place]
                continue
            every[at + 1 : filled + 1] = every[at:filled].copy()
            much[at + 1 : filled + 1] = much[at:filled].copy()
            every[at], much[at] = rows[place], amounts[place]
            filled += 1
    return every[:filled].copy(), much[:filled].copy()


@njit(cache=True)
def all_within(chosen, starts, rows, amounts, lower, upper):  # type: ignore[no-untyped-def]
    """Whether what the chosen duties add up to is within both sides of every row."""
    sums = np.zeros(len(lower), dtype=np.int64)
    for duty in chosen:
        for place in range(starts[duty], starts[duty + 1]):
            sums[rows[place]] += amounts[place]
    return np.all((lower <= sums) & (sums <= upper))
