"""GEMS and its peers on the same groups: same instance, same checker and bill, same seconds and workers. One table.

    python -m benchmarks.peers small gems23 --seeds 1-3 --time-limit 60 --environments-folder FOLDER

"value €" is the bill of the product's checker on the schedule. What a peer was not told (`benchmarks.peers.question`)
it may break: "broken" counts that, and "out" the pieces taken out before the bill is made. "ratio" is the value over
that of GEMS: above 1, GEMS is cheaper. Each peer runs in an environment of its own in the folder, made at the first
call; the start of its machine (Java) is not taken off its time, and is part of "wall s".
"""

import argparse
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peers.answer import Judged, judged, schedule_of
from benchmarks.peers.programs import PEERS, NotAvailable, environment, run
from benchmarks.peers.question import question_of
from benchmarks.plan_samples import seeds_of
from gems.domain.problem import Problem
from gems.domain.time import Horizon
from gems.planning.build import prepare
from gems.planning.ports import PlanOptions
from sample_data import DEFAULT_WEEK, generate
from solver.plan_process import ProcessPlanner

COLUMNS = ("group", "seed", "program", "version", "value €", "ratio", "served %", "broken", "out", "wall s")
WIDTHS = (8, 5, 14, 20, 10, 7, 9, 7, 5, 8)


def main(arguments: list[str]) -> None:
    """Read the command line, plan, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1", help="1-3 or 1")
    parser.add_argument("--weeks", type=int, default=1, help="weeks planned as one")
    parser.add_argument("--time-limit", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--environments-folder", type=Path, required=True, help="where peers are installed")
    chosen = parser.parse_args(arguments)
    _print(*COLUMNS)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            problem = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK, chosen.weeks))
            options = PlanOptions(time_limit_seconds=chosen.time_limit, workers=chosen.workers, seed=seed)
            own = _own(problem, options, name)
            with TemporaryDirectory() as folder:
                _peers(problem, options, (name, own.cents), (chosen.environments_folder, Path(folder)))


def _own(problem: Problem, options: PlanOptions, name: str) -> Judged:
    begun = time.monotonic()
    plan = ProcessPlanner().plan(problem, options).schedule
    assert plan is not None, "the time was too short for a plan"
    found = judged(problem, plan)
    assert found.broken == 0, "a plan of GEMS keeps every rule"
    figures = _figures(problem, found, found.cents, time.monotonic() - begun)
    _print(name, str(options.seed), "GEMS", f"gems {version('gems')}", *figures)
    return found


def _peers(problem: Problem, options: PlanOptions, own: tuple[str, int], folders: tuple[Path, Path]) -> None:
    (name, least), (environments, folder) = own, folders
    asked = question_of(problem, options.workers, options.seed)
    question = folder / "question.json"
    question.write_text(json.dumps(asked), encoding="utf-8")
    for number, peer in enumerate(PEERS):
        who = (name, str(options.seed), peer.name, peer.package)
        answer = folder / f"answer-{number}.json"
        try:
            python = environment(peer, environments)
            begun = time.monotonic()
            run(peer, python, question, answer, options.time_limit_seconds)
        except NotAvailable as why:
            _print(*who, f"not available: {why}")
            continue
        seconds = time.monotonic() - begun
        taken = json.loads(answer.read_text(encoding="utf-8"))
        found = judged(problem, schedule_of(problem, asked, taken))
        _print(*who, *_figures(problem, found, least, seconds))


def _figures(problem: Problem, found: Judged, least: int, seconds: float) -> tuple[str, ...]:
    wanted = sum(need.minutes for need in problem.needs)
    return (
        f"{found.cents / 100:.2f}",
        f"{found.cents / least:.3f}" if least > 0 else "-",
        f"{100 * found.served_minutes / wanted:.1f}",
        str(found.broken),
        str(found.taken_out),
        f"{seconds:.1f}",
    )


def _print(*cells: str) -> None:
    padded = (cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=False))
    print("  ".join(padded), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
