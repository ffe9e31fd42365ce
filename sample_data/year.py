"""A sample group at the start of a year: leave, training and sickness ahead, seasons, and demand set to a share.

The group is that of the usual week; what it asks is spread over the year, and its past is moved up to the first Monday.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from gems.domain.asked import minutes_asked
from gems.domain.group import Group
from gems.domain.people import ContractKind, Employee, HeldQualification
from gems.domain.requests import FixedSlot, Request, Season, Volume, Window
from gems.domain.time import SATURDAY, days_between
from gems.domain.year import year_mondays
from sample_data.year_away import away
from sample_data.year_past import moved_history

USUAL_DEMAND = 112
"""Hours asked in the year for a hundred that the contracts hold: in leave weeks much goes unserved."""
PER_CENT = 100
MOST_ADDED = 3
"""How often one request may grow."""
SUMMER_CLOSED_EVERY, CLOSED_WEEKS = 4, 3
"""One member in so many closes in August, for so many weeks, and at the year's end."""
WINTER_EVERY = 4
"""One member in so many asks for its reinforcements in winter only."""
WINTER_ENDS, WINTER_BEGINS = (3, 31), (11, 1)
REINFORCEMENT = "Renfort"
EVERY_OTHER_WEEK = 2
Post = tuple[str, str]
"""A member and a job."""


def at_year(group: Group, name: str, seed: int, year: int, planned: date, demand: int | None) -> Group:
    """The group as it stands on the first Monday of a counting year.

    `planned`: the Monday that its history leads to. `demand`: hours asked for a hundred that contracts hold.
    """
    rng, mondays = Random(f"{name}/{seed}/{year}"), year_mondays(year)
    people = tuple(_annualised(person, mondays[-1]) for person in group.employees)
    settings = replace(group.settings, fortnight_start=group.settings.fortnight_start + (mondays[0] - planned))
    settled = replace(
        group,
        settings=settings,
        employees=people,
        absences=away(people, mondays, group.settings.school_zone, rng),
        history=moved_history(group, mondays[0]),
    )
    return replace(settled, requests=tuple(_requests(settled, mondays, demand or USUAL_DEMAND)))


def _annualised(person: Employee, last: date) -> Employee:
    """Full-timers count their hours over the year; certificates are renewed in time."""
    full = person.contract.kind is ContractKind.FULL_TIME
    held = tuple(_renewed(one, last + timedelta(days=6)) for one in person.qualifications)
    return replace(person, qualifications=held, contract=replace(person.contract, annualised=full))


def _renewed(held: HeldQualification, last: date) -> HeldQualification:
    lapses = held.valid_until is not None and held.valid_until < last
    return replace(held, valid_until=date(last.year + 1, 6, 30)) if lapses else held


def _requests(group: Group, mondays: Sequence[date], demand: int) -> list[Request]:
    """The recurring requests with their seasons, as many as the demand wants."""
    seasonal = [
        request
        for index, member in enumerate(group.members)
        for request in group.requests
        if request.member_id == member.id
        for request in _with_seasons(request, index, mondays)
    ]
    return _to_demand(group, seasonal, mondays, demand)


def _with_seasons(request: Request, member: int, mondays: Sequence[date]) -> Iterator[Request]:
    when = request.recurrence
    if when.last_day is not None and when.last_day < mondays[0]:
        return
    year = mondays[1].year
    if member % SUMMER_CLOSED_EVERY == SUMMER_CLOSED_EVERY - 1:
        closed = frozenset(day for day in _closed(mondays) if day.weekday() in when.weekdays)
        yield replace(request, recurrence=replace(when, except_days=when.except_days | closed))
    elif member % WINTER_EVERY == 1 and request.label.startswith(REINFORCEMENT):
        until, since = date(year, *WINTER_ENDS), date(year, *WINTER_BEGINS)
        yield replace(request, recurrence=replace(when, last_day=until))
        yield replace(request, id=f"{request.id}.2", recurrence=replace(when, first_day=_in_rhythm(request, since)))
    else:
        yield request


