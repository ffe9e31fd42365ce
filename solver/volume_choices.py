"""A volume's week as one choice: who works how long on which day, among the weeks that no other contains.

"So many minutes at most" lets a linear relaxation take parts of pieces until the minutes are met to the last one. The
choice of one whole week, a 0-1 column each, forbids that: no plan is lost, and what remains between the relaxation and
the best plan is mostly a fifth of what it was (docs/decisions/0010-what-if.md).
"""

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

import numpy as np

from gems.domain.missions import Need
from gems.domain.requests import Volume
from solver.choices import ChoiceRow, Choices
from solver.master import Master
from solver.needs import needs_and_duties
from solver.universe import Ints

RULE = "request_volume"
MOST_WEEKS = 400
"""Weeks of one volume that are listed; one with more stays as it is."""

Choice = frozenset[tuple[int, int]]
"""(day, minutes) of each piece of a volume's week."""


def add_volume_choices(master: Master) -> None:
    """Columns and rows beside those of the master, which stay; to be called before its costs are read."""
    choices = volume_choices(master)
    added = [master.add_column(0, 1) for _ in range(choices.count)]
    for row in choices.rows:
        columns = [*row.columns, *(added[number] for number in row.choices)]
        factors = [*(row.factor for _ in row.columns), *row.factors]
        master.add_row(RULE, columns, factors, lower=row.lower, upper=row.upper)


def volume_choices(master: Master, columns: Ints | None = None) -> Choices:
    """The weeks of each volume served by some duty; of `columns` only, those whose duties are all among these.

    None when the master knows nothing of the rule that they follow from.
    """
    count, rows = 0, list[ChoiceRow]()
    if not any(row.rule == RULE for row in master.rows):
        return Choices(count, ())
    for need, duties, ours in list(needs_and_duties(master)):
        if not isinstance(need.request.demand, Volume):
            continue
        if columns is None or bool(np.isin(duties, columns).all()):
            more, own = _weeks_of(master, need, duties, (master.table.minutes[duties] * ours).sum(axis=1), count)
            count, rows = count + more, [*rows, *own]
    return Choices(count, tuple(rows))


def _weeks_of(master: Master, need: Need, duties: Ints, minutes: Ints, first: int) -> tuple[int, list[ChoiceRow]]:
    """How many choices one volume has, numbered from `first`, and their rows."""
    table = master.table
    groups = [duties >= 0]
    if need.same_person:
        people = table.employee[duties]
        groups = [people == person for person in np.unique(people)]
    found = [(duties[own], minutes[own]) for own in groups]
    count, rows = 0, list[ChoiceRow]()
    for own, long in found:
        weeks = whole_weeks(_lengths(table.day[own], long), need.minutes, need.most_days)
        if weeks is None:
            return 0, []
        numbers = range(first + count, first + count + len(weeks))
        count += len(weeks)
        for day, length in sorted({*zip(table.day[own].tolist(), long.tolist(), strict=True)}):
            pieces = own[(table.day[own] == day) & (long == length)].tolist()
            holding = tuple(n for n, week in zip(numbers, weeks, strict=True) if (day, length) in week)
            rows.append(ChoiceRow(tuple(pieces), 1, holding, (-1,) * len(holding), upper=0))
    every = tuple(range(first, first + count))
    rows.append(ChoiceRow((), 0, every, (1,) * count, upper=1))
    return count, rows


def _lengths(days: Ints, minutes: Ints) -> dict[int, list[int]]:
    """By day the lengths that a piece may have."""
    return {int(day): np.unique(minutes[days == day]).tolist() for day in np.unique(days)}


def whole_weeks(lengths: Mapping[int, Sequence[int]], most_minutes: int, most_days: int) -> list[Choice] | None:
    """The weeks within the minutes and the days that are part of no other; None when too many would be tried."""
    if prod(1 + len(long) for long in lengths.values()) > MOST_WEEKS:
        return None
    days = list(lengths)
    weeks = [
        frozenset((day, long) for day, long in zip(days, week, strict=True) if long)
        for week in product(*((0, *lengths[day]) for day in days))
        if sum(week) <= most_minutes and sum(long > 0 for long in week) <= most_days
    ]
    return [week for week in weeks if week and not any(week < other for other in weeks)]
