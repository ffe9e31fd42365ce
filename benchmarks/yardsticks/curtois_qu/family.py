"""The family `curtois_qu` for the table."""

from functools import partial
from pathlib import Path

from benchmarks.yardsticks.asked import Asked, Family, best_known
from benchmarks.yardsticks.curtois_qu.adapter import adapt, rosters_of, settled
from benchmarks.yardsticks.curtois_qu.evaluate import evaluate
from benchmarks.yardsticks.curtois_qu.instance import Instance, read_instance
from benchmarks.yardsticks.curtois_qu.solution import read_solution, write_solution
from gems.domain.schedule import Schedule


def _names(folder: Path) -> list[str]:
    return sorted((path.stem.removeprefix("Instance") for path in folder.glob("Instance*.txt")), key=int)


def _ask(folder: Path, number: str) -> Asked:
    instance = read_instance(folder / f"Instance{number}.txt")
    adapted = adapt(instance)
    return Asked(
        name=instance.name,
        problem=adapted.problem,
        cents=adapted.cents,
        rules=adapted.rules,
        judged=partial(_judged, instance),
        settled=partial(settled, adapted.problem),
        best=best_known(folder, instance.name),
    )


def _judged(instance: Instance, schedule: Schedule, solutions: Path) -> tuple[int, bool]:
    file = solutions / f"{instance.name}.ros"
    write_solution(file, instance.name, rosters_of(schedule))
    found = evaluate(instance, read_solution(file))
    return found.value, not found.faults


CURTOIS_QU = Family("curtois_qu", _names, _ask)
