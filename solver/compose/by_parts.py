"""Parts and regions composed in turn, two regions at once; then regions once more, drawn around other places."""

import time
from collections.abc import Iterable, Sequence

from gems.domain.composition import Post
from solver.compose.first_posts import Part, around, by_patterns, side_by_side
from solver.compose.improve import Builder
from solver.compose.places import Places
from solver.compose.second import Line
from solver.compose.taken import left_of, taken_by

AGAIN = 0.12
"""The share of the time in which regions are gone over again."""
SMALLER = 2
"""How much smaller these regions are, and how many more: in a small one a post more is found sooner."""
LEAST_SECONDS = 15.0
"""For each of them: what a programme and a dive take."""
VOLUMES = 1.5
"""What an hour of volumes counts for when time is shared: CP-SAT is asked for each post, which takes longer."""


def composed(builder: Builder, parts: Sequence[Part], until: float, line: Line, pieces: int) -> None:
    """Compose what is not known yet until then; the builder has the posts."""
    regions = [part.of for part in parts if part.of is not None]
    alone = until - AGAIN * (until - time.monotonic()) if regions else until
    groups = list(_groups(parts))
    for number, group in enumerate(groups):
        _better(builder, group, _share(groups[number:], alone))
    places = {id(question): Places(question, pieces // SMALLER) for question in regions}
    rounds = (regions * SMALLER)[: max(1, int((until - time.monotonic()) / LEAST_SECONDS))]
    for number, question in enumerate(rounds):
        again = time.monotonic() + (until - time.monotonic()) / (len(rounds) - number)
        left = left_of(builder.question, taken_by(builder.question, builder.best))
        region = places[id(question)].next({need: minutes for need, (_, minutes) in left.items()}, builder.best)
        _better(builder, [around(region, builder, again, line)], again)


def _groups(parts: Sequence[Part]) -> Iterable[Sequence[Part]]:
    """Parts composed at once: regions in pairs, about as large as each other, where there is a second process."""
    waiting = [part for part in parts if not part.known]
    regions = sorted((part for part in waiting if part.of and part.second), key=_asked, reverse=True)
    yield from (regions[first : first + 2] for first in range(0, len(regions), 2))
    yield from ([part] for part in waiting if part not in regions)


def _share(groups: Sequence[Sequence[Part]], until: float) -> float:
    """When the time of the first of these is over: what is left is shared by hours asked."""
    asked = [sum(_asked(part) * (VOLUMES if _of_volumes(part) else 1) for part in group) for group in groups]
    now = time.monotonic()
    return now + (until - now) * asked[0] / max(1, sum(asked))


def _asked(part: Part) -> int:
    return part.possible.question.fortnight.asked_minutes


def _of_volumes(part: Part) -> bool:
    """Whether CP-SAT is asked for each post, which takes longer."""
    return part.pricer is not None and bool(part.pricer.demand.volumes)


def _better(builder: Builder, group: Sequence[Part], until: float) -> None:
    """Go on from the posts of one part, or of two at once, until then; all others stay."""
    before = [post for part in group for post in part.posts]
    others = [post for post in builder.best if post not in before]

    def told(posts: Sequence[Post]) -> None:
        builder.on_better([*others, *posts])

    one, *other = group
    if other:
        better = side_by_side(one, other[0], builder.options, until, builder.should_stop, told)
    else:
        better = by_patterns(one, builder.options, until, builder.should_stop, told)
    if builder.placed(better) > builder.placed(before):
        builder.begin([*others, *better])
