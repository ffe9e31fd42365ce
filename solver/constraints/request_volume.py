"""A volume a week: its pieces together stay within the minutes and the days asked."""

from gems.domain.requests import Volume
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.needs import needs_and_duties

RULE = "request_volume"


def restrict(master: Master) -> None:
    """Two rows for each volume and week: minutes, and pieces (a volume has one a day)."""
    for need, duties, ours in needs_and_duties(master):
        if isinstance(need.request.demand, Volume):
            minutes = (master.table.minutes[duties] * ours).sum(axis=1)
            master.add_row(RULE, duties, minutes, upper=need.minutes)
            master.add_row(RULE, duties, ours.sum(axis=1), upper=need.most_days)


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
