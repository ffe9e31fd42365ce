"""The family `inrc2` for the table."""

from csv import DictReader
from functools import partial
from pathlib import Path

from benchmarks.yardsticks.asked import Asked, Family, best_known
from benchmarks.yardsticks.inrc2.adapter import CENTS, RULES, adapt, pieces_of
from benchmarks.yardsticks.inrc2.evaluate import evaluate
from benchmarks.yardsticks.inrc2.instance import Instance, read_instance
from benchmarks.yardsticks.inrc2.solution import read_solution, write_solution
from gems.domain.schedule import Schedule

FIRST_SECONDS, MORE_SECONDS, FEW = 10, 3, 20
"""The competition's time for a week: so long, and so much for each nurse beyond a few."""


def _names(folder: Path) -> list[str]:
    """Those with a published value, of which the files are there."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        rows = [row["instance"] for row in DictReader(file) if row["best_known"]]
    return [name for name in rows if (folder / name.split("_")[0]).is_dir()]


def _ask(folder: Path, name: str) -> Asked:
    instance = read_instance(folder, name)
    beyond = max(0, len(instance.nurses) - FEW)
    return Asked(
        name=name,
        problem=adapt(instance),
        cents=CENTS,
        rules=RULES,
        judged=partial(_judged, instance),
        settled=_as_it_is,
        best=best_known(folder, name),
        seconds=instance.days // 7 * (FIRST_SECONDS + MORE_SECONDS * beyond),
        priced_when_infeasible=True,
    )


def _as_it_is(schedule: Schedule) -> Schedule:
    """The planner gives the heads that must be there first."""
    return schedule


def _judged(instance: Instance, schedule: Schedule, solutions: Path) -> tuple[int, bool]:
    write_solution(solutions, instance.name, pieces_of(schedule))
    found = evaluate(instance, read_solution(solutions, instance.name))
    return found.value, found.feasible


INRC2 = Family("inrc2", _names, _ask)
