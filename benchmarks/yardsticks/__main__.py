"""Plan public instances with the product's own planner and print one table, each value judged by an evaluator apart.

    python -m benchmarks.yardsticks curtois_qu --instances-folder F --only 1,4,6 --seeds 1-3 --time-limit 600
    python -m benchmarks.yardsticks inrc2 --instances-folder F --only n030w4_1_6-2-9-1

"value" and "feasible" are the evaluator's, read from the solution file; "bound" is what the planner proves, in points
of the family. That the bill of the product's checker is that value, cent for cent, is asserted for every solution.
Without --time-limit a family's own time is given: for inrc2 that of the competition, all weeks together.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.plan_samples import seeds_of
from benchmarks.yardsticks.asked import Asked
from benchmarks.yardsticks.clocks import CannotSay
from benchmarks.yardsticks.curtois_qu.family import CURTOIS_QU
from benchmarks.yardsticks.inrc2.family import INRC2
from benchmarks.yardsticks.uhhc.family import UHHC
from gems.planning.ports import PlanOptions, PlanResult
from gems.rules.catalogue import rule_named
from gems.rules.checker import judge
from solver.plan_process import ProcessPlanner

COLUMNS = ("instance", "seed", "value", "bound", "best", "gap %", "first s", "wall s", "MB", "feasible")
FAMILIES = {family.name: family for family in (CURTOIS_QU, INRC2, UHHC)}


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("family", choices=list(FAMILIES))
    parser.add_argument("--instances-folder", type=Path, required=True, help="holds one folder a family")
    parser.add_argument("--only", help="instances: 1,4,6, or n030w4_1_6-2-9-1")
    parser.add_argument("--seeds", default="1", help="1-3 or 1")
    parser.add_argument("--time-limit", type=float, help="seconds; the family's own where it has one, else 60")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--solutions-folder", type=Path, help="keep the solution files here")
    chosen = parser.parse_args(arguments)
    family = FAMILIES[chosen.family]
    folder = chosen.instances_folder / chosen.family
    _print(*COLUMNS)
    for name in chosen.only.split(",") if chosen.only else family.names(folder):
        for seed in seeds_of(chosen.seeds):
            begun = time.monotonic()
            try:
                asked = family.ask(folder, name)
            except CannotSay as why:
                _print(name, f"not planned: {why}")
                break
            limit = chosen.time_limit or asked.seconds
            options = PlanOptions(time_limit_seconds=limit, workers=chosen.workers, seed=seed)
            result = ProcessPlanner(frozenset(asked.rules)).plan(asked.problem, options)
            seconds = time.monotonic() - begun
            with TemporaryDirectory() as apart:
                found = _figures(asked, result, seconds, chosen.solutions_folder or Path(apart))
                _print(asked.name, str(seed), *found)


def _figures(asked: Asked, result: PlanResult, seconds: float, solutions: Path) -> Iterator[str]:
    bound = -(-result.bound_cents // asked.cents) if asked.proves else "-"
    if result.schedule is None:
        yield from ("-", str(bound), str(asked.best), "-", "-", f"{seconds:.1f}", str(result.peak_memory_mb), "no plan")
        return
    value, feasible = asked.judged(result.schedule, solutions)
    agree(asked, result, value, feasible=feasible)
    yield str(value)
    yield str(bound)
    yield "-" if asked.best is None else str(asked.best)
    yield "-" if not asked.best else f"{100 * (value - asked.best) / asked.best:.2f}"
    yield "-" if result.first_plan_seconds is None else f"{result.first_plan_seconds:.1f}"
    yield f"{seconds:.1f}"
    yield str(result.peak_memory_mb)
    yield "yes" if feasible else "NO"


def agree(asked: Asked, result: PlanResult, value: int, *, feasible: bool) -> None:
    """Stop where the product's checker and the evaluator differ on a plan."""
    assert result.schedule is not None
    rules = tuple(rule_named(name) for name in asked.rules)
    assert judge(asked.problem, result.schedule, rules).cents == result.cost_cents, "planner and checker differ"
    verdict = judge(asked.problem, asked.settled(result.schedule), rules)
    legal = not verdict.violations
    if asked.priced_when_infeasible and not feasible:
        assert legal, f"the checker says {verdict.violations[:3]}"
        return  # what the family forbids has a high price here: the values are not comparable
    assert verdict.cents == value * asked.cents, f"the checker says {verdict.cents / asked.cents}, not {value}"
    assert legal == feasible, f"legal for the evaluator: {feasible}; {verdict.violations[:3]}"


def _print(*cells: str) -> None:
    print("  ".join(cell.rjust(9) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
