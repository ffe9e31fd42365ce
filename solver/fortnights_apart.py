"""A bound over several weeks: each fortnight proven by itself, what links them paid at the prices of fractions.

Days off are ruled by the fortnight, so little but they ties weeks together: proven apart, two fortnights cost nearly as
much as together, and are far sooner proven (decision 0035). At *any* multipliers of the rows that link them the
cheapest of each and the rows' sides add up to a bound (Lagrange), in whole thousandths of a cent: no rounding of GLOP
can make it wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gems.domain.time import FORTNIGHT_DAYS
from gems.planning.ports import PlanOptions, ShouldStop
from solver.cpsat import CpMaster
from solver.duty_programme import DutyProgramme, at_best, paid
from solver.lagrange import SCALE
from solver.master import Master, Row
from solver.owners import NOBODYS, spread
from solver.parts import Part
from solver.search import Style, search
from solver.universe import Ints


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
    ) -> float:
        """Search a fortnight for at most `limit` (see `search`); the counted work. `on_bound`: more is proven."""
        model = CpMaster(master, stretch.part.columns, stretch.part.rows)
        model.charge(self.prices)

        def better(best: int | None, bound: int | None) -> None:
            if bound is not None and (stretch.bound is None or bound > stretch.bound):
                stretch.bound = bound
                on_bound()

        found = search(model, options, limit, Style.PROVE, better, should_stop, cut_rounds=cut_rounds)
        better(found.cents, found.bound)
        return found.work


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
    linking: list[Row] = []
    multipliers: list[int] = []
    whole = np.rint(SCALE * programme.multipliers).astype(np.int64).tolist()
    for row, multiplier in zip(part.rows, whole, strict=True):
        whose = np.unique(owner[row.columns])
        if len(whose) == 1 and whose[0] != NOBODYS:
            within[int(whose[0])].append(row)
        else:
            linking.append(row)
            multipliers.append(multiplier)
    prices, fixed = paid(master, linking, multipliers, SCALE)
    free = part.columns[owner[part.columns] == NOBODYS]
    fixed += at_best(master, prices, free, np.array(master.upper, dtype=np.int64))
    stretches = [
        Stretch(Part(part.columns[owner[part.columns] == number], tuple(within[int(number)]))) for number in numbers
    ]
    return FortnightsApart(stretches, prices, fixed)


def _owners(master: Master, part: Part) -> Ints:
    """The fortnight of each column of a part: of a duty its day's, of others that of all that their rows are about."""
    universe = master.universe
    anchor, first = universe.group.settings.fortnight_start, universe.days[0]
    since = (first - anchor).days + np.arange(len(universe.days), dtype=np.int64)
    owner: Ints = np.full(master.size, NOBODYS, dtype=np.int64)
    duties = part.columns[part.columns < len(master.table)]
    owner[duties] = since[master.table.day[duties]] // FORTNIGHT_DAYS - since[0] // FORTNIGHT_DAYS
    spread(owner, part.rows)
    return owner
