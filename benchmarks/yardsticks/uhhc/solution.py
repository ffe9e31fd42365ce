"""The family's solution files: JSON, the places of each caregiver in order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stop:
    """One service, or a lunch break at a patient's, from `start` to `end`."""

    start: int
    end: int
    patient: str
    service: str


Routes = Mapping[str, Sequence[Stop]]
"""By caregiver; who is not there stays at home."""


def write_solution(file: Path, routes: Routes) -> None:
    """Write a solution."""
    told = [
        {
            "caregiver_id": caregiver,
            "locations": [
                {"patient": s.patient, "service": s.service, "arrival_time": s.start, "departure_time": s.end}
                for s in stops
            ],
        }
        for caregiver, stops in routes.items()
    ]
    file.write_text(json.dumps({"routes": told}, indent=1), encoding="utf-8")


def read_solution(file: Path) -> Routes:
    """The routes; other figures that solvers leave in the file are passed over."""
    told = json.loads(file.read_text(encoding="utf-8"))["routes"]
    return {
        route["caregiver_id"]: [
            Stop(
                start=int(stop["arrival_time"]),
                end=int(stop["departure_time"]),
                patient=stop["patient"],
                service=stop["service"],
            )
            for stop in route["locations"]
        ]
        for route in told
    }
