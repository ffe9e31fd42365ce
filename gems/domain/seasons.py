"""Busy and quiet weeks that are known ahead: what recurring requests ask, for the hours of those who are there."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from gems.domain.asked import minutes_by_week
from gems.domain.people import Absence, Employee
from gems.domain.requests import Request
from gems.domain.targets import minutes_there

if TYPE_CHECKING:
    from gems.domain.group import Group

Post = tuple[str, str]
"""A member and a job."""
MILLE = 1000
MOST = 3000
"""A week is never said to be busier than three mean weeks, whoever is away."""


class Seasons:
    """Weeks of one counting year; each is looked at once."""

    def __init__(self, group: "Group", mondays: Sequence[date]) -> None:
        """Dated requests are left out: far weeks hold none yet, and would look empty beside near ones."""
        self._group, self._mondays = group, mondays
        recurring = [one for one in group.requests if one.recurrence.last_day != one.recurrence.first_day]
        zone = group.settings.school_zone
        self._asked: dict[date, Counter[Post]] = {}
        for monday in mondays:
            self._asked[monday] = Counter[Post]()
        for request in recurring:
            weeks = _minutes_by_week(request, tuple(mondays), zone)
            for monday, minutes in zip(mondays, weeks, strict=True):
                self._asked[monday][request.member_id, request.qualification] += minutes
        self._usual = Counter[Post]()
        for asked in self._asked.values():
            self._usual.update(asked)
        self._reaches = {person.id: self._reach(person) for person in group.employees}
        absences, whole = group.absences_of, tuple(mondays)
        self._there = {
            person.id: dict(zip(mondays, _there_by_week(person, absences.get(person.id, ()), whole), strict=True))
            for person in group.employees
        }
        self._busy = {monday: self._busy_posts(monday) for monday in mondays}

    def of(self, employee: Employee) -> dict[date, int]:
        """How busy each week is within the person's reach, in thousandths of the year's mean week.

        Within reach: a job the person holds, at a member of the contract. A week is busy when much is asked, and when
        colleagues who could serve it are away.
        """
        reach = self._reach(employee)
        whole = reach.total()
        if not whole:
            return dict.fromkeys(self._mondays, MILLE)
        busy = {
            monday: sum(weight * posts.get(post, 0) for post, weight in reach.items()) // whole
            for monday, posts in self._busy.items()
        }
        mean = sum(busy.values()) // len(busy)
        return {monday: min(MOST, value * MILLE // mean) if mean else MILLE for monday, value in busy.items()}

    def _reach(self, employee: Employee) -> Counter[Post]:
        """Minutes of the whole year, by post that the person can serve."""
        jobs, members = {held.code for held in employee.qualifications}, employee.contract.member_ids
        usual = ((post, minutes) for post, minutes in self._usual.items() if minutes)
        return Counter({post: minutes for post, minutes in usual if post[0] in members and post[1] in jobs})

    def _busy_posts(self, monday: date) -> dict[Post, int]:
        """Thousandths: minutes asked for those that people are there for, each spread over what is in their reach."""
        there = Counter[Post]()
        if not self._usual.total():
            return {}
        for person in self._group.employees:
            reach = self._reaches[person.id]
            whole, minutes = reach.total(), self._there[person.id][monday]
            for post, usual in reach.items():
                there[post] += minutes * usual // whole
        asked = self._asked[monday].items()
        return {post: minutes * MILLE // there[post] for post, minutes in asked if there[post]}


@lru_cache(maxsize=4096)
def _minutes_by_week(request: Request, mondays: tuple[date, ...], school_zone: str) -> tuple[int, ...]:
    """The same request asks the same in groups that differ elsewhere."""
    return minutes_by_week(request, mondays, school_zone)


@lru_cache(maxsize=4096)
def _there_by_week(person: Employee, absences: tuple[Absence, ...], mondays: tuple[date, ...]) -> tuple[int, ...]:
    """The same person with the same absences is there as long in groups that differ elsewhere."""
    return tuple(minutes_there(person, absences, monday) for monday in mondays)
