"""The family's own rules, judged on a roster file. It knows neither the product nor the adapter.

python -m benchmarks.yardsticks.curtois_qu.evaluate Instance1.txt Instance1.ros
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.yardsticks.curtois_qu.instance import Instance, Staff, read_instance
from benchmarks.yardsticks.curtois_qu.solution import Rosters, read_solution


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What the rules say: hard rules broken in words, and the value of the roster."""

    faults: tuple[str, ...]
    requests: int
    under: int
    over: int

    @property
    def value(self) -> int:
        """All weights together."""
        return self.requests + self.under + self.over


def evaluate(instance: Instance, rosters: Rosters) -> Evaluation:
    """Judge rosters by every rule of the family."""
    known = {staff.id for staff in instance.staff}
    faults = [f"{name}: nobody of that name" for name in rosters if name not in known]
    days: dict[str, dict[int, str]] = {}
    for staff in instance.staff:
        pairs = rosters.get(staff.id, [])
        days[staff.id] = dict(pairs)
        faults += [f"{staff.id}: {text}" for text in _impossible(instance, pairs)]
        faults += [f"{staff.id}: {text}" for text in _broken(instance, staff, days[staff.id])]
    worked = Counter((day, shift) for roster in days.values() for day, shift in roster.items())
    return Evaluation(
        faults=tuple(faults),
        requests=_refused(instance, days),
        under=sum(max(0, one.needed - worked[one.day, one.shift]) * one.under for one in instance.cover),
        over=sum(max(0, worked[one.day, one.shift] - one.needed) * one.over for one in instance.cover),
    )


def _refused(instance: Instance, days: dict[str, dict[int, str]]) -> int:
    missed = sum(one.weight for one in instance.wanted if days[one.staff].get(one.day) != one.shift)
    return missed + sum(one.weight for one in instance.unwanted if days[one.staff].get(one.day) == one.shift)


def _impossible(instance: Instance, pairs: list[tuple[int, str]]) -> Iterator[str]:
    kinds = {shift.id for shift in instance.shifts}
    for day, times in Counter(day for day, _ in pairs).items():
        if times > 1:
            yield f"{times} shifts on day {day}"
        if not 0 <= day < instance.days:
            yield f"day {day} is outside the horizon"
    yield from (f"no shift is called {shift}" for _, shift in pairs if shift not in kinds)


def _broken(instance: Instance, staff: Staff, roster: dict[int, str]) -> Iterator[str]:
    kind = {shift.id: shift for shift in instance.shifts}
    if not set(roster.values()) <= set(kind):
        return
    for day, shift in roster.items():
        if roster.get(day + 1) in kind[shift].not_before:
            yield f"{roster[day + 1]} after {shift} on day {day + 1}"
        if day in staff.days_off:
            yield f"works on day {day}, a day off"
    for shift, times in Counter(roster.values()).items():
        if times > staff.most_of_kind.get(shift, instance.days):
            yield f"{times} shifts {shift}, at most {staff.most_of_kind[shift]}"
    minutes = sum(kind[shift].minutes for shift in roster.values())
    if not staff.least_minutes <= minutes <= staff.most_minutes:
        yield f"{minutes} minutes, {staff.least_minutes} to {staff.most_minutes} allowed"
    weekends = len({day // 7 for day in roster if day % 7 >= 5})
    if weekends > staff.most_weekends:
        yield f"{weekends} weekends, at most {staff.most_weekends}"
    yield from _broken_runs(instance, staff, roster)


def _broken_runs(instance: Instance, staff: Staff, roster: dict[int, str]) -> Iterator[str]:
    for works, group in groupby(range(instance.days), lambda day: day in roster):
        run = list(group)
        inside = run[0] > 0 and run[-1] < instance.days - 1
        if works and len(run) > staff.most_days_in_row:
            yield f"{len(run)} days in a row until day {run[-1]}, at most {staff.most_days_in_row}"
        least = staff.least_days_in_row if works else staff.least_days_off_in_row
        if inside and len(run) < least:
            what = "days" if works else "days off"
            yield f"{len(run)} {what} in a row until day {run[-1]}, at least {least}"


def main(arguments: list[str]) -> int:
    """Print the value and every fault; 1 where there is one."""
    instance, rosters = read_instance(Path(arguments[0])), read_solution(Path(arguments[1]))
    found = evaluate(instance, rosters)
    lines = [f"requests {found.requests}", f"under {found.under}", f"over {found.over}", f"value {found.value}"]
    print("\n".join([*lines, *found.faults]))  # noqa: T201 — a report is this script's purpose
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
