"""Raise the bound of a part by a few linear programmes over duties and hours, each near the multipliers found so far.

One programme gives new multipliers; the bound is then proven there, or part of the way, in whole numbers
(`solver.lagrange`). Where the programme told the truth the next one may go further, else it stays nearer.
"""

import time

import numpy as np

from solver.hour_choices import sequences
from solver.hour_programme import HourProgramme
from solver.lagrange import SCALE, Lagrange, Level
from solver.line_rows import sort_rows
from solver.master import Master
from solver.parts import Part

ROUNDS = 6
"""Programmes before a search is tried, and again when it tells too little."""
BOX, WIDER, NARROWER = 350.0, 1.3, 0.6
"""Cents around known multipliers in the first programme, and how that changes."""
HOUR_ROOM, MOST_HOURS = 400, 600
"""Cents, and sequences a person: the hours a programme may choose from."""
CLOSE = 100
"""Cents that another programme must promise to be worth its time."""
TRUTH = 0.8
"""Share of what a programme promised from which on it told the truth."""
PART_WAY = (1.0, 0.6, 0.3)


def climb(master: Master, part: Part) -> "Climbing | None":
    """The foot of the climb, what duties alone tell; None when the linear programme has no answer."""
    lines = sort_rows(master, part, SCALE)
    lagrange, programme = Lagrange(master, lines), HourProgramme(master, part, lines)
    found = programme.solve()
    return None if found is None else Climbing(lagrange, programme, lagrange.at(lagrange.whole(found[1])))


class Climbing:
    """The `level` reached so far, and whether it is the `top`: another programme would not be worth its time."""

    def __init__(self, lagrange: Lagrange, programme: HourProgramme, foot: Level) -> None:
        self.lagrange, self.programme, self.level, self.box, self.top = lagrange, programme, foot, BOX, False

    def within(self, cents: int) -> None:
        """From now on only plans of at most so many cents count: what only dearer ones hold is left out."""
        columns, over = self.level.over()
        dearer = columns[over > self.level.room(cents)]
        if len(dearer):
            self.programme.close(dearer)
            self.lagrange.part = self.lagrange.part.without(dearer)
            self.level = self.lagrange.at(self.level.multipliers)

    def rise(self, until: float) -> None:
        """Some programmes, until the time `until` (monotonic seconds) at most."""
        for _ in range(ROUNDS):
            if self.top or time.monotonic() > until:
                break
            self.top = not self._round()

    def _round(self) -> bool:
        """One programme; whether another one may be worth its time."""
        level, lagrange = self.level, self.lagrange
        self.programme.choose(
            [
                sequences(space, level.prices, to_go, HOUR_ROOM * SCALE, MOST_HOURS)
                for space, to_go in zip(level.part.spaces, level.to_go, strict=True)
            ]
        )
        self.programme.stay_near(level.multipliers / SCALE, self.box)
        found = self.programme.solve()
        if found is None:
            return False
        promised, new = found[0] - level.cents, lagrange.whole(found[1])
        for share in PART_WAY:
            tried = lagrange.at(level.multipliers + np.rint(share * (new - level.multipliers)).astype(np.int64))
            if tried.total > self.level.total:
                self.level = tried
            if share == 1.0 and tried.cents - level.cents >= TRUTH * promised:
                self.box *= WIDER
                break
        else:
            self.box *= NARROWER
        return promised > CLOSE
