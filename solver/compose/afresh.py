"""Dives from the beginning, once more while a post is missing; then from parts of what was found until time is over."""

import time

from solver.compose.demand import worth
from solver.compose.diving import Begin, Diving

FIRST = 0.4
"""The share of the time for a dive from the beginning."""
TRIES = 10
"""Times that some posts are looked for again before all are."""
AFRESH = 0.45
"""The share of the time in which posts are missed."""


def posts_from(diving: Diving, start: Begin, most: int | None = None) -> None:
    """Dive until the time is over, or so many minutes are placed.

    A post more or less is worth more than all that can be done to a list of posts afterwards, and whether a dive finds
    it is luck: so until it is found, or for so long, dives begin from the beginning again, and each process keeps to
    its own.
    """
    begun = time.monotonic()
    given = diving.until - begun
    last = begun + AFRESH * given
    diving.begin(start)
    tries, took = 0, _first(diving, start, begun + FIRST * given) if diving.short or not diving.held else 0.0
    while not diving.over() and diving.held and (most is None or worth(diving.best) < most):
        if diving.short and time.monotonic() > last:
            diving.settle()
        diving.hear()
        diving.again()
        tries += 1
        if diving.short and tries >= TRIES and time.monotonic() + took < last:
            tries, took = 0, _first(diving, start, time.monotonic() + took)


def _first(diving: Diving, start: Begin, until: float) -> float:
    """A dive from the beginning; the seconds it took."""
    begun = time.monotonic()
    diving.first(start, until)
    return time.monotonic() - begun
