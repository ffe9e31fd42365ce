"""A composing in a process of its own: progress, stop-and-keep-best, and the answer."""

import multiprocessing
import signal
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.planning.ports import (
    ComposeProgress,
    OnComposed,
    PlanOptions,
    ShouldStop,
    ignore_posts,
    never_stop,
)
from solver.job import POLL_SECONDS, PlannerDied, deaf_to_interrupts, end_with_parent


@dataclass(frozen=True, slots=True)
class _Failure:
    words: str
    details: str


class ComposeJob:
    """One composing under way. Not shared between threads; found again by whoever keeps it."""

    def __init__(self, question: ComposeQuestion, options: PlanOptions) -> None:
        context = multiprocessing.get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._stop = context.Event()
        self._process = context.Process(target=_run, args=(question, options, sender, self._stop), daemon=True)
        with deaf_to_interrupts():
            self._process.start()
        sender.close()
        self.started = time.time()
        self.last = ComposeProgress(seconds=0.0)
        self.result: ComposeResult | None = None
        self.failure: str | None = None
        self.details = ""

    @property
    def done(self) -> bool:
        """Whether an answer, or the lack of one, is known; call `poll` to make it so."""
        return self.result is not None or self.failure is not None

    def stop(self) -> None:
        """Ask to stop and keep the posts found; the answer still comes through `poll`."""
        self._stop.set()

    def kill(self) -> None:
        """End the process at once, without an answer."""
        self._process.kill()
        self._process.join()

    def poll(self, seconds: float = 0.0) -> list[ComposeProgress]:
        """What has been heard since the last call, waiting at most `seconds` for a first word."""
        heard: list[ComposeProgress] = []
        while not self.done and self._receiver.poll(0.0 if heard else seconds):
            message = self._received()
            if isinstance(message, ComposeProgress):
                heard.append(message)
                self.last = message
            elif isinstance(message, ComposeResult):
                self.result = message
            else:
                self.failure, self.details = message.words, message.details
        if self.done:
            self._process.join()
        return heard

    def _received(self) -> ComposeProgress | ComposeResult | _Failure:
        try:
            message: ComposeProgress | ComposeResult | _Failure = self._receiver.recv()
        except EOFError:
            self._process.join()
            return _Failure(f"the composing process ended (exit code {self._process.exitcode})", "")
        return message


class ProcessComposer:
    """A `Composer` that works in its own process and waits for the answer."""

    def compose(
        self,
        question: ComposeQuestion,
        options: PlanOptions,
        on_progress: OnComposed = ignore_posts,
        should_stop: ShouldStop = never_stop,
    ) -> ComposeResult:
        """See `gems.planning.ports.Composer`; raises PlannerDied when the process ends without an answer."""
        job = ComposeJob(question, options)
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


def _run(question: ComposeQuestion, options: PlanOptions, sender: Connection, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the job decides what Ctrl-C means
    end_with_parent()
    try:
        from solver.compose.composer import FragmentComposer  # OR-Tools is loaded in the child only

        result = FragmentComposer().compose(question, options, sender.send, stop.is_set)
    except Exception as error:
        sender.send(_Failure(f"{type(error).__name__}: {error}", traceback.format_exc()))
        return
    sender.send(result)
