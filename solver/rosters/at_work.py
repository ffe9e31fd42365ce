"""The search of whole rosters at one part of a plan, beside the other searches of that part."""

from copy import copy
from dataclasses import dataclass, field
from random import Random

from gems.domain.time import DAYS_OF_WEEK
from gems.planning.ports import PlanOptions
from solver.effort import Effort
from solver.rosters.roster_search import RosterSearch
from solver.rosters.rosters import Rosters
from solver.rosters.written import Unreadable
from solver.turns import Board, Turn
from solver.universe import Ints


@dataclass(slots=True)
class RosterWork:
    """One search of one part; one hand at a time uses it."""

    board: Board
    turn: Turn
    effort: Effort
    search: RosterSearch
    busy: bool = False
    _counted: float = field(init=False, default=0.0)

    @classmethod
    def begun(cls, board: Board, turn: Turn, options: PlanOptions, effort: Effort) -> "RosterWork | None":
        """With a first plan on the board.

        None for a single week, where a row is neither of heads nor somebody's own, and where no rosters are found.
        """
        if len(board.master.universe.days) == DAYS_OF_WEEK:
            return None
        try:
            rosters = Rosters(board.master, turn.part)
            draw = Random(f"{options.seed}/{turn.number}/rosters")
            search = RosterSearch(rosters, draw, turn.grain, lambda: effort.left)
        except Unreadable:
            return None
        found = cls(board, turn, effort, search)
        board.standing.put(turn.part.columns, rosters.values(search.plan))
        board.planned(turn)
        turn.whole_rosters = True
        found._count()
        return found

    def twin(self, options: PlanOptions, number: int) -> "RosterWork | None":
        """One more search of the part, for another hand; None while the bound is looked for, which one hand does."""
        if not self.search.bettering:
            return None
        search = copy(self.search)
        search.apart(Random(f"{options.seed}/{self.turn.number}/rosters/{number}"))
        return RosterWork(self.board, self.turn, self.effort, search)

    def step(self) -> None:
        """One step, from the plan that stands by now."""
        board, turn, search = self.board, self.turn, self.search
        if turn.cents is not None and turn.cents < search.cents:
            search.adopt(self._standing())
        if board.best is not None and turn.cents is not None:
            search.elsewhere = board.best - turn.cents
        better = search.step(self._over)
        turn.fruitless = 0 if better else turn.fruitless + 1
        if better:
            board.offer(turn, turn.part.columns, search.rosters.values(search.plan))
        if search.bound is not None:
            board.raise_bound(turn, search.bound)
        self._count()
        with board.lock:
            self.busy = False

    def _over(self) -> bool:
        self._count()
        return self.turn.proven or self.board.asked_to_stop() or not self.effort.left

    def _count(self) -> None:
        work = self.search.rosters.work
        self.effort.count(work - self._counted)
        self._counted = work

    def _standing(self) -> list[list[int]]:
        """The duties of each person, as they stand."""
        values: Ints = self.board.standing.values
        return [own.duties[values[own.duties] > 0].tolist() for own in self.search.rosters.written]
