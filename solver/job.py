"""Long work in a process of its own: progress, stop-and-keep-best, and the answer.

A failed internal check of the solver aborts its process; here that is a message, not the end of the program.
"""

import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from multiprocessing.synchronize import Event
from typing import Generic, Protocol, TypeVar

from gems.planning.ports import ShouldStop
from solver.processes import beginning, begun, end_with_parent

POLL_SECONDS = 0.05

Progress = TypeVar("Progress")
Result = TypeVar("Result")
Told = TypeVar("Told", covariant=True)
Gives = TypeVar("Gives", covariant=True)


class PlannerDied(RuntimeError):
    """The process ended without an answer."""


class Work(Protocol[Told, Gives]):
    """What a job does; pickled on its way to the process, so it loads OR-Tools only once it is called there."""

    def __call__(self, on_progress: Callable[[Told], None], should_stop: ShouldStop) -> Gives:
        """The answer; what is heard meanwhile goes to `on_progress`."""
        ...


@dataclass(frozen=True, slots=True)
class _Heard(Generic[Progress]):
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Answer(Generic[Result]):
    result: Result


@dataclass(frozen=True, slots=True)
class Failure:
    """A process's last words, as whoever asked is told them."""

    words: str
    details: str = ""
    """Technical, for those who mend it."""


class Job(Generic[Progress, Result]):
    """One piece of work under way. Not shared between threads; found again by whoever keeps it."""

    def __init__(self, work: Work[Progress, Result]) -> None:
        self._receiver, sender = Pipe(duplex=False)
        self._stop = beginning().Event()
        self._process = begun(_run, work, sender, self._stop)
        sender.close()
        self.started = time.time()
        self.history: list[Progress] = []
        self.result: Result | None = None
        self.failure: str | None = None
        self.details = ""
        """Technical details of the failure, for those who mend it."""

    @property
    def done(self) -> bool:
        """Whether an answer, or the lack of one, is known; call `poll` to make it so."""
        return self.result is not None or self.failure is not None

    def stop(self) -> None:
        """Ask to stop and keep the best found; the answer still comes through `poll`."""
        self._stop.set()

    def kill(self) -> None:
        """End the process at once, without an answer."""
        self._process.kill()
        self._process.join()

    def poll(self, seconds: float = 0.0) -> list[Progress]:
        """What has been heard since the last call, waiting at most `seconds` for a first word."""
        heard: list[Progress] = []
        while not self.done and self._receiver.poll(0.0 if heard else seconds):
            message = self._received()
            if isinstance(message, _Heard):
                heard.append(message.progress)
            elif isinstance(message, _Answer):
                self.result = message.result
            else:
                self.failure, self.details = message.words, message.details
        self.history.extend(heard)
        if self.done:
            self._process.join()
        return heard

    def wait(self, on_progress: Callable[[Progress], None], should_stop: ShouldStop) -> Result:
        """The answer, once it is there; raises PlannerDied when the process ends without one."""
        try:
            while not self.done:
                for progress in self.poll(POLL_SECONDS):
                    on_progress(progress)
                if should_stop():
                    self.stop()
        finally:
            if not self.done:
                self.kill()
        if self.result is None:
            died = PlannerDied(self.failure)
            died.add_note(self.details)
            raise died
        return self.result

    def _received(self) -> _Heard[Progress] | _Answer[Result] | Failure:
        try:
            message: _Heard[Progress] | _Answer[Result] | Failure = self._receiver.recv()
        except EOFError:
            self._process.join()
            return Failure(f"the process ended (exit code {self._process.exitcode})")
        return message


def failure_of(error: Exception) -> Failure:
    """To whoever asked, not to the terminal: its users read sentences. Call it where the error is caught."""
    return Failure(f"{type(error).__name__}: {error}", traceback.format_exc())


def _run(work: Work[Progress, Result], sender: Connection, stop: Event) -> None:
    # Ctrl-C reaches every process of a terminal; only the one that started the job decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        result = work(lambda progress: sender.send(_Heard(progress)), stop.is_set)
    except Exception as error:
        sender.send(failure_of(error))
        return
    sender.send(_Answer(result))
