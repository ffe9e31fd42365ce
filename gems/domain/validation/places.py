"""Faults of the settings, communes, members, sites and travel."""

from collections.abc import Collection, Iterator

from gems.domain.group import Group, Settings
from gems.domain.issues import Issue, Kind
from gems.domain.time import MONDAY
from gems.domain.validation.spelling import guess
from gems.domain.validation.spots import Known, Spot, ids, repeated
from gems.domain.words import Words

FINEST_GRID, COARSEST_GRID = 5, 240
"""Minutes between start times tried: finer is slow, coarser misses every usual time."""
LONGEST_DRIVE, FARTHEST = 600, 1000
"""Minutes and kilometres."""
SCHOOL_ZONES = ("A", "B", "C")
DEGREES, MINUTES, KILOMETRES = Words("degrés", "degrees"), Words("minutes", "minutes"), Words("km", "km")


def of_settings(
    settings: Settings, agreements: Collection[str] | None, profiles: Collection[str] | None
) -> Iterator[Issue]:
    """The group's own choices."""
    spot = Spot(Kind.SETTINGS, 0)
    yield from spot.blank("name", settings.name)
    yield from _one_of(spot, "agreement", settings.agreement, agreements, Words("La convention", "The agreement"))
    yield from _one_of(spot, "profile", settings.profile, profiles, Words("Le profil de prix", "The price profile"))
    yield from spot.outside("grid_minutes", settings.grid_minutes, FINEST_GRID, COARSEST_GRID, MINUTES)
    yield from _one_of(
        spot, "school_zone", settings.school_zone, SCHOOL_ZONES, Words("La zone scolaire", "The school zone")
    )
    if settings.fortnight_start.weekday() != MONDAY:
        yield spot.says(
            "fortnight_start",
            Words("Une quatorzaine commence un lundi.", "A fortnight begins on a Monday."),
            Words("Indiquez la date d'un lundi.", "Enter the date of a Monday."),
        )


def _one_of(spot: Spot, field: str, value: str, known: Collection[str] | None, noun: Words) -> Iterator[Issue]:
    if known is None or value in known:
        return
    nearest, listed = guess(value, known), ", ".join(sorted(known))
    yield spot.says(
        field,
        Words(f"{noun.fr} « {value} » n'existe pas.", f"{noun.en} “{value}” does not exist."),
        Words(f"Choisissez parmi : {listed}.{nearest.fr}", f"Choose one of: {listed}.{nearest.en}"),
    )


def of_places(group: Group, communes: Known, members: Known) -> Iterator[Issue]:
    """Communes, members and sites."""
    yield from ids(Kind.COMMUNE, "name", [commune.name for commune in group.communes])
    for index, commune in enumerate(group.communes):
        spot = Spot(Kind.COMMUNE, index)
        yield from spot.outside("latitude", commune.latitude, -90, 90, DEGREES)
        yield from spot.outside("longitude", commune.longitude, -180, 180, DEGREES)
    yield from ids(Kind.MEMBER, "id", [member.id for member in group.members])
    for index, member in enumerate(group.members):
        yield from Spot(Kind.MEMBER, index).blank("name", member.name)
    yield from ids(Kind.SITE, "id", [site.id for site in group.sites])
    for index, site in enumerate(group.sites):
        spot = Spot(Kind.SITE, index)
        yield from spot.blank("name", site.name)
        yield from members.missing(spot, "member_id", site.member_id)
        yield from communes.missing(spot, "commune", site.commune)


def of_travel(group: Group, communes: Known) -> Iterator[Issue]:
    """Drives entered by hand; each holds both ways, so the way back is a repetition."""
    for index, entry in enumerate(group.travel):
        spot = Spot(Kind.TRAVEL, index)
        yield from communes.missing(spot, "origin", entry.origin)
        yield from communes.missing(spot, "destination", entry.destination)
        yield from spot.outside("minutes", entry.minutes, 0, LONGEST_DRIVE, MINUTES)
        yield from spot.outside("km", entry.km, 0, FARTHEST, KILOMETRES)
    yield from repeated(
        Kind.TRAVEL,
        "destination",
        [frozenset((entry.origin, entry.destination)) for entry in group.travel],
        Words(
            "Ce trajet est déjà donné plus haut (il vaut dans les deux sens).",
            "This drive is given above (it holds both ways).",
        ),
    )
