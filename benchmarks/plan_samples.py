"""Plan sample groups over seeds and print one table: status, cost, bound, gap, first plan, time, memory, hours.

    python -m benchmarks.plan_samples gems23 --seeds 1-5 --time-limit 30
    python -m benchmarks.plan_samples gems23 --weeks 4 --seeds 1-3 --time-limit 120

"wall s" is what a user waits: a new process, data, building, searching and checking; "CPU s" is what it cost, the
figure to compare on a busy machine.

Each planning runs in its own process and is judged by the checker; a disagreement on the bill stops the run.
"""

import argparse
import sys
import time
from collections.abc import Iterator

from benchmarks.processor import cpu_seconds
from gems.domain.people import ContractKind
from gems.domain.time import Horizon
from gems.planning.build import Built, build, prepare
from gems.planning.ports import PlanOptions
from sample_data import DEFAULT_WEEK, generate
from solver.plan_process import ProcessPlanner

COLUMNS = (
    "group",
    "seed",
    "status",
    "cost €",
    "bound €",
    "gap %",
    "first s",
    "total s",
    "wall s",
    "CPU s",
    "MB",
    "served %",
    "full-time %",
)


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1-5", help="1-5 or 3")
    parser.add_argument("--weeks", type=int, default=1, help="weeks planned as one")
    parser.add_argument("--time-limit", type=float, default=30.0)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            begun, cpu = time.monotonic(), cpu_seconds()
            problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK, chosen.weeks))
            options = PlanOptions(time_limit_seconds=chosen.time_limit, workers=chosen.workers, seed=seed)
            built = build(problem, ProcessPlanner(), options)
            _print((name, str(seed), *_figures(built, time.monotonic() - begun, cpu_seconds() - cpu)))


def seeds_of(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def _figures(built: Built, wall: float, cpu: float) -> Iterator[str]:
    report = built.report
    yield report.status.value
    yield f"{report.cost_cents / 100:.2f}"
    yield f"{report.bound_cents / 100:.2f}"
    yield f"{100 * report.gap:.3f}"
    yield "-" if report.first_plan_seconds is None else f"{report.first_plan_seconds:.1f}"
    yield f"{report.seconds:.1f}"
    yield f"{wall:.1f}"
    yield f"{cpu:.1f}"
    yield str(report.peak_memory_mb)
    yield f"{100 * report.served_minutes / report.requested_minutes:.1f}"
    yield f"{100 * full_time_share(built):.1f}"


def full_time_share(built: Built) -> float:
    """Hours worked by full-timers within their contract, over the contract hours due (absences taken off)."""
    full = {person.id for person in built.problem.group.employees if person.contract.kind is ContractKind.FULL_TIME}
    lines = [line for line in built.report.hours if line.employee_id in full]
    due = sum(line.contract_minutes for line in lines)
    return sum(min(line.worked_minutes, line.contract_minutes) for line in lines) / due if due else 1.0


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(11) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
