"""How the planner's time grows with people: seconds to a first plan, to one percent of the bound, to the proof.

    python -m benchmarks.growth small gems23 county large --seeds 1-3 --time-limit 600 -o docs/pictures/growth.svg
    python -m benchmarks.growth gems23 county large --weeks 4 --time-limit 600

Elapsed and processor seconds, data and building included; on a busy machine the latter tell more. The picture shows
processor seconds to one percent, each run a dot, each group's median on the line.
"""

import argparse
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
    parser.add_argument("--weeks", type=int, nargs="+", default=[1], help="weeks planned as one")
    parser.add_argument("--time-limit", type=float, default=120.0)
    parser.add_argument("-o", type=Path, help="where to draw the picture (SVG)")
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    series = [Series("1 week" if weeks == 1 else f"{weeks} weeks", []) for weeks in chosen.weeks]
    for weeks, line in zip(chosen.weeks, series, strict=True):
        for name in chosen.groups:
            runs = [_run(name, seed, weeks, chosen.time_limit) for seed in seeds_of(chosen.seeds)]
            line.dots.extend(run for run in runs if run is not None)
    if chosen.o:
        title = "Processor seconds to within 1 % of the bound, by people"
        chosen.o.write_text(drawing(title, "people", "seconds", series), encoding="utf-8")


def _run(name: str, seed: int, weeks: int, limit: float) -> tuple[float, float] | None:
    """(people, processor seconds to one percent); None when it was not reached."""
    watch = Watch()
    problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK, weeks))
    options = PlanOptions(time_limit_seconds=limit, seed=seed)
    report = build(problem, ExactPlanner(), options, watch.hear).report
    people = len(problem.group.employees)
    moments = (watch.first, watch.near, watch.now())
    cells = [f"{figure:.1f}" for moment in moments for figure in (moment or (float("nan"),) * 2)]
    told = (name, str(seed), str(weeks), str(people), str(watch.duties), *cells)
    _print((*told, f"{100 * report.gap:.3f}", str(report.peak_memory_mb)))
    return None if watch.near is None else (float(people), watch.near[1])


def _print(cells: Sequence[str]) -> None:
    print("  ".join(cell.rjust(8) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
