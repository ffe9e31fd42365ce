"""One person's own rows, as a problem of its own: what the checker says of one person costs the same in any group.

Most rules look at people one by one. Shown a group of one person with nothing but that person's rows, the checker
answers in a millisecond where the whole group would take it a second; that the answers are those of the whole is
tested on whole groups.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import monday_of


class Alone:
    """The rows of each person of a problem; each answer is kept."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._rows: dict[str, Group] = {}
        self._known: dict[tuple[str, frozenset[str]], Problem] = {}

    def of(self, employee_id: str, pieces: Iterable[Assignment], *also: str) -> Problem:
        """The problem of a person doing these pieces: the requests they serve, those of `also`, and no other."""
        requests = frozenset((*also, *self._served(employee_id, pieces)))
        key = (employee_id, requests)
        if key not in self._known:
            whole = self.problem.group
            asked = tuple(request for request in whole.requests if request.id in requests)
            group = replace(self._of(employee_id), requests=asked)
            baseline, years = self._baseline(employee_id), self.problem.years
            self._known[key] = replace(self.problem, group=group, baseline=baseline, whole_years=years)
        return self._known[key]

    def _served(self, employee_id: str, pieces: Iterable[Assignment]) -> Iterator[str]:
        """The requests of a person's pieces, and of those that stood before."""
        known, before = self.problem.mission, self.problem.baseline
        stood = before.by_employee.get(employee_id, ()) if before is not None else ()
        for piece in (*pieces, *stood):
            if piece.mission_id in known:
                yield known[piece.mission_id].request.id

    def _of(self, employee_id: str) -> Group:
        if employee_id not in self._rows:
            whole, past = self.problem.group, self.problem.group.history
            self._rows[employee_id] = replace(
                whole,
                employees=(whole.employee[employee_id],),
                absences=tuple(row for row in whole.absences if row.employee_id == employee_id),
                wishes=tuple(row for row in whole.wishes if row.employee_id == employee_id),
                roster_terms=tuple(row for row in whole.roster_terms if row.employee_id in (None, employee_id)),
                on_calls=tuple(row for row in whole.on_calls if row.employee_id == employee_id),
                derogations=tuple(row for row in whole.derogations if row.employee_id in (None, employee_id)),
                history=History(
                    weeks=tuple(row for row in past.weeks if row.employee_id == employee_id),
                    years=tuple(row for row in past.years if row.employee_id == employee_id),
                    faces=tuple(row for row in past.faces if row.employee_id == employee_id),
                ),
            )
        return self._rows[employee_id]

    def _baseline(self, employee_id: str) -> Schedule | None:
        baseline = self.problem.baseline
        if baseline is None:
            return None
        own = baseline.by_employee.get(employee_id, ())
        return Schedule(horizon=baseline.horizon, assignments=(*own, *self._tellers(employee_id)))

    def _tellers(self, employee_id: str) -> Iterator[Assignment]:
        """One published piece of somebody else a week: a week is published for all as soon as one piece in it is."""
        for of_week in self._published_by_week:
            other = next((piece for piece in of_week if piece.employee_id != employee_id), None)
            if other is not None:
                yield replace(other, locked=False, mission_id=None)

    @cached_property
    def _published_by_week(self) -> tuple[tuple[Assignment, ...], ...]:
        weeks: dict[object, list[Assignment]] = {}
        baseline = self.problem.baseline
        for piece in baseline.published if baseline is not None else ():
            weeks.setdefault(monday_of(piece.day), []).append(piece)
        return tuple(map(tuple, weeks.values()))


def only(schedule: Schedule, employee_id: str) -> Schedule:
    """One person's part of a schedule."""
    return Schedule(horizon=schedule.horizon, assignments=schedule.by_employee.get(employee_id, ()))
