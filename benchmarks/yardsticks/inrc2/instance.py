"""An instance of the competition, read from its scenario, history and week files."""

import re
from dataclasses import dataclass
from pathlib import Path

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAME = re.compile(r"(?P<set>n\d+w\d+)_(?P<history>\d+)_(?P<weeks>\d+(?:-\d+)*)$")
PAIR = re.compile(r"\((\d+),(\d+)\)")

Bounds = tuple[int, int]
"""From least to most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftType:
    """A kind of shift: how many in a row, and the kinds that may not follow it the next day."""

    id: str
    in_row: Bounds
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The limits of a roster."""

    assignments: Bounds
    days_in_row: Bounds
    days_off_in_row: Bounds
    most_weekends: int
    whole_weekends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Where a nurse stands when the horizon begins; `shift` is None when the last day was off."""

    assignments: int
    weekends: int
    shift: str | None
    same_shift: int
    days_worked: int
    days_off: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nurse:
    """One nurse."""

    id: str
    contract: Contract
    skills: frozenset[str]
    past: Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """All weeks as one horizon; days are numbered from 0, a Monday."""

    name: str
    days: int
    shifts: dict[str, ShiftType]
    nurses: tuple[Nurse, ...]
    cover: dict[tuple[int, str, str], Bounds]
    """By day, shift and skill: the least (hard) and the best (soft) number of nurses."""
    unwanted: tuple[tuple[str, int, str | None], ...]
    """Nurse, day and shift asked off (None: any)."""


def read_instance(folder: Path, name: str) -> Instance:
    """Read "n030w4_1_6-2-9-1" from the folder of its data set; raises ValueError when it is no such name."""
    parts = NAME.match(name)
    if parts is None:
        raise ValueError(f"{name}: expected <data set>_<history>_<week>-<week>…")
    data_set, weeks = parts["set"], parts["weeks"].split("-")
    scenario = _blocks(folder / data_set / f"Sc-{data_set}.txt")
    past = _past(folder / data_set / f"H0-{data_set}-{parts['history']}.txt")
    cover: dict[tuple[int, str, str], Bounds] = {}
    unwanted: list[tuple[str, int, str | None]] = []
    for week, number in enumerate(weeks):
        blocks = _blocks(folder / data_set / f"WD-{data_set}-{number}.txt")
        for line in blocks["REQUIREMENTS"]:
            shift, skill = line.split()[:2]
            for day, pair in enumerate(PAIR.findall(line)):
                cover[7 * week + day, shift, skill] = (int(pair[0]), int(pair[1]))
        for line in blocks["SHIFT_OFF_REQUESTS"]:
            nurse, shift, day_name = line.split()
            unwanted.append((nurse, 7 * week + DAYS.index(day_name), None if shift == "Any" else shift))
    return Instance(
        name=name,
        days=7 * len(weeks),
        shifts=_shifts(scenario),
        nurses=_nurses(scenario, past),
        cover=cover,
        unwanted=tuple(unwanted),
    )


def _blocks(path: Path) -> dict[str, list[str]]:
    """The lines under each heading: a line that stands first or after an empty one."""
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\r", "")):
        lines = [line.strip() for line in block.strip().splitlines()]
        if lines:
            found[lines[0].partition("=")[0].strip()] = lines[1:]
    return found


def _shifts(scenario: dict[str, list[str]]) -> dict[str, ShiftType]:
    after = {words[0]: frozenset(words[2:]) for words in map(str.split, scenario["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"])}
    found = {}
    for line in scenario["SHIFT_TYPES"]:
        name = line.split()[0]
        found[name] = ShiftType(id=name, in_row=_pairs(line)[0], not_before=after.get(name, frozenset()))
    return found


def _pairs(line: str) -> list[Bounds]:
    return [(int(least), int(most)) for least, most in PAIR.findall(line)]


def _nurses(scenario: dict[str, list[str]], past: dict[str, Past]) -> tuple[Nurse, ...]:
    contracts = {line.split()[0]: _contract(line) for line in scenario["CONTRACTS"]}
    rows = map(str.split, scenario["NURSES"])
    return tuple(
        Nurse(id=row[0], contract=contracts[row[1]], skills=frozenset(row[3:]), past=past[row[0]]) for row in rows
    )


def _contract(line: str) -> Contract:
    assignments, worked, off = _pairs(line)
    weekends, whole = line.split()[-2:]
    return Contract(
        assignments=assignments,
        days_in_row=worked,
        days_off_in_row=off,
        most_weekends=int(weekends),
        whole_weekends=whole == "1",
    )


def _past(path: Path) -> dict[str, Past]:
    found = {}
    for line in _blocks(path)["NURSE_HISTORY"]:
        name, assignments, weekends, shift, *runs = line.split()
        same, worked, off = map(int, runs)
        found[name] = Past(
            assignments=int(assignments),
            weekends=int(weekends),
            shift=None if shift == "None" else shift,
            same_shift=same,
            days_worked=worked,
            days_off=off,
        )
    return found
