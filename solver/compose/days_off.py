"""Days of the fortnight to keep free, as proposals where weekends can be worked; the checker has the last word."""

from functools import cache
from itertools import combinations
from random import Random

import numpy as np

from gems.domain.typical import WEEKS
from solver.universe import Bools

WEEK = 7
DAYS = WEEK * WEEKS
WEEKEND = (5, 6)
OFF, RUN = 4, 6
"""Four days off in the fortnight, a Sunday and its neighbour among them, and no more than six worked in a row."""


@cache
def week_days() -> Bools:
    """Monday to Friday."""
    worked: Bools = ~np.isin(np.arange(DAYS) % WEEK, WEEKEND)
    return worked


@cache
def _all() -> tuple[tuple[int, ...], ...]:
    return tuple(off for off in combinations(range(DAYS), OFF) if _fits(off))


def _fits(off: tuple[int, ...]) -> bool:
    """A Sunday and its Saturday or Monday, a day each week, and no long run when the fortnight repeats."""
    runs = [(later - day) % DAYS for day, later in zip(off, (*off[1:], off[0]), strict=True)]
    sunday = any(day % WEEK == WEEK - 1 and {day - 1, day + 1} & set(off) for day in off)
    return sunday and max(runs) <= RUN + 1 and len({day // WEEK for day in off}) == WEEKS


def drawn(random: Random) -> Bools:
    """The worked days of one proposal."""
    worked: Bools = np.ones(DAYS, dtype=np.bool_)
    worked[list(random.choice(_all()))] = False
    return worked
