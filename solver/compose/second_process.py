"""A second process that looks for patterns of some of the kinds while the first looks for those of the others."""

import multiprocessing
import signal
from multiprocessing.connection import Connection
from random import Random

from gems.domain.composition import ComposeQuestion
from gems.planning.ports import never_stop
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
    from solver.compose.kinds import Possible  # OR-Tools is loaded in the child only
    from solver.compose.pricing import Pricer

    pricer: Pricer | None = None
    while True:
        try:
            asked = line.recv()
        except GONE:
            return
        if isinstance(asked, ComposeQuestion):
            pricer = Pricer.of(Possible(asked), Random(0))
            continue
        assert pricer is not None, "the question comes first"
        orders, prices, left = asked
        picks = pricer.picks(orders, prices, left, never_stop)
        line.send((picks, {order.kind: pricer.seconds[order.kind] for order in orders}))
