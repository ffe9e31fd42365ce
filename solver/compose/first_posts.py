"""The first posts, part by part: all at once where there is little to look at, else by whole patterns."""

import time
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
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

MANY = 20_000
"""Duties up to which posts are added up for the bound; beyond, the programme of sums takes longer than composing."""
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
    pricer: Pricer | None = None
    """Who looks for patterns of it; nobody where these posts are proven the most."""
    second: Second | None = None
    """Who takes a share of the work."""

    @property
    def known(self) -> bool:
        """Whether these posts are proven the most."""
        return self.pricer is None


def small_parts(
    possible: Possible, options: PlanOptions, until: float, should_stop: ShouldStop, line: Connection | None
) -> list[Part]:
    """Every part with its bound, the small ones solved whole; a second process gets ready for the others meanwhile."""
    found = list[Part]()
    for question in parts_of(possible):
        told = sum(part.second is not None for part in found)
        found.append(_begun(Possible(question), options, until, should_stop, line, told))
    return found


def _begun(
    possible: Possible, options: PlanOptions, until: float, should_stop: ShouldStop, line: Connection | None, told: int
) -> Part:
    limit = min(until, time.monotonic() + ALONE * options.time_limit_seconds)
    builder = Builder(possible, options, limit, should_stop, lambda _: None)
    exact = builder.exact()
    if exact is not None:
        return Part(possible, tuple(builder.best), exact)
    second = None if line is None else Second(line, possible.question, told)
    pricer = Pricer.of(possible, Random(options.seed), lambda: time.monotonic() > until or should_stop())
    most = bound(possible) if pricer.duties <= MANY else pricer.demand.most
    return Part(possible, tuple(builder.best), most, pricer, second)


def by_patterns(part: Part, options: PlanOptions, until: float, should_stop: ShouldStop, told: OnBetter) -> Part:
    """The part with the posts that programme and dives find until the time is over, alone or with a second process."""

    def over() -> bool:
        return time.monotonic() > until or should_stop()

    pricer = part.pricer
    assert pricer is not None, "posts proven the most are looked for no more"
    second = pricer.others = part.second
    diving = Diving(part.possible, pricer, until, over, told, second)
    start = diving.programme(time.monotonic() + PROGRAMME * (until - time.monotonic()))
    if second is not None:
        pricer.others = None  # it dives for itself now
        second.begin(start, options.seed + 1)
    posts_from(diving, start, part.most)
    if second is not None:
        diving.meet(second.enough())
    return replace(part, posts=tuple(diving.posts))
