"""What the fair prices do when hours are scarce: weeks simulated with them and without, in one table.

    python -m benchmarks.fairness gems23 --seeds 1-2 --weeks 8 --demand 130 --time-limit 8

Both runs start from the same group and past. "least %" is the part served of the worst-served member over the weeks,
the twelve before included; the price of fairness is what the fair prices serve less, in hours.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.plan_samples import seeds_of
from gems.domain.prices import Prices
from gems.domain.simulation import Simulation
from gems.domain.time import Horizon
from gems.planning.ports import PlanOptions
from gems.planning.simulate import Rolling, simulate
from gems.prices.load import prices
from sample_data import DEFAULT_WEEK, generate
from solver.plan_process import ProcessPlanner

COLUMNS = ("group", "seed", "prices", "served h", "asked h", "least before", "least %", "Jain before", "Jain", "gap %")
FAIR = "unserved_share."


def main(arguments: list[str]) -> None:
    """Read the command line, simulate twice, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1", help="1-5 or 3")
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--demand", type=int, default=130, help="hours asked for a hundred of contract")
    parser.add_argument("--time-limit", type=float, default=8.0, help="seconds of search a week")
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            served = []
            for title, list_ in (("fair", prices("balanced")), ("without", without_fairness(prices("balanced")))):
                rolling = Rolling(
                    horizon=Horizon(Horizon.of_iso_week(DEFAULT_WEEK).first, chosen.weeks),
                    options=PlanOptions(time_limit_seconds=chosen.time_limit, seed=seed),
                    prices=list_,
                )
                done = simulate(generate(name, seed, demand=chosen.demand), rolling, ProcessPlanner())
                served.append(done.served_minutes)
                _print((name, str(seed), title, *_figures(done)))
            _print((name, str(seed), f"price of fairness: {(served[1] - served[0]) / 60:.1f} h served"))


def without_fairness(fair: Prices) -> Prices:
    """The same list with nothing for fairness between members."""
    return replace(fair, cents={name: 0 if name.startswith(FAIR) else cents for name, cents in fair.cents.items()})


def _figures(done: Simulation) -> Iterator[str]:
    first, last = done.weeks[0].fairness.members.before, done.weeks[-1].fairness.members.after
    cost, bound = sum(week.cost_cents for week in done.weeks), sum(week.bound_cents for week in done.weeks)
    yield f"{done.served_minutes / 60:.1f}"
    yield f"{done.asked_minutes / 60:.1f}"
    yield f"{100 * (first.lowest or 0):.1f}"
    yield f"{100 * (last.lowest or 0):.1f}"
    yield f"{first.jain or 0:.4f}"
    yield f"{last.jain or 0:.4f}"
    yield f"{100 * (cost - bound) / max(1, cost):.1f}"


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(11) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
