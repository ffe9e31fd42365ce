"""A second process: it looks for patterns of half the kinds, then dives from them for itself (docs/compose.md)."""

import signal
from multiprocessing.connection import Connection, Pipe

from solver.processes import begun, end_with_parent

GONE = (EOFError, BrokenPipeError, ConnectionResetError)
"""What a line says whose other end is closed."""


def second_process() -> Connection:
    """Start it; the line on which it is asked. It ends once nobody holds that line any more."""
    ours, theirs = Pipe()
    begun(_serve, theirs, name="second")
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
