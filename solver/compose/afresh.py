"""Dives from the beginning, once more while a post is missing; then from parts of what was found until time is over."""

import time

from solver.compose.demand import worth
from solver.compose.diving import Begin, Diving

FIRST = 0.4
"""The share of the time for a dive from the beginning."""
NEARLY_ALL = 0.8
"""Where so many of the posts that may be found are known, one goes on from them."""
TRIES = 3
"""Times that one more is looked for before all are looked for again."""
AFRESH, AFRESH_BESIDE = 0.45, 0.75
"""The share of the time in which one more is looked for; while one is missed, beside another process, which fills up
what it has."""


def posts_from(diving: Diving, start: Begin, most: int | None = None, afresh: float = AFRESH) -> None:
    """Dive until the time is over, or so many minutes are placed; one more is looked for in a share of the time.

    A post more or less is worth more than all that can be done to a list of posts afterwards, and whether a dive finds
    it is luck: so one more is looked for first, and while one is missed, dives begin from the beginning again, each
    process keeping to its own. While none is missed, those held are filled up for as long as one more is looked for:
    the first tries at that find most.
    """
    begun = time.monotonic()
    given = diving.until - begun
    last, sure = begun + afresh * given, begun + AFRESH * given
    diving.begin(start)
    tries, took = 0, 0.0
    lead = 0.0  # seconds that one more was looked for longer than posts were filled up
    if len(diving.held) < NEARLY_ALL * diving.wanted or not diving.held:
        took = _first(diving, start, begun + FIRST * given)
    while not diving.over() and diving.held and (most is None or worth(diving.best) < most):
        diving.hear()
        now = time.monotonic()
        if now >= (last if diving.short else sure):
            if diving.wanted:
                diving.settle()
            diving.again()
        elif diving.short or lead <= 0:
            diving.one_more()
            lead += time.monotonic() - now
        else:
            diving.again()
            lead -= time.monotonic() - now
        tries += 1
        if diving.short and took and tries >= TRIES and time.monotonic() + took < last:
            tries, took = 0, _first(diving, start, time.monotonic() + took)


def _first(diving: Diving, start: Begin, until: float) -> float:
    """A dive from the beginning; the seconds it took."""
    begun = time.monotonic()
    diving.first(start, until)
    return time.monotonic() - begun
