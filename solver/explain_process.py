"""What-if questions answered in a process of their own, kept warm between questions and ended when idle.

A failed internal check of the solver aborts that process only; the next question starts another one.
"""

import multiprocessing
import signal
import threading
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from gems.planning.ports import Case, NearPlan
from solver.job import PlannerDied, deaf_to_interrupts, end_with_parent

IDLE_SECONDS = 600.0
"""A process nobody asks anything ends by itself."""
GRACE_SECONDS = 30.0
"""How much longer than asked an answer may take before its process is given up."""


@dataclass(frozen=True, slots=True)
class _Failure:
    words: str
    details: str


@dataclass
class ProcessExplainer:
    """An `Explainer` in its own process. Questions from several threads wait for each other."""

    _process: BaseProcess | None = None
    _line: Connection | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """See `gems.planning.ports.Explainer`; raises PlannerDied when the process ends without an answer."""
        with self._turn:
            try:
                return self._ask(tuple(cases), seconds)
            except (EOFError, BrokenPipeError, ConnectionResetError):
                self.close()
                # It may have ended for want of questions just as this one came: a fresh one is asked once.
                try:
                    return self._ask(tuple(cases), seconds)
                except (EOFError, BrokenPipeError, ConnectionResetError) as gone:
                    self.close()
                    raise PlannerDied("the explaining process ended") from gone

    def stop(self) -> None:
        """Give up the question under way, if any: its asker gets PlannerDied."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._line = None

    def _ask(self, cases: tuple[Case, ...], seconds: float) -> tuple[NearPlan, ...]:
        line = self._started()
        line.send((cases, seconds))
        if not line.poll(seconds + GRACE_SECONDS):
            self.close()
            raise PlannerDied("the explaining process did not answer in time")
        answer = line.recv()
        if isinstance(answer, _Failure):
            died = PlannerDied(answer.words)
            died.add_note(answer.details)
            raise died
        found: tuple[NearPlan, ...] = answer
        return found

    def _started(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_run, args=(theirs,), daemon=True)
            with deaf_to_interrupts():
                self._process.start()
            theirs.close()
        return self._line


def _run(line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    from solver.explainer import NearExplainer  # OR-Tools is loaded in the child only

    explainer = NearExplainer()
    while line.poll(IDLE_SECONDS):
        try:
            cases, seconds = line.recv()
        except EOFError:
            return
        try:
            line.send(explainer.near(cases, seconds))
        except Exception as error:
            line.send(_Failure(f"{type(error).__name__}: {error}", traceback.format_exc()))
