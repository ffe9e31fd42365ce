"""Duties as a table: one row a candidate working day of one person, its figures as arrays.

Rows may be illegal: constraints say which. Everything is exact in whole minutes.
"""

from functools import cached_property

import numpy as np

from gems.domain.time import minutes_within_clock
from solver.universe import Bools, Ints, Universe

FAR = 10**6
"""Minutes longer than any horizon: the gap after the last piece."""


def row_sums(values: Ints | Bools) -> Ints:
    """The sum of each row."""
    total: Ints = values.sum(axis=1, dtype=np.int64)
    return total


class DutyTable:
    """`blocks` is a matrix (duties x most pieces) of block indexes of the universe in time order, padded with -1."""

    def __init__(self, universe: Universe, blocks: Ints) -> None:
        self.universe = universe
        self.blocks = blocks.reshape(len(blocks), -1 if len(blocks) else 1)

    def __len__(self) -> int:
        return len(self.blocks)

    def take(self, rows: Bools | Ints) -> "DutyTable":
        """Some rows, in order."""
        return DutyTable(self.universe, self.blocks[rows])

    @classmethod
    def of_whole_days(cls, universe: Universe) -> "DutyTable":
        """One duty for each person and day holding *all* their blocks of that day: how a finished schedule is asked."""
        order = np.lexsort((universe.slot_start[universe.block_slot],))
        rows: dict[tuple[int, int], list[int]] = {}
        for block in order.tolist():
            day = int(universe.slot_day[universe.block_slot[block]])
            rows.setdefault((int(universe.block_employee[block]), day), []).append(block)
        width = max((len(row) for row in rows.values()), default=1)
        padded = [row + [-1] * (width - len(row)) for _, row in sorted(rows.items())]
        return cls(universe, np.array(padded, dtype=np.int64).reshape(len(padded), width))

    @cached_property
    def present(self) -> Bools:
        """Which cells hold a piece."""
        return self.blocks >= 0

    @cached_property
    def size(self) -> Ints:
        """Number of pieces of each duty."""
        return row_sums(self.present)

    @cached_property
    def slots(self) -> Ints:
        """Slot index of each piece, -1 where there is none."""
        return np.where(self.present, self.universe.block_slot[self.blocks], -1)

    def of_slot(self, values: Ints, absent: int = 0) -> Ints:
        """A figure of each slot laid out by piece (duties x pieces), `absent` where there is none."""
        return np.where(self.present, values[self.slots], absent)

    @cached_property
    def employee(self) -> Ints:
        """Employee index of each duty."""
        return self.universe.block_employee[self.blocks[:, 0]]

    @cached_property
    def day(self) -> Ints:
        """Index of the horizon day on which each duty begins."""
        return self.universe.slot_day[self.slots[:, 0]]

    @cached_property
    def missions(self) -> Ints:
        """Mission index of each piece, -1 where there is none."""
        return self.of_slot(self.universe.slot_mission, -1)

    @cached_property
    def starts(self) -> Ints:
        """Start instant of each piece, 0 where there is none."""
        return self.of_slot(self.universe.slot_start)

    @cached_property
    def ends(self) -> Ints:
        """End instant of each piece, 0 where there is none."""
        return self.of_slot(self.universe.slot_end)

    @cached_property
    def minutes(self) -> Ints:
        """Minutes of each piece, 0 where there is none."""
        return self.ends - self.starts

    @cached_property
    def start(self) -> Ints:
        """First start of each duty."""
        return self.starts[:, 0]

    @cached_property
    def end(self) -> Ints:
        """Last end of each duty."""
        last: Ints = self.ends.max(axis=1)
        return last

    @cached_property
    def _legs(self) -> tuple[Ints, Ints]:
        sites = self.of_slot(self.universe.slot_site)
        both = self.present[:, 1:]
        minutes, km = self.universe.drives
        before, after = sites[:, :-1], sites[:, 1:]
        return np.where(both, minutes[before, after], 0), np.where(both, km[before, after], 0)

    @property
    def drive_minutes(self) -> Ints:
        """Drive after each piece but the last column, 0 without a next piece."""
        return self._legs[0]

    @property
    def drive_km(self) -> Ints:
        """Kilometres after each piece but the last column, 0 without a next piece."""
        return self._legs[1]

    @cached_property
    def gaps(self) -> Ints:
        """Free minutes after each piece but the last column, the drive taken off; FAR without a next piece."""
        free = self.starts[:, 1:] - self.ends[:, :-1] - self.drive_minutes
        return np.where(self.present[:, 1:], free, FAR)

    @cached_property
    def travel(self) -> Ints:
        """Driving minutes of each duty."""
        return row_sums(self.drive_minutes)

    @cached_property
    def km(self) -> Ints:
        """Kilometres between sites of each duty."""
        return row_sums(self.drive_km)

    @cached_property
    def work(self) -> Ints:
        """Worked minutes of each duty: pieces and drives."""
        return row_sums(self.minutes) + self.travel

    @cached_property
    def work_next_day(self) -> Ints:
        """Worked minutes that fall on the local day after the duty's own."""
        midnight = self.universe.day_starts[self.day + 1][:, None]
        pieces = np.clip(self.ends - np.maximum(self.starts, midnight), 0, None) * self.present
        leave, arrive = self.ends[:, :-1], self.ends[:, :-1] + self.drive_minutes
        drives = np.clip(arrive - np.maximum(leave, midnight), 0, None) * self.present[:, 1:]
        return row_sums(pieces) + row_sums(drives)

    @cached_property
    def work_own_day(self) -> Ints:
        """Worked minutes that fall on the local day the duty begins on."""
        return self.work - self.work_next_day

    def clock_minutes(self, start_clock: int, end_clock: int) -> Ints:
        """Minutes of the pieces (drives left out) within a daily clock window; the end may be over 1440."""
        universe = self.universe
        by_slot = universe.per_slot(
            [minutes_within_clock(slot.span, start_clock, end_clock) for slot in universe.slots]
        )
        return row_sums(self.of_slot(by_slot))
