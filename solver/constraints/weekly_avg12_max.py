"""Mean weekly work over twelve weeks: one row for each period that ends in the horizon."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.week_windows import limit_mean

RULE = "weekly_avg12_max"


def restrict(master: Master) -> None:
    """The minutes of the whole period stay within its length times the figure."""
    limit_mean(master, RULE)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
