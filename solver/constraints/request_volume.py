"""A volume a week: its pieces together stay within the minutes and the days asked."""

import numpy as np

from gems.domain.missions import Need
from gems.domain.requests import Volume
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints

RULE = "request_volume"


def restrict(master: Master) -> None:
    """Two rows for each volume and week: minutes, and pieces (a volume has one a day)."""
    table = master.table
    number = {mission.id: index for index, mission in enumerate(master.problem.missions)}
    for need in master.problem.needs:
        if not isinstance(need.request.demand, Volume):
            continue
        duties = _duties(master, need, number)
        ours = np.isin(table.missions[duties], [number[mission.id] for mission in need.missions])
        if len(duties):
            master.add_row(RULE, duties, (table.minutes[duties] * ours).sum(axis=1), upper=need.minutes)
            master.add_row(RULE, duties, ours.sum(axis=1), upper=need.most_days)


def _duties(master: Master, need: Need, number: dict[str, int]) -> Ints:
    found = [master.duties_of_mission.get(number[mission.id]) for mission in need.missions]
    return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *(rows for rows in found if rows is not None)]))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
