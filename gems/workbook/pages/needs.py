"""Reading the name of a need: "D01/2026-11-23/1" is one of a day, "D01/2026-W48" or "D01/2026-W48/1" one of a week."""

import re
from contextlib import suppress
from datetime import date

from gems.domain.group import Group
from gems.domain.requests import Request
from gems.domain.words import Words, day, same

_NEED = re.compile(r"(?P<request>.*)/(?:(?P<day>\d{4}-\d\d-\d\d)|(?P<year>\d{4})-W(?P<week>\d\d))(?:/\d+)?$", re.DOTALL)


def request_of(group: Group, need_id: str) -> Request | None:
    """The request of a need, None when it is no longer there."""
    found = _NEED.match(need_id)
    return group.request.get(found["request"]) if found else None


def day_of_need(need_id: str) -> date | None:
    """The day of a need of one day."""
    found = _NEED.match(need_id)
    with suppress(ValueError):
        return date.fromisoformat(found["day"]) if found and found["day"] else None
    return None


def monday_of_need(need_id: str) -> date | None:
    """The Monday of a need of a whole week."""
    found = _NEED.match(need_id)
    with suppress(ValueError):
        return date.fromisocalendar(int(found["year"]), int(found["week"]), 1) if found and found["year"] else None
    return None


def said_when(need_id: str) -> Words:
    """ "lun. 23 nov." or "dans la semaine"."""
    on = day_of_need(need_id)
    if on is not None:
        return day(on)
    return Words("dans la semaine", "in the week") if monday_of_need(need_id) else same("")
