"""The cheapest plan of a large part, proven: only what may still be in a plan of at most so many cents is searched.

At the multipliers reached by `solver.climb` every duty, and every sequence of somebody's hours, that only dearer plans
hold is left out. A plan found within the cents allowed is then the cheapest of all; otherwise more is allowed.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from solver.choices import add_choices
from solver.climb import climb
from solver.cpsat import CpMaster
from solver.hour_choices import hour_choices
from solver.lagrange import Level
from solver.master import Master
from solver.parts import Part

ALLOWED, MORE, MOST_ALLOWED = 300, 3, 5000
"""Cents above the bound allowed at first, how many times more next, and from where on nothing is left out."""
ENOUGH = 6
"""Times what was allowed: a plan no dearer than that above the bound is near enough to allow what it needs at once."""
MOST_HOURS = 300
"""Sequences a person that are worth a column each."""
CLIMBING = 0.4
"""Share of the time for the bound."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search of a part came to; cents without the master's constants."""

    chosen: tuple[int, ...] | None = None
    """Duties of the best plan found."""
    cents: int = 0
    bound: int | None = None
    """No plan costs less; None when nothing is proven."""

    @property
    def proven(self) -> bool:
        """Whether the plan is the cheapest."""
        return self.chosen is not None and self.bound is not None and self.cents <= self.bound


Prepare = Callable[[CpMaster], None]
"""Adds to a model what the question asks beside the cost."""
Solve = Callable[[CpMaster, float], "Ended"]
"""Searches a model for so many seconds at most."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the search of one model ended; cents without the master's constants."""

    chosen: tuple[int, ...] | None = None
    """The duties of its best plan."""
    cents: int = 0
    bound: int | None = None
    """No plan of the model costs less; None when nothing is known."""
    impossible: bool = False
    """Whether the model has no plan at all."""

    @property
    def over(self) -> bool:
        """Whether more time would tell nothing more."""
        return self.impossible or (self.chosen is not None and self.cents == self.bound)


@dataclass
class Narrowing:
    """The search of one part by steps; `prepare` adds to each model, `solve` is the search of one."""

    master: Master
    part: Part
    prepare: Prepare
    solve: Solve
    best: Narrowed = field(default_factory=Narrowed)

    def run(self, deadline: float) -> Narrowed:
        """Until the time `deadline` (monotonic seconds); the last step, of everything, is left to the caller."""
        now = time.monotonic()
        until = now + CLIMBING * (deadline - now)
        climbing = climb(self.master, self.part)
        if climbing is None:
            return self.best
        climbing.rise(until)
        self._raise(climbing.level.cents)
        allowed = ALLOWED
        while time.monotonic() < deadline and allowed <= MOST_ALLOWED:
            level = climbing.level
            if not self._step(level, level.cents + allowed, deadline):
                break
            if not climbing.top:
                climbing.rise(until)
                self._raise(climbing.level.cents)
            within = self.best.cents - climbing.level.cents
            enough = self.best.chosen is not None and within <= ENOUGH * allowed
            allowed = within if enough else MORE * allowed
        return self.best

    def _step(self, level: Level, limit: int, deadline: float) -> bool:
        """Search all plans of at most `limit` cents; whether the search ended, and a wider one may tell more."""
        room = level.room(limit)
        columns, over = level.over()
        asked = CpMaster(self.master, self.part.columns, self.part.rows, columns[over > room])
        self.prepare(asked)
        add_choices(asked, hour_choices(level, room, MOST_HOURS))
        ended = self.solve(asked, deadline - time.monotonic())
        if ended.chosen is not None and (self.best.chosen is None or ended.cents < self.best.cents):
            self.best = Narrowed(ended.chosen, ended.cents, self.best.bound)
        # A plan beyond the limit may be cheaper than the best of these, never cheaper than the limit.
        if ended.impossible or ended.bound is not None:
            self._raise(limit + 1 if ended.bound is None else min(ended.bound, limit + 1))
        return ended.over and not self.best.proven

    def _raise(self, bound: int) -> None:
        best = self.best
        if best.bound is None or bound > best.bound:
            self.best = Narrowed(best.chosen, best.cents, bound)
