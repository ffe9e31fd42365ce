"""The family `uhhc` for the table."""

from csv import DictReader
from functools import partial
from pathlib import Path

from benchmarks.yardsticks.asked import Asked, Family, best_known
from benchmarks.yardsticks.uhhc.adapter import RULES, adapt, routes_of
from benchmarks.yardsticks.uhhc.evaluate import evaluate
from benchmarks.yardsticks.uhhc.instance import Instance, read_instance
from benchmarks.yardsticks.uhhc.solution import read_solution, write_solution
from gems.domain.schedule import Schedule

GRID = 5
"""Minutes between the start times tried."""
SECONDS = 120.0


def _names(folder: Path) -> list[str]:
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        return [row["instance"] for row in DictReader(file)]


def _ask(folder: Path, name: str) -> Asked:
    instance = read_instance(folder, name)
    return Asked(
        name=name,
        problem=adapt(instance, GRID),
        cents=1,
        rules=RULES,
        judged=partial(_judged, instance),
        settled=_as_it_is,
        best=best_known(folder, name),
        seconds=SECONDS,
        proves=False,
        priced_when_infeasible=True,
    )


def _as_it_is(schedule: Schedule) -> Schedule:
    return schedule


def _judged(instance: Instance, schedule: Schedule, solutions: Path) -> tuple[int, bool]:
    file = solutions / f"{instance.name.replace('/', '-')}.solution.json"
    write_solution(file, routes_of(schedule))
    found = evaluate(instance, read_solution(file))
    return found.value, found.feasible


UHHC = Family("uhhc", _names, _ask)
