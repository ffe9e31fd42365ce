"""What is known of each independent part while several hands search them, and what is told of the whole."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gems.domain.time import DAYS_OF_WEEK
from gems.planning.ports import ShouldStop
from solver.master import Master
from solver.parts import Part, independent_parts
from solver.standing import Standing
from solver.universe import Ints

VAST = range(10_000, 40_000)
"""Columns of a vast part: some twenty people over three or four weeks. Larger ones have not been measured."""


@dataclass(slots=True, eq=False)
class Turn:
    """What is known of one part; its plan is in the standing one."""

    number: int
    part: Part
    bound: int
    grain: int = 1
    """Every plan of it costs a multiple of so many cents."""
    cents: int | None = None
    """The best cost known; None before a first plan."""
    proofs: int = 0
    """How many proofs of the whole part have begun."""
    looked: bool = False
    """Whether a proof has ended or been given up, so that the bound is one worth looking at."""
    proving: int = 0
    """How many hands are at a proof now."""
    improving: int = 0
    """How many hands are at its neighbourhoods now."""
    improvers: int = 0
    """How many searches of neighbourhoods have begun."""
    whole_rosters: bool = False
    """Whether `solver.rosters` searches it too."""
    fruitless: int = 0
    """Steps of whole rosters since the last that bettered its plan."""

    @property
    def size(self) -> int:
        """Number of columns."""
        return len(self.part.columns)

    @property
    def proven(self) -> bool:
        """Whether the best plan costs no more than the bound."""
        return self.cents is not None and self.cents <= self.bound

    @property
    def gap(self) -> int:
        """Cents between the best plan and the bound."""
        return 0 if self.cents is None else self.cents - self.bound

    @property
    def promise(self) -> float:
        """What a step may gain: the gap, less the longer steps have gained nothing."""
        return self.gap / (1 + self.fruitless)


class Board:
    """All turns, the plan that stands, and whoever listens. Safe to use from several threads."""

    def __init__(self, master: Master, on_better: Callable[[int | None, int], None], should_stop: ShouldStop) -> None:
        self.master, self.standing = master, Standing(master)
        self._on_better, self._should_stop = on_better, should_stop
        self.lock = threading.RLock()
        self.stopped = False
        self.infeasible = False
        parts = independent_parts(master)
        self.turns = [self._turn(number, part) for number, part in enumerate(parts)]

    def _turn(self, number: int, part: Part) -> Turn:
        grain = int(np.gcd.reduce(self.standing.prices[part.columns])) or 1
        return Turn(number, part, self.master.cheapest_imaginable(part.columns), grain)

    def asked_to_stop(self) -> bool:
        """Whether somebody has asked to stop; remembered."""
        self.stopped = self.stopped or self._should_stop()
        return self.stopped

    def vast(self, turn: Turn) -> bool:
        """Whether a part is so large, over several weeks, that a proof is worth only the bound it raises: fortnights of
        everybody make the plan (decision 0036). Whole rosters have a bound and plans of their own."""
        several_weeks = len(self.master.universe.days) > DAYS_OF_WEEK
        return several_weeks and turn.size in VAST and not turn.whole_rosters

    def planned(self, turn: Turn) -> None:
        """The standing plan holds a plan of this part, maybe a better one than before."""
        with self.lock:
            turn.cents = self.standing.cents_of(turn.part.columns)
            self._tell()

    def offer(self, turn: Turn, columns: Ints, values: Ints) -> None:
        """A plan of some columns of a part that has one already: kept when it is cheaper."""
        if self.standing.offer(columns, values):
            self.planned(turn)

    def raise_bound(self, turn: Turn, cents: int) -> None:
        """No plan of this part costs less."""
        cents = -(-cents // turn.grain) * turn.grain
        with self.lock:
            if cents > turn.bound:
                turn.bound = cents if turn.cents is None else min(cents, turn.cents)
                self._tell()

    def _tell(self) -> None:
        self._on_better(self.best, self.bound)

    @property
    def best(self) -> int | None:
        """Cents of the plan that stands; None when a part has none."""
        best: int | None = self.master.constant
        for turn in self.turns:
            best = None if best is None or turn.cents is None else best + turn.cents
        return best

    @property
    def bound(self) -> int:
        """Cents no legal plan can go below."""
        return self.master.constant + sum(turn.bound for turn in self.turns)

    @property
    def proven(self) -> bool:
        """Whether no plan is cheaper."""
        return all(turn.proven for turn in self.turns)

    @property
    def values(self) -> list[int] | None:
        """The best plan by master column; None when a part has none."""
        if any(turn.cents is None for turn in self.turns):
            return None
        plan: list[int] = self.standing.values.tolist()
        return plan


def in_order(part: Part, values: dict[int, int]) -> Ints:
    """Values by master column, in the order of a part's columns."""
    return np.fromiter((values[column] for column in part.columns.tolist()), dtype=np.int64, count=len(part.columns))
