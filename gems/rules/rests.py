"""Rests between the duties of one person, as judges of finished schedules measure them."""

from collections.abc import Iterator
from itertools import pairwise

from gems.domain.time import Span
from gems.rules.roster import Roster


def rests(roster: Roster, employee_id: str) -> Iterator[Span]:
    """From the end of each duty to the start of the next, the last duty of the history first; may be upside down."""
    duties, last_end = roster.duties[employee_id], roster.last_end(employee_id)
    if duties and last_end is not None:
        yield Span(last_end, duties[0].start)
    for before, after in pairwise(duties):
        yield Span(before.end, after.start)
