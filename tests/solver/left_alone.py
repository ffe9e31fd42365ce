"""A server that is to be killed, and a child of its that says nothing and has hours of work to do."""

import multiprocessing
import time
from multiprocessing.connection import Connection

from solver.job import end_with_parent

HOURS = 7200.0


def work_in_silence(ready: Connection) -> None:
    """As a planning does, followed by nobody."""
    end_with_parent()
    ready.send(None)
    time.sleep(HOURS)


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    spawn.Process(target=work_in_silence, args=(there,), daemon=True).start()
    here.recv()
    print("working", flush=True)  # noqa: T201 — said to the test
    time.sleep(HOURS)
