"""What demand allows: hours that people cannot close their year beyond, whatever the plan."""

from dataclasses import dataclass
from enum import StrEnum

NEAR = 0.02
"""A year is near its hours within this share of them."""


class Room(StrEnum):
    """What demand says of a year that closed short."""

    ALONE = "alone"
    """There is too little that this person may serve."""
    PUBLIC = "public"
    """So there is, because half of the year at most may be spent at territorial public members."""
    TOGETHER = "together"
    """There is too little for these people together, and this one has an even part of it at least."""
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
