"""Demand beyond what people can serve: replacements and reinforcements that make shortage real for some members."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from gems.domain.missions import needs_of
from gems.domain.requests import Priority, Recurrence, Request, Season, Volume
from gems.domain.time import SATURDAY, Horizon
from sample_data.cutting import Cut, base_request, member_id, piece_demand
from sample_data.people import Person
from sample_data.places import Place, Service

TARGET = (1.045, 1.062)
"""Demand of the week over contract hours: drawn between these two."""
SHORT_MEMBERS = 4
"""One member in so many gets most of the extra demand."""
SHORT_WEIGHT, NIGHT_WEIGHT = 5, 4
REPLACEMENT_SHARE, WEEKEND_SHARE = 0.5, 0.25
REPLACEMENT, REINFORCEMENT = "Remplacement : ", "Renfort : "
EXTRA_VOLUME_BLOCKS = 2
GIVE_WAY_AFTER = 2000
"""Draws of what is asked already before it may be asked again: a small group runs out of new needs."""
ZONE, GRID = "A", 30


def demand_minutes(requests: Iterator[Request] | Sequence[Request], horizon: Horizon) -> int:
    """What these requests ask over the horizon."""
    return sum(need.minutes for request in requests for need in needs_of(request, horizon, ZONE, GRID))


def extra_cuts(
    cuts: Sequence[Cut],
    capacity: int,
    people: Sequence[Person],
    places: Sequence[Place],
    horizon: Horizon,
    rng: Random,
    demand: int | None = None,
) -> list[Cut]:
    """Requests that nobody is planted on, until demand passes the drawn share of the capacity (minutes).

    `demand`: that share in percent, in place of the one drawn.
    """
    drawn = rng.uniform(*TARGET)
    target = round(capacity * drawn) if demand is None else capacity * demand // 100
    asked = demand_minutes((found.request for found in cuts), horizon)
    open_services = _open_services(people)
    served = {found.request.member_id for found in cuts}
    short = {place.member.id for place in rng.sample(places, k=max(1, len(places) // SHORT_MEMBERS))}
    weights = [_weight(service, short) for service in open_services]
    forgotten = [s for place in places if place.member.id not in served for s in place.services[:1]]
    extras: list[Cut] = []
    seen: set[tuple[str, str, int]] = set()
    refused = 0
    while asked < target:
        service = forgotten.pop(0) if forgotten else rng.choices(open_services, weights)[0]
        request = _extra(service, horizon.first, rng)
        day = min(request.recurrence.weekdays)
        if (service.site_id, service.model.label, day) in seen:
            refused += 1
            seen = seen if refused % GIVE_WAY_AFTER else set()
            continue
        seen.add((service.site_id, service.model.label, day))
        asked += demand_minutes([request], horizon)
        extras.append(Cut(request, ()))
    return extras


def _weight(service: Service, short: set[str]) -> int:
    night = NIGHT_WEIGHT if service.model.form == "night" else 1
    return night * (SHORT_WEIGHT if member_id(service) in short else 1)


def _open_services(people: Sequence[Person]) -> list[Service]:
    """Every service that somebody's contract and job reach, once, in order."""
    found: dict[tuple[str, str], Service] = {}
    for person in people:
        for service in person.services:
            if service.model.form != "pupil":
                found.setdefault((service.site_id, service.model.label), service)
    return [found[key] for key in sorted(found)]


def _extra(service: Service, monday: date, rng: Random) -> Request:
    if service.model.form == "volume":
        return _extra_volume(service, rng)
    weekdays = [day for day in service.model.days if day < SATURDAY] or list(service.model.days)
    weekend = len(service.model.days) > 5 and rng.random() < WEEKEND_SHARE
    day = rng.choice((5, 6)) if weekend else rng.choice(weekdays)
    if rng.random() < REPLACEMENT_SHARE:
        when = monday + timedelta(days=day)
        once = Recurrence(weekdays=frozenset({day}), first_day=when, last_day=when)
        return _named(service, REPLACEMENT, once, service.model.priority)
    often = Recurrence(
        weekdays=frozenset({day}),
        first_day=monday - timedelta(weeks=2 * rng.randrange(1, 20)),
        every_weeks=rng.choice((1, 1, 2)),
        season=Season.ALWAYS if weekend else Season.NOT_PUBLIC_HOLIDAYS,
    )
    return _named(service, REINFORCEMENT, often, min(3, service.model.priority + 1))


def _named(service: Service, prefix: str, recurrence: Recurrence, priority: int) -> Request:
    plain = base_request(service, member_id(service), False, recurrence, piece_demand(service))
    label = prefix + plain.label[0].lower() + plain.label[1:]
    return replace(plain, label=label, priority=Priority(priority))


def _extra_volume(service: Service, rng: Random) -> Request:
    shortest, longest = service.model.blocks
    blocks = 1 if shortest == longest else EXTRA_VOLUME_BLOCKS
    demand = Volume(
        weekly_minutes=shortest * blocks,
        start_clock=service.start,
        end_clock=service.end,
        shortest=shortest,
        longest=longest,
        most_days=blocks,
    )
    recurrence = Recurrence(
        weekdays=frozenset(rng.sample(service.model.days, k=blocks + 1)),
        first_day=date(2026, 9, 7),
        season=Season.NOT_PUBLIC_HOLIDAYS,
    )
    plain = base_request(service, member_id(service), False, recurrence, demand)
    return replace(plain, label=REINFORCEMENT + plain.label[0].lower() + plain.label[1:], priority=Priority.COMFORT)
