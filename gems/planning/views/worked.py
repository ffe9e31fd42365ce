"""One person's work in the weeks that hold for everybody: duties, minutes of the civil week, kilometres."""

from datetime import date

from gems.domain.duty import Duty, duties_of
from gems.domain.history import WeekDone
from gems.domain.life import Version
from gems.domain.time import WEEK, Horizon
from gems.planning.views.standing import issued_heads
from gems.store.work import Work


class Worked:
    """The issued weeks of a group, read when asked for, each once."""

    def __init__(self, work: Work) -> None:
        self._work, self.heads = work, issued_heads(work)
        self._versions: dict[date, Version] = {}
        self._duties: dict[tuple[str, date], tuple[Duty, ...]] = {}
        self._done = {(week.employee_id, week.monday): week for week in work.group.history.weeks}

    def version(self, monday: date) -> Version | None:
        """The version of a week that holds for everybody."""
        head = self.heads.get(monday)
        if head is None:
            return None
        if monday not in self._versions:
            found = self._work.versions.find(monday, head.number)
            assert found is not None
            self._versions[monday] = found
        return self._versions[monday]

    def duties(self, employee_id: str, monday: date) -> tuple[Duty, ...]:
        """A person's working days that begin in a week; none before it is published."""
        key = employee_id, monday
        if key not in self._duties:
            version = self.version(monday)
            pieces = version.schedule.by_employee.get(employee_id, ()) if version is not None else ()
            self._duties[key] = duties_of(self._work.group, pieces)
        return self._duties[key]

    def done(self, employee_id: str, monday: date) -> WeekDone | None:
        """The week in the history, once it is closed."""
        return self._done.get((employee_id, monday))

    def minutes(self, employee_id: str, monday: date) -> int | None:
        """Work of the civil week, travel included; None for a week neither closed nor published."""
        done = self.done(employee_id, monday)
        if done is not None:
            return done.minutes
        if self.version(monday) is None:
            return None
        span = Horizon(monday).span
        own = sum(worked.overlap(span) for duty in self.duties(employee_id, monday) for worked in duty.work_spans())
        return own + self._carried(employee_id, monday)

    def _carried(self, employee_id: str, monday: date) -> int:
        """Of a duty begun on the Sunday before, what falls in this week."""
        span, before = Horizon(monday).span, monday - WEEK
        done = self.done(employee_id, before)
        if done is not None:
            return max(0, done.last_end - span.start) if done.last_end is not None else 0
        return sum(worked.overlap(span) for duty in self.duties(employee_id, before) for worked in duty.work_spans())
