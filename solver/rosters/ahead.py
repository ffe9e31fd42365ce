"""Compile the inner step of whole rosters ahead (`python -m solver.rosters.ahead`), so that the first need not wait.

What is compiled is kept beside the module, or in the user's cache where it cannot be written.
"""

import numpy as np

from solver.rosters.walk import cheapest_walk


def compile_ahead() -> None:
    """Walk once through a graph of one day off, on arrays like those of `solver.rosters.line_graph`."""
    none, one = np.zeros(0, dtype=np.int64), np.zeros(1, dtype=np.int64)
    target, family = np.ones(1, dtype=np.int32), np.zeros(1, dtype=np.int32)
    cheapest_walk(np.arange(2), target, family, one, none, none, (1, 1))


if __name__ == "__main__":
    compile_ahead()
