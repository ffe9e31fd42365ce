"""Published changes: everything published is charged as taken at first; duties give back what they keep and pay what
they add.
"""

from collections.abc import Iterator

import numpy as np

from gems.domain.schedule import Assignment
from gems.domain.time import DAYS_OF_WEEK, day_of
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable, row_sums
from solver.master import Master
from solver.person_days import NONE, rows_by_person_day
from solver.universe import Ints, Universe

RULE = "published_change"


def duty_cents(table: DutyTable) -> Ints:
    """Pieces at times not published, less the published ones kept, and the kept ones in another place."""
    universe = table.universe
    prices, rows_of = _day_prices(universe), rows_by_person_day(table)
    cents = _added_cents(table, prices)
    site_index = {site.id: index for index, site in enumerate(universe.group.sites)}
    sites, place = table.of_slot(universe.slot_site, -1), universe.problem.prices["published_change.place"]
    for employee, day, piece, away in _published(universe):
        rows = rows_of.get((employee, day), NONE)
        same_times = table.present[rows] & (table.starts[rows] == piece.start) & (table.ends[rows] == piece.end)
        same_place = same_times & (sites[rows] == site_index[piece.site_id])
        kept, moved = same_times.any(axis=1), same_times.any(axis=1) & ~same_place.any(axis=1)
        cents[rows[kept]] -= 0 if away else int(prices[day])
        cents[rows[moved]] += place
    return cents


def charge(master: Master) -> None:
    """All that is published, as if nothing were kept; what an absence takes is free."""
    prices = _day_prices(master.universe)
    lost = sum(int(prices[day]) for _, day, _, away in _published(master.universe) if not away)
    master.add_constant(RULE, lost)


def _published(universe: Universe) -> Iterator[tuple[int, int, Assignment, bool]]:
    """(employee, day, published piece, whether its person is away then) of each one in the horizon."""
    problem = universe.problem
    if problem.baseline is None or problem.as_of is None:
        return
    for piece in problem.baseline.published:
        employee, day = universe.employee_index.get(piece.employee_id), universe.day_index.get(piece.day)
        if employee is not None and day is not None:
            away = any(
                row.employee_id == piece.employee_id and row.span.start < piece.end and piece.start < row.span.end
                for row in universe.group.absences
            )
            yield employee, day, piece, away


def _day_prices(universe: Universe) -> Ints:
    """Cents of a change by the day it touches."""
    problem, prices = universe.problem, universe.problem.prices
    if problem.as_of is None:
        return np.zeros(len(universe.days), dtype=np.int64)
    today = day_of(problem.as_of).toordinal()
    notice = np.array([day.toordinal() - today for day in universe.days])
    bands = [notice >= prices[f"{RULE}.early_days"], notice >= prices[f"{RULE}.short_days"]]
    found: Ints = np.select(bands, [prices[f"{RULE}.early"], prices[f"{RULE}.short"]], prices[f"{RULE}.late"])
    return found


def _added_cents(table: DutyTable, prices: Ints) -> Ints:
    """What pieces at times not published cost, in the weeks that have something published."""
    universe = table.universe
    published = list(_published(universe))
    weeks = np.zeros(len(universe.days), dtype=np.bool_)
    baseline = universe.problem.baseline
    for piece in baseline.published if baseline is not None and universe.problem.as_of is not None else ():
        if piece.day in universe.day_index:
            monday = universe.day_index[piece.day] // DAYS_OF_WEEK * DAYS_OF_WEEK
            weeks[monday : monday + DAYS_OF_WEEK] = True
    added = np.where(weeks[universe.slot_day], prices[universe.slot_day], 0)[universe.block_slot]
    starts, ends = universe.slot_start[universe.block_slot], universe.slot_end[universe.block_slot]
    by_person: dict[int, list[Assignment]] = {}
    for employee, _, piece, _ in published:
        by_person.setdefault(employee, []).append(piece)
    for employee, pieces in by_person.items():
        own = np.flatnonzero(universe.block_employee == employee)
        known = np.isin(_times(starts[own], ends[own]), _times(*_edges(pieces)))
        added[own[known]] = 0
    return row_sums(np.where(table.present, added[table.blocks], 0))


def _edges(pieces: list[Assignment]) -> tuple[Ints, Ints]:
    return np.array([piece.start for piece in pieces]), np.array([piece.end for piece in pieces])


def _times(starts: Ints, ends: Ints) -> Ints:
    """One number for a start and an end; pieces last less than a million minutes."""
    found: Ints = starts * 10**6 + (ends - starts)
    return found


CONSTRAINT = Constraint(rule=RULE, duty_cents=duty_cents, charge=charge)
