"""Where bars of a day stand: the hours shown, the tracks that keep overlaps apart, the free time between two."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.web.components.day_line_data import DayBar

HOUR = 60
FIRST_HOUR, LAST_HOUR = 6, 21
"""Shown at least, so that one day looks like the next."""
LONGEST_GAP = 8 * HOUR
"""More is the rest between two nights, nothing to fill."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stand:
    """A bar in its place. `track` counts from 0, top to bottom; `gap_minutes` is free time before it, way apart."""

    bar: DayBar
    track: int
    gap_minutes: int


def hours_shown(bars: Sequence[DayBar]) -> tuple[int, int]:
    """First and last whole hour after midnight; the last may pass 24. Of the night before, its last hour is enough."""
    starts = [bar.card.sort_minute - bar.travel_minutes for bar in bars]
    seen = [start if start >= 0 else max(0, bar.end_minute - HOUR) for start, bar in zip(starts, bars, strict=True)]
    first = min([FIRST_HOUR, *(minute // HOUR for minute in seen)])
    last = max([LAST_HOUR, *(-(-bar.end_minute // HOUR) for bar in bars)])
    return first, last


def stands(bars: Sequence[DayBar]) -> list[Stand]:
    """The bars of one row in time order, each on the first track that is free when it starts.

    Work without a fixed time bounds no gap: nobody knows yet when it is.
    """
    placed: list[Stand] = []
    ends: list[int] = []
    busy_until: int | None = None
    for bar in sorted(bars, key=lambda bar: (bar.card.sort_minute, bar.end_minute)):
        start = bar.card.sort_minute
        track = next((place for place, end in enumerate(ends) if end <= start), len(ends))
        ends[track : track + 1] = [bar.end_minute]
        gap = 0
        if not bar.card.loose:
            free = 0 if busy_until is None else max(0, start - bar.travel_minutes - busy_until)
            gap = free if free <= LONGEST_GAP else 0
            busy_until = bar.end_minute if busy_until is None else max(busy_until, bar.end_minute)
        placed.append(Stand(bar=bar, track=track, gap_minutes=gap))
    return placed
