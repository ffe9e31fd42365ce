"""How processes of the solver begin: as copies of one that has OR-Tools loaded, where the system can copy (Linux).

Loading takes longer than planning a small week. The loaded process has no thread of Python but its first, and ends
with the process that began it; each copy works on its own and may abort without harm to the others.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Windows has no such thing
    from multiprocessing.context import ForkServerContext, SpawnContext

LOADED = ["solver.explainer", "solver.planner"]
"""What is loaded before the first copy is made; a process that needs more loads it itself. Python knows one such loaded
process at a time: whoever copies it for other work adds to the list, before the first copy."""


def beginning() -> "ForkServerContext | SpawnContext":
    """What begins processes, and makes the events they share."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    copies = multiprocessing.get_context("forkserver")
    copies.set_forkserver_preload(LOADED)
    return copies


def get_ready() -> None:
    """Begin to load, and return at once: what is started later finds it done, or further on."""
    if sys.platform != "linux":
        return
    from multiprocessing import forkserver

    beginning()
    with deaf_to_interrupts():
        forkserver.ensure_running()


def begun(work: Callable[..., None], *given: Any, name: str | None = None) -> BaseProcess:
    """A process that does this work, on its way; it ends with this one at the latest."""
    process = beginning().Process(target=work, args=given, name=name, daemon=True)
    with deaf_to_interrupts():
        process.start()
    return process


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
