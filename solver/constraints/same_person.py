"""The same person for the whole need: a 0-1 column for each person who may take it, at most one of them."""

import numpy as np

from gems.domain.missions import Need
from solver.constraints.statement import Constraint
from solver.master import Master
from solver.universe import Ints

RULE = "same_person"


def restrict(master: Master) -> None:
    """For each need: at most one person takes it; on each day, a person's duties for it need that person's column."""
    number = {mission.id: index for index, mission in enumerate(master.problem.missions)}
    for need in master.problem.needs:
        if need.same_person:
            _one_person(master, _duties(master, need, number))


def _one_person(master: Master, duties: Ints) -> None:
    people = np.unique(master.table.employee[duties])
    if len(people) < 2:  # noqa: PLR2004 (one person alone cannot take turns)
        return
    columns = []
    for person in people:
        column = master.add_column(0, 1)
        columns.append(column)
        own = duties[master.table.employee[duties] == person]
        for day in np.unique(master.table.day[own]):
            that_day = own[master.table.day[own] == day]
            master.add_row(RULE, [*that_day.tolist(), column], [1] * len(that_day) + [-1], upper=0)
    master.add_row(RULE, columns, 1, upper=1)


def _duties(master: Master, need: Need, number: dict[str, int]) -> Ints:
    found = [master.duties_of_mission.get(number[mission.id]) for mission in need.missions]
    return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *(rows for rows in found if rows is not None)]))


CONSTRAINT = Constraint(rule=RULE, restrict=restrict)
