"""How much of a search is spent: seconds of the clock or, so that the same input gives the same plan, counted work."""

import threading
import time


class Effort:
    """A limit and what is left of it; shared by all threads of one search."""

    def __init__(self, limit: float, *, counted: bool) -> None:
        """`counted`: the limit is units of CP-SAT's deterministic time, about a second of an idle machine each."""
        self.counted = counted
        self._limit, self._spent = limit, 0.0
        self._start = time.monotonic()
        self._lock = threading.Lock()

    @property
    def spent(self) -> float:
        """Seconds since the start, or the work counted so far."""
        return self._spent if self.counted else time.monotonic() - self._start

    @property
    def left(self) -> float:
        """What may still be spent, never below 0."""
        return max(0.0, self._limit - self.spent)

    def in_last(self, share: float) -> bool:
        """Whether less than this share of the limit is left."""
        return self.left < share * (self.spent + self.left)

    def count(self, work: float) -> None:
        """Work that a search has done."""
        with self._lock:
            self._spent += work

    def until(self, share: float) -> float:
        """The moment (monotonic seconds) until which `share` of what is left lasts; never where work is counted."""
        return float("inf") if self.counted else time.monotonic() + share * self.left
