"""The duties of a few people's days composed anew, beside those that stand of everybody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.enumeration import Prompt, blocks_by_day, legal_duties
from solver.universe import Bools, Ints, Universe
from solver.visits import visit_of_missions

Cell = tuple[int, int]
"""A person and a day, by index."""
Standing = dict[Cell, tuple[int, ...]]
"""The blocks, in time order, of each day somebody works; of the universe of all blocks."""
BEGINS = 4
"""Times tried at which a day may begin with a mission, spread over those possible."""
ALIKE = 3
"""Duties kept of those that one person could do the same missions in, the cheapest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Days that are opened: they keep what is in them, in its order, but for the missions that move."""

    cells: tuple[Cell, ...] = ()
    moving: frozenset[int] = frozenset()
    """Done by anybody of the open days, or by nobody."""
    hours: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Hours tried for each visit on these days, where nobody comes to it on another one."""
    offset: float = 0.0
    """From 0 to 1: which of the possible hours are tried to begin a day."""


class Days:
    """All blocks, and the tables of some of them."""

    def __init__(self, universe: Universe, constraints: Sequence[Constraint]) -> None:
        self.universe, self.constraints = universe, constraints
        slots = universe.block_slot
        self.day: Ints = universe.slot_day[slots]
        self.mission: Ints = universe.slot_mission[slots]
        self.start: Ints = universe.slot_start[slots]
        self.composed = 0
        """Duties composed so far."""
        people = universe.block_employee
        by_day = blocks_by_day(universe)
        self._of_cell: dict[Cell, Ints] = {(int(people[own[0]]), int(self.day[own[0]])): own for own in by_day}
        self.visit = visit_of_missions(universe)
        """The visit of each mission, see there."""

    @cached_property
    def cells_of(self) -> dict[int, list[Cell]]:
        """The days on which somebody could take each mission, for those that anybody could take."""
        keys = np.stack([self.mission, self.universe.block_employee, self.day])
        found: dict[int, list[Cell]] = {}
        for mission, person, day in np.unique(keys, axis=1).T.tolist():
            if mission >= 0:
                found.setdefault(mission, []).append((person, day))
        return found

    def table(self, standing: Standing, opening: Opening, most: int) -> tuple[DutyTable, Ints]:
        """What stands, and what the open days could be made of.

        Also which block of all each block of the table's universe is. Raises TooManyDuties.
        """
        stands = [np.array(blocks, dtype=np.int64) for blocks in standing.values()]
        kept = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *stands]))
        stays = {cell: self._staying(standing, cell, opening) for cell in opening.cells}
        new = self._opened(standing, opening, stays)
        blocks = np.concatenate([new, np.setdiff1d(kept, new)])
        universe = self.universe.narrowed(blocks)
        place = {block: index for index, block in enumerate(blocks.tolist())}
        opened = universe.with_blocks(np.arange(len(blocks)) < len(new))
        rules = (*self.constraints, *self._in_order(new, stays))
        prompt = self._prompt(new, kept, opening.offset)
        every = legal_duties(opened, rules, prompt=prompt, most=most)
        self.composed += len(every)
        found = self._cheapest(every)
        rows = [row[row >= 0].tolist() for row in found.blocks]
        known = set(map(tuple, rows))
        rows += [row for row in ([place[b] for b in of] for of in standing.values()) if tuple(row) not in known]
        width = max((len(row) for row in rows), default=1)
        padded = [row + [-1] * (width - len(row)) for row in rows]
        return DutyTable(universe, np.array(padded, dtype=np.int64).reshape(len(rows), width)), blocks

    @cached_property
    def hours_of(self) -> dict[int, list[int]]:
        """The hours at which each visit could begin, somebody for each of its missions that anybody could take."""
        starts: dict[int, list[set[int]]] = {}
        for mission in self.cells_of:
            of_mission = set(self.start[self.mission == mission].tolist())
            starts.setdefault(int(self.visit[mission]), []).append(of_mission)
        return {visit: sorted(set.intersection(*found)) for visit, found in starts.items() if visit >= 0}

    def _staying(self, standing: Standing, cell: Cell, opening: Opening) -> list[int]:
        """The missions that an open day keeps, in order."""
        done = [int(self.mission[block]) for block in standing.get(cell, ())]
        return [mission for mission in done if mission >= 0 and mission not in opening.moving]

    def _opened(self, standing: Standing, opening: Opening, stays: Mapping[Cell, Sequence[int]]) -> Ints:
        """Blocks of the open days: of the missions, at the hour at which others come to a visit; and what stands."""
        empty = np.zeros(0, dtype=np.int64)
        held = {block for cell, blocks in standing.items() if cell not in opening.cells for block in blocks}
        begun = {int(self.visit[self.mission[block]]): [int(self.start[block])] for block in held}
        found = [empty]
        for cell, own_missions in stays.items():
            own = self._of_cell.get(cell, empty)
            own = own[np.isin(self.mission[own], [*own_missions, *opening.moving])]
            visit = self.visit[self.mission[own]]
            fits = visit < 0
            for one in np.unique(visit[visit >= 0]).tolist():
                fits |= (visit == one) & np.isin(self.start[own], begun.get(one) or opening.hours[one])
            found += [own[fits], np.array(standing.get(cell, ()), dtype=np.int64)]
        return np.unique(np.concatenate(found))

    def _in_order(self, blocks: Ints, stays: Mapping[Cell, Sequence[int]]) -> tuple[Constraint, ...]:
        """Days keep what stays in them, all of it and in its order."""
        rank = np.full(len(blocks), -1, dtype=np.int64)
        whole = np.zeros((len(self.universe.employees), len(self.universe.days)), dtype=np.int64)
        for (person, day), missions in stays.items():
            whole[person, day] = len(missions)
            own = (self.universe.block_employee[blocks] == person) & (self.day[blocks] == day)
            for place, mission in enumerate(missions):
                rank[own & (self.mission[blocks] == mission)] = place

        def out_of_order(table: DutyTable) -> Bools:
            ranks = np.where(table.present, rank[table.blocks], -1)
            found: Bools = ((ranks >= 0) & (ranks != np.cumsum(ranks >= 0, axis=1) - 1)).any(axis=1)
            return found

        def unfinished(table: DutyTable) -> Bools:
            kept = (table.present & (rank[table.blocks] >= 0)).sum(axis=1)
            missing: Bools = kept < whole[table.employee, table.day]
            return missing

        return (
            Constraint(rule="in_order", forbidden_duties=out_of_order, prunes=True),
            Constraint(rule="all_kept", forbidden_duties=unfinished),
        )

    def _prompt(self, new: Ints, kept: Ints, offset: float) -> Prompt:
        """Days begin at hours spread over those possible, or as they stand; who comes with others may wait for them."""
        stands = np.isin(new, kept)
        return Prompt(begins=self._spread(new, offset) | stands, waits=stands | (self.visit[self.mission[new]] >= 0))

    def _spread(self, blocks: Ints, offset: float) -> Bools:
        keep: Bools = np.zeros(len(blocks), dtype=np.bool_)
        person = self.universe.block_employee[blocks]
        order = np.lexsort((self.start[blocks], self.mission[blocks], self.day[blocks], person))
        keys = np.stack([person, self.day[blocks], self.mission[blocks]])[:, order]
        cuts = np.flatnonzero((np.diff(keys) != 0).any(axis=0)) + 1
        for part in np.split(order, cuts):
            number = min(BEGINS, len(part))
            keep[part[((np.arange(number) + offset) * len(part) / number).astype(np.int64)]] = True
        return keep

    def _cheapest(self, table: DutyTable) -> DutyTable:
        """Of the duties of one person with the same missions, visits at the same hours, the cheapest few."""
        if not len(table):
            return table
        prices = [each.duty_cents(table) for each in self.constraints if each.duty_cents]
        cents: Ints = np.sum(prices, axis=0) if prices else np.zeros(len(table), dtype=np.int64)
        together = table.present & (self.visit[table.missions] >= 0)
        served = np.sort(table.missions, axis=1)
        hours = np.sort(np.where(together, table.starts, -1), axis=1)
        signature = np.concatenate([table.employee[:, None], table.day[:, None], served, hours], axis=1)
        _, group = np.unique(signature, axis=0, return_inverse=True)
        group = group.reshape(-1)
        order = np.lexsort((table.end, cents, group))
        begins = np.concatenate([[True], np.diff(group[order]) != 0])
        rank = np.arange(len(order)) - np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))
        return table.take(np.sort(order[rank < ALIKE]))
