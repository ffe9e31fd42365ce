"""When a part of a plan is worth a proof by CP-SAT, for how long, and what such a proof does.

A proof that stands still while the plan is far away ends: neighbourhoods come first, and it is begun again later.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from gems.domain.time import FORTNIGHT_DAYS
from gems.planning.ports import PlanOptions
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.fortnights_apart import FortnightsApart, fortnights_apart
from solver.line_bound import LineSearch
from solver.part_search import search_part
from solver.parts import Part
from solver.search import Style
from solver.trees import ALONE, LATER, Trees
from solver.turns import Board, Turn
from solver.universe import Ints

RACING, PROOFS = 2, 3
"""How many proofs of one part may run at once, and how often one is tried at most."""
RACE, LONG_PROOF, PROOF = 15.0, 100.0, 0.3
"""A second proof beside the first is given so long, unless it is of fortnights apart; and any proof so long or, where
that is more, this share of what is left. What is not proven then is better bettered (seconds, or counted work)."""
FAR, LAST = 0.1, 0.15
"""Share of the whole cost between a part's plan and its bound from which on a proof that stands still waits:
neighbourhoods first. In the last share of the time proofs go on whatever the distance."""
LOOK, RISE = 5.0, 0.001
"""A proof stands still when its bound has not risen by this share of the whole cost for as long as a race; a second
proof: for so many seconds."""
MANY_COLUMNS = 6000
"""From here on fractions and lines take longer than they are worth."""
CUT_ROUNDS, LARGE_COLUMNS = 3, 2000
"""Rounds of cuts before the proof of a part of more columns than that branches: less work (decision 0021). With
fewer, one round, as CP-SAT does by itself: more take longer than they are worth."""
HUGE_COLUMNS = 40_000
"""From here on a proof waits until plans are bettered."""
SHORT_ROSTERS = 1500
"""Columns up to which CP-SAT tries to prove a part of whole rosters, once and not longer than a race."""
LINES = 0.2
"""Share of the time left for better lines."""

Task = Callable[[], None]


@dataclass(slots=True)
class Proofs:
    """The proofs of all parts; those of vast ones are trees."""

    board: Board
    options: PlanOptions
    effort: Effort
    hands: int
    """How many work at the plan."""
    trees: Trees = field(init=False)

    def __post_init__(self) -> None:
        self.trees = Trees(self.board, self.options, self.effort, self.hands)

    def next(self, waiting: list[Turn]) -> Task | None:
        """The proof that is most worth a hand now, counted from now on; `waiting`: the parts that are not proven.

        While one hand is at a proof, no other begins one before a large part that is far behind is bettered. The
        smallest parts come first: their proofs make plans too, soon.
        """
        if any(turn.proving for turn in self.board.turns) and any(map(self._neglected, waiting)):
            return None
        for turn in sorted(waiting, key=lambda one: (one.proofs, one.size)):
            if self.worth(turn):
                return self.begun(turn, waiting)
        return None

    def worth(self, turn: Turn) -> bool:
        """Another proof: two race on what is small; what is huge is bettered first."""
        if self.board.vast(turn):
            return self.trees.worth(turn)
        if turn.whole_rosters and (turn.proofs or turn.size > SHORT_ROSTERS):
            return False
        if turn.proofs == PROOFS or (turn.proving and (turn.size > MANY_COLUMNS or turn.proofs == RACING)):
            return False
        if turn.looked and self._far(turn):
            return False
        later = turn.size > HUGE_COLUMNS or (self.hands == 1 and turn.proofs > 0)
        return not later or self.effort.in_last(LATER)

    def _far(self, turn: Turn) -> bool:
        """Whether so much lies between a part's plan and its bound that proving it is hopeless as yet.

        A bound further away than the whole cost is none: the proof has only begun, the part being large.
        """
        best, last = self.board.best, self.effort.in_last(LAST)
        return not last and best is not None and FAR * abs(best) < turn.gap < abs(best)

    def _neglected(self, turn: Turn) -> bool:
        """Whether nobody betters a large part whose plan is so far from its bound that the whole is poor."""
        best = self.board.best
        return turn.size > MANY_COLUMNS and not turn.improving and best is not None and turn.gap > FAR * abs(best)

    def begun(self, turn: Turn, waiting: list[Turn]) -> Task:
        """One more proof of a part, counted from now on; `waiting`: the parts that share the time, it among them."""
        turn.proofs += 1
        turn.proving += 1
        if self.board.vast(turn):
            return partial(self.trees.grow, turn, self.trees.share(turn, waiting))
        return partial(self._prove, turn, turn.proofs, self._share(turn, waiting))

    def _share(self, turn: Turn, waiting: list[Turn]) -> float:
        """What a proof may take: by size, of what is left for all hands."""
        others = sum(one.size for one in waiting if one.proofs <= turn.proofs)
        share = min(1.0, self.hands * turn.size / others) * self.effort.left * (ALONE if self.hands == 1 else 1.0)
        longest = max(LONG_PROOF, PROOF * self.effort.left)
        races = turn.proofs == RACING and not self._several_fortnights
        return min(share, RACE if races or turn.whole_rosters else longest)

    @property
    def _several_fortnights(self) -> bool:
        return len(self.board.master.universe.days) > FORTNIGHT_DAYS

    def _prove(self, turn: Turn, number: int, limit: float) -> None:
        """A search of a whole part; its plans join the standing one as they come. The second over several fortnights
        takes them apart."""
        board, part = self.board, turn.part
        if number == RACING and self._several_fortnights:
            apart = fortnights_apart(board.master, part)
            if apart is not None:
                self._prove_apart(turn, apart, limit)
                return
            limit = min(limit, RACE)
        closed = self._too_dear(turn) if number > RACING else None
        model = CpMaster(board.master, part.columns, part.rows, closed)
        if number > RACING:
            model.hint(dict(zip(part.columns.tolist(), board.standing.values[part.columns].tolist(), strict=True)))

        watch = _Watch(turn, RISE * abs(board.best or 0), LOOK if number == RACING else RACE)

        def hopeless() -> bool:
            return watch.stands_still() and not self.effort.counted and self._far(turn)

        style = Style.REOPEN if number == RACING else Style.PROVE
        self.effort.count(search_part(board, turn, model, self.options, limit, style, _cut_rounds(part), hopeless))
        with board.lock:
            turn.proving -= 1
            turn.looked = True
            if hopeless():
                turn.proofs -= 1  # begun again when neighbourhoods have come near

    def _prove_apart(self, turn: Turn, apart: FortnightsApart, limit: float) -> None:
        """The fortnights of a part, one after the other: what they prove of it, but no plans."""
        board, until = self.board, self.effort.spent + limit

        def heard() -> None:
            if (cents := apart.cents) is not None:
                board.raise_bound(turn, cents)

        for done, stretch in enumerate(apart.stretches):
            share = (until - self.effort.spent) / (len(apart.stretches) - done)
            work = apart.prove(
                board.master,
                stretch,
                self.options,
                max(0.0, share),
                _cut_rounds(stretch.part),
                heard,
                lambda: turn.proven or board.asked_to_stop(),
            )
            self.effort.count(work)
        with board.lock:
            turn.proving -= 1
            turn.looked = True

    def _too_dear(self, turn: Turn) -> Ints | None:
        """Duties that only dearer plans than the best known hold, as lines prove; they raise the bound too."""
        if turn.size > MANY_COLUMNS:
            return None
        board, standing = self.board, self.board.standing
        lines = LineSearch(board.master, turn.part)
        chosen = {column for column in turn.part.columns.tolist() if standing.values[column]}
        until = self.effort.until(LINES)
        lines.improve(chosen, until, board.asked_to_stop, lambda cents: board.raise_bound(turn, cents))
        board.raise_bound(turn, lines.cents)
        answer = lines.answer()
        return answer.columns[answer.through > (turn.cents or 0)]


def _cut_rounds(part: Part) -> int:
    return CUT_ROUNDS if len(part.columns) > LARGE_COLUMNS else 1


class _Watch:
    """Whether the bound of a part stands still."""

    def __init__(self, turn: Turn, step: float, patience: float) -> None:
        self._turn, self._step, self._patience = turn, step, patience
        self._bound, self._since = turn.bound, time.monotonic()

    def stands_still(self) -> bool:
        """Whether it has not risen by a step for so many seconds; to be asked again and again."""
        now, bound = time.monotonic(), self._turn.bound
        if bound - self._bound > self._step:
            self._bound, self._since = bound, now
        return now - self._since > self._patience
