"""A composing in a process of its own."""

from dataclasses import dataclass
from multiprocessing.connection import Connection

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.planning.ports import (
    ComposeProgress,
    OnComposed,
    PlanOptions,
    ShouldStop,
    ignore_posts,
    never_stop,
)
from solver.compose.second_process import second_process
from solver.job import Job


@dataclass(frozen=True, slots=True)
class _Composing:
    """What the process is asked."""

    question: ComposeQuestion
    options: PlanOptions
    second: Connection | None

    def __call__(self, on_progress: OnComposed, should_stop: ShouldStop) -> ComposeResult:
        from solver.compose.composer import FragmentComposer  # OR-Tools is loaded in the child only

        return FragmentComposer(self.second).compose(self.question, self.options, on_progress, should_stop)


def compose_job(question: ComposeQuestion, options: PlanOptions) -> Job[ComposeProgress, ComposeResult]:
    """Start a composing; a second process takes its share of the work when there may be two."""
    line = second_process() if options.workers > 1 else None
    job: Job[ComposeProgress, ComposeResult] = Job(_Composing(question, options, line))
    if line is not None:
        line.close()  # the composing holds it now
    return job


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
        return compose_job(question, options).wait(on_progress, should_stop)
