"""Stretches without work in a civil week, as judges of finished schedules measure them.

A stretch runs from the end of a duty to the start of the next. It may begin before the horizon (when the last duty
of the history ended; unknown means free for long) and end after it (the future is free).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.time import Instant, Span, day_end, day_start
from gems.rules.roster import Roster


def rest_missing(roster: Roster, employee_id: str, monday: date, length: int, within: int) -> int | None:
    """How long the best rest of the week is, in minutes, when none reaches `length` with `within` minutes in the week.

    None when there is one. A stretch with too little in the week counts for that part only.
    """
    week = Span(day_start(monday), day_end(monday + timedelta(days=6)))
    best = 0
    for stretch in _stretches(roster, employee_id, Span(week.start - length, week.end + length)):
        inside = stretch.overlap(week)
        if inside >= within and stretch.minutes >= length:
            return None
        best = max(best, stretch.minutes if inside >= within else inside)
    return best


def _stretches(roster: Roster, employee_id: str, around: Span) -> Iterator[Span]:
    """The free stretches of a person, cut to a span."""
    last_end = roster.last_end(employee_id)
    free_from: Instant = around.start if last_end is None else max(around.start, last_end)
    for duty in roster.duties[employee_id]:
        if free_from < min(duty.start, around.end):
            yield Span(free_from, min(duty.start, around.end))
        free_from = max(free_from, duty.end)
    if free_from < around.end:
        yield Span(free_from, around.end)
