"""A finished schedule read for judging: each person's duties, and the weeks before them.

Only judges of finished schedules read this; the planner has its own reading, so that neither repeats the other's slip.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from gems.domain.duty import Duty, duties_of
from gems.domain.history import DayMark, WeekDone, YearDone
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Instant, Span, day_start, monday_of
from gems.rules.limits import Limits


class Roster:
    """A problem and a schedule, with the readings that rules share. Computed once, never changed."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem = problem
        self.group = problem.group
        self.schedule = schedule
        self.horizon = schedule.horizon
        self.limits = Limits(problem)

    @cached_property
    def duties(self) -> dict[str, tuple[Duty, ...]]:
        """Each employee's duties in time order, an entry for everybody."""
        by_employee = self.schedule.by_employee
        return {person.id: duties_of(self.group, by_employee.get(person.id, ())) for person in self.group.employees}

    @cached_property
    def _weeks_done(self) -> dict[tuple[str, date], WeekDone]:
        return {(week.employee_id, week.monday): week for week in self.group.history.weeks}

    def week_done(self, employee_id: str, monday: date) -> WeekDone | None:
        """The past week of a person, None when the history does not hold it."""
        return self._weeks_done.get((employee_id, monday))

    @cached_property
    def _years(self) -> dict[str, YearDone]:
        return {year.employee_id: year for year in self.group.history.years}

    def year_done(self, employee_id: str) -> YearDone:
        """The counters of the year, all zero when not given."""
        return self._years.get(employee_id) or YearDone(employee_id=employee_id)

    def last_end(self, employee_id: str) -> Instant | None:
        """When the last duty before the horizon ended; may lie in the first Monday after a Sunday night."""
        before = self.horizon.first - timedelta(days=7)
        week = self.week_done(employee_id, before)
        return week.last_end if week else None

    def carried_minutes(self, employee_id: str) -> int:
        """Work of the last Sunday night that falls on the first Monday of the horizon."""
        end = self.last_end(employee_id)
        return max(0, end - day_start(self.horizon.first)) if end is not None else 0

    @cached_property
    def minutes_by_day(self) -> dict[str, Counter[date]]:
        """Worked minutes of each person on each local day of the horizon and the day after, travel included."""
        found: dict[str, Counter[date]] = {}
        for employee_id, duties in self.duties.items():
            total: Counter[date] = Counter()
            for duty in duties:
                for span in duty.work_spans():
                    for day, minutes in span.by_day():
                        total[day] += minutes
            if carried := self.carried_minutes(employee_id):
                total[self.horizon.first] += carried
            found[employee_id] = total
        return found

    def planned_days(self, employee_id: str) -> Iterator[tuple[date, int]]:
        """Each local day with planned work, in order, and all its minutes, those carried from the history included."""
        carried = self.carried_minutes(employee_id)
        for day, minutes in sorted(self.minutes_by_day[employee_id].items()):
            if minutes > (carried if day == self.horizon.first else 0):
                yield day, minutes

    def week_minutes(self, employee_id: str, monday: date) -> int | None:
        """Work of a civil week, planned or past; None for a past week that the history does not hold."""
        if monday in self.horizon:
            days = self.minutes_by_day[employee_id]
            return sum(days[monday + timedelta(days=offset)] for offset in range(7))
        week = self.week_done(employee_id, monday)
        return None if week is None else week.minutes

    def mark(self, employee_id: str, day: date) -> DayMark:
        """The letter of a past day; off when the history does not hold it."""
        week = self.week_done(employee_id, monday_of(day))
        return DayMark(week.pattern[day.weekday()]) if week else DayMark.OFF

    @cached_property
    def _worked(self) -> dict[str, frozenset[date]]:
        return {
            employee_id: frozenset(day for day, minutes in days.items() if minutes)
            for employee_id, days in self.minutes_by_day.items()
        }

    def works_on(self, employee_id: str, day: date) -> bool:
        """Whether any minute is worked on this local day, planned or past (the morning after a night counts)."""
        if day >= self.horizon.first:
            return day in self._worked[employee_id]
        eve = self.mark(employee_id, day - timedelta(days=1))
        return self.mark(employee_id, day) is not DayMark.OFF or eve is DayMark.NIGHT

    def away(self, employee_id: str, span: Span) -> bool:
        """Whether an absence of the person touches this span."""
        return any(row.employee_id == employee_id and row.span.overlap(span) > 0 for row in self.group.absences)
