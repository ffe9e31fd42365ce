"""The composer: a proven bound first, then posts, better and better, until the time is over."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from gems.domain.composition import ComposeQuestion, ComposeResult, Post
from gems.domain.report import Status
from gems.planning.ports import (
    ComposeProgress,
    OnComposed,
    PlanOptions,
    ShouldStop,
    ignore_posts,
    never_stop,
)
from solver.compose.by_parts import composed
from solver.compose.first_posts import small_parts
from solver.compose.further import further
from solver.compose.improve import Builder
from solver.compose.kinds import Possible
from solver.compose.regions import PIECES
from solver.compose.second import Line

LAST_LOOK = 0.05
"""The share of the time kept to see whether what remains makes one post more."""
TURNS = 0.02
"""The share of the time kept for turns on the posts of all parts."""


@dataclass(frozen=True, slots=True)
class FragmentComposer:
    """Composes posts from a typical fortnight (docs/compose.md)."""

    second: Connection | None = None
    """The line to a second process that takes its share of the work."""
    pieces: int = PIECES
    """Pieces of work up to which hours are composed at once, and not region by region."""

    def compose(
        self,
        question: ComposeQuestion,
        options: PlanOptions,
        on_progress: OnComposed = ignore_posts,
        should_stop: ShouldStop = never_stop,
    ) -> ComposeResult:
        """See `gems.planning.ports.Composer`."""
        started = time.monotonic()
        on_progress(ComposeProgress(seconds=0.0))
        possible = Possible(question)
        until, line = started + options.time_limit_seconds, Line(self.second)
        parts = small_parts(possible, options, until, should_stop, line, self.pieces)
        most = sum(part.most for part in parts)

        def told(posts: Sequence[Post]) -> None:
            on_progress(
                ComposeProgress(
                    seconds=time.monotonic() - started,
                    posts=len(posts),
                    placed_minutes=builder.placed(posts),
                    bound_minutes=most,
                )
            )

        builder = Builder(possible, options, until - options.time_limit_seconds * LAST_LOOK, should_stop, told)
        builder.begin([post for part in parts for post in part.posts])
        composed(builder, parts, builder.until - options.time_limit_seconds * TURNS, line, self.pieces)
        builder.improve(most)
        proven_left = further(builder, until)
        begun = [post for post in builder.last_whole if not post.whole]
        placed = builder.placed(builder.best)
        return ComposeResult(
            status=_status(placed, most, stopped=should_stop()),
            posts=_named(possible, builder.best, "P"),
            begun=_named(possible, begun, "B"),
            proven_left=proven_left,
            placed_minutes=placed,
            bound_minutes=most,
            seed=options.seed,
            seconds=time.monotonic() - started,
        )


def _status(placed: int, most: int, *, stopped: bool) -> Status:
    if placed >= most:
        return Status.OPTIMAL
    return Status.STOPPED if stopped else Status.GOOD


def _named(possible: Possible, posts: Sequence[Post], letter: str) -> tuple[Post, ...]:
    """The same posts for the plainest people, in a fixed order, each with a name of its own."""
    plain = [possible.settled(post) for post in posts]
    order = sorted(plain, key=lambda post: (post.kind.job, post.kind.home, post.kind.members, post.pieces))
    return tuple(
        replace(
            post,
            id=f"{letter}{number}",
            pieces=tuple(replace(piece, employee_id=f"{letter}{number}") for piece in post.pieces),
        )
        for number, post in enumerate(order, start=1)
    )
