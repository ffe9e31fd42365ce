"""Who instead? Sicknesses at random in published sample weeks: how long the list takes, and what is in it.

    python -m benchmarks.replace_samples [gems23 large] [--seeds 1-5] [--absences 20]

"one" is the list for one piece of work lost, from the plan and the absence to the ranked entries; "all" the lists of
everything a person loses in one to five days. Processor milliseconds, which other programs do not disturb. Every entry
of every tenth absence is made and read by the whole checker: any disagreement stops the run.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median

from gems.domain.people import Absence, AbsenceKind
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Span, instant_at
from gems.planning.build import prepare
from gems.planning.replace.case import Case, case_of_absence
from gems.planning.replace.listing import Listing, with_agreements
from gems.rules.checker import judge
from sample_data import DEFAULT_WEEK, generate, planted_weeks

NOTICES, LENGTHS = (0, 1, 5, 10), (1, 1, 2, 5)
"""Days from the telling to the first day away; days away."""
CHECKED = 10
COLUMNS = ("group", "seed", "lists", "one ms", "one max", "all ms", "all max", "alone", "1 gift", "2 gifts", "nobody")


@dataclass(frozen=True)
class Timed:
    """One absence."""

    listings: tuple[Listing, ...]
    one_ms: float
    all_ms: float


def main(arguments: list[str]) -> None:
    """Read the command line, try, print one line a group and seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", default=["gems23", "large"])
    parser.add_argument("--seeds", default="1-5", help="1-5 or 3")
    parser.add_argument("--absences", type=int, default=20)
    told = parser.parse_args(arguments)
    first, _, last = told.seeds.partition("-")
    _print(COLUMNS)
    for name in told.groups:
        for seed in range(int(first), int(last or first) + 1):
            _print((name, str(seed), *_figures(list(_tried(name, seed, told.absences)))))


def _tried(name: str, seed: int, many: int) -> Iterator[Timed]:
    draw, planted = random.Random(f"{name}/{seed}"), planted_weeks(name, seed)
    whole = prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK))
    told = Schedule(
        horizon=planted.horizon, assignments=tuple(replace(piece, published=True) for piece in planted.assignments)
    )
    for number in range(many):
        piece = draw.choice(planted.assignments)
        as_of = instant_at(piece.day - timedelta(days=draw.choice(NOTICES)), 5 * 60)
        problem = replace(whole, baseline=told, as_of=as_of)
        away = Span(instant_at(piece.day, 0), instant_at(piece.day + timedelta(days=draw.choice(LENGTHS)), 0))
        absence = Absence(id="ill", employee_id=piece.employee_id, kind=AbsenceKind.SICKNESS, span=away)
        one_ms = _clocked(problem, planted, absence, most=1)[1]
        case, all_ms, listings = _clocked(problem, planted, absence, most=None)
        if number % CHECKED == 0:
            _check(case, listings)
        yield Timed(listings, one_ms, all_ms)


def _clocked(
    problem: Problem, schedule: Schedule, absence: Absence, *, most: int | None
) -> tuple[Case, float, tuple[Listing, ...]]:
    start = time.process_time()
    case = case_of_absence(problem, schedule, absence.employee_id, absence)
    replacing = case.replacing()
    listings = tuple(replacing.listing(hole) for hole in case.holes[:most])
    return case, 1000 * (time.process_time() - start), listings


def _check(case: Case, listings: tuple[Listing, ...]) -> None:
    before = judge(case.problem, case.schedule)
    for listing in listings:
        for entry in listing.entries:
            problem, after = with_agreements(case.problem, entry.agreements), entry.delta.schedule(case.schedule)
            verdict = judge(problem, after)
            if Counter(verdict.violations) - Counter(before.violations) or (
                verdict.cents - before.cents != entry.cents
            ):
                raise SystemExit(f"the checker disagrees with {entry.key}")


def _figures(tried: list[Timed]) -> Iterator[str]:
    listings = [listing for timed in tried for listing in timed.listings]
    yield str(len(listings))
    for times in ([timed.one_ms for timed in tried], [timed.all_ms for timed in tried]):
        yield f"{median(times):.0f}"
        yield f"{max(times):.0f}"
    for gifts in range(3):
        yield str(sum(len(entry.way.gifts) == gifts for listing in listings for entry in listing.entries))
    yield str(sum(not listing.entries for listing in listings))


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(8) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
