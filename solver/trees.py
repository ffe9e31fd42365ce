"""Trees of bounds: how a vast part is proven over several weeks (decision 0036).

A tree branches where that raises the bound, makes no plan, and is worth what it has proven when it ends: so it is
begun once, for all the time that is its part's, and one of several hands is always left to plans.
"""

from dataclasses import dataclass

from gems.planning.ports import PlanOptions, never_stop
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.part_search import search_part
from solver.search import Style
from solver.turns import Board, Turn

CUT_ROUNDS = 10
"""Rounds of cuts before it branches: the larger the tree grows, the more a better root is worth."""
LATER, ALONE = 0.3, 0.5
"""What waits until plans are bettered begins in this last share of the time; a single hand gives a proof so much of
what is left."""


@dataclass(frozen=True, slots=True)
class Trees:
    """The trees of all vast parts."""

    board: Board
    options: PlanOptions
    effort: Effort
    hands: int
    """How many work at the plan."""

    def worth(self, turn: Turn) -> bool:
        """Whether to begin the tree of this part now."""
        if turn.proofs or self._growing >= self._most:
            return False
        return self.hands > 1 or self.effort.in_last(LATER)

    @property
    def _growing(self) -> int:
        return sum(turn.proving for turn in self.board.turns if self.board.vast(turn))

    @property
    def _most(self) -> int:
        return max(1, self.hands - 1)

    def share(self, turn: Turn, waiting: list[Turn]) -> float:
        """What a tree may take: by size, of what the hands at trees have left; `waiting`: all that share the time."""
        sizes = sum(one.size for one in waiting if one.proofs <= turn.proofs)
        share = min(1.0, self._most * turn.size / sizes) * self.effort.left
        return ALONE * share if self.hands == 1 else share

    def grow(self, turn: Turn, limit: float) -> None:
        """Raise the bound of a part until it is proven or the limit has come."""
        model = CpMaster(self.board.master, turn.part.columns, turn.part.rows)
        work = search_part(self.board, turn, model, self.options, limit, Style.TREE, CUT_ROUNDS, never_stop)
        self.effort.count(work)
        with self.board.lock:
            turn.proving -= 1
            turn.looked = True
