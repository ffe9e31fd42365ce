"""The past of a sample group moved up to another Monday, with the public holidays on the way."""

from dataclasses import replace
from datetime import date, timedelta

from gems.domain.calendar import is_public_holiday
from gems.domain.group import Group
from gems.domain.history import DayMark, History, WeekDone, YearDone
from gems.domain.time import clock_of, day_of, instant_at


def moved_history(group: Group, monday: date) -> History:
    """The same weeks, the last one just before this Monday; the counters of the year begin again.

    Of two public holidays that follow each other, nobody has worked both: people take turns.
    """
    old = group.history
    last = max(week.monday for week in old.weeks)
    later = monday - timedelta(weeks=1) - last
    turn = {person.id: index % 2 for index, person in enumerate(group.employees)}
    weeks = (_moved(week, later) for week in old.weeks)
    return replace(
        old,
        weeks=tuple(_with_holidays(week, turn[week.employee_id]) for week in weeks),
        years=tuple(YearDone(employee_id=year.employee_id) for year in old.years),
    )


def _moved(week: WeekDone, later: timedelta) -> WeekDone:
    end = week.last_end
    moved = None if end is None else instant_at(day_of(end) + later, clock_of(end))
    return replace(week, monday=week.monday + later, last_end=moved)


def _with_holidays(week: WeekDone, turn: int) -> WeekDone:
    days = [week.monday + timedelta(days=offset) for offset in range(7)]
    off = [day for day in days if is_public_holiday(day) and day.month % 2 == turn]
    for day in off:
        week = _day_off(week, day.weekday())
    return week


def _day_off(week: WeekDone, weekday: int) -> WeekDone:
    """Without the work that began on a day; what was its share of the minutes goes too."""
    marks = list(week.pattern)
    worked = [index for index, mark in enumerate(marks) if mark != DayMark.OFF]
    if weekday not in worked:
        return week
    nights = [index for index in worked if marks[index] == DayMark.NIGHT]
    marks[weekday] = DayMark.OFF
    left, end = [index for index in worked if index != weekday], week.last_end
    if end is not None and left and weekday == worked[-1]:
        end = instant_at(week.monday + timedelta(days=left[-1] + (left[-1] in nights)), clock_of(end))
    night = week.night_minutes // len(nights) if weekday in nights else 0
    return replace(
        week,
        pattern="".join(marks),
        minutes=week.minutes * len(left) // len(worked),
        night_minutes=week.night_minutes - night,
        last_end=end if left else None,
    )
