"""One process that answers "what if", kept warm between questions and ended when idle.

A failed internal check of the solver aborts that process only; the next question starts another one.
"""

import gc
import signal
import threading
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from multiprocessing.process import BaseProcess

from gems.planning.ports import Case, NearPlan
from solver.fields_only import written
from solver.job import Failure, PlannerDied, failure_of
from solver.processes import begun, end_with_parent

IDLE_SECONDS = 600.0
"""A process nobody asks anything ends by itself."""
PAUSE_SECONDS = 0.5
"""Without a question for so long, it tidies up its memory."""
GRACE_SECONDS = 30.0
"""How much longer than asked an answer may take before its process is given up."""
GONE = (EOFError, BrokenPipeError, ConnectionResetError)


@dataclass
class Hand:
    """A process that answers one case at a time. One thread asks; others may start, stop or close it meanwhile."""

    _process: BaseProcess | None = None
    _line: Connection | None = None
    _busy: bool = False
    _given_up: bool = False
    _change: threading.RLock = field(default_factory=threading.RLock)

    def ask(self, case: Case, seconds: float) -> NearPlan:
        """The answer within so many seconds of its getting to work; raises PlannerDied when it ends without one."""
        asked = written((case, seconds))
        with self._change:
            self._busy, self._given_up = True, False
        try:
            answer, ended_idle = self._answer(asked, seconds)
            if answer is None and ended_idle:
                # It ended for want of questions just as this one came: a fresh one is asked.
                answer, _ = self._answer(asked, seconds)
        finally:
            self._busy = False
        if answer is None:
            raise PlannerDied("the explaining process ended")
        if isinstance(answer, Failure):
            died = PlannerDied(answer.words)
            died.add_note(answer.details)
            raise died
        return answer

    def start(self) -> None:
        """Get ready while others work; nothing to do when it runs, or is asked just now."""
        with self._change:
            if not self._busy:
                self._started()

    def stop(self) -> None:
        """Give up the question under way, if any: its asker gets PlannerDied."""
        if not self._busy:
            return
        # Said before the process is looked for: one that is just being started is not asked any more.
        self._given_up = True
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        with self._change:
            if self._process is not None:
                self._process.kill()
                self._process.join()
            if self._line is not None:
                self._line.close()
            self._process = self._line = None

    def _answer(self, asked: bytes, seconds: float) -> tuple[NearPlan | Failure | None, bool]:
        """None when the process ended, and whether it did so by itself for want of questions."""
        process, line = self._started()
        if self._given_up:
            return None, False
        try:
            line.send_bytes(asked)
            if not line.poll(seconds + GRACE_SECONDS):
                self.close()
                raise PlannerDied("the explaining process did not answer in time")
            answer: NearPlan | Failure = line.recv()
        except GONE:
            process.join()
            ended_idle = process.exitcode == 0
            self.close()
            return None, ended_idle
        return answer, False

    def _started(self) -> tuple[BaseProcess, Connection]:
        with self._change:
            if self._line is None or self._process is None or not self._process.is_alive():
                self.close()
                line, theirs = Pipe()
                process = begun(_run, theirs)
                theirs.close()
                # Known to the others once it runs: before, there is nothing to stop.
                self._process, self._line = process, line
            return self._process, self._line


def _run(line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    from solver.explainer import NearExplainer  # OR-Tools is loaded in the child only

    # Python looks for what it no longer needs in the pauses, not in the middle of an answer: a twentieth of its time.
    gc.disable()
    gc.freeze()
    explainer = NearExplainer()
    while _asked(line):
        try:
            case, seconds = line.recv()
        except EOFError:
            return
        try:
            (answer,) = explainer.near((case,), seconds)
            line.send(answer)
        except Exception as error:
            line.send(failure_of(error))


def _asked(line: Connection) -> bool:
    """Whether there is a question, sooner or later."""
    if line.poll(PAUSE_SECONDS):
        return True
    gc.collect()
    return line.poll(IDLE_SECONDS)
