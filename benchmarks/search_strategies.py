"""CP-SAT's strategies side by side on the whole master of sample groups: seconds to the proof, or the gap left.

    python -m benchmarks.search_strategies gems23 --seeds 1-3 --time-limit 15

No lines, no parts: this chooses the strategies that `solver.search` names.
"""

import argparse
import sys
import time

from ortools.sat.python import cp_model

from gems.domain.time import Horizon
from gems.planning.build import prepare
from sample_data import DEFAULT_WEEK, generate
from solver.cpsat import CpMaster
from solver.master import Master
from solver.planner import build_master

PAIRS = (
    (),
    ("reduced_costs", "core"),
    ("max_lp", "reduced_costs"),
    ("max_lp", "core"),
    ("max_lp", "quick_restart"),
    ("max_lp", "pseudo_costs"),
    ("default_lp", "max_lp"),
)
"""The first is CP-SAT's own choice for two workers."""


def main(arguments: list[str]) -> None:
    """Read the command line, search, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1-3")
    parser.add_argument("--time-limit", type=float, default=15.0)
    chosen = parser.parse_args(arguments)
    first, _, last = chosen.seeds.partition("-")
    for name in chosen.groups:
        for seed in range(int(first), int(last or first) + 1):
            problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK))
            master = build_master(problem)
            for pair in PAIRS:
                _print(
                    f"{name:8} {seed}  {' + '.join(pair) or 'default':28} {_search(master, pair, chosen.time_limit)}"
                )


def _search(master: Master, pair: tuple[str, ...], limit: float) -> str:
    asked, solver = CpMaster(master), cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.subsolvers.extend(pair)
    start = time.monotonic()
    status = solver.solve(asked.model)
    seconds = time.monotonic() - start
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return f"no plan in {seconds:.1f} s"
    cents = solver.objective_value + master.constant
    gap = 100 * (solver.objective_value - solver.best_objective_bound) / cents if cents else 0.0
    return f"{cents / 100:10.2f} €  gap {gap:8.3f} %  {seconds:5.1f} s"


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
