"""The weeks before the horizon, as the planner reads them; what is unknown counts as free."""

from datetime import date, timedelta

import numpy as np

from gems.domain.history import DayMark
from gems.domain.time import monday_of
from solver.master import Master
from solver.universe import Ints, Universe


def mark(universe: Universe, employee: int, day: date) -> DayMark:
    """What began on a past day."""
    week = universe.weeks_done.get((universe.employees[employee].id, monday_of(day)))
    return DayMark.OFF if week is None else DayMark(week.pattern[day.weekday()])


def worked_before(universe: Universe, employee: int, day: date) -> bool:
    """Whether the past alone works this day: a past day, or the first Monday after a Sunday night."""
    if day >= universe.days[0]:
        return day == universe.days[0] and bool(universe.carried_minutes[employee] > 0)
    begun = mark(universe, employee, day) is not DayMark.OFF
    return begun or mark(universe, employee, day - timedelta(days=1)) is DayMark.NIGHT


def split_days(master: Master, employee: int, days: list[date]) -> tuple[list[int], int]:
    """The 0-1 columns of the days that the plan may work among these, and how many the past works already.

    The day after the horizon has a column too, for the morning after the last night.
    """
    universe, columns, past = master.universe, [], 0
    for day in days:
        if worked_before(universe, employee, day):
            past += 1
        elif day >= universe.days[0]:
            column = master.worked(employee, (day - universe.days[0]).days)
            columns += [] if column is None else [column]
    return columns, past


def limit_days(master: Master, rule: str, employee: int, days: list[date], limit: int) -> None:
    """At most `limit` of these days are worked; the plan adds nothing where the past alone has passed it."""
    columns, past = split_days(master, employee, days)
    if len(columns) + past > limit and columns:
        master.add_row(rule, columns, 1, upper=max(0, limit - past))


def window_minutes(master: Master, employee: int, mondays: list[date]) -> tuple[Ints, Ints, int] | None:
    """Columns, the minutes they add to some civil weeks in a row, and those there already; None when a week is unknown.

    A Sunday night counts in both its weeks.
    """
    universe = master.universe
    columns, minutes, past = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], 0
    for monday in mondays:
        week = (monday - universe.days[0]).days // 7
        done = universe.weeks_done.get((universe.employees[employee].id, monday))
        if week < 0:
            if done is None:
                return None
            past += done.minutes
            continue
        past += int(universe.carried_minutes[employee]) if week == 0 else 0
        duties, added = master.week_work(employee, week)
        columns.append(duties)
        minutes.append(added)
    chosen, place = np.unique(np.concatenate(columns), return_inverse=True)
    total = np.zeros(len(chosen), dtype=np.int64)
    np.add.at(total, place, np.concatenate(minutes))
    return chosen, total, past
