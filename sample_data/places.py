"""Where members stand: clusters of members near each other, and the services each of them asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

from gems.domain.members import Member, Site
from gems.domain.places import Leg, TravelTable
from sample_data.tables import Cluster, ServiceModel, communes, groups, names, service_models, travel_entries

NEAR_MINUTES = 20
"""Drive within which a cluster's members stand around its centre."""
SHIFT_VARIANTS, LENGTHS = 2, 2
"""Of the hours in the table each member uses so many: of its shifts, of the lengths of a round."""
GRID, MOST_DELAY = 30, 60
"""Windows are cut so that a piece has two or three starts on the grid."""
BIG_TOWNS = 12
"""So many communes, the first of the table, get two clusters for each one of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One kind of work at one site of one member, with its own hours (clock minutes)."""

    member: int
    site_id: str
    commune: str
    model: ServiceModel
    start: int
    end: int
    minutes: int
    """Length of one piece inside the window; 0 for volumes."""

    @property
    def loose(self) -> bool:
        """A piece may move inside the window."""
        return self.model.form == "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A member in the making: its kind, where it is, what it asks."""

    member: Member
    site: Site
    kind: str
    services: tuple[Service, ...]


class Roads:
    """Drives between communes, the corrected ones included."""

    def __init__(self) -> None:
        entries = {(row.origin, row.destination): Leg(row.minutes, row.km) for row in travel_entries()}
        self._table = TravelTable({commune.name: commune for commune in communes()}, entries)

    def minutes(self, origin: str, destination: str) -> int:
        """One way, in minutes; 5 within a commune."""
        return 5 if origin == destination else self._table.between(origin, destination).minutes

    def nearest(self, centre: str) -> list[str]:
        """Every commune, the centre first, then by drive."""
        others = [commune.name for commune in communes() if commune.name != centre]
        return [centre, *sorted(others, key=lambda name: (self.minutes(centre, name), name))]


def clusters_of(name: str, roads: Roads) -> tuple[Cluster, ...]:
    """The clusters of a sample: written out, or templates repeated over the communes."""
    table = groups()[name]
    if "cluster" in table:
        return tuple(
            Cluster(members=tuple((kind, town) for kind, town in row["members"]), crew=tuple(row["crew"]))
            for row in table["cluster"]
        )
    towns = [commune.name for commune in communes()]
    return tuple(
        _stamp(template, turn, centre, roads)
        for template, count in table["templates"].items()
        for turn, centre in enumerate(islice(cycle([*towns[:BIG_TOWNS], *towns]), count))
    )


def _stamp(template: str, turn: int, centre: str, roads: Roads) -> Cluster:
    row = groups()["template"][template]
    near = [town for town in roads.nearest(centre) if roads.minutes(centre, town) <= NEAR_MINUTES][:3]
    members = tuple(
        (_in_turn(kind, turn), near[(turn + index) % len(near)]) for index, kind in enumerate(row["members"])
    )
    return Cluster(members=members, crew=tuple(_in_turn(profile, turn) for profile in row["crew"]))


def _in_turn(choices: str, turn: int) -> str:
    options = choices.split("|")
    return options[turn % len(options)]


def settle(clusters: tuple[Cluster, ...], rng: Random) -> tuple[tuple[Place, ...], ...]:
    """The places of each cluster, named and with their services."""
    baptise = _Names(rng)
    found: list[tuple[Place, ...]] = []
    number = 0
    for cluster in clusters:
        places: list[Place] = []
        for kind, town in cluster.members:
            places.append(_place(number, kind, town, baptise, rng))
            number += 1
        found.append(tuple(places))
    return tuple(found)


def _place(number: int, kind: str, town: str, baptise: "_Names", rng: Random) -> Place:
    member_id, site_id = f"M{number + 1:03d}", f"S{number + 1:03d}"
    name = baptise.member(kind)
    member = Member(
        id=member_id, name=name, territorial=kind == "cias", phone=f"05 00 00 {number // 100:02d} {number % 100:02d}"
    )
    services = tuple(
        service for model in service_models()[kind] for service in _variants(model, number, site_id, town, rng)
    )
    site = Site(id=site_id, member_id=member_id, name=f"{name}, {town}", commune=town)
    return Place(member=member, site=site, kind=kind, services=services)


def _variants(model: ServiceModel, number: int, site_id: str, town: str, rng: Random) -> Iterator[Service]:
    """The hours this member uses: two of the table for shifts, two lengths inside one window, one of the others."""
    kept = min(SHIFT_VARIANTS, len(model.times)) if model.form in ("fixed", "night") else 1
    for start, end in rng.sample(model.times, k=kept):
        lengths: Sequence[int] = (0 if model.form == "volume" else end - start,)
        if model.minutes:
            lengths = sorted(rng.sample(model.minutes, k=min(LENGTHS, len(model.minutes))))
        for length in lengths:
            last = min(max(end, start + length + GRID), start + length + MOST_DELAY) if model.minutes else end
            yield Service(
                member=number, site_id=site_id, commune=town, model=model, start=start, end=last, minutes=length
            )


class _Names:
    """Names of members, each used once, in an order drawn."""

    def __init__(self, rng: Random) -> None:
        self._left: dict[str, list[str]] = {}
        for kind, row in names()["members"].items():
            patterns, words = row["patterns"], names()["words"][row["words"]]
            shuffled = rng.sample(words, k=len(words))
            self._left[kind] = [
                patterns[(place + turn) % len(patterns)].format(word)
                for turn in range(len(patterns))
                for place, word in enumerate(shuffled)
            ]

    def member(self, kind: str) -> str:
        """The next free name for this kind of member."""
        return self._left[kind].pop(0)
