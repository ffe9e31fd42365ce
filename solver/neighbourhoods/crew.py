"""Those who better the parts of a plan: one improver a part, more where several hands are at the same one."""

from dataclasses import dataclass, field
from random import Random

from gems.domain.time import DAYS_OF_WEEK
from gems.planning.ports import PlanOptions
from solver.effort import Effort
from solver.first_plan import plan_week_by_week
from solver.neighbourhoods.fortnights import FortnightImprover
from solver.neighbourhoods.improve import Improver
from solver.standing import Standing
from solver.turns import Board, Turn

SECONDS_A_WEEK = 4.0
"""At most so long for one week of a plan made week by week."""


@dataclass(slots=True)
class Crew:
    """The improvers of one search; used by all its hands."""

    _board: Board
    _options: PlanOptions
    _effort: Effort
    _idle: dict[int, list[Improver | FortnightImprover]] = field(default_factory=dict)
    """Improvers of each part that no hand is using."""

    def step(self, turn: Turn) -> None:
        """One step of the neighbourhoods of a part, of its second improver when another hand is at it too."""
        board = self._board
        improver = self._improver(turn)
        before = improver.work
        if improver.step(self._effort.left, lambda: turn.proven or board.asked_to_stop()):
            board.planned(turn)
        self._effort.count(improver.work - before)
        if improver.proven and turn.cents is not None:
            board.raise_bound(turn, turn.cents)
        with board.lock:
            turn.improving -= 1
            self._idle.setdefault(turn.number, []).append(improver)

    def _improver(self, turn: Turn) -> Improver | FortnightImprover:
        """One that no other hand is using; the first one of a part begins with a better start."""
        with self._board.lock:
            waiting = self._idle.setdefault(turn.number, [])
            if waiting:
                return waiting.pop()
            turn.improvers += 1
            draw = Random(f"{self._options.seed}/{turn.number}/{turn.improvers}")
        if turn.improvers == 1 and not turn.whole_rosters:
            self._week_by_week(turn)
        if turn.improvers == 1 and self._board.vast(turn):
            return FortnightImprover(self._board.standing, turn.part, self._options, draw)
        return Improver(self._board.standing, turn.part, self._options, draw)

    def _week_by_week(self, turn: Turn) -> None:
        """Over several weeks, a plan made week by week is a better start than one made person by person."""
        board, weeks = self._board, len(self._board.master.universe.days) // DAYS_OF_WEEK
        if weeks == 1:
            return
        apart = Standing(board.master, board.standing.incidence)
        limit = min(SECONDS_A_WEEK * weeks, self._effort.left / 4)
        if plan_week_by_week(apart, turn.part, self._options, self._effort, limit, board.asked_to_stop):
            board.offer(turn, turn.part.columns, apart.values[turn.part.columns])
