"""Every legal working day of every person, composed level by level: one piece, two pieces, three…

All people and days grow together in arrays; a duty that a pruning constraint forbids is never extended.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.universe import Bools, Ints, Universe

ROOM = 4
"""Duties that may be begun and not yet judged, for each one that may be kept."""
PAIRS = 8
"""Pairs of blocks of one day that may be looked at, for each duty that may be begun: some half are in order."""
NEVER = 1 << 60
"""Later than any instant."""


def legal_blocks(universe: Universe, constraints: Sequence[Constraint]) -> Universe:
    """The universe with the blocks that no constraint forbids, inside the horizon."""
    keep: Bools = universe.slot_day[universe.block_slot] >= 0
    for constraint in constraints:
        if constraint.forbidden_blocks is not None:
            keep &= ~constraint.forbidden_blocks(universe)
    return universe.with_blocks(keep)


class TooManyDuties(Exception):
    """Raised instead of composing more duties than asked at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Only some of the duties: those that begin with certain blocks and wait nowhere without need."""

    begins: Bools
    """Of each block, whether a duty may begin with it."""
    waits: Bools
    """Of each block, whether it may follow another although its mission could begin sooner after that one."""


def legal_duties(
    universe: Universe, constraints: Sequence[Constraint], *, prompt: Prompt | None = None, most: int | None = None
) -> DutyTable:
    """Every duty made of the universe's blocks that no constraint forbids; with `prompt`, some of them.

    Raises TooManyDuties once more than `most` are found.
    """
    pruning = [each.forbidden_duties for each in constraints if each.forbidden_duties and each.prunes]
    others = [each.forbidden_duties for each in constraints if each.forbidden_duties and not each.prunes]
    if most is not None and sum(len(blocks) ** 2 for blocks in blocks_by_day(universe)) > most * ROOM * PAIRS:
        raise TooManyDuties
    successors = _Successors(universe, prompt)
    levels: list[Ints] = []
    found = 0
    frontier: Ints = np.arange(len(universe.block_slot), dtype=np.int64)[:, None]
    if prompt is not None:
        frontier = frontier[prompt.begins]
    while len(frontier):
        table = DutyTable(universe, frontier)
        for forbidden in pruning:
            table = table.take(~forbidden(table))
        frontier = table.blocks
        for forbidden in others:
            table = table.take(~forbidden(table))
        levels.append(table.blocks)
        found += len(table)
        if most is not None and found + successors.following(frontier) > most * ROOM:
            raise TooManyDuties
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

    def __init__(self, universe: Universe, prompt: Prompt | None = None) -> None:
        self._waits = None if prompt is None else prompt.waits
        self.mission = universe.slot_mission[universe.block_slot]
        self.counts = np.zeros(len(self.mission), dtype=np.int64)
        found: dict[int, Ints] = {}
        for blocks in blocks_by_day(universe):
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
        return after if self._waits is None else after & (self._waits[blocks] | _soonest(after, mission, start))

    def following(self, duties: Ints) -> int:
        """How many duties, at most, these are extended to."""
        return int(self.counts[duties[:, -1]].sum()) if len(duties) else 0

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


def _soonest(after: Bools, mission: Ints, start: Ints) -> Bools:
    """Of the blocks (columns) that can follow a block, those at the first time at which their mission can."""
    order = np.argsort(mission, kind="stable")
    cuts = np.concatenate([[0], np.flatnonzero(np.diff(mission[order])) + 1])
    starts = np.where(after, start[None, :], NEVER)[:, order]
    first = np.minimum.reduceat(starts, cuts, axis=1)
    of_mission = np.searchsorted(cuts, np.arange(len(order)), side="right") - 1
    found: Bools = np.zeros_like(after)
    found[:, order] = (starts == first[:, of_mission]) & (starts < NEVER)
    return found


def blocks_by_day(universe: Universe) -> list[Ints]:
    """The blocks of each person and day, in the order of their starts."""
    keys = universe.block_employee * len(universe.days) + universe.slot_day[universe.block_slot]
    order = np.lexsort((universe.slot_start[universe.block_slot], keys))
    cuts = np.flatnonzero(np.diff(keys[order])) + 1
    return [part for part in np.split(order, cuts) if len(part)]
