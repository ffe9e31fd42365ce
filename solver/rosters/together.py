"""How many people give up their rosters together: what has gained more for its work is drawn more often."""

from dataclasses import dataclass

from solver.habits import MEMORY

MANY = (2, 5, 10, 16, 24, 40)
NEARLY_ALL = 0.8
"""So many of all, or more, might as well be all."""


@dataclass(slots=True)
class Together:
    """A number of people, and what it has been worth so far."""

    people: int
    gained: float = 1.0
    """Cents, the latest steps weighing most."""
    work: float = 1.0
    """Counted work of the same steps."""

    def learn(self, gained: int, work: float) -> None:
        """What a step has gained, for how much work."""
        self.gained = MEMORY * self.gained + gained
        self.work = MEMORY * self.work + work

    @property
    def worth(self) -> float:
        """Cents a unit of work."""
        return self.gained / self.work


def habits(people: int) -> list[Together]:
    """Of a part with so many people."""
    return [Together(many) for many in MANY if many < NEARLY_ALL * people] + [Together(people)]
