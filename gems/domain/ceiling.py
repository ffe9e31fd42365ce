"""What demand allows: hours that people cannot close their year beyond, whatever the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

NEAR = 0.02
"""A year is near its hours within this share of them."""


class Room(StrEnum):
    """What demand says of a year that closed short."""

    ALONE = "alone"
    """There is too little that this person may serve."""
    PUBLIC = "public"
    """So there is, because half of the year at most may be spent at territorial public members."""
    TOGETHER = "together"
    """There is too little for these people together: they compete for the same hours, and one at least stays short."""
    PUBLIC_TOGETHER = "public_together"
    """So there is, because each may spend half of the year at most at territorial public members."""
    ENOUGH = "enough"
    """Nothing in the demand is known to stand in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The most at which a person's year can close, in minutes: proven."""

    employee_id: str
    room: Room
    most: int
    """Of the person alone; of all together where the room is what they share. Hours credited are in it."""
    due: int
    """By the same people."""
    with_ids: tuple[str, ...] = ()
    """The others that it was reckoned for together."""

    @property
    def allows(self) -> bool:
        """Whether the demand lets this year close within 2 %, as far as is known."""
        return self.room is Room.ENOUGH


def fewest_short(ceilings: Iterable[Ceiling], full_timers: Iterable[str]) -> int:
    """How many of these full-timers close short at least, whatever the plan: proven.

    Of those who compete for the same hours one is enough, and the same one may be enough for several such groups: a
    plan that leaves two short where one must be is not excused.
    """
    full = frozenset(full_timers)
    groups = {full & {one.employee_id, *one.with_ids} for one in ceilings if not one.allows}
    anybody = sorted(frozenset[str]().union(*groups))
    return next(n for n in range(len(groups) + 1) if _meets_all(anybody, n, groups))


def _meets_all(anybody: Sequence[str], n: int, groups: Iterable[frozenset[str]]) -> bool:
    """Whether so many people are enough for one to be in each group."""
    return any(all(group & set(chosen) for group in groups) for chosen in combinations(anybody, n))
