"""Plan where there are too many possible days to compose them all: some people's days at a time, again and again.

A first plan holds what stands. Then the days of a few people are opened: all that they could be made of, with what
nobody does near them, is composed, and the whole master is solved on these and on what stands of everybody else
(large neighbourhood search; Shaw, 1998). Every rule is in that master; of all its answers the best is kept. Nothing is
proven: days that were never composed could be better ones.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from gems.planning.ports import PlanOptions, ShouldStop
from solver.constraints.statement import Constraint
from solver.cpsat import CpMaster
from solver.duty_table import DutyTable
from solver.effort import Effort
from solver.enumeration import TooManyDuties
from solver.master import Master
from solver.needed.days import Cell, Days, Opening, Standing
from solver.needed.openings import Openings
from solver.search import Style, ignore_news, search
from solver.universe import Ints, Universe

MOST_DUTIES = 30_000
"""Duties of the open days, at most."""
STEP_WORK = 4.0
"""Counted work of one step, at most."""
FRUITLESS = 3000
"""After so many openings in a row that brought nothing it ends."""
SHAKEN, LATELY = 0.5, 60
"""How often a day must change, and how many steps ago the plan may have been as dear as what is taken then (late
acceptance; Burke and Bykov, 2017)."""
STEP, DUTY = 0.02, 1e-5
"""Work counted for a step beside its search, and for each duty composed for it: about a second's hundred-thousandth."""
Linked = Callable[[DutyTable], Master]


@dataclass(slots=True)
class DaySearch:
    """A search by openings; what it offers is what `solver.assembly.Assembly` does."""

    universe: Universe
    constraints: Sequence[Constraint]
    linked: Linked
    """The master of a table, with all that its rules say."""
    options: PlanOptions
    on_better: Callable[[int | None, int], None]
    should_stop: ShouldStop
    master: Master = field(init=False)
    """Of the best plan; its columns' values are `values`."""
    values: list[int] | None = None
    infeasible: bool = False
    """Never known: what does not hold without other work may hold with it."""
    stopped: bool = False
    proven: bool = False
    least_change: bool = False
    bound: int = 0
    """No bill is below nothing: every price is at least zero."""
    _least: int = 0
    _cents: int = 0
    """Of the plan gone on from, which may be a little dearer than the best."""
    _standing: Standing = field(default_factory=dict)

    def run(self, seconds: float) -> None:
        """Search for at most so many seconds (units of counted work in deterministic mode)."""
        effort, rng = Effort(seconds, counted=self.options.deterministic), Random(self.options.seed)
        days = Days(self.universe, self.constraints)
        for locked_only in (False, True):
            self._standing = _stands(self.universe, locked_only=locked_only)
            self._step(days, Opening(), effort, None)
            if self.values is not None:
                break
        if self.values is None or not days.cells_of:
            self.stopped = self.values is None and self.should_stop()
            return
        openings, lately = Openings(days, rng), deque([self._cents] * LATELY, maxlen=LATELY)
        fruitless = 0
        while effort.left and fruitless < FRUITLESS:
            if self.should_stop():
                self.stopped = True
                return
            before, composed = self._least, days.composed
            opening = openings.draw(self._standing)
            shaken = rng if rng.random() < SHAKEN else None
            try:
                self._step(days, opening, effort, shaken, max(self._cents, lately[0]))
                openings.went_well()
            except TooManyDuties:
                openings.was_too_much()
                effort.count(DUTY * MOST_DUTIES)
            effort.count(STEP + DUTY * (days.composed - composed))
            lately.append(self._cents)
            fruitless = 0 if self._least < before else fruitless + 1

    def _step(
        self, days: Days, opening: Opening, effort: Effort, shaken: Random | None, at_most: int | None = None
    ) -> None:
        """Compose the open days, solve the master, take its answer over.

        `shaken`: one of the days is to change; what comes of it is taken unless it costs more than `at_most`.
        """
        table, blocks = days.table(self._standing, opening, MOST_DUTIES)
        master = self.linked(table)
        rows = _standing_rows(table, blocks, self._standing)
        ours = [row for row in sorted(rows) if (int(table.employee[row]), int(table.day[row])) in opening.cells]
        closed = np.array([shaken.choice(ours)], dtype=np.int64) if shaken is not None and ours else None
        model = CpMaster(master, closed=closed)
        if self.values is not None and closed is None:
            model.better(rows, self._cents - master.constant)
        limit = min(STEP_WORK, effort.left) if self.options.deterministic else max(1.0, effort.left)
        found = search(
            model,
            self.options,
            limit,
            Style.REOPEN,
            ignore_news,
            self.should_stop,
            work_limit=STEP_WORK,
            at_once=True,
        )
        effort.count(found.work)
        if found.values is None:
            return
        cents = master.constant + sum(master.cents[column] * value for column, value in found.values.items())
        if at_most is None or cents <= at_most:
            self._take(master, blocks, found.values, cents)

    def _take(self, master: Master, blocks: Ints, values: Mapping[int, int], cents: int) -> None:
        """Go on from a plan; the best of all is kept."""
        table = master.table
        self._cents, self._standing = cents, {}
        for duty in range(len(table)):
            if values[duty]:
                row = table.blocks[duty][table.present[duty]]
                self._standing[int(table.employee[duty]), int(table.day[duty])] = tuple(blocks[row].tolist())
        if self.values is None or cents < self._least:
            self.master, self._least = master, cents
            self.values = [values[column] for column in range(master.size)]
            self.on_better(cents, self.bound)


def _standing_rows(table: DutyTable, blocks: Ints, standing: Standing) -> frozenset[int]:
    """The duties of a table that stand."""
    wanted = set(standing.values())
    return frozenset(
        duty for duty in range(len(table)) if tuple(blocks[table.blocks[duty][table.present[duty]]].tolist()) in wanted
    )


def _stands(universe: Universe, *, locked_only: bool) -> Standing:
    """The blocks of what stands before planning, by day."""
    baseline = universe.problem.baseline
    if baseline is None:
        return {}
    people = universe.employee_index
    pieces = {
        (people[piece.employee_id], piece.start, piece.end, piece.site_id, piece.mission_id or "")
        for piece in baseline.assignments
        if piece.employee_id in people and (piece.locked or not locked_only)
    }
    found: dict[Cell, list[int]] = {}
    missions = universe.problem.missions
    order = np.argsort(universe.slot_start[universe.block_slot], kind="stable")
    for block in order.tolist():
        slot, person = universe.slots[int(universe.block_slot[block])], int(universe.block_employee[block])
        mission = "" if slot.mission < 0 else missions[slot.mission].id
        if (person, slot.span.start, slot.span.end, slot.site_id, mission) in pieces:
            day = int(universe.slot_day[universe.block_slot[block]])
            found.setdefault((person, day), []).append(block)
    return {cell: tuple(blocks) for cell, blocks in found.items()}
