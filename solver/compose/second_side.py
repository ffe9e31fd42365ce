"""What the second process does when the first one asks."""

import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from random import Random

from gems.planning.ports import never_stop
from solver.compose.afresh import AFRESH_BESIDE, posts_from
from solver.compose.diving import Diving
from solver.compose.kinds import Possible
from solver.compose.messages import Alone, Asked, Dive, Enough, Held, Look
from solver.compose.pricing import Pick, Pricer


class Side:
    """One end of the line; it remembers the questions."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._parts: list[tuple[Possible, Pricer]] = []

    def hear(self, message: object) -> None:
        """Do what one message asks; raises EOFError and the like when nobody is there any more."""
        match message:
            case Asked(question, taken):
                possible = Possible(question)
                self._parts.append((possible, Pricer.of(possible, Random(0), never_stop, taken)))
            case Look(part, orders, prices, left):
                _, pricer = self._parts[part]
                self._line.send(pricer.picks(orders, prices, left, never_stop))
            case Dive(part, start, seed):
                posts_from(self._diving(part, start.until, seed), start, afresh=AFRESH_BESIDE)
                self._line.send(Enough())
            case Alone(part, until, seed):
                diving = self._diving(part, until, seed)
                posts_from(diving, diving.begun())
                self._line.send(Enough())
            case _:
                return  # told after the end of a dive: too late

    def _diving(self, part: int, until: float, seed: int) -> Diving:
        possible, pricer = self._parts[part]
        pricer.random = Random(seed)
        mate = _Mate(self._line, until)
        return Diving(possible, pricer, until, mate.over, lambda _: None, mate)


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
