"""On which days of a finished schedule a person works a kind of shift."""

from datetime import date, timedelta

from gems.domain.duty import Duty
from gems.domain.history import DayMark
from gems.domain.roster_terms import ShiftKind
from gems.domain.time import WEEK, Instant, instant_at
from gems.rules.roster import Roster


def days_of_kind(roster: Roster, employee_id: str, kind: ShiftKind) -> set[date]:
    """The days of the horizon on which a duty of this kind begins."""
    return {
        duty.day for duty in roster.duties[employee_id] if duty.day in roster.horizon and _is_of(roster, duty, kind)
    }


def last_of_kind(roster: Roster, employee_id: str, kind: ShiftKind) -> date | None:
    """The last day worked in the week before the horizon, where its duty is known to be of this kind."""
    week = roster.week_done(employee_id, roster.horizon.first - WEEK)
    if week is None or kind.label is not None or kind.begins_before is not None:
        return None  # a past week tells when its last duty ended, and no more
    worked = [week.monday + timedelta(days=place) for place, mark in enumerate(week.pattern) if mark != DayMark.OFF]
    if not worked or not _ends(week.last_end, worked[-1], kind):
        return None
    return worked[-1]


def _is_of(roster: Roster, duty: Duty, kind: ShiftKind) -> bool:
    if kind.label is not None and all(_label(roster, piece.mission_id) != kind.label for piece in duty.pieces):
        return False
    if kind.begins_before is not None and duty.start >= instant_at(duty.day, kind.begins_before):
        return False
    return _ends(duty.end, duty.day, kind)


def _ends(end: Instant | None, day: date, kind: ShiftKind) -> bool:
    """Whether a duty of this day ends late enough."""
    return kind.ends_after is None or (end is not None and end > instant_at(day, kind.ends_after))


def _label(roster: Roster, mission_id: str | None) -> str | None:
    mission = roster.problem.mission.get(mission_id or "")
    return mission.request.label if mission else None
