"""Processes of the solver begin loaded where the system can copy, and from nothing elsewhere."""

import sys
from multiprocessing.connection import Connection, Pipe

import pytest

from solver.processes import beginning, begun, get_ready


def tell_what_is_loaded(line: Connection) -> None:
    line.send("solver.planner" in sys.modules)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
def test_a_process_begins_with_the_planner_loaded() -> None:
    get_ready()
    here, there = Pipe(duplex=False)
    process = begun(tell_what_is_loaded, there)
    assert here.recv()
    process.join()
    assert process.exitcode == 0


def test_elsewhere_a_process_begins_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    get_ready()
    assert beginning().get_start_method() == "spawn"
