"""Every legal working day of every person, composed level by level: one piece, two pieces, three…

All people and days grow together in arrays; a duty that a pruning constraint forbids is never extended.
"""

from collections.abc import Sequence

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.universe import Bools, Ints, Universe


def legal_blocks(universe: Universe, constraints: Sequence[Constraint]) -> Universe:
    """The universe with the blocks that no constraint forbids, inside the horizon."""
    keep: Bools = universe.slot_day[universe.block_slot] >= 0
    for constraint in constraints:
        if constraint.forbidden_blocks is not None:
            keep &= ~constraint.forbidden_blocks(universe)
    return universe.with_blocks(keep)


def legal_duties(universe: Universe, constraints: Sequence[Constraint]) -> DutyTable:
    """Every duty made of the universe's blocks that no constraint forbids."""
    pruning = [each.forbidden_duties for each in constraints if each.forbidden_duties and each.prunes]
    others = [each.forbidden_duties for each in constraints if each.forbidden_duties and not each.prunes]
    successors = _Successors(universe)
    levels: list[Ints] = []
    frontier: Ints = np.arange(len(universe.block_slot), dtype=np.int64)[:, None]
    while len(frontier):
        table = DutyTable(universe, frontier)
        for forbidden in pruning:
            table = table.take(~forbidden(table))
        frontier = table.blocks
        for forbidden in others:
            table = table.take(~forbidden(table))
        levels.append(table.blocks)
        frontier = successors.extend(frontier)
    return DutyTable(universe, _stacked(levels))


def _stacked(levels: Sequence[Ints]) -> Ints:
    width = max((level.shape[1] for level in levels if len(level)), default=1)
    padded = [
        np.pad(level, ((0, 0), (0, width - level.shape[1])), constant_values=-1) for level in levels if len(level)
    ]
    return np.concatenate(padded) if padded else np.zeros((0, 1), dtype=np.int64)


class _Successors:
    """For each block, the blocks of the same person and day that can follow it: after it, drive included."""

    def __init__(self, universe: Universe) -> None:
        self.mission = universe.slot_mission[universe.block_slot]
        self.counts = np.zeros(len(self.mission), dtype=np.int64)
        found: dict[int, Ints] = {}
        for blocks in _by_person_and_day(universe):
            follows = self._follows(universe, blocks)
            self.counts[blocks] = follows.sum(axis=1)
            for position, block in enumerate(blocks.tolist()):
                found[block] = blocks[follows[position]]
        self.first = np.concatenate([[0], np.cumsum(self.counts)[:-1]]).astype(np.int64)
        empty = np.zeros(0, dtype=np.int64)
        self.followers = np.concatenate([empty, *(found.get(block, empty) for block in range(len(self.mission)))])

    def _follows(self, universe: Universe, blocks: Ints) -> Bools:
        slots = universe.block_slot[blocks]
        site, end, start = universe.slot_site[slots], universe.slot_end[slots], universe.slot_start[slots]
        arrival = end[:, None] + universe.drives[0][site[:, None], site[None, :]]
        mission = self.mission[blocks]
        same = (mission[:, None] == mission[None, :]) & (mission[:, None] >= 0)
        after: Bools = (arrival <= start[None, :]) & ~same
        return after

    def extend(self, duties: Ints) -> Ints:
        """Each duty with each block that can follow its last one and serves no mission it already serves."""
        last = duties[:, -1]
        counts = self.counts[last]
        origin = np.repeat(np.arange(len(duties)), counts)
        offset = np.arange(len(origin)) - np.repeat(np.cumsum(counts) - counts, counts)
        added = self.followers[self.first[last][origin] + offset]
        twice = (self.mission[duties[origin]] == self.mission[added][:, None]) & (self.mission[added][:, None] >= 0)
        longer: Ints = np.concatenate([duties[origin], added[:, None]], axis=1)[~twice.any(axis=1)]
        return longer


def _by_person_and_day(universe: Universe) -> list[Ints]:
    keys = universe.block_employee * len(universe.days) + universe.slot_day[universe.block_slot]
    order = np.lexsort((universe.slot_start[universe.block_slot], keys))
    cuts = np.flatnonzero(np.diff(keys[order])) + 1
    return [part for part in np.split(order, cuts) if len(part)]
