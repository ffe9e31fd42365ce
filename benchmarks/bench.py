"""A named selection of plannings, several seeds each, in one table beside the last one stored.

    python -m benchmarks.bench quick
    python -m benchmarks.bench own --seeds 1-3 --store

Selections are those of `selections.toml`. Each planning runs in its own process on two workers and is judged by the
checker. A line is the median over the seeds; "best known" is the cheapest plan any stored run or this one has found.
"was" is the stored figure, and `--store` puts this run in its place (stored/NAME.csv, one row a seed).
"""

import argparse
import csv
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median

from benchmarks.plan_samples import seeds_of
from gems.domain.time import Horizon
from gems.planning.build import build, prepare
from gems.planning.ports import PlanOptions
from sample_data import DEFAULT_WEEK, generate
from solver.plan_process import ProcessPlanner

HERE = Path(__file__).parent
WORKERS = 2
COLUMNS = ("instance", "value €", "bound €", "best known €", "gap %", "first s", "wall s", "was", "MB", "was", "proven")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One group to plan, as a selection names it."""

    name: str
    seconds: float
    weeks: int = 1

    @property
    def instance(self) -> str:
        """Its name in tables."""
        return self.name if self.weeks == 1 else f"{self.name} × {self.weeks} weeks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One planning: cents, seconds as a user waits them (process, data and building included), megabytes."""

    instance: str
    seed: int
    value: int
    bound: int
    first: float
    wall: float
    memory: int

    @property
    def gap(self) -> float:
        """Proven distance from the best possible, as a share of the value."""
        return (self.value - self.bound) / self.value if self.value else 0.0


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("selection", choices=sorted(selections()))
    parser.add_argument("--seeds", default="1-3", help="1-3 or 2")
    parser.add_argument("--folder", type=Path, default=HERE / "stored", help="where tables are stored")
    parser.add_argument("--store", action="store_true", help="keep this run as the one to compare with")
    chosen = parser.parse_args(arguments)
    stored = chosen.folder / f"{chosen.selection}.csv"
    before = read(stored)
    _print(COLUMNS)
    runs: list[Measured] = []
    for planned in selections()[chosen.selection]:
        found = [measure(planned, seed) for seed in seeds_of(chosen.seeds)]
        runs += found
        _print(tuple(line(found, [one for one in before if one.instance == planned.instance])))
    if chosen.store:
        write(stored, runs)


def selections() -> Mapping[str, tuple[Planned, ...]]:
    """What each selection plans."""
    told = tomllib.loads((HERE / "selections.toml").read_text("utf-8"))
    return {name: tuple(Planned(**row) for row in table["groups"]) for name, table in told.items()}


def measure(planned: Planned, seed: int) -> Measured:
    """Plan one; raises RuntimeError when no plan was found, PlannerDisagreement when the checker refuses it."""
    begun = time.monotonic()
    problem = prepare(generate(planned.name, seed), Horizon.of_iso_week(DEFAULT_WEEK, planned.weeks))
    options = PlanOptions(time_limit_seconds=planned.seconds, workers=WORKERS, seed=seed)
    report = build(problem, ProcessPlanner(), options).report
    if report.first_plan_seconds is None:
        raise RuntimeError(f"no plan of {planned.instance}, seed {seed}")
    return Measured(
        instance=planned.instance,
        seed=seed,
        value=report.cost_cents,
        bound=report.bound_cents,
        first=round(report.first_plan_seconds, 2),
        wall=round(time.monotonic() - begun, 2),
        memory=report.peak_memory_mb,
    )


def line(runs: list[Measured], before: list[Measured]) -> Iterator[str]:
    """The cells of one instance: medians over its seeds; sums of cents would hide a bad one, a median does not."""
    yield runs[0].instance
    yield _euros(median(one.value for one in runs))
    yield _euros(median(one.bound for one in runs))
    yield _euros(median(best_known([*runs, *before]).values()))
    yield f"{100 * median(one.gap for one in runs):.2f}"
    yield f"{median(one.first for one in runs):.1f}"
    yield f"{median(one.wall for one in runs):.1f}"
    yield f"{median(one.wall for one in before):.1f}" if before else "–"
    yield f"{median(one.memory for one in runs):.0f}"
    yield f"{median(one.memory for one in before):.0f}" if before else "–"
    yield f"{sum(one.gap <= 0 for one in runs)} of {len(runs)}"


def best_known(runs: Iterable[Measured]) -> Mapping[int, int]:
    """The cheapest plan of each seed's group, in cents."""
    found: dict[int, int] = {}
    for one in runs:
        found[one.seed] = min(one.value, found.get(one.seed, one.value))
    return found


def read(file: Path) -> list[Measured]:
    """The runs stored there; none when nothing was stored yet."""
    if not file.exists():
        return []
    kinds = {field.name: field.type for field in fields(Measured)}
    with file.open(encoding="utf-8", newline="") as rows:
        return [Measured(**{name: kinds[name](told) for name, told in row.items()}) for row in csv.DictReader(rows)]


def write(file: Path, runs: Iterable[Measured]) -> None:
    """Keep these runs in place of those before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as rows:
        table = csv.DictWriter(rows, [field.name for field in fields(Measured)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(one) for one in runs)


def _euros(cents: float) -> str:
    return f"{cents / 100:.2f}"


def _print(cells: tuple[str, ...]) -> None:
    first, *rest = cells
    print("  ".join([first.ljust(18), *(cell.rjust(12) for cell in rest)]), flush=True)  # noqa: T201 — a table


if __name__ == "__main__":
    main(sys.argv[1:])
