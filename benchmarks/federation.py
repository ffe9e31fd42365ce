"""What each group of a federation costs the machine that asks, the network, and a worker.

    python -m benchmarks.federation gems23 --seeds 1-10 --time-limit 20

Processor seconds: "ask" reads the workbook, poses the problem and packs the question; "plan" is the worker's; "end"
unpacks the answer, judges it, and writes the workbook with its reasons. Kilobytes are those of the packed question and
answer. The last line is the mean.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import mean

from benchmarks.plan_samples import seeds_of
from gems.domain.time import Horizon
from gems.planning.build import finish
from gems.planning.ports import PlanOptions
from gems.workbook import read_workbook, write_workbook
from sample_data import DEFAULT_WEEK, generate
from solver.cluster.question import Answer, Question
from solver.cluster.wire import heard
from solver.cluster.work import answered, packed, unpacked
from solver.machine import versions
from ui import wiring

COLUMNS = ("group", "people", "ask s", "sent kB", "plan s", "back kB", "end s", "gap %")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one group, in the order of the columns."""

    people: float
    ask: float
    sent: float
    plan: float
    back: float
    end: float
    gap: float


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group")
    parser.add_argument("--seeds", default="1-10", help="1-10 or 3: one group each")
    parser.add_argument("--time-limit", type=float, default=20.0, help="seconds of search a group")
    parser.add_argument("--deterministic", action="store_true", help="count work, not seconds: for a busy machine")
    chosen = parser.parse_args(arguments)
    options = PlanOptions(time_limit_seconds=chosen.time_limit, deterministic=chosen.deterministic)
    _print(COLUMNS)
    costs = []
    for seed in seeds_of(chosen.seeds):
        costs.append(cost_of(chosen.group, seed, options))
        _print((f"{chosen.group} {seed}", *_figures(costs[-1])))
    _print(("mean", *_figures(Cost(*map(mean, zip(*map(astuple, costs), strict=True))))))


def cost_of(name: str, seed: int, options: PlanOptions) -> Cost:
    """Plan one, by the steps that `gems federation --cluster` takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "group.xlsx"
        write_workbook(generate(name, seed), source)
        begun = time.process_time()
        group = read_workbook(source).group
        assert group is not None
        problem = wiring.pose(group, None, Horizon.of_iso_week(DEFAULT_WEEK), profile=None, as_of=None)
        sent = packed(Question(problem=problem, options=options, versions=versions()))
        asked = time.process_time()
        back = packed(answered(heard(Question, unpacked(sent)), lambda told: None, lambda: False))
        planned = time.process_time()
        result = heard(Answer, unpacked(back)).result
        assert result is not None
        built = finish(problem, result)
        write_workbook(group, source, schedule=built.schedule, report=built.report, problem=problem)
        ended = time.process_time()
    return Cost(
        people=len(group.employees),
        ask=asked - begun,
        sent=len(sent) / 1000,
        plan=planned - asked,
        back=len(back) / 1000,
        end=ended - planned,
        gap=100 * built.report.gap,
    )


def _figures(cost: Cost) -> tuple[str, ...]:
    return tuple(f"{figure:.1f}" for figure in astuple(cost))


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(10) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
