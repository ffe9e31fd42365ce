"""What rows of the master may read of a duty beyond its times."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from gems.domain.roster_terms import ANY_WORK
from solver.duty_table import DutyTable
from solver.nights import night_duties
from solver.shift_kinds import by_clock
from solver.universe import Ints


def traits(table: DutyTable) -> tuple[Ints, ...]:
    """Figures two duties must share for one to stand for the other, beside missions, minutes and days."""
    figures = table.travel, night_duties(table).astype(np.int64)
    return *figures, *_kinds_of_shift(table), *_standing(table), *_together(table)


def _kinds_of_shift(table: DutyTable) -> Iterator[Ints]:
    """What roster terms tell apart by the clock: not always is the later start or the earlier end the better."""
    terms = table.universe.group.roster_terms
    clocks = {replace(kind, label=None) for term in terms for kind in (term.kind, term.then)} - {ANY_WORK}
    for kind in sorted(clocks, key=str):
        yield by_clock(table, kind).astype(np.int64)


def _standing(table: DutyTable) -> Iterator[Ints]:
    """The pieces of the baseline that a duty holds: which exact piece is kept matters there."""
    baseline = table.universe.problem.baseline
    if baseline is None:
        return
    standing = {(piece.start, piece.end, piece.site_id) for piece in baseline.assignments}
    slots = table.universe.slots
    yield from _held(table, [(s.span.start, s.span.end, s.site_id) in standing for s in slots])


def _together(table: DutyTable) -> Iterator[Ints]:
    """The pieces that others begin at the same time: a later start is no better there."""
    problem = table.universe.problem
    visited = {mission.id for visit in problem.visits for mission in visit.missions}
    if visited:
        slots = table.universe.slots
        yield from _held(table, [s.mission >= 0 and problem.missions[s.mission].id in visited for s in slots])


def _held(table: DutyTable, marks: Sequence[bool]) -> Iterable[Ints]:
    """Which of the marked slots each duty holds."""
    held = np.where(table.of_slot(table.universe.per_slot(marks)) > 0, table.slots, -1)
    return np.sort(held, axis=1).T
