"""All that could be worked, as arrays: people, days, candidate slots, and blocks (a slot for a person)."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gems.domain.history import WeekDone
from gems.domain.problem import Problem
from gems.domain.requests import Request
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Span, day_of, day_start
from gems.rules.limits import Limits
from solver.heads import ALONE, Heads

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One candidate piece of work, whoever does it. `mission` is an index into the problem's missions, -1 without."""

    span: Span
    site_id: str
    qualification: str
    mission: int
    request: Request | None


class Universe:
    """Indexes and arrays that constraints read; slots and blocks are in a fixed order, whatever the hash seed."""

    def __init__(
        self,
        problem: Problem,
        slots: Sequence[Slot],
        blocks: Sequence[tuple[int, int]] | None = None,
        heads: Heads = ALONE,
    ) -> None:
        """`blocks` are (employee index, slot index) pairs; None: every pair. `heads`: what its missions stand for."""
        self.problem, self.heads = problem, heads
        self.group = problem.group
        self.limits = Limits(problem)
        self.employees = problem.group.employees
        self.employee_index = {person.id: index for index, person in enumerate(self.employees)}
        self.days = problem.horizon.days
        self.day_index = {day: index for index, day in enumerate(self.days)}
        self.slots = tuple(slots)
        self._figures: dict[tuple[str, int], Ints] = {}
        if blocks is None:
            people, every = len(self.employees), len(self.slots)
            self.block_employee: Ints = np.repeat(np.arange(people), every)
            self.block_slot: Ints = np.tile(np.arange(every), people)
        else:
            pairs = np.array(blocks, dtype=np.int64).reshape(-1, 2)
            self.block_employee, self.block_slot = pairs[:, 0], pairs[:, 1]

    @classmethod
    def of_problem(cls, problem: Problem, heads: Heads = ALONE) -> "Universe":
        """Every slot of every mission (one for all that it stands for), and what is locked or published elsewhere."""
        slots = [
            slot_of_mission(problem, index, span)
            for index in heads.led(problem)
            for span in problem.missions[index].slots
        ]
        known = {_key(slot) for slot in slots}
        for slot in _standing_slots(problem):
            if _key(slot) not in known:
                known.add(_key(slot))
                slots.append(slot)
        return cls(problem, slots, heads=heads)

    @classmethod
    def of_schedule(cls, problem: Problem, schedule: Schedule) -> "Universe":
        """Exactly the pieces of a schedule, one block each, in the schedule's order; legal or not."""
        missions = _mission_index(problem)
        slots = [_slot_of(problem, piece, missions) for piece in schedule.assignments]
        people = {person.id: index for index, person in enumerate(problem.group.employees)}
        return cls(problem, slots, [(people[p.employee_id], index) for index, p in enumerate(schedule.assignments)])

    def with_blocks(self, keep: Bools) -> "Universe":
        """The same universe with some blocks only."""
        kept = copy(self)  # nothing that was read already depends on the blocks
        kept.block_employee, kept.block_slot = self.block_employee[keep], self.block_slot[keep]
        return kept

    def narrowed(self, blocks: Ints) -> "Universe":
        """Some blocks, in the order given, and only the slots that they use; what was read of the group is kept."""
        slots, places = np.unique(self.block_slot[blocks], return_inverse=True)
        kept = Universe(self.problem, [self.slots[slot] for slot in slots.tolist()], [], self.heads)
        kept.block_employee, kept.block_slot = self.block_employee[blocks], places.reshape(-1).astype(np.int64)
        kept.limits, kept._figures = self.limits, self._figures
        for name in ("drives", "day_starts", "mission_number", "weeks_done", "carried_minutes"):
            kept.__dict__[name] = getattr(self, name)
        return kept

    def per_slot(self, values: Iterator[int] | Sequence[int]) -> Ints:
        """An array with one value for each slot."""
        return np.fromiter(values, dtype=np.int64, count=len(self.slots))

    def per_employee(self, values: Iterator[int] | Sequence[int]) -> Ints:
        """An array with one value for each employee."""
        return np.fromiter(values, dtype=np.int64, count=len(self.employees))

    def figures(self, name: str, absent: int) -> Ints:
        """A legal figure by person and day (the horizon and the day after); `absent` where no text has one."""
        if (name, absent) not in self._figures:
            days = [*self.days, self.days[-1] + timedelta(days=1)]
            found = [[self.limits.of(name, person.id, day) for day in days] for person in self.employees]
            values = [[absent if value is None else value for value in row] for row in found]
            self._figures[name, absent] = np.array(values, dtype=np.int64).reshape(len(self.employees), len(days))
        return self._figures[name, absent]

    @cached_property
    def mission_number(self) -> dict[str, int]:
        """The index of each mission in the problem, by its id."""
        return _mission_index(self.problem)

    @cached_property
    def day_starts(self) -> Ints:
        """The instant of local midnight of each day of the horizon, and of the two days after."""
        first = self.days[0].toordinal()
        days = (type(self.days[0]).fromordinal(first + offset) for offset in range(len(self.days) + 2))
        return np.array([day_start(day) for day in days], dtype=np.int64)

    @cached_property
    def slot_start(self) -> Ints:
        """Start instants."""
        return self.per_slot([slot.span.start for slot in self.slots])

    @cached_property
    def slot_end(self) -> Ints:
        """End instants."""
        return self.per_slot([slot.span.end for slot in self.slots])

    @cached_property
    def slot_day(self) -> Ints:
        """Index of the horizon day on which the slot begins; -1 outside the horizon."""
        return self.per_slot([self.day_index.get(day_of(slot.span.start), -1) for slot in self.slots])

    @cached_property
    def slot_mission(self) -> Ints:
        """Index of the mission, -1 without."""
        return self.per_slot([slot.mission for slot in self.slots])

    @cached_property
    def slot_asked(self) -> Bools:
        """Whether the slot is of a mission that somebody asked for, not of one for people beyond the number asked."""
        missions = self.problem.missions
        asked = [slot.mission >= 0 and not missions[slot.mission].beyond for slot in self.slots]
        return np.array(asked, dtype=np.bool_)

    @cached_property
    def slot_site(self) -> Ints:
        """Index of the site in the group."""
        index = {site.id: position for position, site in enumerate(self.group.sites)}
        return self.per_slot([index[slot.site_id] for slot in self.slots])

    @cached_property
    def slot_member(self) -> Ints:
        """Index of the member in the group."""
        index = {member.id: position for position, member in enumerate(self.group.members)}
        return self.per_slot([index[self.group.site[slot.site_id].member_id] for slot in self.slots])

    @cached_property
    def slot_break(self) -> Ints:
        """Paid break inside the slot, in minutes."""
        return self.per_slot([slot.request.break_minutes if slot.request else 0 for slot in self.slots])

    @cached_property
    def _last_ends(self) -> dict[str, int]:
        eve = self.days[0] - timedelta(days=7)
        weeks = self.group.history.weeks
        return {week.employee_id: week.last_end for week in weeks if week.monday == eve and week.last_end is not None}

    def last_end(self, employee_id: str) -> int | None:
        """When the last duty before the horizon ended; may lie in the first Monday."""
        return self._last_ends.get(employee_id)

    @cached_property
    def carried_minutes(self) -> Ints:
        """Work of each person's last Sunday night that falls on the first Monday, 0 when the history has none."""
        ends = [self.last_end(person.id) for person in self.employees]
        return self.per_employee([0 if end is None else max(0, end - int(self.day_starts[0])) for end in ends])

    @cached_property
    def weeks_done(self) -> dict[tuple[str, date], WeekDone]:
        """The history by person and Monday."""
        return {(week.employee_id, week.monday): week for week in self.group.history.weeks}

    @cached_property
    def drives(self) -> tuple[Ints, Ints]:
        """Minutes and kilometres between any two sites, as square arrays by site index."""
        sites = self.group.sites
        legs = [[self.group.drive(origin.id, target.id) for target in sites] for origin in sites]
        shape = (len(sites), len(sites))
        minutes = np.array([[leg.minutes for leg in row] for row in legs], dtype=np.int64).reshape(shape)
        return minutes, np.array([[leg.km for leg in row] for row in legs], dtype=np.int64).reshape(shape)


def slot_of_mission(problem: Problem, index: int, span: Span) -> Slot:
    """A candidate slot of a mission, given by its index."""
    request = problem.missions[index].request
    return Slot(span=span, site_id=request.site_id, qualification=request.qualification, mission=index, request=request)


def _key(slot: Slot) -> tuple[int, int, str, str, int]:
    return (slot.span.start, slot.span.end, slot.site_id, slot.qualification, slot.mission)


def _mission_index(problem: Problem) -> dict[str, int]:
    return {mission.id: index for index, mission in enumerate(problem.missions)}


def _standing_slots(problem: Problem) -> Iterator[Slot]:
    missions = _mission_index(problem)
    if problem.baseline is not None:
        for piece in problem.baseline.assignments:
            if piece.locked or (piece.published and piece.mission_id in missions):
                yield _slot_of(problem, piece, missions)


def _slot_of(problem: Problem, piece: Assignment, missions: dict[str, int]) -> Slot:
    mission = missions.get(piece.mission_id or "", -1)
    return Slot(
        span=piece.span,
        site_id=piece.site_id,
        qualification=piece.qualification,
        mission=mission,
        request=problem.missions[mission].request if mission >= 0 else None,
    )
