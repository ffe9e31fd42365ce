"""The competition's own rules, judged on solution files. It knows neither the product nor the adapter.

python -m benchmarks.yardsticks.inrc2.evaluate FOLDER_OF_DATA_SETS n005w4_0_1-2-3-3 FOLDER_OF_SOLUTION
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from benchmarks.yardsticks.inrc2.instance import Bounds, Instance, Nurse, read_instance
from benchmarks.yardsticks.inrc2.solution import Piece, read_solution

T = TypeVar("T")

HARD = (
    "Minimal coverage constraints",
    "Required skill constraints",
    "Illegal shift type succession constraints",
    "Single assignment per day",
)
SOFT = (
    "Total assignment constraints",
    "Consecutive constraints",
    "Non working days constraints",
    "Preferences",
    "Max working weekend",
    "Complete weekends",
    "Optimal coverage constraints",
)
"""The lines of the validator's report, by its own names and in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The figures of the validator's report."""

    violations: dict[str, int]
    costs: dict[str, int]

    @property
    def feasible(self) -> bool:
        """Whether no hard rule is broken."""
        return not any(self.violations.values())

    @property
    def value(self) -> int:
        """All costs together."""
        return sum(self.costs.values())


def evaluate(instance: Instance, pieces: Sequence[Piece]) -> Evaluation:
    """Judge a solution by every rule of the competition."""
    rosters: dict[str, dict[int, str]] = {nurse.id: {} for nurse in instance.nurses}
    for nurse, day, shift, _ in pieces:
        rosters[nurse][day] = shift
    soft = Counter({name: 0 for name in SOFT})
    for nurse_of in instance.nurses:
        roster = [rosters[nurse_of.id].get(day) for day in range(instance.days)]
        for name, cents in _costs(instance, nurse_of, roster):
            soft[name] += cents
    for nurse_id, day, shift in instance.unwanted:
        worked = rosters[nurse_id].get(day)
        soft["Preferences"] += 10 * int(worked is not None and shift in (None, worked))
    present = Counter((day, shift, skill) for _, day, shift, skill in pieces)
    for key, (_, best) in instance.cover.items():
        soft["Optimal coverage constraints"] += 30 * max(0, best - present[key])
    return Evaluation(violations=_violations(instance, pieces, rosters), costs=dict(soft))


def _violations(instance: Instance, pieces: Sequence[Piece], rosters: dict[str, dict[int, str]]) -> dict[str, int]:
    skills = {nurse.id: nurse.skills for nurse in instance.nurses}
    present = Counter((day, shift, skill) for _, day, shift, skill in pieces)
    missing = sum(max(0, least - present[key]) for key, (least, _) in instance.cover.items())
    unskilled = sum(skill not in skills[nurse] for nurse, _, _, skill in pieces)
    days = Counter((nurse, day) for nurse, day, _, _ in pieces)
    return dict(
        zip(
            HARD,
            (
                missing,
                unskilled,
                sum(_illegal_successions(instance, nurse, rosters[nurse.id]) for nurse in instance.nurses),
                sum(times - 1 for times in days.values()),
            ),
            strict=True,
        )
    )


def _illegal_successions(instance: Instance, nurse: Nurse, roster: dict[int, str]) -> int:
    before = {**roster} if nurse.past.shift is None else {-1: nurse.past.shift, **roster}
    return sum(roster.get(day + 1) in instance.shifts[shift].not_before for day, shift in before.items())


def _costs(instance: Instance, nurse: Nurse, roster: list[str | None]) -> Iterator[tuple[str, int]]:
    contract, past = nurse.contract, nurse.past
    total = past.assignments + sum(shift is not None for shift in roster)
    yield "Total assignment constraints", 20 * _outside(total, contract.assignments)
    works = [shift is not None for shift in roster]
    worked = _runs(works, past.days_worked > 0, past.days_worked or past.days_off)
    for at_work, length, before, open_run in worked:
        bounds = contract.days_in_row if at_work else contract.days_off_in_row
        name = "Consecutive constraints" if at_work else "Non working days constraints"
        yield name, 30 * _run_days(length, before, bounds, open_run)
    for shift, length, before, open_run in _runs(roster, past.shift, past.same_shift or past.days_off):
        if shift is not None:
            yield "Consecutive constraints", 15 * _run_days(length, before, instance.shifts[shift].in_row, open_run)
    weekends = [works[day : day + 2] for day in range(5, instance.days, 7)]
    taken = past.weekends + sum(map(any, weekends))
    yield "Max working weekend", 30 * max(0, taken - contract.most_weekends)
    if contract.whole_weekends:
        yield "Complete weekends", 30 * sum(weekend[0] != weekend[1] for weekend in weekends)


def _runs(days: Sequence[T], past: T, length: int) -> Iterator[tuple[T, int, int, bool]]:
    """(value, days in the row with the past, days of it in the past, still open at the end) of each run.

    A run of the past that the first day ends is one too: it may have been too short.
    """
    groups = [(value, len(list(group))) for value, group in groupby(days)]
    if groups and groups[0][0] != past and length:
        yield past, length, length, False
    for index, (value, size) in enumerate(groups):
        before = length if index == 0 and value == past else 0
        yield value, size + before, before, index == len(groups) - 1


def _run_days(length: int, before: int, bounds: Bounds, open_run: bool) -> int:
    """Days too few, unless the run may go on; days too many, those of the past left out."""
    least, most = bounds
    short = 0 if open_run else max(0, least - length)
    return short + max(0, length - max(most, before))


def _outside(number: int, bounds: Bounds) -> int:
    return max(0, bounds[0] - number, number - bounds[1])


def report(found: Evaluation) -> str:
    """The figures in the words and order of the validator."""
    hard = [f"{name}: {found.violations[name]}" for name in HARD]
    soft = [f"{name}: {found.costs[name]}" for name in SOFT]
    return "\n".join([*hard, *soft, f"Total cost: {found.value}"])


def main(arguments: list[str]) -> int:
    """Print the report; 1 where a hard rule is broken."""
    folder, name, solution = arguments
    found = evaluate(read_instance(Path(folder), name), read_solution(Path(solution), name))
    print(report(found))  # noqa: T201 — a report is this script's purpose
    return 0 if found.feasible else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
