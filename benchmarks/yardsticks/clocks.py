"""Clock times for kinds of shifts that have none: the product's daily rest then forbids what an instance forbids."""

from collections.abc import Sequence
from itertools import product
from typing import Protocol

from gems.domain.time import DAY

REST = 11 * 60
"""The daily rest of the law, which forbids followings here."""


class CannotSay(Exception):
    """The product has no words for something in this instance."""


class ShiftKind(Protocol):
    """A kind of shift: its length, and the kinds that may not be worked the day after it."""

    @property
    def id(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def not_before(self) -> frozenset[str]: ...


def clock_times(shifts: Sequence[ShiftKind]) -> dict[str, int]:
    """Start times at which the daily rest says exactly what the instance forbids; raises CannotSay.

    A shift may follow another the next day when 24 h - its length + the difference of the starts leaves the rest: a
    system of differences, solved by Bellman and Ford's rounds.
    """
    arcs = []
    for first, second in product(shifts, shifts):
        needed = REST - DAY + first.minutes  # start(second) - start(first) >= needed, unless forbidden
        if second.id in first.not_before:
            arcs.append((second.id, first.id, 1 - needed))  # start(first) >= start(second) + 1 - needed
        else:
            arcs.append((first.id, second.id, needed))
    starts = {shift.id: number for number, shift in enumerate(shifts)}  # kinds that could be equal begin apart
    for _ in range(len(shifts) + 1):
        late = [(after, starts[before] + gap) for before, after, gap in arcs if starts[after] < starts[before] + gap]
        if not late:
            break
        for after, least in late:
            starts[after] = max(starts[after], least)
    else:
        raise CannotSay("no clock times make the daily rest forbid what the instance forbids")
    if any(starts[shift.id] + shift.minutes > DAY for shift in shifts):
        raise CannotSay("the shifts do not fit into one day at such clock times")
    return starts
