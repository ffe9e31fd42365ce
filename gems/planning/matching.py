"""Hand-made rows name no mission: find the one each of them serves."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from gems.domain.missions import Mission, Need
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule

Place = tuple[str, str, date]
Row = tuple[int, Assignment]
"""A row and its position in the schedule."""


def matched(problem: Problem, schedule: Schedule) -> Schedule:
    """The same schedule, each row without a mission given the one it serves, if any.

    A row serves a mission of its site, job, day and exact times that no other row serves. Rows that fit few missions
    choose first. Between several missions: one whose week this person already serves, when one person is wanted for
    the week; one that wishes this person; then in the order of the requests. What fits none stays as it was. People
    are beyond the number asked only once it is reached.
    """
    rows = list(schedule.assignments)
    open_rows = [(index, piece) for index, piece in enumerate(rows) if piece.mission_id is None]
    if not open_rows:
        return schedule
    matching = _Matching(problem, schedule)
    for place, of_place in _by_place(open_rows):
        for index, mission_id in matching.of_place(place, of_place):
            rows[index] = replace(rows[index], mission_id=mission_id)
    return Schedule(horizon=schedule.horizon, assignments=tuple(rows))


def _by_place(rows: Iterable[Row]) -> list[tuple[Place, list[Row]]]:
    """Rows compete only within a site, a job and a day; days in order, as the first one settles who has the week."""
    found: dict[Place, list[Row]] = {}
    for index, piece in rows:
        found.setdefault((piece.site_id, piece.qualification, piece.day), []).append((index, piece))
    return sorted(found.items(), key=lambda item: (item[0][2], item[0][:2]))


class _Matching:
    """Who serves which need so far, while rows are matched."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self._need = problem.need
        self._people: dict[str, set[str]] = {}
        self._free: dict[Place, list[Mission]] = {}
        for mission in problem.missions:
            taken = schedule.by_mission.get(mission.id, ())
            self._people.setdefault(mission.need_id, set()).update(piece.employee_id for piece in taken)
            if not taken:
                request = mission.request
                self._free.setdefault((request.site_id, request.qualification, mission.day), []).append(mission)

    def of_place(self, place: Place, rows: list[Row]) -> Iterator[tuple[int, str]]:
        """The position of each row that finds a mission, and that mission's id."""
        free, waiting = self._free.get(place, []), list(rows)
        while True:
            choices = [(row, fits) for row in waiting if (fits := [m for m in free if row[1].span in m.slots])]
            if not choices:
                return
            row, fits = min(choices, key=lambda choice: len(choice[1]))
            employee_id = row[1].employee_id
            mission = min(fits, key=partial(self._rank, employee_id))
            waiting.remove(row)
            free.remove(mission)
            self._people[mission.need_id].add(employee_id)
            yield row[0], mission.id

    def _rank(self, employee_id: str, mission: Mission) -> tuple[bool, int, bool, bool]:
        request, need = mission.request, self._need[mission.need_id]
        strangeness = self._strangeness(employee_id, need)
        return (mission.beyond, strangeness, employee_id in request.excluded, employee_id not in request.wanted)

    def _strangeness(self, employee_id: str, need: Need) -> int:
        """0: this person has this week already, or any person will do; 1: nobody has it; 2: somebody else has."""
        people = self._people[need.id]
        if not need.same_person or employee_id in people:
            return 0
        return 2 if people else 1
