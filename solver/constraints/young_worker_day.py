"""Under 18: no duty, and no night with the day after it, above the limit of a local day."""

from solver.constraints.statement import Constraint
from solver.day_work import NO_LIMIT, link_days, over_day_limit
from solver.duty_table import DutyTable
from solver.master import Master
from solver.universe import Bools
from solver.young_people import young_figures

RULE = "young_worker_day"


def forbidden_duties(table: DutyTable) -> Bools:
    """Duties above the limit by themselves."""
    return over_day_limit(table, young_figures(table.universe, RULE, NO_LIMIT))


def restrict(master: Master) -> None:
    """Evenings and the days they run into."""
    link_days(master, RULE, young_figures(master.universe, RULE, NO_LIMIT))


CONSTRAINT = Constraint(rule=RULE, forbidden_duties=forbidden_duties, prunes=True, restrict=restrict)
