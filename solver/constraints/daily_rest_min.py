"""Daily rest: two duties on successive days must leave the rest between them."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.rest_between import link_rest

RULE = "daily_rest_min"


def restrict(master: Master) -> None:
    """Ask the rest before each day that its figure says, derogations included."""
    link_rest(master, RULE, master.universe.figures(RULE, 0))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
