"""What can wait for the coordinator, and where each line leads."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from gems.domain.words import Words

SOON = timedelta(days=3)


class Waiting(StrEnum):
    """What waits."""

    REQUESTS = "requests"
    WISHES = "wishes"
    ABSENCE = "absence"
    OBJECTIONS = "objections"
    TO_BUILD = "to_build"
    TO_PROPOSE = "to_propose"
    TO_PUBLISH = "to_publish"
    TO_CLOSE = "to_close"
    UNSERVED = "unserved"
    PLANNING_CUT = "planning_cut"
    COMPOSING_CUT = "composing_cut"
    DEROGATION = "derogation"


class Place(StrEnum):
    """Where a line leads."""

    REQUESTS = "requests"
    PEOPLE = "people"
    WEEK = "week"
    ANSWERS = "answers"
    UNSERVED = "unserved"
    SETTINGS = "settings"
    COMPOSE = "compose"


class Urgency(IntEnum):
    """How soon."""

    WHENEVER = 0
    SOON = 1
    NOW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
    """One thing that waits."""

    kind: Waiting
    urgency: Urgency
    words: Words
    place: Place
    monday: date | None = None
    id: str | None = None
    """Of the employee, the planning or the derogation it is about."""


def urgency(today: date, due: date) -> Urgency:
    """How soon something is due: on the day and after it, now."""
    if today >= due:
        return Urgency.NOW
    return Urgency.SOON if due - today <= SOON else Urgency.WHENEVER
