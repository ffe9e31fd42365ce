"""Clock times for kinds of shifts that have none: what an instance forbids on the day after is then told by the clock.

Either the product's daily rest forbids exactly that (`clock_times`), or a term of everybody's roster does
(`times_by_day`): rosters over a change of the clocks, in which the night is an hour longer or shorter, need the second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Protocol

from gems.domain.time import DAY

MORNING = 3 * 60
"""The hour after which no change of the clocks makes a shift longer or shorter."""
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


@dataclass(frozen=True, slots=True)
class Following:
    """What may not be worked the day after: kinds that begin before a clock time, once work ended after another."""

    ends_after: int
    then_before: int


def times_by_day(shifts: Sequence[ShiftKind]) -> tuple[dict[str, int], list[Following]]:
    """Start times, all shifts within one day and none at night, and the followings that are forbidden then.

    Raises CannotSay where the kinds are not as long as one another, or stand in no order: what one forbids, all later
    ones must forbid too, and the earliest kinds first.
    """
    ordered = sorted(shifts, key=lambda shift: len(shift.not_before))
    starts = {shift.id: MORNING + number for number, shift in enumerate(ordered)}
    if len({shift.minutes for shift in shifts}) > 1 or any(starts[s.id] + s.minutes > DAY for s in shifts):
        raise CannotSay("over a change of the clocks, shifts must be as long as one another and short")
    found, earliest = [], [shift.id for shift in ordered]
    for number, group in groupby(ordered, key=lambda shift: len(shift.not_before)):
        kinds = list(group)
        if any(kind.not_before != frozenset(earliest[:number]) for kind in kinds):
            raise CannotSay("the kinds of shifts stand in no order in which later ones forbid the earliest")
        if number:
            first = kinds[0]
            found.append(Following(starts[first.id] + first.minutes - 1, MORNING + number))
    return starts, found
