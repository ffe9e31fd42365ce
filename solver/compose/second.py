"""The second process as the first one sees it."""

from collections.abc import Sequence
from multiprocessing.connection import Connection

from gems.domain.composition import ComposeQuestion
from solver.compose.demand import Floats
from solver.compose.pricing import Order, Pick
from solver.compose.second_process import GONE
from solver.universe import Ints


class Second:
    """The second process as the first one sees it, for one question."""

    def __init__(self, line: Connection, question: ComposeQuestion) -> None:
        self._line = line
        self._said(question)

    def ask(self, orders: Sequence[Order], prices: Floats, left: Ints) -> None:
        """See `solver.compose.pricing.Others`."""
        self._said((orders, prices, left))

    def answer(self) -> tuple[list[Pick], dict[int, float]] | None:
        """See `solver.compose.pricing.Others`; None when the process has ended."""
        try:
            found: tuple[list[Pick], dict[int, float]] = self._line.recv()
        except GONE:
            return None
        return found

    def _said(self, what: object) -> None:
        try:
            self._line.send(what)
        except GONE:
            return  # the answer that does not come says so
