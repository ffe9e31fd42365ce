"""Which people's days are opened next, and which of their missions may move."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from solver.needed.days import Cell, Days, Opening, Standing

Thing = TypeVar("Thing")
FEWEST, MOST_MOVING = 3.0, 9.0
"""Missions that may move, at least and at most."""
HOURS = 6
"""Hours tried for a visit."""
PEOPLE = (1, 2, 2, 3, 3, 4)
"""How many people's days are opened, by lot."""
UNSERVED_FIRST = 0.5
"""How often a mission that nobody does is begun with, where there are some."""
MORE, LESS = 0.05, 0.5
"""Missions more that may move after an answer, fewer after too many duties."""


@dataclass(slots=True)
class Openings:
    """Draws what is opened; how much at once is learnt from what could be composed."""

    days: Days
    rng: Random
    room: float = 6.0
    _sites: list[int] = field(init=False)

    def __post_init__(self) -> None:
        universe = self.days.universe
        place = {site.id: index for index, site in enumerate(universe.group.sites)}
        self._sites = [place[mission.request.site_id] for mission in universe.problem.missions]

    def draw(self, standing: Standing) -> Opening:
        """A few people's days around one mission, and what is near it, done or not."""
        done = {int(self.days.mission[block]): cell for cell, blocks in standing.items() for block in blocks}
        known = self.days.cells_of
        free = [mission for mission in known if mission not in done]
        seed = self.rng.choice(free if free and self.rng.random() < UNSERVED_FIRST else list(known))
        with_it = [one for one in self._with(seed) if one in known]
        able = sorted({cell for one in with_it for cell in known[one]})
        able = self._near(able, lambda cell: self._drive_to(seed, cell, standing))
        theirs = [done[one][0] for one in with_it if one in done]
        number = max(len(set(theirs)), self.rng.choice(PEOPLE))
        people = list(dict.fromkeys([*theirs, *(person for person, _ in able)]))[:number]
        days = dict.fromkeys(done[one][1] if one in done else known[one][0][1] for one in with_it)
        cells = tuple((person, day) for person in people for day in days)
        kept = [int(self.days.mission[block]) for cell in cells for block in standing.get(cell, ())]
        others = [one for one in kept if one >= 0] + [one for one in free if set(known[one]) & set(cells)]
        others = self._near(others, lambda one: self._drive(seed, one))
        moving = frozenset(dict.fromkeys([*with_it, *others][: max(len(with_it), round(self.room))]))
        visits = {int(self.days.visit[one]) for one in (*moving, *kept)} - {-1}
        hours = {visit: self._hours(visit, standing) for visit in sorted(visits)}
        return Opening(cells=cells, moving=moving, hours=hours, offset=self.rng.random())

    def went_well(self) -> None:
        """More may move."""
        self.room = min(MOST_MOVING, self.room + MORE)

    def was_too_much(self) -> None:
        """There are too many duties."""
        self.room = max(FEWEST, self.room - LESS)

    def _with(self, seed: int) -> list[int]:
        """A mission, those that people come to together with it, and those that one person is wanted for."""
        visit, problem = self.days.visit, self.days.universe.problem
        if visit[seed] >= 0:
            return [one for one in range(len(visit) - 1) if visit[one] == visit[seed]]
        need = problem.need[problem.missions[seed].need_id]
        if not need.same_person and len(need.missions) == 1:
            return [seed]
        return [self.days.universe.mission_number[mission.id] for mission in need.missions]

    def _hours(self, visit: int, standing: Standing) -> list[int]:
        """Some at random, and the one at which it stands."""
        days, possible = self.days, self.days.hours_of.get(visit, [])
        blocks = (block for own in standing.values() for block in own)
        stands = {int(days.start[block]) for block in blocks if days.visit[days.mission[block]] == visit}
        return sorted(stands.union(self.rng.sample(possible, min(HOURS, len(possible)))))

    def _near(self, these: Iterable[Thing], drive: Callable[[Thing], int]) -> list[Thing]:
        """Nearest first, but for some luck."""
        return sorted(these, key=lambda one: (1 + drive(one)) * self.rng.uniform(0.5, 1.5))

    def _drive_to(self, seed: int, cell: Cell, standing: Standing) -> int:
        """To the nearest place of a day."""
        there = [self._drive(seed, int(self.days.mission[block])) for block in standing.get(cell, ())]
        return min(there, default=0)

    def _drive(self, one: int, other: int) -> int:
        return int(self.days.universe.drives[0][self._sites[one], self._sites[other]]) if other >= 0 else 0
