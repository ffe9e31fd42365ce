"""Simulate a year of sample groups week by week and print one table: rules, closings, coverage, fairness, time.

    python -m benchmarks.simulate_year gems23 --seeds 1 --time-limit 6

Each week is judged with its past by the checker, then all weeks at once; a full-timer is near when the year closes
within 2 % of the hours due; "of allowed" counts as many as demand allows at most, together. Below each line, whoever
closes further away, with what demand allows at most.
"""

import argparse
import sys
import time
from collections.abc import Iterator

from benchmarks.plan_samples import seeds_of
from gems.domain.ceiling import NEAR, Ceiling, fewest_short
from gems.domain.ceiling_words import ceiling_words
from gems.domain.simulation import PersonYear, SimulatedWeek, Simulation
from gems.domain.time import Horizon
from gems.domain.year import year_mondays
from gems.planning.ceilings import with_ceilings
from gems.planning.ports import PlanOptions
from gems.planning.simulate import Rolling, simulate
from sample_data import generate
from solver.most_work_process import ProcessReckoner
from solver.plan_process import ProcessPlanner

COLUMNS = (
    "group",
    "seed",
    "weeks",
    "broken",
    "near 2 %",
    "of allowed",
    "full-timers",
    "served %",
    "placed %",
    "Jain",
    "least %",
    "s planning",
    "s",
)


def main(arguments: list[str]) -> None:
    """Read the command line, simulate, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+")
    parser.add_argument("--seeds", default="1", help="1-5 or 3")
    parser.add_argument("--year", type=int, default=2027)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--demand", type=int, default=None, help="hours asked for a hundred of contract")
    parser.add_argument("--time-limit", type=float, default=6.0, help="seconds of search a week")
    parser.add_argument("--deterministic", action="store_true", help="count work, not seconds: for a busy machine")
    parser.add_argument("--each-week", action="store_true", help="a line for each week too")
    chosen = parser.parse_args(arguments)
    _print(COLUMNS)
    for name in chosen.groups:
        for seed in seeds_of(chosen.seeds):
            group = generate(name, seed, demand=chosen.demand, year=chosen.year)
            horizon = Horizon(year_mondays(chosen.year)[0], chosen.weeks)
            options = PlanOptions(time_limit_seconds=chosen.time_limit, seed=seed, deterministic=chosen.deterministic)
            started = time.monotonic()
            listen = _week if chosen.each_week else _nothing
            done = simulate(group, Rolling(horizon=horizon, options=options), ProcessPlanner(), listen)
            planned = time.monotonic() - started
            done = with_ceilings(done, ProcessReckoner())
            _print((name, str(seed), *_figures(done, planned, time.monotonic() - started)))
            for line in _far(done):
                print(line, flush=True)  # noqa: T201 — a table is this script's purpose


def _figures(done: Simulation, planned: float, seconds: float) -> Iterator[str]:
    full = [person for person in done.people if person.full_time]
    target = sum(one.target for week in done.weeks for one in week.people)
    placed = sum(min(one.worked, one.target) for week in done.weeks for one in week.people)
    yield str(len(done.weeks))
    yield str(len(done.broken))
    near = sum(abs(one.closing - one.due) <= NEAR * one.due for one in full)
    able = len(full) - fewest_short(done.ceilings, [person.employee_id for person in full])
    yield f"{100 * near / max(1, len(full)):.1f}"
    yield f"{100 * near / max(1, able):.1f}"
    yield str(len(full))
    yield f"{100 * done.served_minutes / max(1, done.asked_minutes):.1f}"
    yield f"{100 * placed / max(1, target):.1f}"
    yield f"{done.members.jain or 0:.4f}"
    yield f"{100 * (done.members.lowest or 0):.1f}"
    yield f"{planned:.0f}"
    yield f"{seconds:.0f}"


def _far(done: Simulation) -> Iterator[str]:
    for one in done.people:
        gap = (one.closing - one.due) / one.due if one.due else 0.0
        if one.full_time and abs(gap) > NEAR:
            jobs = ", ".join(held.code for held in done.group.employee[one.employee_id].qualifications)
            yield f"{one.employee_id:>11}  {100 * gap:+.1f} %  {jobs}"
            yield from (f"{'':>13}{ceiling_words(done.group, far).en}" for far in done.ceilings if _is_of(far, one))


def _is_of(far: Ceiling, one: PersonYear) -> bool:
    return far.employee_id == one.employee_id


def _week(week: SimulatedWeek) -> None:
    served = week.served_minutes / max(1, week.asked_minutes)
    short = sum(max(0, one.target - one.worked) for one in week.people)
    gap = (week.cost_cents - week.bound_cents) / max(1, week.cost_cents)
    figures = (f"{100 * served:.1f}", f"{short / 60:.0f} h short", f"gap {100 * gap:.1f} %", f"{week.seconds:.1f} s")
    _print((week.monday.isoformat(), *figures))


def _nothing(week: SimulatedWeek) -> None:
    """No line for a week."""


def _print(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(11) for cell in cells), flush=True)  # noqa: T201 — a table is this script's purpose


if __name__ == "__main__":
    main(sys.argv[1:])
