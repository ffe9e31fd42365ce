"""A published sample week planned again after one sickness: seconds, process start included, and what changes.

    python -m benchmarks.replan_samples [gems23] [--seeds 1-5] [--time-limit 60] [--absences 3]

The week is first planned (that long at most) and held to be published; then somebody is away for two days, told ten
days ahead (everything may change) or one (only what the law lets change so late). "cpu" is that of the planning
process, "least" whether it is proven that no plan of that cost changes fewer published shifts.
Each answer is judged by the checker.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from benchmarks.processor import begun_cpu_seconds
from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Span, instant_at
from gems.planning.build import build, prepare
from gems.planning.ports import PlanOptions
from gems.planning.week.compare import difference_of
from sample_data import DEFAULT_WEEK, generate
from solver.plan_process import ProcessPlanner

COLUMNS = (
    "group",
    "seed",
    "days",
    "lost",
    "status",
    "seconds",
    "cpu",
    "cost €",
    "gap €",
    "least",
    "moved",
    "gone",
    "new",
)
NOTICES = (10, 1)


def main(arguments: list[str]) -> None:
    """Read the command line, plan, plan again, print one line each time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", default=["gems23"])
    parser.add_argument("--seeds", default="1-5", help="1-5 or 3")
    parser.add_argument("--time-limit", type=float, default=60.0)
    parser.add_argument("--absences", type=int, default=3)
    told = parser.parse_args(arguments)
    first, _, last = told.seeds.partition("-")
    _print(COLUMNS)
    for name in told.groups:
        for seed in range(int(first), int(last or first) + 1):
            problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK))
            options = PlanOptions(time_limit_seconds=told.time_limit, seed=seed)
            planned = build(problem, ProcessPlanner(), options).schedule
            if planned is not None:
                for figures in _again(problem, planned, options, told.absences):
                    _print((name, str(seed), *figures))


def _again(problem: Problem, planned: Schedule, options: PlanOptions, many: int) -> Iterator[tuple[str, ...]]:
    draw = random.Random(options.seed)
    pieces = tuple(replace(piece, published=True) for piece in planned.assignments)
    baseline = Schedule(horizon=planned.horizon, assignments=pieces)
    for _ in range(many):
        ill = draw.choice(pieces)
        away = Span(instant_at(ill.day, 0), instant_at(ill.day + timedelta(days=2), 0))
        absence = Absence(id="ill", employee_id=ill.employee_id, kind=AbsenceKind.SICKNESS, span=away)
        group = replace(problem.group, absences=(*problem.group.absences, absence))
        for days in NOTICES:
            as_of = instant_at(ill.day - timedelta(days=days), 8 * 60)
            posed = replace(problem, group=group, baseline=baseline, as_of=as_of)
            start, used = time.monotonic(), begun_cpu_seconds()
            built = build(posed, ProcessPlanner(), options)
            seconds, cpu = time.monotonic() - start, begun_cpu_seconds() - used
            assert built.schedule is not None
            between = difference_of(planned, built.schedule)
            lost = sum(piece.employee_id == ill.employee_id and piece.span.overlap(away) > 0 for piece in pieces)
            yield (
                str(days),
                str(lost),
                built.report.status.value,
                f"{seconds:.1f}",
                f"{cpu:.1f}",
                f"{built.report.cost_cents / 100:.2f}",
                f"{(built.report.cost_cents - built.report.bound_cents) / 100:.2f}",
                "proven" if built.result.least_change else "-",
                str(len(between.moved)),
                str(len(between.removed)),
                str(len(between.added)),
            )


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(8) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
