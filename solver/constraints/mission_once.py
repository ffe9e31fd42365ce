"""One mission, one piece: the duties that serve a mission exclude each other."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools

RULE = "mission_once"


def forbidden_duties(table: DutyTable) -> Bools:
    """Working days that hold a mission twice."""
    missions = np.sort(table.missions, axis=1)
    twice: Bools = ((missions[:, 1:] == missions[:, :-1]) & (missions[:, 1:] >= 0)).any(axis=1)
    return twice


def restrict(master: Master) -> None:
    """A clique for each mission."""
    for duties in master.duties_of_mission.values():
        if len(duties) > 1:
            master.add_row(RULE, np.unique(duties), 1, upper=1)


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict)
