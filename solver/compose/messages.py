"""What two processes that compose together say to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from gems.domain.composition import ComposeQuestion
from solver.compose.demand import Floats
from solver.compose.diving import Begin
from solver.compose.pricing import Order, Pick
from solver.compose.taken import Taken
from solver.universe import Ints


@dataclass(frozen=True, slots=True)
class Asked:
    """Get ready for a question, of which other posts hold something."""

    question: ComposeQuestion
    taken: Taken


@dataclass(frozen=True, slots=True)
class Look:
    """Look for patterns of these orders out of what is left; the answer is what was found."""

    part: int
    """Which of the questions told, in the order in which they were."""
    orders: Sequence[Order]
    prices: Floats
    left: Ints


@dataclass(frozen=True, slots=True)
class Dive:
    """Dive for yourself, and tell what is better; chance is drawn from this seed."""

    part: int
    start: Begin
    seed: int


@dataclass(frozen=True, slots=True)
class Alone:
    """Compose a question for yourself until then, and tell what is better; chance is drawn from this seed."""

    part: int
    until: float
    seed: int


@dataclass(frozen=True, slots=True)
class Held:
    """The patterns of the best posts."""

    picks: Sequence[Pick]


@dataclass(frozen=True, slots=True)
class Enough:
    """No more diving; the answer is the same, after which nothing more is told."""
