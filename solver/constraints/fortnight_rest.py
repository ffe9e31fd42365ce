"""Days off by the fortnight (BAD, CCN 51) or by the week (CCN 66)."""

from datetime import date, timedelta

from gems.domain.time import SUNDAY, days_between
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.past import split_days, worked_before
from solver.rest_windows import require_rest

RULE = "fortnight_rest"


def restrict(master: Master) -> None:
    """Rows for the fortnights that end in the horizon, and for its weeks, as the agreement asks."""
    anchor = master.universe.group.settings.fortnight_start
    for employee in range(len(master.universe.employees)):
        for week, monday in enumerate(master.problem.horizon.mondays):
            if (monday - anchor).days % 14 == 7:  # noqa: PLR2004 (the second week of a fortnight)
                _fortnight(master, employee, list(days_between(monday - timedelta(days=7), monday + timedelta(days=6))))
            _week(master, employee, week, list(days_between(monday, monday + timedelta(days=6))))


def _fortnight(master: Master, employee: int, days: list[date]) -> None:
    universe, limits = master.universe, master.limits
    person = universe.employees[employee].id
    if days[0] < universe.days[0] and (person, days[0]) not in universe.weeks_done:
        return
    off = limits.of(RULE, person, days[-1])
    if off is not None:
        _days_off(master, employee, days, off)
    in_a_row = limits.of("fortnight_rest.in_a_row", person, days[-1])
    if in_a_row is not None:
        runs = [days[start : start + in_a_row] for start in range(len(days) - in_a_row + 1)]
        if limits.of("fortnight_rest.sundays", person, days[-1]):
            runs = [run for run in runs if any(day.weekday() == SUNDAY for day in run)]
        _some_run_off(master, employee, days, runs)


def _days_off(master: Master, employee: int, days: list[date], off: int) -> None:
    columns, past = split_days(master, employee, days)
    if len(columns) + past > len(days) - off:
        master.add_row(RULE, columns, 1, upper=len(days) - off - past)


def _some_run_off(master: Master, employee: int, days: list[date], runs: list[list[date]]) -> None:
    """A 0-1 column for each run that may be off, one of them chosen; a day worked excludes the runs that hold it."""
    free = [run for run in runs if not any(worked_before(master.universe, employee, day) for day in run)]
    chosen = [master.add_column(0, 1) for _ in free]
    master.add_row(RULE, chosen, 1, lower=1, upper=1)
    for day in days:
        columns, _ = split_days(master, employee, [day])
        holding = [column for column, run in zip(chosen, free, strict=True) if day in run]
        if columns and holding:
            master.add_row(RULE, [*columns, *holding], 1, upper=1)


def _week(master: Master, employee: int, week: int, days: list[date]) -> None:
    limits, person = master.limits, master.universe.employees[employee].id
    off = limits.of("fortnight_rest.weekly", person, days[0])
    if off is not None:
        _days_off(master, employee, days, off)
    stretch = limits.of("fortnight_rest.stretch", person, days[0])
    if stretch is not None:
        within = limits.law.value("weekly_rest_min.within", days[0])
        require_rest(master, RULE, employee, week, length=stretch, within=within)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
