"""A planning in a process of its own: progress, stop-and-keep-best, and the answer.

A failed internal check of the solver aborts its process; here that is a message, not the end of the program.
"""

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.synchronize import Event

from gems.domain.problem import Problem
from gems.planning.ports import (
    OnProgress,
    PlanOptions,
    PlanResult,
    Progress,
    ShouldStop,
    ignore_progress,
    never_stop,
)

POLL_SECONDS = 0.05


class PlannerDied(RuntimeError):
    """The planning process ended without an answer."""


@dataclass(frozen=True, slots=True)
class _Failure:
    words: str
    details: str = ""


class Job:
    """One planning under way. Not shared between threads; found again by whoever keeps it."""

    def __init__(self, problem: Problem, options: PlanOptions, rules: frozenset[str] | None = None) -> None:
        context = multiprocessing.get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._stop = context.Event()
        self._process = context.Process(target=_run, args=(problem, options, rules, sender, self._stop), daemon=True)
        with deaf_to_interrupts():
            self._process.start()
        sender.close()
        self.started = time.time()
        self.history: list[Progress] = []
        self.result: PlanResult | None = None
        self.failure: str | None = None
        self.details = ""
        """Technical details of the failure, for those who mend it."""

    @property
    def done(self) -> bool:
        """Whether an answer, or the lack of one, is known; call `poll` to make it so."""
        return self.result is not None or self.failure is not None

    def stop(self) -> None:
        """Ask to stop and keep the best plan found; the answer still comes through `poll`."""
        self._stop.set()

    def kill(self) -> None:
        """End the process at once, without an answer."""
        self._process.kill()
        self._process.join()

    def poll(self, seconds: float = 0.0) -> list[Progress]:
        """What has been heard since the last call, waiting at most `seconds` for a first word."""
        heard: list[Progress] = []
        while not self.done and self._receiver.poll(0.0 if heard else seconds):
            for message in self._receive():
                if isinstance(message, Progress):
                    heard.append(message)
                elif isinstance(message, PlanResult):
                    self.result = message
                else:
                    self.failure, self.details = message.words, message.details
        self.history.extend(heard)
        if self.done:
            self._process.join()
        return heard

    def _receive(self) -> Iterator[Progress | PlanResult | _Failure]:
        try:
            yield self._receiver.recv()
        except EOFError:
            self._process.join()
            yield _Failure(f"the planning process ended (exit code {self._process.exitcode})")


@dataclass(frozen=True, slots=True)
class ProcessPlanner:
    """A `Planner` that plans in its own process and waits for the answer."""

    rules: frozenset[str] | None = None
    """Names of the rules to keep and to price; None: all. For yardsticks, which know neither law nor roads."""

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """See `gems.planning.ports.Planner`; raises PlannerDied when the process ends without an answer."""
        job = Job(problem, options, self.rules)
        try:
            while not job.done:
                for progress in job.poll(POLL_SECONDS):
                    on_progress(progress)
                if should_stop():
                    job.stop()
        finally:
            if not job.done:
                job.kill()
        if job.result is None:
            died = PlannerDied(job.failure)
            died.add_note(job.details)
            raise died
        return job.result


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """A process begun here never hears Ctrl-C, not even while Python starts (Windows: only once it has started)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """From here on this process ends when the one that began it is killed, in the middle of whatever it does."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="end with parent", daemon=True).start()


def _run(problem: Problem, options: PlanOptions, rules: frozenset[str] | None, sender: Connection, stop: Event) -> None:
    # Ctrl-C reaches every process of a terminal; only the one that started the job decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        from solver.constraints import CONSTRAINTS
        from solver.planner import ExactPlanner  # OR-Tools is loaded in the child only

        known = tuple(each for each in CONSTRAINTS if rules is None or each.rule in rules)
        result = ExactPlanner(known).plan(problem, options, sender.send, stop.is_set)
    except Exception as error:
        # To whoever started the job, not to the terminal: its users read sentences.
        sender.send(_Failure(f"{type(error).__name__}: {error}", traceback.format_exc()))
        return
    sender.send(result)
