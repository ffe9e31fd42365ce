"""Which members a contract lists: those that need the person's own jobs first, then some where the person stands in."""

from collections.abc import Iterable, Sequence
from random import Random

from sample_data.places import Place, Roads
from sample_data.tables import Profile, stand_ins

SAME_DAY_MINUTES, FAR_MINUTES = 30, 45
"""Members of one contract stand this close to each other; the second number when there are too few."""
LEAST_MEMBERS = 2
WORTH_LISTING = 15 * 60
"""Weekly minutes below which a member is only a complement."""
CROWD = 5
"""Nobody stands in where so many people are listed already."""
OWN_CHOICES, MOST_MEMBERS = (2, 2, 3, 3), 4
NEIGHBOUR_CHANCE, STAND_IN_CHANCES = 0.3, {1: 1.0, 2: 0.8, 3: 0.3}


def users(
    cluster: int,
    jobs: tuple[str, ...],
    profile: Profile,
    places: Sequence[Sequence[Place]],
    listed: dict[str, int],
    roads: Roads,
    rng: Random,
) -> list[Place]:
    """Two to four places, the least listed so far first; `listed` counts the contracts of each member."""

    def ranked(found: Iterable[Place]) -> list[Place]:
        return sorted(found, key=lambda place: _rank(place, jobs, listed))

    def others(radius: int, crowd: int) -> list[Place]:
        return ranked(
            place
            for number, cluster_places in enumerate(places)
            if number != cluster
            for place in cluster_places
            if asks(place, jobs, profile)
            and listed.get(place.member.id, 0) < crowd
            and roads.minutes(centre, place.site.commune) <= radius
        )

    own = ranked(place for place in places[cluster] if asks(place, jobs, profile))
    centre = (own or places[cluster])[0].site.commune
    chosen = own[: rng.choice(OWN_CHOICES)]
    if rng.random() < NEIGHBOUR_CHANCE and len(chosen) < MOST_MEMBERS:
        chosen += others(SAME_DAY_MINUTES, CROWD - 1)[:1]
    if len(chosen) < LEAST_MEMBERS:
        chosen += others(FAR_MINUTES, 2 * CROWD)[: LEAST_MEMBERS - len(chosen)]
    covered = tuple(row.needed for row in stand_ins() if row.allowed and row.held in jobs)
    spare = [
        place
        for place in places[cluster]
        if place not in chosen and asks(place, covered, profile) and listed.get(place.member.id, 0) < CROWD
    ]
    if spare and rng.random() < STAND_IN_CHANCES.get(len(chosen), 0.0):
        chosen.append(min(spare, key=lambda place: listed.get(place.member.id, 0)))
    for place in chosen:
        listed[place.member.id] = listed.get(place.member.id, 0) + 1
    return chosen


def _rank(place: Place, jobs: Sequence[str], listed: dict[str, int]) -> tuple[bool, int, int]:
    """Members with real hours for these jobs first, then those few people list."""
    hours = _weekly_minutes(place, jobs)
    return hours < WORTH_LISTING, listed.get(place.member.id, 0), -hours


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
