"""Uninterrupted work of duties, for the constraints on breaks. Works piece by piece, all duties at once.

Free time of a break's length between two pieces, the drive taken off, ends a stretch; so the drive may come before the
break or after it, and is taken before wherever it fits. A stretch that holds a break on the spot is rested.
"""

import numpy as np

from solver.duty_table import DutyTable
from solver.universe import Bools, Ints


def breaks_on_the_spot(table: DutyTable) -> Ints:
    """Minutes of the paid break inside each piece: what its request gives, in pieces of 6 h and more only."""
    from_minutes = table.universe.figures("break_min.from", 0)[table.employee, table.day][:, None]
    given = table.of_slot(table.universe.slot_break)
    return np.where(table.minutes >= from_minutes, given, 0)


def longest_stretch(table: DutyTable, pause: Ints, longest: Ints) -> tuple[Ints, Bools]:
    """For each duty the minutes of its longest stretch without any break, and whether it is all in one stretch.

    `pause` and `longest` hold a figure for each duty: how long a break is, after how much work it is due.
    """
    rests = breaks_on_the_spot(table) >= pause[:, None]
    run = np.zeros(len(table), dtype=np.int64)
    worst = np.zeros(len(table), dtype=np.int64)
    rested = np.zeros(len(table), dtype=np.bool_)
    single = np.ones(len(table), dtype=np.bool_)
    for piece in range(table.blocks.shape[1]):
        run = run + table.minutes[:, piece]
        rested = rested | (rests[:, piece] & table.present[:, piece])
        if piece == table.blocks.shape[1] - 1:
            break
        drive, follows = table.drive_minutes[:, piece], table.present[:, piece + 1]
        cut = follows & (table.gaps[:, piece] >= pause)
        late = cut & ~rested & (run + drive > longest)
        closed = np.where(rested, 0, run + np.where(late, 0, drive))
        worst = np.where(cut, np.maximum(worst, closed), worst)
        run = np.where(cut, np.where(late, drive, 0), run + drive)
        rested = rested & ~cut
        single = single & ~cut
    return np.maximum(worst, np.where(rested, 0, run)), single
