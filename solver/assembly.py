"""Search the independent parts of a master in turn and put the best of each together.

Every part first gets any plan, so that a whole one stands at once, and a bound by lines (`solver.line_bound`). Then
the parts that are not proven take turns until the time is over: a short look by CP-SAT alone; better lines; a search
among the duties of these lines, where good plans are; and a search among all duties that a plan better than the best
known could hold, which proves the optimum when it ends. In deterministic mode time is counted work, and a stop is the
only thing that can cut it short.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.line_bound import LineBound, LineSearch
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.search import Found, Style, search
from solver.universe import Ints

LOOK, LINES, PROMISING = 0.4, 0.2, 0.1
"""Shares of a part's turn for a look by CP-SAT alone, for better lines, for promising duties; the rest is for proof."""
MANY_COLUMNS = 6000
"""From here on CP-SAT alone finds little in time: the look is short and lines lead."""
SHORT_LOOK, LONG_PROMISING = 0.05, 0.4
HURRY_SECONDS = 15
"""Up to here there is no time to take turns: lines, then mostly promising duties, and what is left for proof."""
HURRY_LINES, HURRY_PROMISING = 0.15, 0.6
TURNS = 3
"""How often a part takes a turn at most; the last one has all the time left."""
FEW_COLUMNS = 150
"""A part this small is searched whole at once."""


@dataclass(slots=True)
class _Turn:
    """What is known of one part."""

    part: Part
    bound: int
    best: Found | None = None
    lines: LineSearch | None = None
    """None for a part so small that it is searched whole at once."""
    tried: bool = False
    """Whether a proof has been tried."""

    @property
    def cents(self) -> int | None:
        """The best cost known."""
        return None if self.best is None else self.best.cents

    @property
    def proven(self) -> bool:
        """Whether the best plan costs no more than the bound."""
        return self.cents is not None and self.cents <= self.bound

    @property
    def values(self) -> dict[int, int] | None:
        """The best plan by column."""
        return None if self.best is None else self.best.values


