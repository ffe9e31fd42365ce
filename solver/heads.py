"""Missions that no rule tells apart, as one: a count of heads, dearer tier by tier."""

from collections.abc import Iterator
from dataclasses import dataclass

from gems.domain.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """Heads of one price."""

    missions: tuple[int, ...]
    """Indexes into the problem's missions, in the order in which they are given to people."""
    cents: dict[str, int]
    """By bill line, what each of these heads costs beyond a head of the first tier."""
    worth: bool
    """Whether serving a head of this tier is worth anything by itself."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The tiers of each mission that stands for others, by its index; a mission in none of them stands for itself."""

    tiers: dict[int, tuple[Tier, ...]]

    def led(self, problem: Problem) -> Iterator[int]:
        """The missions that the planner knows: those that stand for others, and those that stand for themselves."""
        followers = {mission for tiers in self.tiers.values() for tier in tiers for mission in tier.missions}
        followers -= self.tiers.keys()
        yield from (index for index in range(len(problem.missions)) if index not in followers)

    def missions(self, lead: int) -> tuple[int, ...]:
        """All missions one stands for, cheapest heads first."""
        tiers = self.tiers.get(lead)
        return (lead,) if tiers is None else tuple(mission for tier in tiers for mission in tier.missions)

    def worth(self, lead: int) -> int:
        """How many heads are worth serving."""
        tiers = self.tiers.get(lead)
        return 1 if tiers is None else sum(len(tier.missions) for tier in tiers if tier.worth)


ALONE = Heads({})
"""Each mission by itself."""
