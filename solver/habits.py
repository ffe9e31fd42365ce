"""Draw more often what has been worth more for its work (adaptive large neighbourhoods, Ropke & Pisinger, 2006)."""

from collections.abc import Sequence
from random import Random
from typing import Protocol, TypeVar

MEMORY = 0.8
"""Weight of the past in what a habit has been worth."""
LEAST_CHANCE = 0.15
"""What nothing has been gained by is still drawn so often, beside 1 more for the best."""


class Habit(Protocol):
    """A way to go on, drawn again and again."""

    @property
    def worth(self) -> float:
        """What it has gained for its work, the latest draws weighing most."""
        ...


_Known = TypeVar("_Known", bound=Habit)


def drawn(known: Sequence[_Known], draw: Random) -> _Known:
    """One of them."""
    best = max(habit.worth for habit in known)
    return draw.choices(known, [LEAST_CHANCE + habit.worth / (best or 1.0) for habit in known])[0]
