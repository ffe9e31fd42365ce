"""What a family of public instances offers to the table: names, and an instance as a problem of the product."""

from collections.abc import Callable
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path

from gems.domain.problem import Problem
from gems.domain.schedule import Schedule


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One instance, ready to be planned and judged."""

    name: str
    problem: Problem
    cents: int
    """Of a point of the family."""
    rules: tuple[str, ...]
    """The rules of the product that the family has too."""
    judged: Callable[[Schedule, Path], tuple[int, bool]]
    """Write the solution file into a folder, read it again: the evaluator's value, and whether it is feasible."""
    settled: Callable[[Schedule], Schedule]
    """The same work, counted as the family counts it."""
    best: int | None
    """The best value published."""
    seconds: float = 60.0
    """The time the family gives."""
    proves: bool = True
    """Whether what the planner proves holds for the whole instance."""
    priced_when_infeasible: bool = False
    """What the family forbids is priced very high in the product."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of instances in a folder of its own."""

    name: str
    names: Callable[[Path], list[str]]
    ask: Callable[[Path, str], Asked]
    """Read one instance of the folder; raises CannotSay where the product has no words for it."""


def best_known(folder: Path, name: str) -> int | None:
    """The best value in the folder's table, None where none is given."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        found = {row["instance"]: row["best_known"] for row in DictReader(file)}
    return int(found[name]) if found.get(name) else None
