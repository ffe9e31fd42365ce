"""Processor seconds, those of the processes that plan included."""

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
FIRST = 11
"""Where proc(5) puts utime among the fields after a process's name; stime and those of children waited for follow."""


def begun_cpu_seconds() -> float:
    """Of all that this process has begun, as far as it has ended, and of what runs still of those it began itself.

    A planning is a copy of a process that this one began (`solver.processes`): it is counted when it has ended. Linux.
    """
    used = os.times()
    begun = (number for task in Path("/proc/self/task").iterdir() for number in _begun_by(task))
    return used.children_user + used.children_system + sum(map(_of_process, begun))


def cpu_seconds() -> float:
    """Of this process and of those."""
    return time.process_time() + begun_cpu_seconds()


def _begun_by(task: Path) -> list[str]:
    return (task / "children").read_text().split()


def _of_process(number: str) -> float:
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[FIRST : FIRST + 4])) / TICKS
