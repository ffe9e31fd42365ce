"""A set of proposed posts that somebody kept, to compare with others."""

from collections.abc import Mapping
from dataclasses import dataclass

from gems.domain.time import Stamp

Contents = Mapping[str, object]
"""A proposal as plain data: minutes, cents, kilometres, ids, words in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioHead:
    """A scenario in a list; minutes are those of its year or season."""

    id: str
    """Random, says nothing."""
    name: str
    made_by: str
    made_at: Stamp
    posts: int
    asked_minutes: int
    placed_minutes: int
    bound_minutes: int
    """No set of sustainable posts places more: proven."""

    @property
    def gap(self) -> float:
        """Proven distance from the best possible, as a share of it."""
        return 0.0 if not self.bound_minutes else max(0.0, 1 - self.placed_minutes / self.bound_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario with all that it proposes."""

    head: ScenarioHead
    contents: Contents
