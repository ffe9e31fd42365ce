"""The cheapest plan of a large part, proven: only what may still be in a plan of at most so many cents is searched.

At the multipliers reached by `solver.climb` every duty, and every sequence of somebody's hours, that only dearer plans
hold is left out. A plan found within the cents allowed is then the cheapest of all; otherwise more is allowed.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from solver.choices import add_choices
from solver.climb import Climbing, climb
from solver.cpsat import CpMaster
from solver.hour_choices import hour_choices
from solver.lagrange import SCALE, Level
from solver.master import Master
from solver.parts import Part
from solver.universe import Ints

ALLOWED, MORE, MOST_ALLOWED = 300, 3, 5000
"""Cents above the bound allowed at first, how many times more next, and from where on nothing is left out."""
ENOUGH = 6
"""Times what was allowed: a plan no dearer than that above the bound is near enough to allow what it needs at once."""
MOST_HOURS = 300
"""Sequences a person that are worth a column each."""
FAMILIAR_ROOM = 100
"""Cents above the cheapest line, at the foot of the climb, up to which a duty is in the first search too."""
FIRST_SECONDS = 0.8
"""For a first plan."""
NEAR, SOON_SECONDS, FEW_HOURS = 5000, 2.5, 100
"""Cents above the bound up to which a first plan is searched around at once, for how long, and `MOST_HOURS` there."""
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
    familiar: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Duties a first plan is likely made of."""

    def run(self, deadline: float) -> Narrowed:
        """Until the time `deadline` (monotonic seconds); the last step, of everything, is left to the caller."""
        climbing = climb(self.master, self.part) if time.monotonic() < deadline else None
        if climbing is not None:
            self._begin(climbing, deadline)
            if not self.best.proven:
                self._climb(climbing, deadline)
        return self.best

    def _begin(self, climbing: Climbing, deadline: float) -> None:
        """A first plan, of what is familiar and what hardly costs more than the cheapest; mostly it is the cheapest of
        all, and a search of what is no dearer shows it at once.
        """
        columns, over = climbing.level.over()
        tried = columns[(over <= FAMILIAR_ROOM * SCALE) | np.isin(columns, self.familiar)]
        self._keep(self.solve(self._model(tried), min(FIRST_SECONDS, deadline - time.monotonic())))
        if self.best.chosen is not None:
            climbing.within(self.best.cents)
        self._raise(climbing.level.cents)
        soon = min(deadline, time.monotonic() + SOON_SECONDS)
        near = self.best.chosen is not None and self.best.cents - climbing.level.cents <= NEAR
        if near and time.monotonic() < deadline:
            self._step(climbing.level, self.best.cents, soon, FEW_HOURS)

    def _climb(self, climbing: Climbing, deadline: float) -> None:
        """A higher bound, and searches of what it leaves."""
        now = time.monotonic()
        until, allowed, near = now + CLIMBING * (deadline - now), ALLOWED, False
        while not self.best.proven and time.monotonic() < deadline and allowed <= MOST_ALLOWED:
            if not (near or climbing.top):
                climbing.rise(until)
                self._raise(climbing.level.cents)
            level = climbing.level
            allowed = self._allow(level, allowed)
            if not self._step(level, level.cents + allowed, deadline, MOST_HOURS):
                break
            allowed *= MORE
            near = self._allow(level, allowed) < allowed

    def _allow(self, level: Level, allowed: int) -> int:
        """What the best plan needs, when it is near enough."""
        within = self.best.cents - level.cents
        return within if self.best.chosen is not None and within <= ENOUGH * allowed else allowed

    def _model(self, duties: Ints) -> CpMaster:
        """Of the part, with these duties only."""
        columns = self.part.columns
        left_out = (columns < len(self.master.table)) & ~np.isin(columns, duties)
        asked = CpMaster(self.master, columns, self.part.rows, columns[left_out])
        self.prepare(asked)
        if self.best.chosen is not None:
            asked.better(frozenset(self.best.chosen), self.best.cents)
        return asked

    def _keep(self, ended: Ended) -> None:
        """Its plan, where that is cheaper, or as cheap and the nearest of all that were allowed."""
        before = self.best.cents
        better = self.best.chosen is None or ended.cents < before or (ended.cents == before and ended.over)
        if ended.chosen is not None and better:
            self.best = Narrowed(ended.chosen, ended.cents, self.best.bound)

    def _step(self, level: Level, limit: int, deadline: float, hours: int) -> bool:
        """Search all plans of at most `limit` cents; whether the search ended, and a wider one may tell more."""
        room = level.room(limit)
        columns, over = level.over()
        asked = self._model(columns[over <= room])
        add_choices(asked, hour_choices(level, room, hours))
        ended = self.solve(asked, deadline - time.monotonic())
        self._keep(ended)
        # A plan beyond the limit may be cheaper than the best of these, never cheaper than the limit.
        if ended.impossible or ended.bound is not None:
            self._raise(limit + 1 if ended.bound is None else min(ended.bound, limit + 1))
        return ended.over

    def _raise(self, bound: int) -> None:
        best = self.best
        if best.bound is None or bound > best.bound:
            self.best = Narrowed(best.chosen, best.cents, bound)
