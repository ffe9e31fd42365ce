"""The duties that serve each need, as constraints on needs read them."""

from collections.abc import Iterator

import numpy as np

from gems.domain.missions import Need
from solver.master import Master
from solver.universe import Bools, Ints


def needs_and_duties(master: Master) -> Iterator[tuple[Need, Ints, Bools]]:
    """Each need that some duty can serve: the columns of those duties in order, and which of their pieces are its."""
    number = master.universe.mission_number
    for need in master.problem.need.values():
        ours = [number[mission.id] for mission in need.missions]
        found = [master.duties_of_mission[index] for index in ours if index in master.duties_of_mission]
        if found:
            duties = np.unique(np.concatenate(found))
            yield need, duties, np.isin(master.table.missions[duties], ours)
