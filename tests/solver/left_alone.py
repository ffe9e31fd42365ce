"""A server that is to be killed, and a child of its that says nothing and has hours of work to do.

python -m tests.solver.left_alone planning|explaining
"""

import sys
import time
from multiprocessing.connection import Connection, Pipe
from typing import Any

from solver.explain_process import ProcessExplainer
from solver.processes import begun, end_with_parent

HOURS = 7200.0


def work_in_silence(ready: Connection) -> None:
    """As a planning does, followed by nobody."""
    end_with_parent()
    ready.send(None)
    time.sleep(HOURS)


def think_for_hours() -> None:
    """As a question does that is hard to answer."""
    print("working", flush=True)  # noqa: T201 — said to the test
    time.sleep(HOURS)


class Question:
    """Whoever reads it from a line thinks for hours."""

    def __reduce__(self) -> tuple[Any, ...]:
        return think_for_hours, ()


def planning() -> None:
    """A server whose child plans."""
    here, there = Pipe(duplex=False)
    begun(work_in_silence, there)
    here.recv()
    print("working", flush=True)  # noqa: T201 — said to the test
    time.sleep(HOURS)


def explaining() -> None:
    """A server that waits for an answer to "what if"."""
    questions: Any = (Question(),)
    ProcessExplainer().near(questions, HOURS)


if __name__ == "__main__":
    {"planning": planning, "explaining": explaining}[sys.argv[1]]()
