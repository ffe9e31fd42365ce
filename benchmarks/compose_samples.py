"""Compose the years of sample groups and print one table: posts, hours placed, proven bound, gap, time.

    python -m benchmarks.compose_samples gems23 --seeds 1-5 --time-limit 120
    python -m benchmarks.compose_samples county --time-limit 600

Every post passes the checker (an answer that does not is an error here). `alone`: posts whose work the product's
planner, asked for nothing else, plans whole, legally and within the modulation of the agreement.
"""

import argparse
import sys
from collections.abc import Iterator

from benchmarks.plan_samples import seeds_of
from benchmarks.processor import begun_cpu_seconds
from gems.domain.composition import ComposeQuestion
from gems.domain.proposal_of_posts import PostSheet, Proposal
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.composing import compose
from gems.planning.compose.judging import own_problem, stands_alone
from gems.planning.ports import PlanOptions
from sample_data import generate
from solver.compose.process import ProcessComposer
from solver.plan_process import ProcessPlanner

COLUMNS = ("group", "seed", "posts", "asked h", "placed h", "bound h", "gap %", "alone", "s", "CPU s")
ALONE_SECONDS = 5.0


def main(arguments: list[str]) -> None:
    """Read the command line, compose, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1", help="1-5 or 3")
    parser.add_argument("--year", type=int, default=2027)
    parser.add_argument("--time-limit", type=float, default=120.0)
    parser.add_argument("--alone", action="store_true", help="plan each post alone too")
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            question = question_of(generate(name, seed, year=chosen.year), year_mondays(chosen.year))
            before = begun_cpu_seconds()
            options = PlanOptions(time_limit_seconds=chosen.time_limit, seed=seed)
            done = compose(question, ProcessComposer(), options)
            used = begun_cpu_seconds() - before
            alone = sum(_stands_alone(question, sheet) for sheet in done.posts) if chosen.alone else None
            _print((name, str(seed), *_figures(done, alone), f"{used:.0f}"))


def _figures(done: Proposal, alone: int | None) -> Iterator[str]:
    yield str(len(done.posts))
    yield f"{done.asked_minutes / 60:.0f}"
    yield f"{done.placed_minutes / 60:.0f}"
    yield f"{done.bound_minutes / 60:.0f}"
    yield f"{100 * done.gap:.2f}"
    yield "-" if alone is None else f"{alone}/{len(done.posts)}"
    yield f"{done.seconds:.0f}"


def _stands_alone(question: ComposeQuestion, sheet: PostSheet) -> bool:
    """Whether the planner makes a legal fortnight of all that the post holds, with weeks within modulation."""
    problem = own_problem(question, sheet.post)
    result = ProcessPlanner().plan(problem, PlanOptions(time_limit_seconds=ALONE_SECONDS))
    return stands_alone(question, sheet.post, result.schedule)


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(9) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
