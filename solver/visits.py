"""The duties that serve each visit by several people, as constraints on visits read them."""

from collections.abc import Iterator, Sequence

import numpy as np

from gems.domain.missions import Mission, Visit
from solver.master import Master
from solver.universe import Ints, Universe


def visits_and_duties(master: Master) -> Iterator[tuple[Visit, Ints]]:
    """Each visit that some duty can serve, with the columns of those duties in order."""
    for visit in master.problem.visits:
        serving = master.duties_of_mission
        found = [serving[number] for number in numbers_of(master.universe, visit.missions) if number in serving]
        if found:
            yield visit, np.unique(np.concatenate(found))


def numbers_of(universe: Universe, missions: Sequence[Mission]) -> list[int]:
    """Indexes of some missions in the problem."""
    return [universe.mission_number[mission.id] for mission in missions]


def visit_of_missions(universe: Universe) -> Ints:
    """The index of the visit that each mission is of, -1 where it is of none.

    A last entry of -1 serves what is of no mission, whose index is -1.
    """
    found = np.full(len(universe.problem.missions) + 1, -1, dtype=np.int64)
    for index, visit in enumerate(universe.problem.visits):
        found[numbers_of(universe, visit.missions)] = index
    return found
