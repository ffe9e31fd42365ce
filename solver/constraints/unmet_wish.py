"""Wishes: minutes in unwanted windows by slot; wanted days all charged at first, taken off by duties that meet them."""

from collections.abc import Iterator

import numpy as np

from gems.domain.people import WishKind
from gems.domain.time import instant_at
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.master import Master
from solver.minutes import MinuteLine
from solver.person_days import NONE, rows_by_person_day
from solver.universe import Ints, Universe

RULE = "unmet_wish"


def duty_cents(table: DutyTable) -> Ints:
    """Unwanted minutes of each duty, less the wanted windows it meets."""
    cents = _unwanted_cents(table)
    price = table.universe.problem.prices["unmet_wish.wanted"]
    rows_of = rows_by_person_day(table) if price else {}
    for employee, day, start, end in _wanted_days(table.universe) if price else ():
        rows = rows_of.get((employee, day), NONE)
        met = (table.present[rows] & (table.starts[rows] < end) & (table.ends[rows] > start)).any(axis=1)
        cents[rows[met]] -= price
    return cents


def charge(master: Master) -> None:
    """Every wanted day, as if nobody worked."""
    days = sum(1 for _ in _wanted_days(master.universe))
    master.add_constant(RULE, days * master.problem.prices["unmet_wish.wanted"])


def _unwanted_cents(table: DutyTable) -> Ints:
    universe = table.universe
    price = universe.problem.prices["unmet_wish.unwanted"]
    minutes = np.zeros((len(universe.employees), len(universe.slots)), dtype=np.int64)
    for employee, line in _unwanted_lines(universe).items():
        minutes[employee] = line.sums(universe.slot_start, universe.slot_end)
    by_piece = np.where(table.present, minutes[table.employee[:, None], table.slots], 0)
    return row_sums(by_piece) * price


def _unwanted_lines(universe: Universe) -> dict[int, MinuteLine]:
    """By employee: how many unwanted windows each minute lies in."""
    found: dict[int, MinuteLine] = {}
    for wish in universe.group.wishes:
        employee = universe.employee_index.get(wish.employee_id)
        if wish.kind is WishKind.UNWANTED and employee is not None:
            line = found.setdefault(employee, MinuteLine(universe))
            for day in line.days[:-1]:
                if wish.holds_on(day):
                    line.within(instant_at(day, wish.start_clock), instant_at(day, wish.end_clock))[:] += 1
    return found


def _wanted_days(universe: Universe) -> Iterator[tuple[int, int, int, int]]:
    """(employee, day, start and end of the window) of each wanted day that asks for something."""
    for wish in universe.group.wishes:
        employee = universe.employee_index.get(wish.employee_id)
        if wish.kind is not WishKind.WANTED or employee is None:
            continue
        contract = universe.employees[employee].contract
        away = [row.span for row in universe.group.absences if row.employee_id == wish.employee_id]
        for index, day in enumerate(universe.days):
            start, end = instant_at(day, wish.start_clock), instant_at(day, wish.end_clock)
            absent = any(span.start < end and span.end > start for span in away)
            after_last = contract.last_day is not None and day > contract.last_day
            if wish.holds_on(day) and not (absent or after_last or day < contract.first_day):
                yield employee, index, start, end


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents, charge=charge)
