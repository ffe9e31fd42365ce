"""Days on which a person's duty begins, planned or past: what the roster terms of a contract count."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.history import DayMark
from gems.domain.time import monday_of
from gems.rules.roster import Roster


def begun_days(roster: Roster, employee_id: str) -> frozenset[date]:
    """The days of the horizon on which a duty begins."""
    return frozenset(duty.day for duty in roster.duties[employee_id] if duty.day in roster.horizon)


def runs(roster: Roster, employee_id: str) -> Iterator[tuple[bool, list[date], bool]]:
    """(at work, days in order, whether its first day is known) of each run that reaches the horizon, in order.

    The first runs may have begun in the history; one that comes out of an unknown week has no known beginning.
    """
    days = begun_days(roster, employee_id)
    run, works = list[date](), roster.horizon.first in days
    known = True
    for day in _past(roster, employee_id):
        begun = _began(roster, employee_id, day)
        if begun is None or begun != works:
            known = begun is not None
            break
        run.insert(0, day)
    for day in roster.horizon.days:
        if (day in days) != works:
            yield works, run, known
            run, works, known = [], not works, True
        run.append(day)
    yield works, run, known


def run_before(roster: Roster, employee_id: str, *, works: bool) -> tuple[int, bool]:
    """How many days that end the past are all worked, or all off; and whether the day before them is known."""
    length = 0
    for day in _past(roster, employee_id):
        begun = _began(roster, employee_id, day)
        if begun is not works:
            return length, begun is not None
        length += 1
    return length, False


def rest_before(roster: Roster, employee_id: str) -> list[date] | None:
    """The days off in a row that end the past, where the day before them is known to be worked; else None."""
    run: list[date] = []
    for day in _past(roster, employee_id):
        begun = _began(roster, employee_id, day)
        if begun is not False:
            return run[::-1] if begun else None
        run.append(day)
    return None


def _past(roster: Roster, employee_id: str) -> Iterator[date]:
    """Back from the day before the horizon; the first unknown day is the last one given."""
    day = roster.horizon.first - timedelta(days=1)
    while True:
        yield day
        if roster.week_done(employee_id, monday_of(day)) is None:
            return
        day -= timedelta(days=1)


def _began(roster: Roster, employee_id: str, day: date) -> bool | None:
    """Whether a duty began on a past day; None when its week is unknown."""
    known = roster.week_done(employee_id, monday_of(day)) is not None
    return roster.mark(employee_id, day) is not DayMark.OFF if known else None
