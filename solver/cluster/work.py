"""What a worker does with a question: plan it here, tell how it goes, stop when told so. It never fails, it answers."""

import time
import zlib
from collections.abc import Callable

from gems.planning.ports import Progress, ShouldStop, Stage
from solver.cluster.question import Answer, Question
from solver.cluster.wire import heard, said
from solver.job import failure_of
from solver.machine import versions

TELL_SECONDS = 0.5
"""Between two words of a planning that betters its plan faster than anybody reads."""
_stopped: set[str] = set()
"""Keys of plannings that were told to stop, in this process."""


def packed(record: object) -> bytes:
    """A record on its way."""
    return zlib.compress(said(record).encode())


def unpacked(contents: bytes) -> str:
    """The text of a record that came."""
    return zlib.decompress(contents).decode()


def stop(key: str) -> None:
    """The planning of this key keeps its best plan, if it is done here, now or after it was begun again elsewhere."""
    _stopped.add(key)


def plan(key: str, contents: bytes) -> bytes:
    """The answer to a question; called by dask in a thread of a worker."""
    from distributed import get_worker

    worker = get_worker()
    try:
        question = heard(Question, unpacked(contents))
        answer = answered(question, lambda told: worker.log_event(key, packed(told)), lambda: key in _stopped)
    except Exception as error:
        failure = failure_of(error)
        answer = Answer(failure=failure.words, details=failure.details)
    finally:
        _stopped.discard(key)
    return packed(answer)


def answered(question: Question, tell: Callable[[Progress], None], should_stop: ShouldStop) -> Answer:
    """Plan, unless what plans here is of other versions than whoever asks."""
    if dict(question.versions) != dict(versions()):
        return Answer(other_versions=versions())
    from solver.constraints import CONSTRAINTS
    from solver.planner import ExactPlanner  # OR-Tools is loaded by workers only, as in `solver.plan_process`

    rules = question.rules
    known = tuple(each for each in CONSTRAINTS if rules is None or each.rule in rules)
    result = ExactPlanner(known).plan(question.problem, question.options, _now_and_then(tell), should_stop)
    return Answer(result=result)


def _now_and_then(tell: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """Tells a change of stage always, figures now and then."""
    last: tuple[Stage, float] | None = None

    def told(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if last is None or last[0] is not progress.stage or now - last[1] >= TELL_SECONDS:
            last = progress.stage, now
            tell(progress)

    return told
