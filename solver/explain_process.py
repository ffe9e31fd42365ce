"""What-if questions answered in processes of their own, two at a time."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, PriorityQueue

from gems.planning.ports import Case, NearPlan, Verdict
from solver.hand import Hand

HANDS = 2


@dataclass
class ProcessExplainer:
    """An `Explainer` of two hands. Whoever asks, from any thread, gets the first that is free, case by case."""

    _hands: tuple[Hand, ...] = field(default_factory=lambda: tuple(Hand() for _ in range(HANDS)))
    _free: PriorityQueue[int] = field(default_factory=PriorityQueue)

    def __post_init__(self) -> None:
        for number in range(len(self._hands)):
            self._free.put(number)

    def start(self) -> None:
        """Have the processes running: a first question waits for them otherwise."""
        for hand in self._hands:
            hand.start()

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """See `gems.planning.ports.Explainer`; raises PlannerDied when a process ends without an answer."""
        deadline = time.monotonic() + seconds
        self.start()
        with ThreadPoolExecutor(len(self._hands)) as pool:
            asked = [pool.submit(self._one, case, deadline, len(cases) - index) for index, case in enumerate(cases)]
            try:
                return tuple(one.result() for one in asked)
            except BaseException as error:
                for one in asked:
                    one.cancel()
                if isinstance(error, KeyboardInterrupt):
                    self.stop()
                raise

    def stop(self) -> None:
        """Give up the questions under way, if any: their askers get PlannerDied."""
        for hand in self._hands:
            hand.stop()

    def close(self) -> None:
        """End the processes."""
        for hand in self._hands:
            hand.close()

    def _one(self, case: Case, deadline: float, to_do: int) -> NearPlan:
        """One of `to_do` cases that are not begun, which share the time left: a hard one leaves some to the others."""
        try:
            number = self._free.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            return NearPlan(verdict=Verdict.OPEN)
        try:
            left = deadline - time.monotonic()
            return self._hands[number].ask(case, min(left, left * len(self._hands) / to_do))
        finally:
            self._free.put(number)
