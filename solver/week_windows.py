"""Work over civil weeks in a row as rows of the master."""

from collections.abc import Callable
from datetime import date, timedelta

from gems.domain.people import Employee
from solver.master import Master
from solver.past import window_minutes


def limit_mean(master: Master, rule: str, holds: Callable[[Employee], bool] = lambda _: True) -> None:
    """At most the rule's figure a week over every "<rule>.weeks" weeks in a row that end in the horizon."""
    weeks = master.limits.of(f"{rule}.weeks", None, master.problem.horizon.first)
    if weeks is None:
        return
    for employee, person in enumerate(master.universe.employees):
        for monday in master.problem.horizon.mondays if holds(person) else ():
            limit = master.limits.of(rule, person.id, monday)
            if limit is not None:
                limit_window(master, rule, employee, weeks, last=monday, most=limit * weeks)


def limit_window(master: Master, rule: str, employee: int, weeks: int, *, last: date, most: int) -> None:
    """At most so many minutes over the weeks up to that of the Monday `last`.

    The plan adds nothing where the past alone has passed it; nothing is asked where a past week is unknown.
    """
    mondays = [last - timedelta(days=7 * back) for back in reversed(range(weeks))]
    found = window_minutes(master, employee, mondays)
    if found is not None:
        columns, minutes, past = found
        if past + int(minutes.sum()) > most:
            master.add_row(rule, columns, minutes, upper=max(0, most - past))
