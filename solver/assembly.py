"""Search the independent parts of a master and put the best of each together.

Every part first gets any plan, so that a whole one stands at once. Then as many hands as there are workers take tasks
until all is proven or the time is over: a proof of one part by CP-SAT, by one worker; while another hand is at a
part's proof, or after it has ended without one, neighbourhoods that better its plan. Where several weeks are made of
heads and of what is somebody's own, one hand is at whole rosters (`solver.rosters`). In deterministic mode one hand
does the same tasks, time is counted work, and a stop is the only thing that can cut it short.
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
from solver.line_bound import LineSearch
from solver.master import Master
from solver.near_fractions import better_near_fractions
from solver.neighbourhoods.crew import Crew
from solver.rosters.at_work import RosterWork
from solver.search import Style, search
from solver.turns import Board, Turn, in_order
from solver.universe import Ints

WAIT_SECONDS = 0.02
"""How long a hand without a task waits for one."""
ALONE = 0.5
"""Share of the time that a single hand gives to proofs at first."""
RACING, PROOFS = 2, 3
"""How many proofs of one part may run at once, and how often one is tried at most."""
RACE, LONG_PROOF, PROOF = 15.0, 100.0, 0.3
"""A second proof beside the first is given so long; and any proof so long or, where that is more, this share of what is
left. What is not proven then is better bettered (seconds, or counted work)."""
FAR, LAST = 0.1, 0.15
"""Share of the whole cost between a part's plan and its bound from which on a proof that stands still waits:
neighbourhoods first. In the last share of the time proofs go on whatever the distance."""
LOOK, RISE = 5.0, 0.001
"""A proof stands still when its bound has not risen by this share of the whole cost for as long as a race; a second
proof: for so many seconds."""
FEW_COLUMNS, MANY_COLUMNS = 200, 6000
"""Up to here a part is proven at once; from there on fractions and lines take longer than they are worth."""
CUT_ROUNDS, LARGE_COLUMNS = 3, 2000
"""Rounds of cuts before the proof of a part of more columns than that branches: less work (decision 0021). With
fewer, one round, as CP-SAT does by itself: more take longer than they are worth."""
HUGE_COLUMNS, LATER = 40_000, 0.3
"""From here on a proof waits for this last share of the time."""
SHORT_ROSTERS = 1500
"""Columns up to which CP-SAT tries to prove a part of whole rosters, once and not longer than a race."""
LINES = 0.2
"""Share of the time left for better lines."""

NEAR, MOST_NEAR = 0.5, 60_000
"""Share of the time for plans near what was published, and the size of a master beyond which that is too short."""

Task = Callable[[], None]


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
    started: set[int] = field(default_factory=set)
    told: Told = field(init=False)
    rosters: dict[int, RosterWork] = field(default_factory=dict)
    """The searches of whole rosters, by part."""
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
            # While one hand is at a proof, no other begins one before a large part that is far behind is bettered.
            neglected = any(turn.proving for turn in turns) and any(map(self._neglected, waiting))
            for turn in () if neglected else sorted(waiting, key=lambda one: (one.proofs, one.size)):
                if self._worth_proving(turn):
                    turn.proofs += 1
                    turn.proving += 1
                    return partial(self._prove, turn, turn.proofs, self._share(turn, waiting))
            if not waiting:
                return None
            turn = min(waiting, key=lambda one: (one.improving, -one.gap))
            turn.improving += 1
            return partial(self.crew.step, turn)

    def _rosters_waiting(self, waiting: list[Turn]) -> RosterWork | None:
        """The search of whole rosters furthest from its bound, unless a hand is at one; a single hand does other things
        every other time."""
        self.others_first = self._hands == 1 and not self.others_first
        found = [self.rosters[turn.number] for turn in waiting if turn.number in self.rosters]
        if not found or self.others_first or any(work.busy for work in found):
            return None
        return max(found, key=lambda work: work.turn.gap)

    def _worth_proving(self, turn: Turn) -> bool:
        """Another proof: two at once race on what is small; a huge part, or by a single hand, is bettered first."""
        if turn.whole_rosters and (turn.proofs or turn.size > SHORT_ROSTERS):
            return False
        if turn.proofs == PROOFS or (turn.proving and (turn.size > MANY_COLUMNS or turn.proofs == RACING)):
            return False
        if turn.looked and self._far(turn):
            return False
        later = turn.size > HUGE_COLUMNS or (self._hands == 1 and turn.proofs > 0)
        return not later or self.effort.left < LATER * (self.effort.spent + self.effort.left)

    def _far(self, turn: Turn) -> bool:
        """Whether so much lies between a part's plan and its bound that proving it is hopeless as yet.

        A bound further away than the whole cost is none: the proof has only begun, the part being large.
        """
        best, effort = self.board.best, self.effort
        last = effort.left < LAST * (effort.spent + effort.left)
        return not last and best is not None and FAR * abs(best) < turn.gap < abs(best)

    def _neglected(self, turn: Turn) -> bool:
        """Whether nobody betters a large part whose plan is so far from its bound that the whole is poor."""
        best = self.board.best
        return turn.size > MANY_COLUMNS and not turn.improving and best is not None and turn.gap > FAR * abs(best)

    def _share(self, turn: Turn, waiting: list[Turn]) -> float:
        """What a proof may take: by size, of what is left for all hands."""
        others = sum(one.size for one in waiting if one.proofs <= turn.proofs)
        hands = self._hands
        share = min(1.0, hands * turn.size / others) * self.effort.left * (ALONE if hands == 1 else 1.0)
        longest = max(LONG_PROOF, PROOF * self.effort.left)
        return min(share, RACE if turn.proofs == RACING or turn.whole_rosters else longest)

    def _start(self, turn: Turn) -> None:
        """A first plan of a part: near what was published, else of whole rosters, else person by person, bettered, else
        what CP-SAT finds."""
        board, effort = self.board, self.effort
        if self._near(turn):
            return
        work = RosterWork.begun(board, turn, self.options, effort)
        if work is not None:
            self.rosters[turn.number] = work
            return
        if plan_one_by_one(board.standing, turn.part, self.options, effort, board.asked_to_stop):
            board.planned(turn)
            if FEW_COLUMNS < turn.size <= MANY_COLUMNS and not board.asked_to_stop():
                least = better_near_fractions(board.standing, turn.part, self.options, effort, board.asked_to_stop)
                board.planned(turn)
                board.raise_bound(turn, turn.bound if least is None else least)
            return
        model = CpMaster(self.master, turn.part.columns, turn.part.rows)
        found = search(model, self.options, max(1.0, effort.left), Style.ANY_PLAN, _ignore, board.asked_to_stop)
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

    def _prove(self, turn: Turn, number: int, limit: float) -> None:
        """A search of a whole part; its plans join the standing one as they come."""
        board, part = self.board, turn.part
        closed = self._hopeless(turn) if number > RACING else None
        model = CpMaster(self.master, part.columns, part.rows, closed)
        if number > RACING:
            model.hint(dict(zip(part.columns.tolist(), board.standing.values[part.columns].tolist(), strict=True)))

        watch = _Watch(turn, RISE * abs(board.best or 0), LOOK if number == RACING else RACE)

        def better(cents: int | None, bound: int | None) -> None:
            if bound is not None:
                board.raise_bound(turn, bound)

        def hopeless() -> bool:
            return watch.stands_still() and not self.effort.counted and self._far(turn)

        found = search(
            model,
            self.options,
            limit,
            Style.REOPEN if number == RACING else Style.PROVE,
            better,
            lambda: turn.proven or hopeless() or board.asked_to_stop(),
            lambda values: board.offer(turn, part.columns, in_order(part, values)),
            cut_rounds=CUT_ROUNDS if turn.size > LARGE_COLUMNS else 1,
        )
        self.effort.count(found.work)
        if found.values is not None:
            board.offer(turn, part.columns, in_order(part, found.values))
        if found.bound is not None:
            board.raise_bound(turn, found.bound)
        with board.lock:
            turn.proving -= 1
            turn.looked = True
            if hopeless():
                turn.proofs -= 1  # begun again when neighbourhoods have come near

    def _hopeless(self, turn: Turn) -> Ints | None:
        """Duties that only dearer plans than the best known hold, as lines prove; they raise the bound too."""
        if turn.size > MANY_COLUMNS:
            return None
        board, standing = self.board, self.board.standing
        lines = LineSearch(self.master, turn.part)
        chosen = {column for column in turn.part.columns.tolist() if standing.values[column]}
        until = self.effort.until(LINES)
        lines.improve(chosen, until, board.asked_to_stop, lambda cents: board.raise_bound(turn, cents))
        board.raise_bound(turn, lines.cents)
        answer = lines.answer()
        return answer.columns[answer.through > (turn.cents or 0)]

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


def _ignore(cents: int | None, bound: int | None) -> None:
    """A first plan tells itself when it stands."""
