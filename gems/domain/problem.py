"""The question put to a planner: a group, the weeks to plan, the prices, and what already stands."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from gems.domain.group import Group
from gems.domain.missions import Mission, Need, Visit, beyond_of, needs_of, visits_of
from gems.domain.prices import Prices
from gems.domain.requests import Request
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Instant
from gems.domain.year import Years


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Immutable; the group must have passed `gems.domain.validation.faults` first."""

    group: Group
    horizon: Horizon
    prices: Prices
    baseline: Schedule | None = None
    """What stands before planning: its locked pieces must be kept, its published ones are priced when changed."""
    as_of: Instant | None = None
    """When the planning is made, for notice periods; None: nothing is published yet, no notice is judged."""
    must_serve: frozenset[str] = frozenset()
    """Ids of needs that the answer must serve in full, whatever it costs: asked when explaining, never of a week."""
    whole_years: Years | None = field(default=None, compare=False, repr=False)
    """For a part of a larger problem: the years of the whole one. How busy a week is depends on everybody."""

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What members ask over the horizon, in the order of the requests."""
        settings = self.group.settings
        return tuple(
            need
            for request in self.group.requests
            for need in _needs_of(request, self.horizon, settings.school_zone, settings.grid_minutes)
        )

    @cached_property
    def beyond(self) -> tuple[Need, ...]:
        """The needs of people more than asked, who may come at a price; in the same order."""
        settings = self.group.settings
        return tuple(
            need
            for request in self.group.requests
            for need in beyond_of(request, self.horizon, settings.school_zone, settings.grid_minutes)
        )

    @cached_property
    def need(self) -> dict[str, Need]:
        """Needs by id, those of people more than asked at the end."""
        return {need.id: need for need in (*self.needs, *self.beyond)}

    @cached_property
    def missions(self) -> tuple[Mission, ...]:
        """Every mission, in the order of the needs: those of people more than asked at the end."""
        return tuple(mission for need in self.need.values() for mission in need.missions)

    @cached_property
    def mission(self) -> dict[str, Mission]:
        """Missions by id."""
        return {mission.id: mission for mission in self.missions}

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """What people come for together, in the order of the missions."""
        return visits_of(self.missions)

    @cached_property
    def years(self) -> Years:
        """Each person's year, as seen from the first Monday."""
        return self.whole_years or Years(self.group, self.horizon.first)


@lru_cache(maxsize=4096)
def _needs_of(request: Request, horizon: Horizon, school_zone: str, grid_minutes: int) -> tuple[Need, ...]:
    """The same request over the same weeks always asks the same: problems that differ by one request share the rest."""
    return tuple(needs_of(request, horizon, school_zone, grid_minutes))
