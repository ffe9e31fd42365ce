"""Mean weekly work of night workers: one row for each period that ends in the horizon."""

from solver.constraints.statement import Constraint
from solver.master import Master
from solver.week_windows import limit_mean

RULE = "night_weekly_avg"


def restrict(master: Master) -> None:
    """The minutes of the whole period stay within its length times the figure, for night workers only."""
    limit_mean(master, RULE, lambda person: person.contract.night_worker)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
