"""Posts held for good one after the other, each where the programme loses least by it (diving)."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from gems.domain.composition import Post
from solver.compose.demand import Pattern, worth
from solver.compose.patterns import Patterns
from solver.compose.pool import Pool, Shares
from solver.compose.pricing import Over, Pricer, settled
from solver.universe import Ints

ROUNDS = 20
"""Rounds of new patterns after each trial: what seems lost by holding it is found again elsewhere, if looked for."""
TRIALS = 4
"""Patterns tried before the best of them is held."""
FREE = 60 * 60
"""Minutes of the year a trial may lose and be held at once."""
SURE = 0.95
"""Patterns of at least this share are held together."""
POOL = 1500
"""Patterns carried on from one hold to the next."""
LOOKED, LEAST = 40, 1e-6
NOISE = 1e-2
"""Shares are told apart by chance within this."""
Pace = Callable[[float], float]
"""When a hold must be done, by the share of all minutes that is held with it."""
OnHeld = Callable[[Sequence[Pattern]], None]
Lawful = Callable[[Post], bool]


@dataclass
class Dive:
    """A dive from a pool: `held` grows until nothing more fits."""

    pricer: Pricer
    pool: Pool
    lawful: Lawful
    over: Over
    pace: Pace
    on_held: OnHeld
    held: list[Pattern] = field(default_factory=list)
    judged: dict[tuple[int, tuple[int, ...]], bool] = field(default_factory=dict)
    seen: Patterns = field(default_factory=Patterns)
    """All patterns met on the way."""
    posts: int | None = None
    """How many may be held, if it is settled."""

    def run(self, shares: Shares) -> list[Pattern]:
        """Hold patterns from this optimum of the pool on, until none is left or the time is over."""
        while not self.over():
            trials = self._trials(shares)
            if not trials:
                refused = self._doubtful(shares)
                after = settled(self.pricer, self.pool, ROUNDS if refused else 1, self.over)
                if not refused and after.counted < shares.counted + 1:
                    break
                shares = after
                continue
            group, shares = self._next(trials, shares)
            self.held = [*self.held, *group]
            self.on_held(self.held)
            self._remember()
            if len(self.pool.patterns) > POOL:
                self.pool.keep(self.pool.promising(shares, POOL // 2))
                shares = self.pool.solve()
        return self.held

    def _trials(self, shares: Shares) -> list[list[Pattern]]:
        """Lawful patterns of different kinds to try, the largest share first; those sure enough together."""
        noise = np.array([self.pricer.random.random() for _ in shares.shares]) * NOISE
        order = np.argsort(-(shares.shares + noise), kind="stable")[:LOOKED].tolist()
        found = [(shares.shares[place], self.pool.patterns[place]) for place in order if shares.shares[place] > LEAST]
        trials: dict[int, list[Pattern]] = {}
        for share, pattern in found:
            if len(trials) == TRIALS or (pattern.kind in trials and share < SURE):
                continue
            if self._lawful(pattern):
                trials.setdefault(next(iter(trials)) if share > SURE and trials else pattern.kind, []).append(pattern)
        return list(trials.values())

    def _lawful(self, pattern: Pattern) -> bool:
        key = pattern.kind, pattern.duties
        if key not in self.judged:
            self.judged[key] = self.lawful(self.pricer.workables[pattern.kind].post(pattern))
        return self.judged[key]

    def _doubtful(self, shares: Shares) -> bool:
        """Forget the patterns with a share that the checker refuses; whether there were any."""
        refused = [
            pattern
            for pattern, share in zip(self.pool.patterns, shares.shares, strict=True)
            if share > LEAST and not self._lawful(pattern)
        ]
        for pattern in refused:
            self.pool.forget(pattern)
        return bool(refused)

    def _next(self, trials: list[list[Pattern]], before: Shares) -> tuple[list[Pattern], Shares]:
        """What to hold next, and the programme's optimum then: the best of the trials, or, late, all that fit."""
        held = self._counted(self.held)
        due = self.pace((held + self._counted(trials[0])) / (held + before.counted))
        if not _late(due):
            return self._best(trials, before, due)
        group: list[Pattern] = []
        for pattern in (pattern for trial in trials for pattern in trial):
            if (self._left([*self.held, *group, pattern]) >= 0).all():
                group.append(pattern)
        self._restrict([*self.held, *group])
        return group, settled(self.pricer, self.pool, 1, self.over)

    def _best(self, trials: list[list[Pattern]], before: Shares, due: float) -> tuple[list[Pattern], Shares]:
        """The trial after which the programme has most, and its optimum: the others only where the first loses much,
        the more promising by the patterns known first."""
        found = [self._tried(trials[0], before, due)]
        if found[0][0] >= FREE and not (self.over() or _late(due)):
            rest = sorted((-self._after(group), number) for number, group in enumerate(trials) if number)
            for _, number in rest:
                found.append(self._tried(trials[number], before, due))
                if found[-1][0] < FREE or self.over() or _late(due):
                    break
        _, group, after = min(found, key=lambda one: one[0])
        if group is not found[-1][1]:
            self._restrict([*self.held, *group])
            after = self.pool.solve()
        return group, after

    def _tried(self, group: list[Pattern], before: Shares, due: float) -> tuple[float, list[Pattern], Shares]:
        """What is lost by holding a group, the group, and the programme's optimum then, new patterns included."""
        self._restrict([*self.held, *group])
        after = settled(self.pricer, self.pool, ROUNDS, lambda: self.over() or _late(due))
        return before.counted - after.counted - self._counted(group), group, after

    def _after(self, group: list[Pattern]) -> float:
        """The programme's optimum once a group is held, without new patterns."""
        self._restrict([*self.held, *group])
        return self.pool.solve().counted + self._counted(group)

    def _restrict(self, held: Sequence[Pattern]) -> None:
        self.pool.restrict(self._left(held))

    def _left(self, held: Sequence[Pattern]) -> Ints:
        return self.pricer.demand.left(held, self.posts)

    def _counted(self, patterns: Sequence[Pattern]) -> int:
        return worth(patterns, self.pool.bonus)

    def _remember(self) -> None:
        for pattern in self.pool.patterns:
            self.seen.add(pattern)


def _late(due: float) -> bool:
    return time.monotonic() > due
