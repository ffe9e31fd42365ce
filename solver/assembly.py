"""Search the independent parts of a master in turn and put the best of each together.

Every part first gets any plan, so that a whole one stands at once; then a turn to prove its best; those not proven share
the time left, searched otherwise, each starting from its best. In deterministic mode time is counted work, and a stop is the only thing that can cut it short.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.search import Found, Style, search

FIRST_TURN = 0.5
"""Share of the time for the first proofs; the rest goes where the proof is missing."""


@dataclass(slots=True)
class _Progress:
    part: Part
    model: CpMaster
    bound: int
    best: Found | None = None
    proven: bool = False

    @property
    def distance(self) -> int:
        """Cents between the best plan and the bound; a part without a plan weighs most."""
        return 10**9 if self.best is None or self.best.cents is None else self.best.cents - self.bound


@dataclass(slots=True)
class Assembly:
    """The search of a whole master."""

    master: Master
    options: PlanOptions
    on_better: Callable[[int | None, int], None]
    should_stop: ShouldStop
    stopped: bool = False
    infeasible: bool = False
    parts: list[_Progress] = field(default_factory=list)

    def run(self, seconds: float) -> None:
        """Search for at most so many seconds (units of counted work in deterministic mode)."""
        deadline = time.monotonic() + seconds
        cheapest = self.master.cheapest_imaginable
        for part in independent_parts(self.master):
            model = CpMaster(self.master, part.columns, part.rows)
            self.parts.append(_Progress(part, model, cheapest(part.columns)))
        for each in self.parts:
            self._turn(each, seconds, deadline, Style.ANY_PLAN)
        total = sum(len(each.part.columns) for each in self.parts)
        for each in self.parts:
            share = max(0.2, FIRST_TURN * seconds * len(each.part.columns) / max(1, total))
            self._turn(each, share, deadline, Style.PROVE)
        open_parts = [each for each in self.parts if not each.proven]
        for position, each in enumerate(sorted(open_parts, key=lambda one: -one.distance)):
            if self.options.deterministic:
                limit = (1 - FIRST_TURN) * seconds / len(open_parts)
            else:
                limit = (deadline - time.monotonic()) / (len(open_parts) - position)
            self._turn(each, limit, deadline, Style.PROVE_OTHERWISE)

    def _turn(self, each: _Progress, limit: float, deadline: float, style: Style) -> None:
        late = not self.options.deterministic and time.monotonic() >= deadline and each.best is not None
        if late or each.proven or self.infeasible or (self.stopped and each.best is not None):
            return
        if each.best is not None and each.best.values is not None:
            each.model.hint(each.best.values)

        def better(cents: int | None, bound: int | None) -> None:
            self._tell(each, cents, bound)

        found = search(each.model, self.options, limit, style, better, self._asked_to_stop)
        self.infeasible |= found.infeasible
        if found.bound is not None:
            each.bound = max(each.bound, found.bound)
        if found.cents is not None and (each.best is None or each.best.cents is None or found.cents < each.best.cents):
            each.best = found
        each.proven = found.proven or each.distance <= 0
        self._tell(each, None, None)

    def _asked_to_stop(self) -> bool:
        self.stopped = self.stopped or self.should_stop()
        return self.stopped

    def _tell(self, turning: _Progress, cents: int | None, bound: int | None) -> None:
        """Add up the parts, the one under search with its latest figures."""
        best: int | None = self.master.constant
        floor = self.master.constant
        for each in self.parts:
            own = each.best.cents if each.best is not None else None
            if each is turning and cents is not None:
                own = cents if own is None else min(own, cents)
            best = None if best is None or own is None else best + own
            low = max(each.bound, bound) if each is turning and bound is not None else each.bound
            floor += low if own is None else min(low, own)
        self.on_better(best, floor)

    @property
    def proven(self) -> bool:
        """Whether no plan is cheaper."""
        return all(each.proven for each in self.parts)

    @property
    def bound(self) -> int:
        """Cents no legal plan can go below."""
        return self.master.constant + sum(each.bound for each in self.parts)

    @property
    def values(self) -> list[int] | None:
        """The best plan by master column; None when a part has none."""
        whole = np.zeros(self.master.size, dtype=np.int64)
        for each in self.parts:
            if each.best is None or each.best.values is None:
                return None
            for column, value in each.best.values.items():
                whole[column] = value
        plan: list[int] = whole.tolist()
        return plan
