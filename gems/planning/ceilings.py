"""Where a simulated year closed short: whether the demand allows more, proven by a bound."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from gems.domain.asked import minutes_asked
from gems.domain.ceiling import NEAR, Ceiling, Room
from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.problem import Problem
from gems.domain.simulation import PersonYear, Simulation
from gems.domain.time import Horizon
from gems.domain.year import counting_year, outlook_from, year_mondays
from gems.planning.ports import Reckoner
from gems.prices.load import prices
from gems.rules.limits import Limits, year_figures

MOST_TOGETHER = 3
"""People of whom it is asked whether they fall short together."""
LOOKS = 5
"""Weights of the hours at public members that are tried for a bound."""
PERCENT, MILLE = 100, 1000
Post = tuple[str, str]
"""A member and a job."""


def with_ceilings(done: Simulation, reckoner: Reckoner) -> Simulation:
    """The simulation, with what demand allows to each full-timer who closed short of a whole year.

    Left as it is when the weeks are not those of one whole counting year.
    """
    mondays = [week.monday for week in done.weeks]
    if not mondays or mondays != year_mondays(counting_year(mondays[0])):
        return done
    return replace(done, ceilings=tuple(_Asking(done, mondays, reckoner).ceilings()))


class _Asking:
    """Questions about one year; each is asked once."""

    def __init__(self, done: Simulation, mondays: list[date], reckoner: Reckoner) -> None:
        self._group, self._mondays, self._reckoner = done.group, mondays, reckoner
        self._people = {one.employee_id: one for one in done.people if one.due}
        self._limits = Limits(Problem(group=done.group, horizon=Horizon(mondays[0]), prices=prices("balanced")))
        self._posts: dict[str, Counter[Post]] = {}
        self._known: dict[frozenset[str], tuple[int, bool]] = {}

    def ceilings(self) -> Iterator[Ceiling]:
        """One for each who closed short, in the order of the people."""
        for one in self._people.values():
            if one.full_time and one.closing < _enough(one.due):
                yield self._ceiling(one)

    def _ceiling(self, one: PersonYear) -> Ceiling:
        alone, public = self._most([one.employee_id])
        if alone < _enough(one.due):
            room = Room.PUBLIC if public else Room.ALONE
            return Ceiling(employee_id=one.employee_id, room=room, most=alone, due=one.due)
        together = [one.employee_id]
        for other in self._sharing(one.employee_id)[: MOST_TOGETHER - 1]:
            together.append(other)
            most, public = self._most(together)
            due = self._due(together)
            if most < _enough(due) and self._stays_short(one, together, most / due):
                room, others = Room.PUBLIC_TOGETHER if public else Room.TOGETHER, tuple(together[1:])
                return Ceiling(employee_id=one.employee_id, room=room, most=most, due=due, with_ids=others)
        return Ceiling(employee_id=one.employee_id, room=Room.ENOUGH, most=alone, due=one.due)

    def _stays_short(self, one: PersonYear, together: Sequence[str], part: float) -> bool:
        """Whether it is the demand that keeps somebody of these full-timers short: all of them are, and one must be.

        A part-timer among them could give way without that being a better year: who has less than an even part then is
        kept short by the plan, not by the demand.
        """
        return all(self._people[id].full_time for id in together) or one.closing >= _enough(one.due) * part

    def _due(self, ids: Sequence[str]) -> int:
        return sum(self._people[id].due for id in ids)

    def _most(self, ids: list[str]) -> tuple[int, bool]:
        """The most that these people can close at, and whether their share at public members is why."""
        key = frozenset(ids)
        if key not in self._known:
            self._known[key] = self._least_bound(ids)
        return self._known[key]

    def _least_bound(self, ids: list[str]) -> tuple[int, bool]:
        """Any weight of the hours at public members gives a bound: they are searched by halves, until one is low enough
        or none can be. Hours beyond the share say that the weight is too light, hours left over that it is too heavy.
        """
        shares = {id: self._public_share(self._group.employee[id]) for id in ids}
        credited = sum(self._credited(self._group.employee[id]) for id in ids)
        light, heavy = dict.fromkeys(ids, 0), dict.fromkeys(ids, MILLE)
        weights, bounds = dict.fromkeys(ids, 0), list[int]()
        for _ in range(LOOKS):
            found = self._reckoner.most_work(self._group, ids, self._mondays, weights)
            # Rounded up: what is given back a little too much makes the bound a little too high, never too low.
            given_back = sum(-(-weights[id] * shares[id] // MILLE) for id in ids)
            bounds.append(credited + found.minutes + given_back)
            over = {id: found.public.get(id, 0) - shares[id] for id in ids}
            for id in ids:
                light[id], heavy[id] = (weights[id], heavy[id]) if over[id] > 0 else (light[id], weights[id])
            # A bound falls no faster than the hours beyond the shares, the more so as the weight rises.
            within = sum((heavy[id] - weights[id]) * max(0, over[id]) // MILLE for id in ids)
            within += sum((weights[id] - light[id]) * max(0, -over[id]) // MILLE for id in ids)
            if min(bounds) < _enough(self._due(ids)) or bounds[-1] - within >= _enough(self._due(ids)) or not within:
                break
            weights = {id: (light[id] + heavy[id]) // 2 for id in ids}
        return min(bounds), min(bounds) < bounds[0]

    def _public_share(self, person: Employee) -> int:
        """Minutes of the year that may be spent at territorial members."""
        share = self._limits.of("public_member_share", person.id, self._mondays[0])
        annual = person.contract.annual_minutes
        return annual if share is None else annual * share // PERCENT

    def _credited(self, person: Employee) -> int:
        figures = year_figures(self._limits.law, self._mondays[0])
        return outlook_from(self._group, person, self._mondays[0], figures, 0).credited

    def _sharing(self, employee_id: str) -> list[str]:
        """Others whose year is counted and who can serve some of the same; those with least within reach first."""
        own = self._reach(self._group.employee[employee_id])
        reaches = {other: self._reach(self._group.employee[other]) for other in self._people if other != employee_id}
        sharing = [other for other, reach in reaches.items() if own.keys() & reach.keys()]
        return sorted(sharing, key=lambda other: reaches[other].total() / self._people[other].due)

    def _reach(self, person: Employee) -> Counter[Post]:
        """Minutes of the year, by post that the person can serve with their own qualifications."""
        if person.id not in self._posts:
            self._posts[person.id] = _asked_of(self._group, person, self._mondays)
        return self._posts[person.id]


def _asked_of(group: Group, person: Employee, mondays: list[date]) -> Counter[Post]:
    jobs, zone = {held.code for held in person.qualifications}, group.settings.school_zone
    found = Counter[Post]()
    for request in group.requests:
        if request.qualification in jobs and request.member_id in person.contract.member_ids:
            minutes = sum(minutes_asked(request, monday, zone) for monday in mondays)
            found[request.member_id, request.qualification] += minutes
    return found


def _enough(minutes: int) -> float:
    """What is near enough to so many minutes."""
    return (1 - NEAR) * minutes
