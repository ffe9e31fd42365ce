"""One post more out of what remains: found and added, or proven that there is none, one kind at a time."""

import time

from gems.domain.composition import Kind
from solver.compose.improve import TURN_WORK, Builder
from solver.compose.taken import taken_by
from solver.compose.yard import Yard
from solver.cpsat import CpMaster
from solver.search import Style, search


def further(builder: Builder, until: float) -> frozenset[str]:
    """Add posts to the best while what remains makes some; the requests that none can hold any more, proven.

    Of the widest kinds that reach a request each must be proven: whatever a post holds, one of them could.
    """
    possible = builder.possible
    barren = [kind for kind in possible.widest if _barren(builder, kind, until)]
    needs = builder.question.fortnight.needs
    doubtful = {
        need.request.id
        for kind in possible.widest
        if kind not in barren
        for need in possible.reach(kind.job, kind.home, needs)
    }
    return frozenset(need.request.id for need in needs) - doubtful


def _barren(builder: Builder, kind: Kind, until: float) -> bool:
    """Whether it is proven that no post of a kind is left, after those that were found."""
    while time.monotonic() < until and not builder.should_stop():
        yard = Yard(builder.question, [kind], taken_by(builder.question, builder.best))
        if not len(yard.table):
            return True
        limit = TURN_WORK if builder.options.deterministic else max(0.1, until - time.monotonic())
        model = CpMaster(yard.master)
        found = search(
            model, builder.options, limit, Style.PROVE, lambda *_: None, builder.should_stop, work_limit=TURN_WORK
        )
        posts = [] if found.values is None else yard.posts(found.values)
        if not posts:
            return found.proven
        if not builder.add(posts):
            return False
    return False
