"""A sample group at the start of a year: leave, training and sickness ahead, seasons, and demand set to a share.

The group is that of the usual week; what it asks is spread over the year, and its past is moved up to the first Monday.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from gems.domain.asked import minutes_asked
from gems.domain.group import Group
from gems.domain.people import ContractKind, Employee, HeldQualification
from gems.domain.requests import FixedSlot, Request, Volume, Window
from gems.domain.time import days_between
from gems.domain.year import year_mondays
from sample_data.year_away import away
from sample_data.year_past import moved_history

USUAL_DEMAND = 104
"""Hours asked in the year for a hundred that the contracts hold."""
SUMMER_CLOSED_EVERY, CLOSED_WEEKS = 4, 3
"""One member in so many closes in August, for so many weeks, and at the year's end."""
WINTER_EVERY = 4
"""One member in so many asks for its reinforcements in winter only."""
WINTER_ENDS, WINTER_BEGINS = (3, 31), (11, 1)
REINFORCEMENT = "Renfort"
EVERY_OTHER_WEEK = 2


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
    return replace(settled, requests=tuple(_requests(settled, mondays, demand or USUAL_DEMAND, rng)))


def _annualised(person: Employee, last: date) -> Employee:
    """Full-timers count their hours over the year; certificates are renewed in time."""
    full = person.contract.kind is ContractKind.FULL_TIME
    held = tuple(_renewed(one, last + timedelta(days=6)) for one in person.qualifications)
    return replace(person, qualifications=held, contract=replace(person.contract, annualised=full))


def _renewed(held: HeldQualification, last: date) -> HeldQualification:
    lapses = held.valid_until is not None and held.valid_until < last
    return replace(held, valid_until=date(last.year + 1, 6, 30)) if lapses else held


def _requests(group: Group, mondays: Sequence[date], demand: int, rng: Random) -> list[Request]:
    """The recurring requests with their seasons, as many as the demand wants."""
    seasonal = [
        request
        for index, member in enumerate(group.members)
        for request in group.requests
        if request.member_id == member.id
        for request in _with_seasons(request, index, mondays)
    ]
    return _to_demand(group, seasonal, mondays, demand, rng)


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


def _to_demand(
    group: Group, requests: list[Request], mondays: Sequence[date], demand: int, rng: Random
) -> list[Request]:
    """Fewer or more hours asked, request by request in a drawn order: every other week, or one person more."""
    target = demand * sum(person.contract.annual_minutes for person in group.employees) // 100
    zone, found = group.settings.school_zone, {request.id: request for request in requests}
    asked = {request.id: _of_year(request, mondays, zone) for request in requests}
    order = sorted(found)
    rng.shuffle(order)
    more = sum(asked.values()) < target
    for request_id in order:
        if (sum(asked.values()) >= target) is more:
            break
        changed = _more(found[request_id]) if more else _less(found[request_id])
        found[request_id], asked[request_id] = changed, _of_year(changed, mondays, zone)
    return list(found.values())


def _of_year(request: Request, mondays: Sequence[date], zone: str) -> int:
    return sum(minutes_asked(request, monday, zone) for monday in mondays)


def _less(request: Request) -> Request:
    return replace(request, recurrence=replace(request.recurrence, every_weeks=EVERY_OTHER_WEEK))


def _more(request: Request) -> Request:
    """One person more; what asks for the same person, or for hours by the week, stays as it is."""
    demand = request.demand
    if isinstance(demand, Volume) or request.same_person:
        return request
    added: FixedSlot | Window = replace(demand, headcount=demand.headcount + 1)
    return replace(request, demand=added)
