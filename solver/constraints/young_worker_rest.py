"""Under 18: two duties on successive days must leave the longer rest between them."""

import numpy as np

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.rest_between import link_rest
from solver.young_people import under, young_figures

RULE = "young_worker_rest"


def restrict(master: Master) -> None:
    """Ask before each day the rest of the age the person has on it."""
    universe = master.universe
    early = under(universe, "young_worker.early_age")
    rest = np.where(early, universe.figures(f"{RULE}.under_16", 0), young_figures(universe, RULE, 0))
    if rest.any():
        link_rest(master, RULE, rest)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
