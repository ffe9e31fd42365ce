"""Ctrl-C while planning: once stops and keeps the best plan, twice gives up."""

import signal
import threading
from types import FrameType, TracebackType


class GivenUp(Exception):
    """Ctrl-C was pressed a second time."""


class Interrupts:
    """Counts the Ctrl-C of its `with` block instead of letting them end the program."""

    def __init__(self) -> None:
        self.count = 0
        self._before: signal.Handlers | None = None

    def __enter__(self) -> "Interrupts":
        if threading.current_thread() is threading.main_thread():  # elsewhere Python takes no signals
            self._before = signal.signal(signal.SIGINT, self._note)  # type: ignore[assignment]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.count += 1

    def should_stop(self) -> bool:
        """Whether to stop and keep the best plan. Raises GivenUp after a second Ctrl-C."""
        if self.count > 1:
            raise GivenUp
        return self.count > 0
