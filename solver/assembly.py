"""Search the independent parts of a master and put the best of each together.

Every part first gets any plan, so that a whole one stands at once. Then as many hands as there are workers take tasks
until all is proven or the time is over: a proof of one part by CP-SAT, by one worker; while another hand is at a
part's proof, or after it has ended without one, neighbourhoods that better its plan. Where several weeks are made of
heads and of what is somebody's own, one hand is at whole rosters (`solver.rosters`), and the others too once the bound
is settled. In deterministic mode one hand does the same tasks, time is counted work, and a stop is the only thing that
can cut it short.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.effort import Effort
from solver.first_plan import plan_one_by_one
from solver.least_change import Told, keep_most
from solver.master import Master
from solver.near_fractions import better_near_fractions
from solver.neighbourhoods.crew import Crew
from solver.proofs import MANY_COLUMNS, Proofs, Task
from solver.rosters.at_work import RosterWork
from solver.search import Style, ignore_news, search
from solver.turns import Board, Turn, in_order

WAIT_SECONDS = 0.02
"""How long a hand without a task waits for one."""
FEW_COLUMNS = 200
"""Up to here a part is proven at once."""
NEAR, MOST_NEAR = 0.5, 60_000
"""Share of the time for plans near what was published, and the size of a master beyond which that is too short."""


@dataclass(slots=True)
class Assembly:
    """The search of a whole master."""

    master: Master
    options: PlanOptions
    on_better: Callable[[int | None, int], None]
    should_stop: ShouldStop
    board: Board = field(init=False)
    effort: Effort = field(init=False)
    crew: Crew = field(init=False)
    proofs: Proofs = field(init=False)
    started: set[int] = field(default_factory=set)
    told: Told = field(init=False)
    rosters: dict[int, list[RosterWork]] = field(default_factory=dict)
    """The searches of whole rosters, by part: one, and a twin of it for each further hand."""
    kept_most: set[int] = field(default_factory=set)
    """The parts of which it is proven that no plan of the same cost keeps more of what was published."""
    others_first: bool = False

    def run(self, seconds: float) -> None:
        """Search for at most so many seconds (units of counted work in deterministic mode)."""
        self.told = Told.of(self.master.universe)
        self.board = Board(self.master, self.on_better, self.should_stop)
        self.effort = Effort(seconds, counted=self.options.deterministic)
        self.crew = Crew(self.board, self.options, self.effort)
        hands = self._hands
        self.proofs = Proofs(self.board, self.options, self.effort, hands)
        with ThreadPoolExecutor(hands) as pool:
            for done in [pool.submit(self._work) for _ in range(hands)]:
                done.result()

    @property
    def _hands(self) -> int:
        return 1 if self.options.deterministic else max(1, self.options.workers)

    def _work(self) -> None:
        """One hand: task after task. A fault in one hand ends the others at their next task."""
        try:
            while not self._over:
                task = self._next()
                if task is None:
                    time.sleep(WAIT_SECONDS)
                else:
                    task()
        except BaseException:
            self.board.stopped = True
            raise

    @property
    def _over(self) -> bool:
        board = self.board
        if board.infeasible or board.proven:
            return True
        return len(self.started) == len(board.turns) and (board.asked_to_stop() or not self.effort.left)

    def _next(self) -> Task | None:
        with self.board.lock:
            turns = self.board.turns
            for turn in turns:
                if turn.number not in self.started:
                    self.started.add(turn.number)
                    return partial(self._start, turn)
            waiting = [turn for turn in turns if turn.cents is not None and not turn.proven]
            if (work := self._rosters_waiting(waiting)) is not None:
                work.busy = True
                return work.step
            if (proof := self.proofs.next(waiting)) is not None:
                return proof
            if not waiting:
                return None
            turn = min(waiting, key=lambda one: (one.improving, -one.promise))
            if (work := self._roster_twin(turn)) is not None:
                work.busy = True
                return work.step
            turn.improving += 1
            return partial(self.crew.step, turn)

    def _rosters_waiting(self, waiting: list[Turn]) -> RosterWork | None:
        """The search of whole rosters furthest from its bound, unless a hand is at one; a single hand does other things
        every other time."""
        self.others_first = self._hands == 1 and not self.others_first
        found = [self.rosters[turn.number][0] for turn in waiting if turn.number in self.rosters]
        if not found or self.others_first or any(work.busy for work in found):
            return None
        return max(found, key=lambda work: work.turn.promise)

    def _roster_twin(self, turn: Turn) -> RosterWork | None:
        """A search of whole rosters for a further hand, once the bound is settled: they better a plan more than
        neighbourhoods do."""
        works = self.rosters.get(turn.number)
        if works is None or self._hands == 1:
            return None
        free = next((work for work in works[1:] if not work.busy), None)
        if free is None and (free := works[0].twin(self.options, len(works))) is not None:
            works.append(free)
        return free

    def _start(self, turn: Turn) -> None:
        """A first plan of a part: near what was published, else of whole rosters, else person by person, bettered, else
        what CP-SAT finds."""
        board, effort = self.board, self.effort
        if self._near(turn):
            return
        work = RosterWork.begun(board, turn, self.options, effort)
        if work is not None:
            self.rosters[turn.number] = [work]
            return
        if plan_one_by_one(board.standing, turn.part, self.options, effort, board.asked_to_stop):
            board.planned(turn)
            if FEW_COLUMNS < turn.size <= MANY_COLUMNS and not board.asked_to_stop():
                least = better_near_fractions(board.standing, turn.part, self.options, effort, board.asked_to_stop)
                board.planned(turn)
                board.raise_bound(turn, turn.bound if least is None else least)
            return
        model = CpMaster(self.master, turn.part.columns, turn.part.rows)
        found = search(model, self.options, max(1.0, effort.left), Style.ANY_PLAN, ignore_news, board.asked_to_stop)
        effort.count(found.work)
        board.infeasible |= found.infeasible
        if found.values is not None:
            board.standing.put(turn.part.columns, in_order(turn.part, found.values))
            board.planned(turn)

    def _near(self, turn: Turn) -> bool:
        """Of a week published before, first look near what was told: mostly that is all there is to do."""
        if not self.told.pieces or self.master.size > MOST_NEAR:
            return False
        board, part = self.board, turn.part
        found = keep_most(self.master, part, self.told, self.options, NEAR * self.effort.left, board.asked_to_stop)
        self.effort.count(found.work)
        if found.values is None or found.bound is None:
            return False
        board.standing.put(part.columns, in_order(part, found.values))
        board.planned(turn)
        board.raise_bound(turn, found.bound)
        if found.proven:
            self.kept_most.add(turn.number)
        return True

    @property
    def stopped(self) -> bool:
        """Whether somebody has asked to stop."""
        return self.board.stopped

    @property
    def infeasible(self) -> bool:
        """Whether no plan is legal."""
        return self.board.infeasible

    @property
    def proven(self) -> bool:
        """Whether no plan is cheaper."""
        return self.board.proven

    @property
    def least_change(self) -> bool:
        """Whether it is proven that no plan of the same cost keeps more of what was published."""
        return not self.told.pieces or len(self.kept_most) == len(self.board.turns)

    @property
    def bound(self) -> int:
        """Cents no legal plan can go below."""
        return self.board.bound

    @property
    def values(self) -> list[int] | None:
        """The best plan by master column; None when a part has none."""
        return self.board.values
