"""Posts by whole patterns: the programme first, a dive from it, then dives again from parts of what was found."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import Protocol

import numpy as np

from gems.domain.composition import Post
from gems.planning.compose.judging import violations
from solver.compose.demand import Floats, Pattern, worth
from solver.compose.dive import POOL, Dive
from solver.compose.given_up import GivenUp
from solver.compose.kinds import Possible
from solver.compose.packing import packed
from solver.compose.patterns import Patterns
from solver.compose.pool import Pool, Shares, most_promising
from solver.compose.pricing import Over, Pick, Pricer, settled

NEAREST, FURTHEST = 3.0, 15.0
"""Posts given up and looked for again, about: at first, and at the most."""
AROUND = 0.5, 1.2
"""Of these, the share that is given up, by chance."""
BACK, FURTHER, NOTHING_THERE = 3.0, 0.25, 0.5
"""How many less once something was found; how many more after a try in vain, and after one in which even the programme
had no more: small ones are over soon."""
ALONE = 0.5
"""How often one more is looked for by itself, so that all are full, rather than as many as there may be."""
BOLD, BOLD_BONUS, ROOM = range(4, 14), 0.5, 0.5
"""For one more: posts given up; what a post counts for beyond its minutes, in posts; the share of the one more that the
programme must find."""
PROGRAMME, GOING_ON, OF_VOLUMES = 0.15, 0.4, 0.45
"""The share of the time for the programme before the first dive, where one goes on from posts known already, and where
volumes take longer to look at."""
ROUNDS, ROUNDS_AGAIN = 60, 20
LITTLE, LITTLE_OF_VOLUMES, LITTLE_GOING_ON, LITTLE_AGAIN = 2, 4, 10, 4
"""Rounds that may add little before one gives up: in the first programme, among volumes, from posts known already, and
where some posts are looked for again."""
BONUS = 0.1
"""What a post counts for beyond its minutes, in posts, while one is missed: the programme has more posts then, shorter
ones, and so fewer are lost when they are made whole."""
NEARLY = 0.9
"""What hours are taken to cost at first among volumes, in shares of what they are worth: most are placed in the end."""
LOST = 0.25
"""Posts of the programme that dives lose at the least."""


@dataclass(frozen=True, slots=True)
class Begin:
    """What a first dive begins with."""

    picks: Sequence[Pick]
    centre: Floats
    """Prices of the programme."""
    posts: int
    """How many may be found."""
    until: float
    """When all is over, on the clock that processes share."""
    held: Sequence[Pick] = ()
    """Posts known already."""


class Mate(Protocol):
    """Who dives for itself meanwhile, and may find better."""

    def tell(self, picks: Sequence[Pick]) -> None:
        """These are the best posts now."""
        ...

    def heard(self) -> Sequence[Pick] | None:
        """The best posts told since the last time."""
        ...


@dataclass
class Diving:
    """The patterns held so far, the best, and those met on the way."""

    possible: Possible
    pricer: Pricer
    until: float
    over: Over
    on_better: Callable[[Sequence[Post]], None]
    mate: Mate | None = None
    centre: Floats = field(init=False)
    """Prices of the first programme, from which later ones look for patterns."""
    held: list[Pattern] = field(default_factory=list)
    """What one goes on from."""
    best: list[Pattern] = field(default_factory=list)
    """The most that was ever held."""
    wanted: int = 1
    """While the best has fewer posts, one is missed."""
    seen: Patterns = field(default_factory=Patterns)
    """All patterns met on the way."""
    judged: dict[tuple[int, tuple[int, ...]], bool] = field(default_factory=dict)

    reach: float = NEAREST
    """How many posts are given up, about."""
    given_up: GivenUp = field(init=False)

    def __post_init__(self) -> None:
        self.given_up = GivenUp(self.pricer)
        self.centre = np.zeros(len(self.pricer.demand.limits))

    @property
    def posts(self) -> list[Post]:
        """The posts of the best patterns."""
        return [self.pricer.workables[pattern.kind].post(pattern) for pattern in self.best]

    @property
    def short(self) -> bool:
        """Whether a post is missed still."""
        return len(self.best) < self.wanted

    @property
    def _bonus(self) -> int:
        """What a post counts for beyond its minutes; nothing among volumes, whose programme is over too soon for it."""
        counts = self.short and not self.pricer.demand.volumes
        return round(BONUS * self.possible.question.terms.least_year) if counts else 0

    def programme(self, enough: float, held: Sequence[Pattern] = ()) -> Begin:
        """What a dive begins with: patterns that the first programme leaves the most of, looked for until then at the
        latest, its prices, how many posts may be found, and the posts known already."""
        demand = self.pricer.demand
        pool = Pool(demand, self._bonus)
        for pattern in held:
            pool.add(pattern)

        def over() -> bool:
            return self.over() or time.monotonic() > enough

        nearly = np.float64(NEARLY) * demand.worths.astype(np.float64) if demand.volumes else None
        patience = LITTLE_GOING_ON if held else LITTLE_OF_VOLUMES if demand.volumes else LITTLE
        shares = settled(self.pricer, pool, ROUNDS, over, patience, nearly)
        chosen = pool.promising(shares, POOL)
        picks = [(pattern.kind, pattern.duties) for pattern, kept in zip(pool.patterns, chosen, strict=True) if kept]
        known = [(pattern.kind, pattern.duties) for pattern in held]
        return Begin(picks, shares.prices, floor(shares.shares.sum() - LOST), self.until, known)

    def begun(self, held: Sequence[Pattern] = ()) -> Begin:
        """The same, after the share of the time that is the programme's."""
        share = OF_VOLUMES if self.pricer.demand.volumes else GOING_ON if held else PROGRAMME
        return self.programme(time.monotonic() + share * (self.until - time.monotonic()), held)

    def begin(self, start: Begin) -> None:
        """Go on from the posts known already, with all that was found."""
        self.centre, self.wanted = start.centre, start.posts
        self.held = self.best = self._patterns(start.held)
        for pattern in self._patterns(start.picks):
            self.seen.add(pattern)

    def first(self, start: Begin, until: float) -> None:
        """Dive from the beginning, whatever is held; in time, if it can be."""
        self.held = []
        pool = Pool(self.pricer.demand, self._bonus)
        for pattern in self._patterns(start.picks):
            pool.add(pattern)
        self._dive(pool, [], pool.solve(), until)

    def _patterns(self, picks: Sequence[Pick]) -> list[Pattern]:
        return [self.pricer.workables[kind].pattern(duties) for kind, duties in picks]

    def settle(self) -> None:
        """Miss no post any more; go on from the best."""
        self.wanted, self.held = 0, self.best

    def hear(self) -> None:
        """Take what the other one has told, if anything; while a post is missed, go on from one's own."""
        if self.mate is not None:
            self.meet(self.mate.heard())

    def meet(self, picks: Sequence[Pick] | None) -> None:
        """Take the best out of these posts, if any, and one's own."""
        told = self._patterns(picks or ())
        if not told:
            return
        best = max(self.best, told, key=worth) if self.short else packed(self.pricer.demand, [*self.best, *told])
        if worth(best) > worth(self.best):
            self._better(best, tell=worth(best) > worth(told))
            if not self.short:
                self.held = self.best

    def again(self) -> None:
        """Give some posts up and dive again from what they leave, for as many; the more, the longer nothing is found
        (variable neighbourhoods)."""
        many = max(1, round(self.reach * self.pricer.random.uniform(*AROUND)))
        gone = self.given_up.chosen(self.held, many)
        pool, kept = self._without(gone, 0, len(self.held))
        shares = settled(self.pricer, pool, ROUNDS_AGAIN, self.over, LITTLE_AGAIN, self.centre)
        before = worth(self.held)
        promised = shares.counted > worth(gone) + 1
        if promised:
            self._dive(pool, kept, shares, self.until, len(self.held))
        if worth(self.held) > before:
            self.reach = max(NEAREST, self.reach - BACK)
        else:
            self.reach = min(FURTHEST, self.reach + (FURTHER if promised else NOTHING_THERE))

    def one_more(self) -> None:
        """Give more posts up and look for one more than these, where the programme has room for most of it."""
        random = self.pricer.random
        gone = self.given_up.chosen(self.held, random.choice(BOLD))
        most = len(self.held) + 1 if random.random() < ALONE else None
        pool, kept = self._without(gone, round(BOLD_BONUS * self.possible.question.terms.least_year), most)
        shares = settled(self.pricer, pool, ROUNDS_AGAIN, self.over, LITTLE_AGAIN, self.centre)
        if shares.shares.sum() >= len(gone) + ROOM:
            self._dive(pool, kept, shares, self.until, most)

    def _without(self, gone: Sequence[Pattern], bonus: int, posts: int | None) -> tuple[Pool, list[Pattern]]:
        """What was met of what these leave, for so many posts in all; the others, which are kept."""
        kept = [pattern for pattern in self.held if pattern not in gone]
        pool = Pool(self.pricer.demand, bonus)
        pool.restrict(self.pricer.demand.left(kept, posts))
        chosen = most_promising(self.seen, pool.left, self.centre, POOL)
        for place in np.flatnonzero(chosen).tolist():
            pool.add(self.seen.all[place])
        return pool, kept

    def _dive(self, pool: Pool, kept: list[Pattern], shares: Shares, until: float, posts: int | None = None) -> None:
        begun = time.monotonic()
        before = worth(kept, pool.bonus) / max(1.0, shares.counted + worth(kept, pool.bonus))

        def told(held: Sequence[Pattern]) -> None:
            if worth(held) > worth(self.best):
                self._better(list(held), tell=True)

        def pace(held: float) -> float:
            return begun + (until - begun) * (held - before) / (1 - before)

        dive = Dive(self.pricer, pool, self._lawful, self.over, pace, told, list(kept), self.judged, self.seen, posts)
        held = dive.run(shares)
        if len(held) >= len(self.held) if self.short else worth(held) >= worth(self.held):
            self.held = held

    def _better(self, best: list[Pattern], *, tell: bool) -> None:
        self.best = best
        self.on_better(self.posts)
        if tell and self.mate is not None:
            self.mate.tell([(pattern.kind, pattern.duties) for pattern in best])

    def _lawful(self, post: Post) -> bool:
        return not violations(self.possible.question, post)