@dataclass(slots=True)
class Assembly:
    """The search of a whole master."""

    master: Master
    options: PlanOptions
    on_better: Callable[[int | None, int], None]
    should_stop: ShouldStop
    stopped: bool = False
    infeasible: bool = False
    turns: list[_Turn] = field(default_factory=list)

    def run(self, seconds: float) -> None:
        """Search for at most so many seconds (units of counted work in deterministic mode)."""
        deadline = time.monotonic() + seconds
        cheapest = self.master.cheapest_imaginable
        self.turns = [_Turn(part, cheapest(part.columns)) for part in independent_parts(self.master)]
        for turn in self.turns:
            self._search(turn, seconds, Style.ANY_PLAN)
        for turn in self.turns:
            if len(turn.part.columns) > FEW_COLUMNS and not self._over(turn):
                turn.lines = LineSearch(self.master, turn.part)
                self._raise_bound(turn, turn.lines.cents)
        turns = 1 if self.hurried else TURNS
        for round_number in range(turns):
            share = 1.0 if round_number == turns - 1 else 0.5
            self._take_turns(seconds * share / 2, deadline, share)

    @property
    def hurried(self) -> bool:
        """Whether there are a few seconds only."""
        return not self.options.deterministic and self.options.time_limit_seconds <= HURRY_SECONDS

    def _take_turns(self, counted: float, deadline: float, share: float) -> None:
        """One turn for each part not proven: by size a share of the time left, or of the counted work."""
        waiting = [turn for turn in self.turns if not turn.proven]
        for position, turn in enumerate(waiting):
            sizes = [len(one.part.columns) for one in waiting[position:]]
            if self.options.deterministic:
                self._prove(turn, counted * sizes[0] / sum(len(one.part.columns) for one in waiting))
            else:
                self._prove(turn, share * (deadline - time.monotonic()) * sizes[0] / sum(sizes))

    def _prove(self, turn: _Turn, seconds: float) -> None:
        """All that is done for one part in one turn."""
        if turn.lines is None:
            self._search(turn, seconds, Style.PROVE)
            return
        end = time.monotonic() + seconds
        many = len(turn.part.columns) > MANY_COLUMNS
        look, promising = (SHORT_LOOK, LONG_PROMISING) if many else (LOOK, PROMISING)
        if self.hurried:
            look, promising = 0.0, HURRY_PROMISING
        if not turn.tried:
            self._search(turn, look * seconds, Style.PROVE)
        if self._over(turn) or turn.values is None:
            return
        chosen = {column for column, value in turn.values.items() if value}
        until = (
            float("inf")
            if self.options.deterministic
            else time.monotonic() + (HURRY_LINES if self.hurried else LINES) * seconds
        )
        turn.lines.improve(chosen, until, self._asked_to_stop, lambda cents: self._raise_bound(turn, cents))
        lines = turn.lines.answer()
        quick = Style.QUICK if self.hurried else Style.PROVE
        self._search(turn, promising * seconds, quick, _others(lines, chosen))
        left = (1 - look - promising) * seconds if self.options.deterministic else end - time.monotonic()
        # A duty that only dearer plans hold is left out; the best known plan stays in.
        hopeless = lines.columns[lines.through > (turn.cents or 0)]
        style = Style.PROVE_OTHERWISE if turn.tried else Style.PROVE
        turn.tried = True
        self._search(turn, left, style, hopeless, whole=True)

    def _raise_bound(self, turn: _Turn, cents: int) -> None:
        turn.bound = max(turn.bound, cents)
        self._tell(turn, None, None)

    def _over(self, turn: _Turn) -> bool:
        """Nothing more to do for a part."""
        return turn.proven or self.infeasible or (self._asked_to_stop() and turn.cents is not None)

    def _search(
        self, turn: _Turn, limit: float, style: Style, closed: Ints | None = None, *, whole: bool | None = None
    ) -> None:
        """Search a part without the `closed` duties; its bound holds for the part when nothing useful is closed."""
        if self._over(turn) or (limit <= 0 and turn.cents is not None):
            return
        model = CpMaster(self.master, turn.part.columns, turn.part.rows, closed)
        if turn.values is not None:
            model.hint(turn.values)
        bounds = closed is None if whole is None else whole

        def better(cents: int | None, bound: int | None) -> None:
            self._tell(turn, cents, bound if bounds else None)

        found = search(model, self.options, limit, style, better, self._asked_to_stop)
        self.infeasible |= found.infeasible and closed is None
        if found.cents is not None and (turn.cents is None or found.cents < turn.cents):
            turn.best = found
        if found.bound is not None and bounds:
            # With hopeless duties closed, no plan is cheaper than both what was found open and the best known.
            reached = found.bound if turn.cents is None else min(found.bound, turn.cents)
            turn.bound = max(turn.bound, reached)
        self._tell(turn, None, None)

    def _asked_to_stop(self) -> bool:
        self.stopped = self.stopped or self.should_stop()
        return self.stopped

    def _tell(self, turning: _Turn, cents: int | None, bound: int | None) -> None:
        """Add up the parts, the one under search with its latest figures."""
        best: int | None = self.master.constant
        floor = self.master.constant
        for turn in self.turns:
            own = turn.cents
            if turn is turning and cents is not None:
                own = cents if own is None else min(own, cents)
            best = None if best is None or own is None else best + own
            low = max(turn.bound, bound) if turn is turning and bound is not None else turn.bound
            floor += low if own is None else min(low, own)
        self.on_better(best, floor)

    @property
    def proven(self) -> bool:
        """Whether no plan is cheaper."""
        return all(turn.proven for turn in self.turns)

    @property
    def bound(self) -> int:
        """Cents no legal plan can go below."""
        return self.master.constant + sum(turn.bound for turn in self.turns)

    @property
    def values(self) -> list[int] | None:
        """The best plan by master column; None when a part has none."""
        whole = np.zeros(self.master.size, dtype=np.int64)
        for turn in self.turns:
            if turn.values is None:
                return None
            for column, value in turn.values.items():
                whole[column] = value
        plan: list[int] = whole.tolist()
        return plan


def _others(lines: LineBound, chosen: set[int]) -> Ints:
    """The duties of a part that are neither in a promising line nor in the plan known."""
    kept = np.union1d(lines.promising, np.array(sorted(chosen), dtype=np.int64))
    closed: Ints = np.setdiff1d(lines.columns, kept)
    return closed
