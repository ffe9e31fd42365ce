"""What is asked, as the rows that patterns of work use up: pieces once, minutes and days of volumes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gems.domain.composition import ComposeQuestion
from gems.domain.requests import Volume
from solver.compose.taken import NOTHING, Taken
from solver.universe import Ints

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one post of a kind does in the fortnight."""

    kind: int
    """Number of the kind among the widest."""
    duties: tuple[int, ...]
    """Duties of the kind's own table, in order."""
    worth: int
    """Minutes of the year placed at members."""
    rows: Ints
    """Rows of the demand that it uses."""
    amounts: Ints
    """How much of each."""


def worth(patterns: Iterable[Pattern], bonus: int = 0) -> int:
    """Minutes of the year that these place together, and a bonus for each."""
    return sum(pattern.worth + bonus for pattern in patterns)


@dataclass(frozen=True)
class Demand:
    """The rows of a question, numbered; no number of posts may use more of one than its limit."""

    question: ComposeQuestion
    taken: Taken = NOTHING
    """What other posts hold already, and keep."""

    @cached_property
    def missions(self) -> dict[str, int]:
        """The row of each piece, by the mission's id: held once."""
        return {mission: row for row, mission in enumerate(self.question.fortnight.mission)}

    @cached_property
    def volumes(self) -> dict[str, int]:
        """By need: the row of a volume's minutes; that of its days comes next."""
        asked = [need.id for need in self.question.fortnight.needs if isinstance(need.request.demand, Volume)]
        return {need: len(self.missions) + 2 * place for place, need in enumerate(asked)}

    @cached_property
    def together(self) -> dict[str, int]:
        """By need that wants one person: a row of as many as it has pieces, all used by whoever holds one of them."""
        asked = [need.id for need in self.question.fortnight.needs if need.same_person]
        return {need: len(self.missions) + 2 * len(self.volumes) + place for place, need in enumerate(asked)}

    @cached_property
    def limits(self) -> Ints:
        """The most of each row."""
        needs = {need.id: need for need in self.question.fortnight.needs}
        taken = self.taken
        once = [int(mission not in taken.missions) for mission in self.missions]
        minutes = [needs[need].minutes - taken.minutes.get(need, 0) for need in self.volumes]
        days = [needs[need].most_days - taken.days.get(need, 0) for need in self.volumes]
        each = [figure for pair in zip(minutes, days, strict=True) for figure in pair]
        whole = [len(needs[need].missions) for need in self.together]
        return np.array([*once, *each, *whole, max(1, len(once))], dtype=np.int64)

    @cached_property
    def posts(self) -> int:
        """The row of the posts themselves, the last one: each holds a piece at least."""
        return len(self.limits) - 1

    @cached_property
    def worths(self) -> Ints:
        """Minutes of the year that one of a row is worth: a piece, a minute of a volume on its best day; else none."""
        fortnight = self.question.fortnight
        found: Ints = np.zeros(len(self.limits), dtype=np.int64)
        for need in fortnight.needs:
            counts = [fortnight.times(mission) for mission in need.missions]
            if need.id in self.volumes:
                found[self.volumes[need.id]] = max(counts)
                continue
            for mission, count in zip(need.missions, counts, strict=True):
                found[self.missions[mission.id]] = mission.slots[0].minutes * count
        return found

    @cached_property
    def member(self) -> Ints:
        """By row the number of the member that asks for it; -1 for the row of the posts."""
        group, fortnight = self.question.fortnight.group, self.question.fortnight
        numbers: dict[str, int] = {}
        found: Ints = np.full(len(self.limits), -1, dtype=np.int64)
        for need in fortnight.needs:
            own = numbers.setdefault(group.site[need.request.site_id].member_id, len(numbers))
            rows = [self.missions[mission.id] for mission in need.missions]
            rows += [row for row in (self.volumes.get(need.id), self.together.get(need.id)) if row is not None]
            rows += [self.volumes[need.id] + 1] if need.id in self.volumes else []
            found[rows] = own
        return found

    @property
    def most(self) -> int:
        """Minutes of the year that no posts go over: all that is asked, volumes on the days that come most often."""
        return int(self.worths @ self.limits)

    def whole(self, rows: Ints, amounts: Ints) -> Ints:
        """The amounts of a pattern: all of what wants one person."""
        first = self.posts - len(self.together)
        held: Ints = np.where((rows >= first) & (rows < self.posts), self.limits[rows], amounts)
        return held

    def left(self, patterns: Iterable[Pattern], posts: int | None = None) -> Ints:
        """What remains of each row once these are held, of so many posts if told."""
        left = self.limits.copy()
        if posts is not None:
            left[self.posts] = posts
        for pattern in patterns:
            np.subtract.at(left, pattern.rows, pattern.amounts)
        return left
