"""Posts by whole patterns: the programme first, a dive from it, then dives again from parts of what was found."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from gems.domain.composition import Post
from gems.planning.compose.judging import violations
from solver.compose.demand import Floats, Pattern, worth
from solver.compose.dive import POOL, Dive
from solver.compose.improve import OnBetter
from solver.compose.kinds import Possible
from solver.compose.pool import Pool, Shares
from solver.compose.pricing import FLAT, Others, Over, Pricer, settled

TOGETHER = (5, 7, 9, 12)
"""Posts given up and looked for again."""
LAST = 0.5
"""How often those held last are given up, rather than neighbours."""
ROUNDS_MOST, ROUNDS_LEAST, ROUNDS_AGAIN = 60, 10, 20
PATIENCE = 4
"""Rounds that may add little before one gives up, where some posts are looked for again."""
PROGRAMME = 0.25
"""The share of the time for the programme before the first dive."""
FIRST = 0.85
"""The share of what is left then for that dive."""


@dataclass
class Diving:
    """The patterns held so far, and those met on the way."""

    possible: Possible
    random: Random
    until: float
    over: Over
    on_better: OnBetter
    others: Others | None = None
    """Who takes a share of the search for patterns."""
    pricer: Pricer = field(init=False)
    centre: Floats | None = None
    """Prices of the first programme, from which later ones look for patterns."""
    best: list[Pattern] = field(default_factory=list)
    seen: dict[tuple[int, tuple[int, ...]], Pattern] = field(default_factory=dict)
    judged: dict[tuple[int, tuple[int, ...]], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pricer = Pricer.of(self.possible, self.random, self.others)

    @property
    def posts(self) -> list[Post]:
        """The posts of the best patterns."""
        return [self.pricer.workables[pattern.kind].post(pattern) for pattern in self.best]

    def start(self) -> None:
        """The programme over patterns at prices that follow its own slowly; then a dive."""
        pool = Pool(self.pricer.demand)
        enough = time.monotonic() + PROGRAMME * (self.until - time.monotonic())
        shares = pool.solve()
        smooth = shares.prices
        for number in range(ROUNDS_MOST):
            smooth = (smooth + shares.prices) / 2
            added = self.pricer.add(pool, smooth, self.over)
            added = added or self.pricer.add(pool, shares.prices, self.over)
            before, shares = shares.minutes, pool.solve()
            if (
                not added
                or self.over()
                or time.monotonic() > enough
                or (number > ROUNDS_LEAST and shares.minutes < before * (1 + FLAT))
            ):
                break
        self.centre = smooth
        pool.keep(pool.promising(shares.prices, POOL))
        self._dive(pool, [], pool.solve(), time.monotonic() + FIRST * (self.until - time.monotonic()))

    def reached(self, most: int) -> bool:
        """Whether so many minutes are placed."""
        return worth(self.best) >= most

    def again(self) -> None:
        """Give some posts up and dive again from what they leave; keep what places at least as much."""
        gone = self._last() if self.random.random() < LAST else self._given_up()
        kept = [pattern for pattern in self.best if pattern not in gone]
        pool = Pool(self.pricer.demand)
        pool.restrict(self.pricer.demand.left(kept))
        for pattern in self.seen.values():
            if pool.fits(pattern):
                pool.add(pattern)
        shares = settled(self.pricer, pool, ROUNDS_AGAIN, self.over, PATIENCE, self.centre)
        if worth(gone) <= shares.minutes + 1:
            self._dive(pool, kept, shares, self.until)

    def _last(self) -> list[Pattern]:
        """Those held last, which had to do with what was left."""
        return self.best[-self.random.choice(TOGETHER) :]

    def _given_up(self) -> list[Pattern]:
        """A post by chance and others that share members with it, or hold what it could."""
        one = self.random.choice(self.best)
        members = set(self.possible.widest[one.kind].members)
        near = [p for p in self.best if p is not one and members & set(self.possible.widest[p.kind].members)]
        self.random.shuffle(near)
        return [one, *near[: self.random.choice(TOGETHER) - 1]]

    def _dive(self, pool: Pool, kept: list[Pattern], shares: Shares, until: float) -> None:
        begun = time.monotonic()
        before = worth(kept) / max(1.0, shares.minutes + worth(kept))

        def told(held: Sequence[Pattern]) -> None:
            if worth(held) > worth(self.best):
                self.best = list(held)
                self.on_better(self.posts)

        def pace(held: float) -> float:
            return begun + (until - begun) * (held - before) / (1 - before)

        dive = Dive(
            self.pricer, pool, self.random, self._lawful, self.over, pace, told, list(kept), self.judged, self.seen
        )
        held = dive.run(shares)
        if worth(held) >= worth(self.best):
            self.best = held

    def _lawful(self, post: Post) -> bool:
        return not violations(self.possible.question, post)
