"""What recurring requests ask week by week: the seasons that are known ahead."""

from collections.abc import Sequence
from datetime import date

from gems.domain.asked import minutes_asked
from gems.domain.people import Employee
from gems.domain.requests import Request


class Seasons:
    """Minutes asked by week, of the requests that come back; each week is counted once."""

    def __init__(self, requests: Sequence[Request], school_zone: str) -> None:
        """Dated requests are left out: far weeks hold none yet, and would look empty beside near ones."""
        self._requests = [one for one in requests if one.recurrence.last_day != one.recurrence.first_day]
        self._zone = school_zone
        self._weeks: dict[date, dict[tuple[str, str], int]] = {}

    def within_reach(self, employee: Employee, monday: date) -> int:
        """What is asked in a week for a job the person holds, by a member of the contract."""
        asked = self._week(monday)
        jobs = {held.code for held in employee.qualifications}
        members = employee.contract.member_ids
        return sum(minutes for (member, job), minutes in asked.items() if job in jobs and member in members)

    def _week(self, monday: date) -> dict[tuple[str, str], int]:
        if monday not in self._weeks:
            found: dict[tuple[str, str], int] = {}
            for request in self._requests:
                key = request.member_id, request.qualification
                found[key] = found.get(key, 0) + minutes_asked(request, monday, self._zone)
            self._weeks[monday] = found
        return self._weeks[monday]
