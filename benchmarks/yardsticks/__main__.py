"""Plan public instances with the product's own planner and print one table, each value judged by an evaluator apart.

    python -m benchmarks.yardsticks curtois_qu --instances-folder F --only 1,4,6 --seeds 1-3 --time-limit 600

"value" and "feasible" are the evaluator's, read from the solution file; "bound" is what the planner proves, in points
of the family. That the bill of the product's checker is that value, cent for cent, is asserted for every solution.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from csv import DictReader
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.plan_samples import seeds_of
from benchmarks.yardsticks.curtois_qu.adapter import RULES, Adapted, CannotSay, adapt, rosters_of, settled
from benchmarks.yardsticks.curtois_qu.evaluate import evaluate
from benchmarks.yardsticks.curtois_qu.instance import Instance, read_instance
from benchmarks.yardsticks.curtois_qu.solution import read_solution, write_solution
from gems.planning.ports import PlanOptions, PlanResult
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge
from solver.job import ProcessPlanner

COLUMNS = ("instance", "seed", "value", "bound", "best", "gap %", "first s", "wall s", "MB", "feasible")


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("family", choices=["curtois_qu"])
    parser.add_argument("--instances-folder", type=Path, required=True, help="holds one folder a family")
    parser.add_argument("--only", help="numbers of instances: 1,4,6")
    parser.add_argument("--seeds", default="1", help="1-3 or 1")
    parser.add_argument("--time-limit", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--solutions-folder", type=Path, help="keep the solution files here")
    chosen = parser.parse_args(arguments)
    folder = chosen.instances_folder / chosen.family
    _print(*COLUMNS)
    for path in _paths(folder, chosen.only):
        for seed in seeds_of(chosen.seeds):
            options = PlanOptions(time_limit_seconds=chosen.time_limit, workers=chosen.workers, seed=seed)
            with TemporaryDirectory() as apart:
                _run(path, options, _best(folder, path.stem), chosen.solutions_folder or Path(apart))


def _paths(folder: Path, only: str | None) -> list[Path]:
    numbers = only.split(",") if only else None
    paths = {path.stem.removeprefix("Instance"): path for path in folder.glob("Instance*.txt")}
    return [paths[number] for number in numbers or sorted(paths, key=int)]


def _best(folder: Path, name: str) -> int | None:
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        found = {row["instance"]: row["best_known"] for row in DictReader(file)}
    return int(found[name]) if found.get(name) else None


def _run(path: Path, options: PlanOptions, best: int | None, solutions: Path) -> None:
    begun = time.monotonic()
    instance = read_instance(path)
    try:
        adapted = adapt(instance)
    except CannotSay as why:
        _print(instance.name, f"not planned: {why}")
        return
    result = ProcessPlanner(frozenset(RULES)).plan(adapted.problem, options)
    seconds = time.monotonic() - begun
    _print(instance.name, str(options.seed), *_figures(instance, adapted, result, best, seconds, solutions))


def _figures(
    instance: Instance, adapted: Adapted, result: PlanResult, best: int | None, seconds: float, solutions: Path
) -> Iterator[str]:
    bound = -(-result.bound_cents // adapted.cents)
    if result.schedule is None:
        yield from ("-", str(bound), str(best), "-", "-", f"{seconds:.1f}", str(result.peak_memory_mb), "no plan")
        return
    file = solutions / f"{instance.name}.ros"
    write_solution(file, instance.name, rosters_of(result.schedule))
    found = evaluate(instance, read_solution(file))
    agree(adapted, result, found.value, legal=not found.faults)
    yield str(found.value)
    yield str(bound)
    yield "-" if best is None else str(best)
    yield "-" if not best else f"{100 * (found.value - best) / best:.2f}"
    yield "-" if result.first_plan_seconds is None else f"{result.first_plan_seconds:.1f}"
    yield f"{seconds:.1f}"
    yield str(result.peak_memory_mb)
    yield "yes" if not found.faults else "NO"


def agree(adapted: Adapted, result: PlanResult, value: int, *, legal: bool) -> None:
    """Stop where the product's checker and the evaluator differ on a plan."""
    assert result.schedule is not None
    rules = tuple(rule_named(name) for name in RULES)
    assert judge(adapted.problem, result.schedule, rules).cents == result.cost_cents, "planner and checker differ"
    verdict = judge(adapted.problem, settled(adapted.problem, result.schedule), rules)
    assert verdict.cents == value * adapted.cents, f"the checker says {verdict.cents / adapted.cents}, not {value}"
    assert (not verdict.violations) == legal, f"legal for the evaluator: {legal}; {verdict.violations[:3]}"


def _print(*cells: str) -> None:
    print("  ".join(cell.rjust(9) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
