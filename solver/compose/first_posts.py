"""The first posts, part by part: all at once where there is little to look at, else by whole patterns."""

import time
from dataclasses import dataclass
from random import Random

from gems.domain.composition import Post
from gems.planning.ports import PlanOptions, ShouldStop
from solver.compose.afresh import posts_from
from solver.compose.bound import bound
from solver.compose.diving import Diving
from solver.compose.improve import Builder, OnBetter
from solver.compose.kinds import Possible
from solver.compose.parts import parts_of
from solver.compose.pricing import Pricer
from solver.compose.second import Second

ALONE = 0.05
"""The share of the time in which a small part is solved whole."""
PROGRAMME = 0.15
"""The share of the time for the programme before the first dive."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question, its posts so far, and minutes of the year that no posts of it go over."""

    possible: Possible
    posts: tuple[Post, ...]
    most: int
    known: bool
    """Whether these posts are proven the most."""


def small_parts(possible: Possible, options: PlanOptions, until: float, should_stop: ShouldStop) -> list[Part]:
    """Every part with its bound, the small ones solved whole."""
    found = []
    for question in parts_of(possible):
        part = Possible(question)
        most = bound(part)
        limit = min(until, time.monotonic() + ALONE * options.time_limit_seconds)
        builder = Builder(part, options, limit, should_stop, lambda _: None)
        exact = builder.exact()
        found.append(Part(part, tuple(builder.best), most if exact is None else min(most, exact), exact is not None))
    return found


def by_patterns(
    part: Part, options: PlanOptions, until: float, should_stop: ShouldStop, told: OnBetter, second: Second | None
) -> Part:
    """The part with the posts that programme and dives find until the time is over, alone or with a second process."""

    def over() -> bool:
        return time.monotonic() > until or should_stop()

    pricer = Pricer.of(part.possible, Random(options.seed), second)
    diving = Diving(part.possible, pricer, until, over, told, second)
    start = diving.programme(time.monotonic() + PROGRAMME * (until - time.monotonic()))
    if second is not None:
        pricer.others = None  # it dives for itself now
        second.begin(start, options.seed + 1)
    posts_from(diving, start, part.most)
    if second is not None:
        diving.meet(second.enough())
    return Part(part.possible, tuple(diving.posts), part.most, part.known)
