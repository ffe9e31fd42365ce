"""Drop duties that another one of the same person replaces at no cost.

Two duties of one person that serve the same missions for the same minutes, and weigh the same on every limit, differ
only in when they start, when they end and what they cost. One that starts no earlier, ends no later and costs no more
is as good in any week: every row of the master that reads times reads them so (later start, earlier end: never worse).
"""

from collections.abc import Sequence

import numpy as np

from solver.duty_table import DutyTable
from solver.universe import Bools, Ints


def undominated(table: DutyTable, cents: Ints, traits: Sequence[Ints]) -> DutyTable:
    """The duties that no other replaces; `traits` are further figures rows may read."""
    group = _groups(table, traits)
    order = np.lexsort((table.end, -table.start, cents, group))
    keep: Bools = np.zeros(len(table), dtype=np.bool_)
    left = order
    while len(left):
        head = np.concatenate([[True], np.diff(group[left]) != 0])
        leaders = np.repeat(left[head], np.diff(np.append(np.flatnonzero(head), len(left))))
        keep[left[head]] = True
        worse = (table.start[left] <= table.start[leaders]) & (table.end[left] >= table.end[leaders])
        left = left[~worse]
    return table.take(np.flatnonzero(keep))


def _groups(table: DutyTable, traits: Sequence[Ints]) -> Ints:
    # Pieces without a mission (locked, by hand) are told apart by `traits`: they stand in the baseline.
    served = np.sort(np.where(table.present, (table.missions + 1) * 4096 + table.minutes, -1), axis=1)
    columns = [table.employee, table.day, table.work_own_day, table.work_next_day, *traits]
    signature = np.concatenate([served, np.stack(columns, axis=1)], axis=1)
    _, group = np.unique(signature, axis=0, return_inverse=True)
    return group.reshape(-1).astype(np.int64)
