"""Fortnights of everybody, opened one after another among the duties near the plan by fractions.

Over several weeks small pieces soon better nothing more: what would be cheaper moves a dozen people at once. A
fortnight of everybody is small enough to be searched to its end once only those duties are open that cost next to
nothing at the prices of the linear programme (a restricted master, as in `solver.near_fractions`; decision 0036).
"""

from dataclasses import dataclass, field, replace
from random import Random

import numpy as np

from gems.domain.time import DAYS_OF_WEEK, FORTNIGHT_DAYS
from gems.planning.ports import PlanOptions, ShouldStop
from solver.duty_programme import DutyProgramme, Floats
from solver.neighbourhoods.improve import Improver
from solver.neighbourhoods.piece import search_piece
from solver.parts import Part
from solver.search import Style
from solver.standing import Standing

FIRST_REACH, FURTHER = 600.0, 2.0
"""Cents that a duty may cost at the prices of fractions, and how many times as much after a round of which each piece
was searched to its end."""
STEP_LIMIT, PATIENCE = 15.0, 60.0
"""Counted work for one piece, and seconds at most."""


@dataclass(slots=True)
class FortnightImprover:
    """The search of one part by neighbourhoods first, then by whichever had less work: they or rounds of fortnights."""

    standing: Standing
    part: Part
    options: PlanOptions
    draw: Random
    others: Improver = field(init=False)
    work: float = 0.0
    """Counted work so far."""
    _over: Floats = field(init=False)
    """Cents that each column of the master costs at the prices of fractions."""
    _reach: float = FIRST_REACH
    _waiting: list[int] = field(default_factory=list)
    """First days of the stretches that this round has still to open, the next one last."""
    _ended: bool = True
    """Whether each piece of this round was searched to its end."""
    _until: float = STEP_LIMIT
    """Work of the neighbourhoods from which on the next round begins: that of the rounds so far."""

    def __post_init__(self) -> None:
        self.others = Improver(self.standing, self.part, self.options, self.draw)
        self._over = _over(self.standing, self.part)

    @property
    def proven(self) -> bool:
        """Whether the whole part has been opened at once and searched to the end."""
        return self.others.proven

    def step(self, limit: float, should_stop: ShouldStop) -> bool:
        """Open one piece and search it for at most `limit`; whether the plan is better now."""
        if not self._waiting and self.others.work >= self._until:
            self._waiting = stretches(len(self.standing.master.universe.days))[::-1]
        if not self._waiting:
            before = self.others.work
            better = self.others.step(limit, should_stop)
            self.work += self.others.work - before
            return better
        better = self._open(self._waiting.pop(), limit, should_stop)
        if not self._waiting:
            self._reach *= FURTHER if self._ended else 1.0
            self._until = self.work - self.others.work
            self._ended = True
        return better

    def _open(self, first: int, limit: float, should_stop: ShouldStop) -> bool:
        standing, table = self.standing, self.standing.master.table
        duties = self.part.columns[self.part.columns < len(table)]
        day = table.day[duties]
        near = (self._over[duties] <= self._reach) | (standing.values[duties] > 0)
        stretch = duties[near & (day >= first) & (day < first + FORTNIGHT_DAYS)]
        if not len(stretch):
            return False
        seeded = replace(self.options, seed=self.draw.randrange(1 << 30))
        most = min(limit, STEP_LIMIT if self.options.deterministic else PATIENCE)
        piece = search_piece(standing, stretch, Style.PROVE, seeded, most, STEP_LIMIT, should_stop)
        self.work += piece.work
        self._ended &= piece.ended
        return piece.better


def stretches(days: int) -> list[int]:
    """First days of what a round opens: fortnight after fortnight, then those in between."""
    firsts = list(range(0, max(1, days - DAYS_OF_WEEK), DAYS_OF_WEEK))
    return firsts[::2] + firsts[1::2]


def _over(standing: Standing, part: Part) -> Floats:
    """What each column of the master costs at the prices of fractions: nothing where the programme has no answer."""
    over: Floats = np.zeros(standing.master.size, dtype=np.float64)
    programme = DutyProgramme(standing.master, part)
    if programme.solved:
        over[part.columns] = programme.reduced_cents
    return over
