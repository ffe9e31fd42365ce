"""The data tables of the samples (sample_data/data/*.toml), read once into immutable values."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from gems.domain.people import Qualification, StandIn
from gems.domain.places import Commune, TravelEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceModel:
    """What one kind of member asks, before a member draws its own variant. Clocks and lengths in minutes."""

    label: str
    job: str
    form: str
    times: tuple[tuple[int, int], ...]
    minutes: tuple[int, ...]
    blocks: tuple[int, int]
    days: tuple[int, ...]
    pause: int
    priority: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of person: variants of jobs held together, how the week is made, whether weekends are worked."""

    jobs: tuple[tuple[str, ...], ...]
    week: str
    weekends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Members close to each other, as (kind, commune), and the profiles of the people they share."""

    members: tuple[tuple[str, str], ...]
    crew: tuple[str, ...]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("sample_data") / "data" / f"{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def communes() -> tuple[Commune, ...]:
    """The 30 communes, larger towns first."""
    return tuple(
        Commune(
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            dual_carriageway=row.get("n145", False),
        )
        for row in _toml("communes")["commune"]
    )


@lru_cache(maxsize=1)
def travel_entries() -> tuple[TravelEntry, ...]:
    """Drives the coordinator corrected."""
    return tuple(TravelEntry(**row) for row in _toml("communes")["travel"])


@lru_cache(maxsize=1)
def qualifications() -> tuple[Qualification, ...]:
    """Every job."""
    return tuple(
        Qualification(code=row["code"], name_fr=row["fr"], name_en=row["en"], sunday_work=row["sunday"])
        for row in _toml("jobs")["job"]
    )


@lru_cache(maxsize=1)
def stand_ins() -> tuple[StandIn, ...]:
    """Who may, and who may not, do whose job."""
    tables = _toml("jobs")
    yes = (
        StandIn(held=row["held"], needed=row["needed"], allowed=True, cents_per_minute=row["cents"])
        for row in tables["allowed"]
    )
    no = (StandIn(held=row["held"], needed=row["needed"], allowed=False) for row in tables["forbidden"])
    return (*yes, *no)


@lru_cache(maxsize=1)
def profiles() -> dict[str, Profile]:
    """Kinds of people by name."""
    return {
        name: Profile(jobs=tuple(tuple(jobs) for jobs in row["jobs"]), week=row["week"], weekends=row["weekends"])
        for name, row in _toml("jobs")["profile"].items()
    }


@lru_cache(maxsize=1)
def service_models() -> dict[str, tuple[ServiceModel, ...]]:
    """What members ask, by kind of member."""
    return {kind: tuple(_service(row) for row in rows) for kind, rows in _toml("services").items()}


def _service(row: dict[str, Any]) -> ServiceModel:
    shortest, longest = row.get("blocks", "0-0").split("-")
    return ServiceModel(
        label=row["label"],
        job=row["job"],
        form=row["form"],
        times=tuple((_clock(text.split("-")[0]), _clock(text.split("-")[1])) for text in row["times"]),
        minutes=tuple(row.get("minutes", ())),
        blocks=(int(shortest), int(longest)),
        days=tuple(int(letter) for letter in row["days"]),
        pause=row.get("pause", 0),
        priority=row["priority"],
        most=row.get("most", 1),
    )


def _clock(text: str) -> int:
    hour, minute = text.split(":")
    return 60 * int(hour) + int(minute)


@lru_cache(maxsize=1)
def names() -> dict[str, Any]:
    """First and last names, patterns and words of the members' names."""
    return _toml("names")


@lru_cache(maxsize=1)
def groups() -> dict[str, Any]:
    """The groups' make-up, as written."""
    return _toml("groups")
