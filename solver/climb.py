"""Raise the bound of a part by a few linear programmes over duties and hours, each near the multipliers found so far.

One programme gives new multipliers; the bound is then proven there, or part of the way, in whole numbers
(`solver.lagrange`). Where the programme told the truth the next one may go further, else it stays nearer.
"""

import time
from collections import deque
from dataclasses import dataclass, field

import numpy as np

from solver.hour_choices import sequences
from solver.hour_programme import HourProgramme
from solver.lagrange import SCALE, Lagrange, Level
from solver.line_programme import Floats
from solver.line_rows import sort_rows
from solver.master import Master
from solver.parts import Part
from solver.row_names import Name, row_names
from solver.universe import Bools

ROUNDS = 6
"""Programmes before a search is tried, and again when it tells too little."""
FIRST_BOX, BOX, WIDER, NARROWER = 1.0, 350.0, 1.3, 0.6
"""Cents around known multipliers: for those of another question, in the first programme, and how that changes."""
HOUR_ROOM, MOST_HOURS = 400, 600
"""Cents, and sequences a person: the hours a programme may choose from."""
CLOSE = 100
"""Cents that another programme must promise to be worth its time."""
TRUTH = 0.8
"""Share of what a programme promised from which on it told the truth."""
PART_WAY = (1.0, 0.6, 0.3)
ENOUGH_KNOWN, REMEMBERED = 0.7, 6
"""Share of the rows that a guess must know, and how many questions are remembered."""


@dataclass
class Known:
    """Multipliers of a week's rows by name, of the last questions; a first guess and never more."""

    last: deque[dict[Name, float]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def guess(self, names: list[Name]) -> tuple[Floats, Bools] | None:
        """The multipliers of the question that has most of these rows, and which these are; None when all have few."""
        asked = set(names)
        best = max(tuple(self.last), key=lambda one: len(asked & one.keys()), default={})
        held = np.array([name in best for name in names], dtype=np.bool_)
        if held.mean() < ENOUGH_KNOWN:
            return None
        return np.array([best.get(name, 0.0) for name in names], dtype=np.float64), held

    def learn(self, names: list[Name], level: Level) -> None:
        """Keep what a question ended with."""
        self.last.appendleft(dict(zip(names, (level.multipliers / SCALE).tolist(), strict=True)))


def climb(master: Master, part: Part, known: Known) -> "Climbing | None":
    """The foot of the climb; None when the linear programme has no answer."""
    lines = sort_rows(master, part, SCALE)
    climbing = Climbing(Lagrange(master, lines), HourProgramme(master, part, lines), row_names(master, lines.rows))
    return climbing if climbing.start(known) else None


class Climbing:
    """The `level` reached so far, and whether it is the `top`: another programme would not be worth its time."""

    level: Level

    def __init__(self, lagrange: Lagrange, programme: HourProgramme, names: list[Name]) -> None:
        self.lagrange, self.programme, self.names, self.box, self.top = lagrange, programme, names, BOX, False

    def rise(self, known: Known, until: float) -> None:
        """Some programmes, until the time `until` (monotonic seconds) at most; the next question learns from them."""
        for _ in range(ROUNDS):
            if self.top or time.monotonic() > until:
                break
            self.top = not self._round()
        known.learn(self.names, self.level)

    def start(self, known: Known) -> bool:
        """The better of what duties alone tell and of what is known already, the programme on duties filling its gaps.

        Whether there is any.
        """
        guess, levels = known.guess(self.names), list[Level]()
        for near in (None, guess) if guess is not None else (None,):
            if near is not None:
                self.programme.stay_near(near[0], FIRST_BOX, near[1])
            found = self.programme.solve()
            if found is None:
                return False
            levels.append(self.lagrange.at(self.lagrange.whole(found[1])))
        self.level = max(levels, key=lambda level: level.total)
        return True

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
