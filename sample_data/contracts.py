"""Which members a contract lists: those that need the person's own jobs first, then some where the person stands in."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from random import Random

from sample_data.places import Place, Roads
from sample_data.tables import Profile, stand_ins

SAME_DAY_MINUTES, FAR_MINUTES = 30, 45
"""Members of one contract stand this close to each other; the second number when there are too few."""
LEAST_MEMBERS, MOST_MEMBERS = 3, 5
PLENTY = (170, 190, 210)
"""A contract stops growing once its members may offer so many pieces of work a week (drawn)."""
NEIGHBOUR_CHANCE = 0.08
"""Chance of a member of another basin: in the country most people work around one town."""
OWN_FIRST = 3
"""So many members of the contract need the person's own jobs, where there are that many near."""
WORTH_LISTING = 15 * 60
"""Weekly minutes below which a member is only a complement."""
CROWD = 9
"""Nobody stands in where so many people are listed already."""


def users(
    cluster: int,
    jobs: tuple[str, ...],
    profile: Profile,
    places: Sequence[Sequence[Place]],
    listed: dict[str, int],
    roads: Roads,
    rng: Random,
) -> list[Place]:
    """Three to five places, the least listed so far first; `listed` counts the contracts of each member.

    Office people stay in one town where it has members enough.
    """
    covered = tuple(row.needed for row in stand_ins() if row.allowed and row.held in jobs)

    def needs_own(place: Place) -> bool:
        return asks(place, jobs, profile)

    def takes_stand_in(place: Place) -> bool:
        return _offers(place, (*jobs, *covered)) > 0 and listed.get(place.member.id, 0) < CROWD

    def near(keeps: Callable[[Place], bool], radius: int) -> list[Place]:
        others = chain.from_iterable(found for number, found in enumerate(places) if number != cluster)
        kept = (p for p in others if keeps(p) and roads.minutes(centre, p.site.commune) <= radius)
        return _ranked(kept, jobs, listed)

    here = places[cluster]
    own = _ranked(filter(needs_own, here), jobs, listed)
    centre = (own or here)[0].site.commune
    backup = sorted(filter(takes_stand_in, here), key=lambda place: listed.get(place.member.id, 0))
    neighbour = near(needs_own, SAME_DAY_MINUTES)[:1] if rng.random() < NEIGHBOUR_CHANCE else []
    plenty = rng.choice(PLENTY)
    chosen: list[Place] = []
    further = _distinct([*own[:OWN_FIRST], *neighbour, *backup, *own])
    in_town = [place for place in further if place.site.commune == centre]
    if profile.week == "office" and len(in_town) >= LEAST_MEMBERS:
        further = in_town
    for place in further[:MOST_MEMBERS]:
        if len(chosen) < LEAST_MEMBERS or sum(_offers(kept, (*jobs, *covered)) for kept in chosen) < plenty:
            chosen.append(place)
    if len(chosen) < LEAST_MEMBERS:
        chosen = _distinct([*chosen, *near(needs_own, FAR_MINUTES), *near(takes_stand_in, FAR_MINUTES)])[:LEAST_MEMBERS]
    for place in chosen:
        listed[place.member.id] = listed.get(place.member.id, 0) + 1
    return chosen


def _distinct(found: Iterable[Place]) -> list[Place]:
    """Each place once, where it comes first."""
    return list({place.member.id: place for place in found}.values())


def _ranked(found: Iterable[Place], jobs: Sequence[str], listed: dict[str, int]) -> list[Place]:
    """Members with real hours for these jobs first, then those few people list."""

    def rank(place: Place) -> tuple[bool, int, int]:
        hours = _weekly_minutes(place, jobs)
        return hours < WORTH_LISTING, listed.get(place.member.id, 0), -hours

    return sorted(found, key=rank)


def _weekly_minutes(place: Place, jobs: Sequence[str]) -> int:
    """What one person with these jobs could do there in a week."""
    longest: dict[str, int] = {}
    for service in place.services:
        if service.model.job in jobs:
            minutes = service.minutes or service.model.blocks[1]
            longest[service.model.label] = max(longest.get(service.model.label, 0), minutes * len(service.model.days))
    return sum(longest.values())


def asks(place: Place, jobs: Sequence[str], profile: Profile) -> bool:
    """Whether this member asks for one of these jobs, at night for night workers, by day for the others."""
    nights = profile.week == "nights"
    return any(service.model.job in jobs and (service.model.form == "night") == nights for service in place.services)


def _offers(place: Place, jobs: Sequence[str]) -> int:
    """Pieces of work a week that this member may ask for these jobs, day or night."""
    return sum(len(service.model.days) for service in place.services if service.model.job in jobs)
