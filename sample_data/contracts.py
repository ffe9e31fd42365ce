"""Which members a contract lists: those that need the person's own jobs first, then some where the person stands in."""

from collections.abc import Sequence
from random import Random

from sample_data.places import Place, Roads
from sample_data.tables import Profile, stand_ins

SAME_DAY_MINUTES = 30
"""Members of one contract stand this close to each other."""
OWN_CHOICES, MOST_MEMBERS = (2, 3, 3, 4), 4
NEIGHBOUR_CHANCE, STAND_IN_CHANCE = 0.4, 0.75


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
    own = [place for place in places[cluster] if asks(place, jobs, profile)]
    centre = (own or places[cluster])[0].site.commune
    near = [
        place
        for number, others in enumerate(places)
        if number != cluster
        for place in others
        if asks(place, jobs, profile) and roads.minutes(centre, place.site.commune) <= SAME_DAY_MINUTES
    ]
    near.sort(key=lambda place: (listed.get(place.member.id, 0), roads.minutes(centre, place.site.commune)))
    own.sort(key=lambda place: listed.get(place.member.id, 0))
    chosen = own[: rng.choice(OWN_CHOICES)]
    neighbour = rng.random() < NEIGHBOUR_CHANCE and len(chosen) < MOST_MEMBERS
    chosen += near[: max(2 - len(chosen), int(neighbour))]
    covered = tuple(row.needed for row in stand_ins() if row.allowed and row.held in jobs)
    spare = [place for place in places[cluster] if place not in chosen and asks(place, covered, profile)]
    if spare and len(chosen) < MOST_MEMBERS and rng.random() < STAND_IN_CHANCE:
        chosen.append(rng.choice(spare))
    for place in chosen:
        listed[place.member.id] = listed.get(place.member.id, 0) + 1
    return chosen


def asks(place: Place, jobs: Sequence[str], profile: Profile) -> bool:
    """Whether this member asks for one of these jobs, at night for night workers, by day for the others."""
    nights = profile.week == "nights"
    return any(service.model.job in jobs and (service.model.form == "night") == nights for service in place.services)
