"""What the second process does when the first one asks."""

import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from random import Random

from gems.domain.composition import ComposeQuestion
from gems.planning.ports import never_stop
from solver.compose.afresh import posts_from
from solver.compose.diving import Diving
from solver.compose.kinds import Possible
from solver.compose.messages import Dive, Enough, Held, Look
from solver.compose.pricing import Pick, Pricer


class Side:
    """One end of the line; it remembers the question."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._possible: Possible | None = None
        self._pricer: Pricer | None = None

    def hear(self, message: object) -> None:
        """Do what one message asks; raises EOFError and the like when nobody is there any more."""
        match message:
            case ComposeQuestion():
                self._possible = Possible(message)
                self._pricer = Pricer.of(self._possible, Random(0))
            case Look(orders, prices, left):
                assert self._pricer is not None, "the question comes first"
                picks = self._pricer.picks(orders, prices, left, never_stop)
                self._line.send((picks, {order.kind: self._pricer.seconds[order.kind] for order in orders}))
            case Dive(start, seed):
                assert self._possible is not None, "the question comes first"
                assert self._pricer is not None, "the question comes first"
                mate = _Mate(self._line, start.until)
                self._pricer.random = Random(seed)
                diving = Diving(self._possible, self._pricer, start.until, mate.over, lambda _: None, mate)
                posts_from(diving, start)
                self._line.send(Enough())
            case _:
                return  # told after the end of a dive: too late


class _Mate:
    """The first process as the second one sees it while it dives."""

    def __init__(self, line: Connection, until: float) -> None:
        self._line, self._until = line, until
        self._told: Sequence[Pick] | None = None
        self._ended = False

    def over(self) -> bool:
        """Whether time is up, or the first process has had enough."""
        while not self._ended and self._line.poll():
            match self._line.recv():
                case Held(picks):
                    self._told = picks
                case Enough():
                    self._ended = True
        return self._ended or time.monotonic() > self._until

    def tell(self, picks: Sequence[Pick]) -> None:
        """See `solver.compose.diving.Mate`."""
        self._line.send(Held(picks))

    def heard(self) -> Sequence[Pick] | None:
        """See `solver.compose.diving.Mate`."""
        self.over()  # reads the line
        told, self._told = self._told, None
        return told
