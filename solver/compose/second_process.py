"""A second process: it looks for patterns of half the kinds, then dives from them for itself (docs/compose.md)."""

import multiprocessing
import signal
from multiprocessing.connection import Connection

from solver.job import deaf_to_interrupts, end_with_parent

GONE = (EOFError, BrokenPipeError, ConnectionResetError)
"""What a line says whose other end is closed."""


def second_process() -> Connection:
    """Start it; the line on which it is asked. It ends once nobody holds that line any more."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), name="second", daemon=True)
    with deaf_to_interrupts():
        process.start()
    theirs.close()
    return ours


def _serve(line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    from solver.compose.second_side import Side  # OR-Tools is loaded in the child only

    side = Side(line)
    while True:
        try:
            side.hear(line.recv())
        except GONE:
            return
