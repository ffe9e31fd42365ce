"""How the planner's time grows with people: seconds to a first plan, to one percent of the bound, to the proof.

    python -m benchmarks.growth small gems23 county large --only-near --time-limit 300 --table growth.csv
    python -m benchmarks.growth small gems23 --weeks 4 --only-near --time-limit 150 --table growth.csv -o growth.svg

Elapsed and processor seconds, data and building included; on a busy machine the latter tell more. The picture shows
processor seconds to one percent, each run a dot, hollow where it was given up, each group's median on the line.
"""

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.drawing import Series, drawing
from benchmarks.plan_samples import seeds_of
from gems.domain.time import Horizon
from gems.planning.build import build, prepare
from gems.planning.ports import PlanOptions, Progress
from sample_data import DEFAULT_WEEK, generate
from solver.planner import ExactPlanner

NEAR = 0.01
MOMENT = 0.05
"""The shortest time the picture tells."""
COLUMNS = (
    "group",
    "seed",
    "weeks",
    "people",
    "duties",
    "first s",
    "CPU",
    "1 % s",
    "CPU",
    "end s",
    "CPU",
    "gap %",
    "MB",
)


@dataclass(slots=True)
class Watch:
    """The moments of one planning: (elapsed, processor) seconds since its data was asked for."""

    begun: float = field(default_factory=time.monotonic)
    cpu: float = field(default_factory=time.process_time)
    duties: int = 0
    first: tuple[float, float] | None = None
    near: tuple[float, float] | None = None

    def now(self) -> tuple[float, float]:
        """Seconds so far."""
        return time.monotonic() - self.begun, time.process_time() - self.cpu

    def hear(self, progress: Progress) -> None:
        """A sign of life of the planner."""
        self.duties = progress.duties or self.duties
        if progress.best_cents is None:
            return
        self.first = self.first or self.now()
        if (
            progress.bound_cents is not None
            and progress.best_cents - progress.bound_cents <= NEAR * progress.best_cents
        ):
            self.near = self.near or self.now()


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1-3", help="1-5 or 3")
    parser.add_argument("--weeks", type=int, default=1, help="weeks planned as one")
    parser.add_argument("--time-limit", type=float, default=120.0)
    parser.add_argument("--only-near", action="store_true", help="stop at one percent: no time to the proof")
    parser.add_argument("--table", type=Path, help="a CSV file that keeps the rows of this run after those of others")
    parser.add_argument("-o", type=Path, help="where to draw all rows of the table (SVG)")
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    rows = _kept(chosen.table)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            rows.append(_run(name, seed, chosen))
            _print(rows[-1])
            if chosen.table:
                with chosen.table.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([COLUMNS, *rows])
    if chosen.o:
        chosen.o.write_text(_picture(rows), encoding="utf-8")


def _kept(table: Path | None) -> list[list[str]]:
    if table is None or not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _run(name: str, seed: int, chosen: argparse.Namespace) -> list[str]:
    watch = Watch()
    problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK, chosen.weeks))
    options = PlanOptions(time_limit_seconds=chosen.time_limit, seed=seed)
    built = build(problem, ExactPlanner(), options, watch.hear, lambda: chosen.only_near and watch.near is not None)
    moments = (watch.first, watch.near, watch.now())
    figures = [f"{figure:.1f}" for moment in moments for figure in (moment or (float("nan"),) * 2)]
    size = (str(len(problem.group.employees)), str(watch.duties))
    last = (f"{100 * built.report.gap:.3f}", str(built.report.peak_memory_mb))
    return [name, str(seed), str(chosen.weeks), *size, *figures, *last]


def _picture(rows: list[list[str]]) -> str:
    """Processor seconds to one percent against people, a line for each number of weeks."""
    weeks, people, near, end = (COLUMNS.index(name) for name in ("weeks", "people", "1 % s", "end s"))
    kinds = {int(row[weeks]): Series(f"{row[weeks]} week{'s' if row[weeks] != '1' else ''}", []) for row in rows}
    for row in rows:
        kind, reached = kinds[int(row[weeks])], row[near] != "nan"
        moment = max(MOMENT, float(row[(near if reached else end) + 1]))
        (kind.dots if reached else kind.missed).append((float(row[people]), moment))
    title = "Processor seconds to within 1 % of the bound, by people"
    return drawing(title, "people", "processor seconds", [kinds[number] for number in sorted(kinds)])


def _print(cells: Sequence[str]) -> None:
    print("  ".join(cell.rjust(8) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
