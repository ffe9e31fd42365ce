"""Explain what weeks leave unserved: seconds of each answer (median and most), processor seconds of all processes
(mean), how many prices are proven, how many statements are wrong.

    python -m benchmarks.explain_samples gems23 --seeds 1-5
    python -m benchmarks.explain_samples tiny --cases 1000 --check
    python -m benchmarks.explain_samples tiny --cases 1000 --check --here --large 0

`tiny`: random weeks of two or three people, from `--seeds` 0 on. Answers come from processes of their own, as in real
use; with `--here` from the benchmark's own, one case after the other. `--large`: columns from which on a part is
searched by what a bound leaves of it (0: always, so that small weeks try that too); only what is answered here hears of
it. `--check` proves every statement again, by planning the whole week from nothing for each price (slow on whole
groups).
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.explain_check import mistakes
from benchmarks.processor import begun_cpu_seconds
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.explain.explaining import SECONDS, Explanation, explain, missing_minutes
from gems.planning.ports import Explainer, PlanOptions
from sample_data import DEFAULT_WEEK, generate
from solver import near
from solver.explain_process import ProcessExplainer
from solver.explainer import NearExplainer
from solver.planner import ExactPlanner
from tests.solver.tiny import tiny

Question = tuple[str, Problem, Schedule, str]


def main(arguments: list[str]) -> int:
    """Read the command line, explain, print; the number of wrong answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group")
    parser.add_argument("--seeds")
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--time-limit", type=float, default=SECONDS)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--here", action="store_true")
    parser.add_argument("--large", type=int, default=near.LARGE)
    chosen = parser.parse_args(arguments)
    near.LARGE = chosen.large
    hands = ProcessExplainer()
    explainer: Explainer = NearExplainer() if chosen.here else hands
    wall, work, wrong, said = list[float](), 0.0, 0, Counter[str]()
    for number, (name, problem, schedule, need_id) in enumerate(_questions(chosen.group, chosen.seeds)):
        if number >= chosen.cases:
            break
        start, used = time.monotonic(), time.process_time()
        told = explain(problem, schedule, need_id, explainer, chosen.time_limit)
        wall.append(time.monotonic() - start)
        work += time.process_time() - used
        said.update([f"serving it {told.verdict}", *(f"unlock {one.price.verdict}" for one in told.unlocks)])
        faults = list(mistakes(problem, schedule, told, 60.0)) if chosen.check else []
        wrong += bool(faults)
        if chosen.group != "tiny" or faults:
            _print(f"{name:10} {need_id:22} {wall[-1]:6.2f} s  {_summary(told)} {faults or ''}")
    hands.close()
    work += begun_cpu_seconds()
    _print(
        f"{len(wall)} answers: median {statistics.median(wall):.2f} s, most {max(wall):.2f} s "
        f"(cpu {work / len(wall):.2f} each); {_counts(said)}; "
        f"wrong: {wrong if chosen.check else 'not checked'}"
    )
    return wrong


def _counts(said: Counter[str]) -> str:
    """ "serving it proven 40, unlock found 2, unlock proven 61"."""
    return ", ".join(f"{what} {count}" for what, count in sorted(said.items()))


def _questions(group: str, seeds: str | None) -> Iterator[Question]:
    first, _, last = (seeds or ("0-999999" if group == "tiny" else "1-5")).partition("-")
    if group == "tiny":
        for seed in range(int(first), int(last or first) + 1):
            yield from _of_week(f"tiny {seed}", tiny(seed), 1)
        return
    for seed in range(int(first), int(last or first) + 1):
        yield from _of_week(f"{group} {seed}", prepare(generate(group, seed), Horizon.of_iso_week(DEFAULT_WEEK)), 2)


def _of_week(name: str, problem: Problem, workers: int) -> Iterator[Question]:
    planned = ExactPlanner().plan(problem, PlanOptions(time_limit_seconds=60.0, workers=workers))
    assert planned.schedule is not None, "nothing is locked"
    for need in problem.needs:
        if missing_minutes(need, planned.schedule):
            yield name, problem, planned.schedule, need.id


def _summary(told: Explanation) -> str:
    price = "–" if told.price is None else f"{told.price.cents / 100:+.2f} €"
    unlocks = ", ".join(f"{one.unlock.kind} {one.price.cents / 100:+.2f} € {one.price.verdict}" for one in told.unlocks)
    return f"{told.verdict} {price} [{unlocks}]"


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
