"""The family's instances, as their JSON files say them. Times in minutes of the day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HARD = "HARD"
LUNCH = "lunch_break"
"""What a solution file calls the service of a break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caregiver:
    """Who goes from a start point to patients and on to an end point; points are rows of the matrix."""

    id: str
    abilities: frozenset[str]
    leaves: int
    arrives: int
    shift: tuple[int, int]
    lunch: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Who is visited once for each service; two services are by two caregivers."""

    id: str
    point: int
    services: Mapping[str, int]
    """Minutes of each."""
    windows: tuple[tuple[int, int], ...]
    optional: bool
    preferred: frozenset[str]
    incompatible: frozenset[str]
    together: str
    """"simultaneous", "sequential", or "independent"."""
    apart: tuple[int, int]
    """Of sequential services: least and most minutes between the two starts, in the order of the services."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One day."""

    name: str
    weights: Mapping[str, int | str]
    """Of each term of the objective, HARD where it must be zero; a term that is not there is free or hard."""
    at_service_end: bool
    """Whether a service is late by its end rather than by its start."""
    leaves_at_once: bool
    """Whether caregivers leave their start point when the shift begins, and so may wait at their first patient."""
    distances: tuple[tuple[int, ...], ...]
    caregivers: tuple[Caregiver, ...]
    patients: tuple[Patient, ...]
    lunch: tuple[int, int, int] | None
    """Within which hours, and how many minutes at least."""


def read_instance(folder: Path, name: str) -> Instance:
    """Read "validation/i-116" from the family's folder."""
    told = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    usual = {service["id"]: service.get("default_duration") for service in told["services"]}
    points = {point["id"]: point["distance_matrix_index"] for point in told["terminal_points"]}
    breaks = told.get("lunch_breaks")
    return Instance(
        name=name,
        weights=told["metadata"]["cost_components"],
        at_service_end=told["metadata"].get("time_window_met") == "at_service_end",
        leaves_at_once=name.startswith("bazirha"),
        distances=tuple(tuple(int(minutes) for minutes in row) for row in told["distances"]),
        caregivers=tuple(_caregiver(row, points) for row in told["caregivers"]),
        patients=tuple(_patient(row, usual) for row in told["patients"]),
        lunch=(breaks["start"], breaks["end"], breaks["min_duration"]) if breaks else None,
    )


def _caregiver(row: dict[str, Any], points: dict[str, int]) -> Caregiver:
    return Caregiver(
        id=row["id"],
        abilities=frozenset(row["abilities"]),
        leaves=points[row["departing_point"]],
        arrives=points[row["arrival_point"]],
        shift=(int(row["working_shift"]["start"]), int(row["working_shift"]["end"])),
        lunch=bool(row.get("lunch_break")),
    )


def _patient(row: dict[str, Any], usual: dict[str, int]) -> Patient:
    pair = row.get("synchronization") or {}
    apart = pair.get("distance") or {"min": 0, "max": 0}
    return Patient(
        id=row["id"],
        point=row["distance_matrix_index"],
        services={
            one["service"]: int(one.get("duration") or usual[one["service"]]) for one in row["required_services"]
        },
        windows=tuple((int(window["start"]), int(window["end"])) for window in row["time_windows"]),
        optional=bool(row.get("optional")),
        preferred=frozenset(row.get("preferred_caregivers") or ()),
        incompatible=frozenset(row.get("incompatible_caregivers") or ()),
        together=pair.get("type", "independent"),
        apart=(int(apart["min"]), int(apart["max"])),
    )
