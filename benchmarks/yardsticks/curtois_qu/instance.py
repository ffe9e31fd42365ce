"""An instance of the family, read from its text file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SECTIONS = ("HORIZON", "SHIFTS", "STAFF", "DAYS_OFF", "SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS", "COVER")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftType:
    """A kind of shift, its length, and the kinds that may not be worked the day after it."""

    id: str
    minutes: int
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One person and the limits of their roster."""

    id: str
    most_of_kind: dict[str, int]
    most_minutes: int
    least_minutes: int
    most_days_in_row: int
    least_days_in_row: int
    least_days_off_in_row: int
    most_weekends: int
    days_off: frozenset[int]


@dataclass(frozen=True, slots=True)
class ShiftRequest:
    """A shift wanted (or not wanted) on a day, and the weight of refusing it."""

    staff: str
    day: int
    shift: str
    weight: int


@dataclass(frozen=True, slots=True)
class Cover:
    """How many people a shift needs on a day, and the weights of each one missing and each one too many."""

    day: int
    shift: str
    needed: int
    under: int
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A whole instance; day 0 is a Monday."""

    name: str
    days: int
    shifts: tuple[ShiftType, ...]
    staff: tuple[Staff, ...]
    wanted: tuple[ShiftRequest, ...]
    unwanted: tuple[ShiftRequest, ...]
    cover: tuple[Cover, ...]


def read_instance(path: Path) -> Instance:
    """Read an instance; raises ValueError where the file is none."""
    sections = _sections(path.read_text(encoding="utf-8"))
    if missing := [name for name in SECTIONS if name not in sections]:
        raise ValueError(f"{path.name}: no section {', '.join(missing)}")
    off = {row[0]: frozenset(map(int, row[1:])) for row in sections["DAYS_OFF"]}
    return Instance(
        name=path.stem,
        days=int(sections["HORIZON"][0][0]),
        shifts=tuple(_shift(row) for row in sections["SHIFTS"]),
        staff=tuple(_staff(row, off.get(row[0], frozenset())) for row in sections["STAFF"]),
        wanted=tuple(_request(row) for row in sections["SHIFT_ON_REQUESTS"]),
        unwanted=tuple(_request(row) for row in sections["SHIFT_OFF_REQUESTS"]),
        cover=tuple(Cover(int(row[0]), row[1], *map(int, row[2:5])) for row in sections["COVER"]),
    )


def _sections(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in _lines(text):
        if line.startswith("SECTION_"):
            rows = found[line.removeprefix("SECTION_")] = []
        else:
            rows.append([cell.strip() for cell in line.split(",")])
    return found


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        said = line.partition("#")[0].strip()
        if said:
            yield said


def _shift(row: list[str]) -> ShiftType:
    after = row[2] if len(row) > 2 else ""
    return ShiftType(id=row[0], minutes=int(row[1]), not_before=frozenset(filter(None, after.split("|"))))


def _staff(row: list[str], off: frozenset[int]) -> Staff:
    most = dict(cell.split("=") for cell in row[1].split("|"))
    figures = [int(cell) for cell in row[2:8]]
    return Staff(
        id=row[0],
        most_of_kind={shift: int(number) for shift, number in most.items()},
        most_minutes=figures[0],
        least_minutes=figures[1],
        most_days_in_row=figures[2],
        least_days_in_row=figures[3],
        least_days_off_in_row=figures[4],
        most_weekends=figures[5],
        days_off=off,
    )


def _request(row: list[str]) -> ShiftRequest:
    return ShiftRequest(row[0], int(row[1]), row[2], int(row[3]))
