"""Interruptions and sequences of duties, for the constraints on split days; all duties at once.

Free time between two pieces, the drive taken off, interrupts a duty when it is longer than `interruption_from`.
"""

import numpy as np

from gems.domain.people import ContractKind
from solver.duty_table import FAR, DutyTable
from solver.universe import Bools, Ints


def interrupted(table: DutyTable) -> Bools:
    """After which pieces (duties x pieces but the last) an interruption follows."""
    shortest = table.universe.figures("interruption_from", FAR)[table.employee, table.day]
    follows: Bools = table.present[:, 1:] & (table.gaps > shortest[:, None])
    return follows


def of_contract(table: DutyTable, kind: ContractKind) -> Bools:
    """Duties of people under a full-time or a part-time contract."""
    people = table.universe.employees
    held: Bools = np.array([person.contract.kind is kind for person in people], dtype=np.bool_)[table.employee]
    return held


def shortest_sequence(table: DutyTable) -> Ints:
    """Minutes of the shortest sequence of each duty, its pieces and the drives among them; FAR when it has one only."""
    cuts = interrupted(table)
    run = table.minutes[:, 0].copy()
    least = np.full(len(table), FAR, dtype=np.int64)
    for piece in range(cuts.shape[1]):
        cut = cuts[:, piece]
        least = np.where(cut, np.minimum(least, run), least)
        run = np.where(cut, 0, run + table.drive_minutes[:, piece]) + table.minutes[:, piece + 1]
    return np.where(cuts.any(axis=1), np.minimum(least, run), FAR)
