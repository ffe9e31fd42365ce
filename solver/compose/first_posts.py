"""The first posts, part by part: all at once where there is little to look at, else by whole patterns."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from gems.domain.composition import ComposeQuestion, Post
from gems.planning.ports import PlanOptions, ShouldStop
from solver.compose.afresh import posts_from
from solver.compose.bound import bound
from solver.compose.diving import Diving
from solver.compose.improve import Builder, OnBetter
from solver.compose.kinds import Possible
from solver.compose.parts import parts_of
from solver.compose.pricing import Pick, Pricer
from solver.compose.regions import PIECES, regions_of
from solver.compose.second import Line, Second
from solver.compose.taken import NOTHING, Taken, taken_by

MANY = 60_000
"""Duties up to which posts are added up for the bound; beyond, the programme of sums takes longer than composing."""
ALONE = 0.05
"""The share of the time in which a small part is solved whole."""


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
    of: ComposeQuestion | None = None
    """What it is a region of, if it is one."""

    @property
    def known(self) -> bool:
        """Whether these posts are proven the most."""
        return self.pricer is None


def small_parts(
    possible: Possible,
    options: PlanOptions,
    until: float,
    should_stop: ShouldStop,
    line: Line,
    pieces: int = PIECES,
) -> list[Part]:
    """Every part with its bound, the small ones solved whole, the large ones region by region; a second process gets
    ready meanwhile for those that are not."""
    found = list[Part]()
    for question in parts_of(possible):
        regions = regions_of(question, pieces)
        if len(regions) == 1:
            found.append(_begun(Possible(question), options, until, should_stop, line))
        else:
            cut = [_read(Possible(region), options, until, should_stop, line) for region in regions]
            found += [replace(region, of=question) for region in cut]
    return found


def _begun(possible: Possible, options: PlanOptions, until: float, should_stop: ShouldStop, line: Line) -> Part:
    limit = min(until, time.monotonic() + ALONE * options.time_limit_seconds)
    builder = Builder(possible, options, limit, should_stop, lambda _: None)
    exact = builder.exact()
    if exact is not None:
        return Part(possible, tuple(builder.best), exact)
    part = _read(possible, options, until, should_stop, line)
    assert part.pricer is not None
    most = bound(possible) if part.pricer.duties <= MANY else part.most
    return replace(part, posts=tuple(builder.best), most=most)


def _read(
    possible: Possible, options: PlanOptions, until: float, should_stop: ShouldStop, line: Line, taken: Taken = NOTHING
) -> Part:
    """A part of which nothing is known yet but what it asks."""
    second = line.told(possible.question, taken)
    pricer = Pricer.of(possible, Random(options.seed), lambda: time.monotonic() > until or should_stop(), taken)
    return Part(possible, (), pricer.demand.most, pricer, second)


def around(region: ComposeQuestion, whole: Builder, until: float, line: Line) -> Part:
    """A region with those of the posts that work nowhere else; the others keep what they hold."""
    sites = {request.site_id for request in region.fortnight.group.requests}
    inside = [post for post in whole.best if sites.issuperset(piece.site_id for piece in post.pieces)]
    part = _read_without(region, inside, whole, until, line)
    assert part.pricer is not None
    known = [post for post in inside if part.pricer.known([post])]
    return part if len(known) == len(inside) else _read_without(region, known, whole, until, line)


def _read_without(region: ComposeQuestion, inside: Sequence[Post], whole: Builder, until: float, line: Line) -> Part:
    """What a region asks and posts other than these do not hold."""
    taken = taken_by(whole.question, [post for post in whole.best if post not in inside])
    part = _read(Possible(region), whole.options, until, whole.should_stop, line, taken)
    return replace(part, posts=tuple(inside))


def by_patterns(part: Part, options: PlanOptions, until: float, should_stop: ShouldStop, told: OnBetter) -> list[Post]:
    """The posts that programme and dives find until the time is over, alone or with a second process."""

    def over() -> bool:
        return time.monotonic() > until or should_stop()

    pricer = part.pricer
    assert pricer is not None, "posts proven the most are looked for no more"
    second = pricer.others = part.second
    diving = Diving(part.possible, pricer, until, over, told, second)
    start = diving.begun(pricer.known(part.posts))
    if second is not None:
        pricer.others = None  # it dives for itself now
        second.begin(start, options.seed + 1)
    posts_from(diving, start, part.most)
    if second is not None:
        diving.meet(second.enough())
    return diving.posts


def side_by_side(
    one: Part, other: Part, options: PlanOptions, until: float, should_stop: ShouldStop, told: OnBetter
) -> list[Post]:
    """The posts of two parts found until the time is over: the second process has the other one for itself."""
    second, pricer = other.second, other.pricer
    assert second is not None
    assert pricer is not None
    if not second.alone(until, options.seed + 1):
        half = (time.monotonic() + until) / 2
        posts = by_patterns(replace(one, second=None), options, half, should_stop, told)
        rest = by_patterns(replace(other, second=None), options, until, should_stop, lambda more: told([*posts, *more]))
        return [*posts, *rest]
    heard = list(other.posts)

    def hear(picks: Sequence[Pick] | None) -> list[Post]:
        heard[:] = pricer.posts(picks) if picks else heard
        return heard

    def better(posts: Sequence[Post]) -> None:
        told([*posts, *hear(second.heard())])

    found = by_patterns(replace(one, second=None), options, until, should_stop, better)
    return [*found, *hear(second.enough())]
