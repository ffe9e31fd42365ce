"""Roster terms of one day that have a price: what each duty adds or saves, and what is due while nobody works."""

from collections.abc import Iterator

import numpy as np

from gems.domain.roster_terms import RosterTerm, ShiftKind
from solver.duty_table import DutyTable
from solver.shift_kinds import duties_of_kind
from solver.universe import Ints, Universe

Held = tuple[RosterTerm, int, int]
"""A term of one day, the person held to it and the day, by index."""


def cents_of_days(table: DutyTable) -> Ints:
    """The price of a day worked that is not wanted; less that of a wanted one."""
    universe, found = table.universe, np.zeros(len(table), dtype=np.int64)
    prices: dict[ShiftKind, Ints] = {}
    for term, person, day in _held(universe):
        shape = len(universe.employees), len(universe.days)
        of_kind = prices.setdefault(term.kind, np.zeros(shape, dtype=np.int64))
        of_kind[person, day] += _missed(term, 1) - _missed(term, 0)
    for kind, of_kind in prices.items():
        found += np.where(duties_of_kind(table, kind) & (table.day >= 0), of_kind[table.employee, table.day], 0)
    return found


def cents_of_nobody(universe: Universe) -> int:
    """What the days wanted cost while nobody works."""
    return sum(_missed(term, 0) for term, _, _ in _held(universe))


def _missed(term: RosterTerm, worked: int) -> int:
    least, most = term.least or 0, 1 if term.most is None else term.most
    return (term.cents or 0) * (max(0, least - worked) + max(0, worked - most))


def _held(universe: Universe) -> Iterator[Held]:
    for term in universe.group.roster_terms:
        day = None if term.on_day is None else universe.day_index.get(term.on_day)
        if day is None or not term.cents:
            continue
        if term.employee_id is None:
            yield from ((term, person, day) for person in range(len(universe.employees)))
        elif term.employee_id in universe.employee_index:
            yield term, universe.employee_index[term.employee_id], day