def _in_rhythm(request: Request, since: date) -> date:
    """The first day from one on at which the request's own rhythm of weeks can begin again."""
    first = request.recurrence.first_day
    weeks = -(-(since - first).days // 7)
    return first + timedelta(weeks=weeks + weeks % request.recurrence.every_weeks)


def _closed(mondays: Sequence[date]) -> Iterator[date]:
    """Three weeks in August, and from Christmas Eve on."""
    august = next(monday for monday in mondays if (monday.month, monday.day) >= (8, 1))
    yield from days_between(august, august + timedelta(days=7 * CLOSED_WEEKS - 1))
    yield from days_between(date(mondays[1].year, 12, 24), mondays[-1] + timedelta(days=6))


def _to_demand(group: Group, requests: list[Request], mondays: Sequence[date], demand: int) -> list[Request]:
    """More hours asked where people have few within reach, or fewer where they have many, until the demand is met."""
    target = demand * sum(person.contract.annual_minutes for person in group.employees) // PER_CENT
    asking = _Asking(group, requests, mondays)
    more = asking.total < target
    while (asking.total < target) is more and (place := asking.next(more=more)) is not None:
        asking.change(place, more=more)
    return asking.requests


class _Asking:
    """The requests as they change, with the hours that each post asks for those that people have for it."""

    def __init__(self, group: Group, requests: list[Request], mondays: Sequence[date]) -> None:
        self.requests, self._mondays, self._zone = list(requests), mondays, group.settings.school_zone
        self._minutes = [self._of_year(request) for request in requests]
        self._changes = [0] * len(requests)
        self._asked = Counter[Post]()
        for request, minutes in zip(requests, self._minutes, strict=True):
            self._asked[_post(request)] += minutes
        self._there = Counter[Post]()
        for person in group.employees:
            jobs, members = {held.code for held in person.qualifications}, person.contract.member_ids
            reach = {post: asked for post, asked in self._asked.items() if post[0] in members and post[1] in jobs}
            for post, asked in reach.items():
                self._there[post] += person.contract.annual_minutes * asked // max(1, sum(reach.values()))

    @property
    def total(self) -> int:
        """Minutes asked in the year."""
        return sum(self._minutes)

    def next(self, *, more: bool) -> int | None:
        """The request to change: of the post that asks least (most) of its people."""
        open_to = [
            place
            for place, request in enumerate(self.requests)
            if self._there[_post(request)]
            and self._minutes[place]
            and self._changes[place] < (MOST_ADDED if more else 1)
        ]

        def strain(place: int) -> tuple[float, int, int]:
            post = _post(self.requests[place])
            return (1 if more else -1) * self._asked[post] / self._there[post], self._changes[place], place

        return min(open_to, key=strain, default=None)

    def change(self, place: int, *, more: bool) -> None:
        """Ask for more of it, or less."""
        before, request = self._minutes[place], self.requests[place]
        self.requests[place] = _more(request) if more else _less(request)
        self._changes[place] += 1
        self._minutes[place] = self._of_year(self.requests[place])
        self._asked[_post(request)] += self._minutes[place] - before

    def _of_year(self, request: Request) -> int:
        return sum(minutes_asked(request, monday, self._zone) for monday in self._mondays)


def _post(request: Request) -> Post:
    return request.member_id, request.qualification


def _less(request: Request) -> Request:
    return replace(request, recurrence=replace(request.recurrence, every_weeks=EVERY_OTHER_WEEK))


def _more(request: Request) -> Request:
    """The other working days too, every week; once it has them, one person more, or more hours of a volume.

    One more person at the same hours gives no hours to whoever is there already: other days come first.
    """
    demand, when = request.demand, request.recurrence
    if not isinstance(demand, Volume) and (missing := _other_days(request)):
        return replace(request, recurrence=replace(when, weekdays=when.weekdays | missing, every_weeks=1))
    if not isinstance(demand, Volume):
        added: FixedSlot | Window = replace(demand, headcount=demand.headcount + 1)
        return replace(request, demand=added)
    days = len(when.weekdays)
    weekly = min(demand.weekly_minutes + demand.longest, days * demand.longest)
    return replace(request, demand=replace(demand, weekly_minutes=weekly, most_days=min(days, demand.most_days + 1)))


def _other_days(request: Request) -> frozenset[int]:
    """Working days on which it could ask too; none for weekends and for schools, whose days are given."""
    when = request.recurrence
    if when.season is Season.SCHOOL_DAYS or any(day >= SATURDAY for day in when.weekdays):
        return frozenset()
    return frozenset(range(SATURDAY)) - when.weekdays
