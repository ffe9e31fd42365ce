"""The typical fortnight of a year: two weeks that come back, and how often each piece is asked in the year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from gems.domain.asked import minutes_asked
from gems.domain.group import Group
from gems.domain.missions import Mission, Need, needs_of
from gems.domain.requests import Request, Season
from gems.domain.time import Horizon, days_between

WEEKS = 2
REPEATED = 2 * WEEKS
"""A fortnight is judged with the one that follows it."""


@dataclass(frozen=True, kw_only=True)
class TypicalFortnight:
    """Two weeks in a row of the year, as members ask for them, and the weeks of the year that each stands for."""

    group: Group
    first: date
    """The Monday of the first of the two weeks; a fortnight of the group begins there."""
    mondays: tuple[date, ...]
    """All weeks of the year or the season composed for."""
    _times: dict[tuple[str, int], int] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def horizon(self) -> Horizon:
        """The two weeks."""
        return Horizon(self.first, WEEKS)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What is asked in the two weeks."""
        settings = self.group.settings
        return tuple(
            need
            for request in self.group.requests
            for need in needs_of(request, self.horizon, settings.school_zone, settings.grid_minutes)
        )

    @cached_property
    def need_of(self) -> Mapping[str, Need]:
        """The need of each mission by the mission's id."""
        return {mission.id: need for need in self.needs for mission in need.missions}

    @cached_property
    def mission(self) -> Mapping[str, Mission]:
        """Missions by id."""
        return {mission.id: mission for need in self.needs for mission in need.missions}

    def times(self, mission: Mission) -> int:
        """In how many weeks of the year this piece is asked, among those that its week stands for."""
        key = (mission.request.id, (mission.day - self.first).days)
        if key not in self._times:
            self._times[key] = _times(mission.request, mission.day, self.mondays, self.group.settings.school_zone)
        return self._times[key]

    def stands_for(self, week: int) -> int:
        """How many weeks of the year the first (0) or the second (1) week stands for."""
        return sum((monday - self.first).days // 7 % WEEKS == week for monday in self.mondays)

    @cached_property
    def asked_minutes(self) -> int:
        """Minutes of the year that the pieces of the two weeks come to."""
        return sum(self.of_year(need) for need in self.needs)

    def of_year(self, need: Need) -> int:
        """Minutes of the year that one need comes to: its minutes, each as often as its pieces are asked."""
        return need.minutes * sum(self.times(mission) for mission in need.missions) // len(need.missions)

    @cached_property
    def year_minutes(self) -> int:
        """All that members ask in the year, pieces of other weeks included."""
        zone = self.group.settings.school_zone
        return sum(minutes_asked(request, monday, zone) for request in self.group.requests for monday in self.mondays)


def _times(request: Request, day: date, mondays: tuple[date, ...], zone: str) -> int:
    offset = timedelta(days=day.weekday())
    alike = [monday + offset for monday in mondays if (monday + offset - day).days // 7 % WEEKS == 0]
    return sum(request.recurrence.holds_on(one, zone) for one in alike)


def school_only(request: Request) -> bool:
    """Whether it falls away in school holidays."""
    return request.recurrence.season is Season.SCHOOL_DAYS


def typical_fortnight(group: Group, mondays: tuple[date, ...]) -> TypicalFortnight:
    """The fortnight most like the year's others: of which most is asked again in the weeks after; ties: the first.

    Raises ValueError for less than two weeks.
    """
    start = group.settings.fortnight_start
    begins = [monday for monday in mondays if (monday - start).days // 7 % WEEKS == 0]
    whole = [monday for monday in begins if monday + timedelta(days=7) in mondays]
    if not whole:
        raise ValueError("a season holds at least one fortnight")
    patterns = {monday: _pattern(group, monday) for monday in whole}
    common = Counter(patterns.values())
    later = {monday: patterns.get(monday + timedelta(days=7 * WEEKS)) == patterns[monday] for monday in whole}
    best = max(whole, key=lambda monday: (common[patterns[monday]], later[monday], -monday.toordinal()))
    return TypicalFortnight(group=group, first=best, mondays=mondays)


def _pattern(group: Group, monday: date) -> frozenset[tuple[str, int]]:
    """What is asked in the fortnight of this Monday, by request and day; dated requests make weeks differ."""
    zone = group.settings.school_zone
    days = list(days_between(monday, monday + timedelta(days=7 * WEEKS - 1)))
    return frozenset(
        (request.id, number)
        for request in group.requests
        for number, day in enumerate(days)
        if request.recurrence.holds_on(day, zone)
    )
