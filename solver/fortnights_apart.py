"""A bound over several weeks: each fortnight proven by itself, what links them paid at the prices of fractions.

Days off are ruled by the fortnight, so little but they ties weeks together: proven apart, two fortnights cost nearly as
much as together, and are far sooner proven (decision 0035). At *any* multipliers of the rows that link them the
cheapest of each and the rows' sides add up to a bound (Lagrange), in whole thousandths of a cent: no rounding of GLOP
can make it wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from gems.domain.time import DAYS_OF_WEEK
from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.duty_programme import DutyProgramme
from solver.lagrange import SCALE
from solver.master import INFINITE, Master, Row
from solver.parts import Part
from solver.search import Style, search
from solver.universe import Ints

FORTNIGHT = 2 * DAYS_OF_WEEK
NOBODYS = -1
"""Of a column that belongs to no fortnight, or not to one alone."""


@dataclass(slots=True)
class Stretch:
    """One fortnight of a part, searched as if the others did not matter."""

    part: Part
    bound: int | None = None
    """Thousandths of a cent that no plan of it goes below once linking rows are paid; None before anything is known."""


@dataclass(slots=True)
class FortnightsApart:
    """The fortnights of one part, and what they prove of it."""

    stretches: list[Stretch]
    prices: Ints
    """Thousandths of a cent of each column of the master once the linking rows are paid."""
    fixed: int
    """What those rows and the columns of no fortnight add to a bound; in thousandths of a cent."""
    work: float = field(default=0.0, init=False)
    """Counted work so far."""

    @property
    def cents(self) -> int | None:
        """No plan of the part costs less; None until something is known of each fortnight."""
        bounds = [stretch.bound for stretch in self.stretches if stretch.bound is not None]
        return -(-(self.fixed + sum(bounds)) // SCALE) if len(bounds) == len(self.stretches) else None

    def prove(
        self,
        master: Master,
        stretch: Stretch,
        options: PlanOptions,
        limit: float,
        cut_rounds: int,
        on_bound: Callable[[], None],
        should_stop: ShouldStop,
    ) -> None:
        """Search a fortnight for at most `limit`, see `search`; `on_bound` hears that more is proven of it."""
        model = CpMaster(master, stretch.part.columns, stretch.part.rows)
        model.charge(self.prices)

        def better(best: int | None, bound: int | None) -> None:
            if bound is not None and (stretch.bound is None or bound > stretch.bound):
                stretch.bound = bound
                on_bound()

        found = search(model, options, limit, Style.PROVE, better, should_stop, cut_rounds=cut_rounds)
        self.work += found.work
        better(found.cents, found.bound)


def fortnights_apart(master: Master, part: Part) -> FortnightsApart | None:
    """The fortnights of a part; None where there are not two, or GLOP finds no prices."""
    owner = _owners(master, part)
    numbers = np.unique(owner[part.columns])
    numbers = numbers[numbers != NOBODYS]
    if len(numbers) < 2:  # noqa: PLR2004 — one is not apart from anything
        return None
    programme = DutyProgramme(master, part)
    if not programme.solved:
        return None
    within: dict[int, list[Row]] = {int(number): [] for number in numbers}
    linking: list[tuple[Row, int]] = []
    for row, multiplier in zip(
        part.rows, np.rint(SCALE * programme.multipliers).astype(np.int64).tolist(), strict=True
    ):
        whose = np.unique(owner[row.columns])
        if len(whose) == 1 and whose[0] != NOBODYS:
            within[int(whose[0])].append(row)
        else:
            linking.append((row, multiplier))
    prices, fixed = _paid(master, linking)
    free = part.columns[owner[part.columns] == NOBODYS]
    low, high = (np.array(sides, dtype=np.int64)[free] for sides in (master.lower, master.upper))
    fixed += int(np.minimum(prices[free] * low, prices[free] * high).sum())
    stretches = [
        Stretch(Part(part.columns[owner[part.columns] == number], tuple(within[int(number)]))) for number in numbers
    ]
    return FortnightsApart(stretches, prices, fixed)


def _paid(master: Master, rows: Sequence[tuple[Row, int]]) -> tuple[Ints, int]:
    """What columns cost once rows are paid at these multipliers, and what the rows' own sides come to."""
    prices: Ints = SCALE * np.array(master.cents, dtype=np.int64)
    total = 0
    for row, multiplier in rows:
        side = row.lower if multiplier > 0 else row.upper
        if multiplier and abs(side) < INFINITE:
            total += multiplier * side
            np.subtract.at(prices, row.columns, multiplier * row.coefficients)
    return prices, total


def _owners(master: Master, part: Part) -> Ints:
    """The fortnight of each column of a part: of a duty its day's, of others that of all that their rows are about."""
    universe = master.universe
    anchor, first = universe.group.settings.fortnight_start, universe.days[0]
    since = (first - anchor).days + np.arange(len(universe.days), dtype=np.int64)
    owner: Ints = np.full(master.size, NOBODYS, dtype=np.int64)
    duties = part.columns[part.columns < len(master.table)]
    owner[duties] = since[master.table.day[duties]] // FORTNIGHT
    waiting = True
    while waiting:
        waiting = False
        for row in part.rows:
            own = owner[row.columns]
            whose = np.unique(own)
            if len(whose) == 2 and whose[0] == NOBODYS:  # noqa: PLR2004 — one fortnight and columns nobody has yet
                owner[row.columns] = whose[1]
                waiting = True
    return owner
