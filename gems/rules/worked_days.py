"""Days worked and days off, as judges of finished schedules count them.

A day is worked when any minute of it is; the morning after a night counts. A day that the past already works (in the
history, or the first Monday after a Sunday night) is never the plan's doing.
"""

from collections.abc import Iterable
from datetime import date

from gems.rules.roster import Roster


def days_worked(roster: Roster, employee_id: str, days: Iterable[date]) -> list[date]:
    """Which of these days are worked, planned or past."""
    return [day for day in days if roster.works_on(employee_id, day)]


def worked_by_the_past(roster: Roster, employee_id: str, day: date) -> bool:
    """Whether the day is worked whatever is planned."""
    if day == roster.horizon.first:
        return roster.carried_minutes(employee_id) > 0
    return day < roster.horizon.first and roster.works_on(employee_id, day)


def too_many(roster: Roster, employee_id: str, days: Iterable[date], limit: int) -> list[date]:
    """The days worked among these when they are more than the limit and the plan brings one of them; else none."""
    worked = days_worked(roster, employee_id, days)
    planned = any(not worked_by_the_past(roster, employee_id, day) for day in worked)
    return worked if planned and len(worked) > limit else []
