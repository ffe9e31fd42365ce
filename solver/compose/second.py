"""The second process as the first one sees it."""

from collections.abc import Sequence
from multiprocessing.connection import Connection

from gems.domain.composition import ComposeQuestion
from solver.compose.demand import Floats
from solver.compose.diving import Begin
from solver.compose.messages import Alone, Asked, Dive, Enough, Held, Look
from solver.compose.pricing import Order, Pick
from solver.compose.second_process import GONE
from solver.compose.taken import NOTHING, Taken
from solver.universe import Ints


class Line:
    """The line to the second process, if there is one: it is told one question after the other."""

    def __init__(self, line: Connection | None) -> None:
        self._line, self._told = line, 0

    def told(self, question: ComposeQuestion, taken: Taken = NOTHING) -> "Second | None":
        """Tell it a question; nobody where there is no second process."""
        if self._line is None:
            return None
        self._told += 1
        return Second(self._line, Asked(question, taken), self._told - 1)


class Second:
    """The second process as the first one sees it, for one question; it gets ready for it at once."""

    def __init__(self, line: Connection, asked: Asked, part: int = 0) -> None:
        """`part`: how many questions it was told before."""
        self._line, self._part = line, part
        self._diving = False
        self._said(asked)

    def ask(self, orders: Sequence[Order], prices: Floats, left: Ints) -> None:
        """See `solver.compose.pricing.Others`."""
        self._said(Look(self._part, orders, prices, left))

    def answer(self) -> list[Pick] | None:
        """See `solver.compose.pricing.Others`; None when the process has ended."""
        try:
            found: list[Pick] = self._line.recv()
        except GONE:
            return None
        return found

    def begin(self, start: Begin, seed: int) -> None:
        """Let it dive for itself."""
        self._diving = True
        self._said(Dive(self._part, start, seed))

    def alone(self, until: float, seed: int) -> bool:
        """Let it compose the question for itself; False when the process has ended."""
        self._diving = self._said(Alone(self._part, until, seed))
        return self._diving

    def tell(self, picks: Sequence[Pick]) -> None:
        """See `solver.compose.diving.Mate`."""
        if self._diving:
            self._said(Held(picks))

    def heard(self) -> Sequence[Pick] | None:
        """See `solver.compose.diving.Mate`."""
        last = None
        while self._diving and self._line.poll():
            last = self._received() or last
        return last

    def enough(self) -> Sequence[Pick] | None:
        """End its dive; the best posts it had still to tell."""
        last = None
        if self._diving:
            self._said(Enough())
        while self._diving:
            last = self._received() or last
        return last

    def _received(self) -> Sequence[Pick] | None:
        try:
            message = self._line.recv()
        except GONE:
            message = Enough()
        if isinstance(message, Held):
            return message.picks
        self._diving = False
        return None

    def _said(self, what: object) -> bool:
        try:
            self._line.send(what)
        except GONE:
            return False  # the answer that does not come says so too
        return True
