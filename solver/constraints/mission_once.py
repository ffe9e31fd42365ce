"""One mission, one piece: the duties that serve a mission exclude each other.

Where a mission stands for others (`solver.heads`) they are counted, and the heads of dearer tiers are bought.
"""

from collections.abc import Sequence

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.heads import Tier
from solver.master import Master
from solver.universe import Bools, Ints

RULE = "mission_once"


def forbidden_duties(table: DutyTable) -> Bools:
    """Working days that hold a mission twice."""
    missions = np.sort(table.missions, axis=1)
    twice: Bools = ((missions[:, 1:] == missions[:, :-1]) & (missions[:, 1:] >= 0)).any(axis=1)
    return twice


def restrict(master: Master) -> None:
    """A clique for each mission, a count for each that stands for others."""
    for mission, duties in master.duties_of_mission.items():
        first, *dearer = master.universe.heads.tiers.get(mission, (None,))
        if first is not None:
            _count(master, np.unique(duties), first, dearer)
        elif len(duties) > 1:
            master.add_row(RULE, np.unique(duties), 1, upper=1)


def _count(master: Master, duties: Ints, first: Tier, dearer: Sequence[Tier]) -> None:
    """As many duties as heads; those beyond the first tier are paid for in a column of each other tier."""
    bought = []
    for tier in dearer:
        bought.append(master.add_column(0, len(tier.missions)))
        for line, cents in tier.cents.items():
            master.add_cents(line, bought[-1], cents)
    factors = [1] * len(duties) + [-1] * len(bought)
    if bought or len(duties) > len(first.missions):
        master.add_row(RULE, [*duties.tolist(), *bought], factors, upper=len(first.missions))


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict)
