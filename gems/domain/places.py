"""Communes, sites and the travel between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
DETOUR = 1.25
"""Road kilometres per great-circle kilometre, fitted to 25 road figures of the Creuse (docs/travel.md)."""
START_MINUTES, ROAD_KM_PER_HOUR, DUAL_CARRIAGEWAY_KM_PER_HOUR = 2, 55, 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A town: name, position in degrees, and whether it lies on the N145 dual carriageway."""

    name: str
    latitude: float
    longitude: float
    dual_carriageway: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """A drive from one commune to another: whole minutes and whole kilometres."""

    minutes: int
    km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelEntry:
    """A drive measured or corrected by the coordinator; holds both ways."""

    origin: str
    destination: str
    minutes: int
    km: int


def estimate(origin: Commune, destination: Commune) -> Leg:
    """The road model: km = 1.25 great-circle km, minutes = 2 + km / 55 h (75 km/h when both are on the N145).

    Within one commune: 5 minutes and 2 km between two different sites.
    """
    if origin.name == destination.name:
        return Leg(5, 2)
    lat_1, lat_2 = radians(origin.latitude), radians(destination.latitude)
    half_lat, half_lon = (lat_2 - lat_1) / 2, radians(destination.longitude - origin.longitude) / 2
    chord = sin(half_lat) ** 2 + cos(lat_1) * cos(lat_2) * sin(half_lon) ** 2
    km = DETOUR * 2 * EARTH_KM * asin(sqrt(chord))
    fast = origin.dual_carriageway and destination.dual_carriageway
    speed = DUAL_CARRIAGEWAY_KM_PER_HOUR if fast else ROAD_KM_PER_HOUR
    return Leg(round(START_MINUTES + km / speed * 60), round(km))


@dataclass(frozen=True, slots=True)
class TravelTable:
    """Drives between communes: the coordinator's entries first, the road model for the rest."""

    communes: Mapping[str, Commune]
    entries: Mapping[tuple[str, str], Leg]
    _known: dict[tuple[str, str], Leg] = field(default_factory=dict, compare=False, repr=False)

    def between(self, origin: str, destination: str) -> Leg:
        """The drive between two communes by name; raises KeyError for an unknown commune."""
        key = (origin, destination)
        if key not in self._known:
            entry = self.entries.get(key) or self.entries.get((destination, origin))
            self._known[key] = entry or estimate(self.communes[origin], self.communes[destination])
        return self._known[key]
