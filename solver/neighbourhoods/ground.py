"""What neighbourhoods know of a part: who could work when, and who could take whose work."""

from random import Random

import numpy as np

from solver.parts import Part
from solver.standing import Standing
from solver.universe import Bools, Ints


class Ground:
    """The people and days of one part, by position; `standing` holds its plan."""

    def __init__(self, standing: Standing, part: Part) -> None:
        table = standing.master.table
        self.standing = standing
        self.duties = part.columns[part.columns < len(table)]
        self.people, self.person = np.unique(table.employee[self.duties], return_inverse=True)
        self.days, self.day = np.unique(table.day[self.duties], return_inverse=True)
        self._missions = table.missions[self.duties]
        self._takers = self._people_by_mission()
        self.shared = self._takers.astype(np.int64) @ self._takers.T.astype(np.int64)
        """How many missions any two people could both take."""
        np.fill_diagonal(self.shared, 0)

    def _people_by_mission(self) -> Bools:
        numbers, place = np.unique(self._missions, return_inverse=True)
        self._numbers, self._mission = numbers, place.reshape(self._missions.shape)
        heads = self.standing.master.universe.heads
        self._wanted = np.array([heads.worth(number) for number in numbers.tolist()], dtype=np.int64)
        takers = np.zeros((len(self.people), len(numbers)), dtype=np.bool_)
        takers[np.repeat(self.person, self._missions.shape[1]), self._mission.reshape(-1)] = True
        return takers[:, numbers >= 0]

    def unserved(self) -> Ints:
        """Missions, by position, that lack somebody in the plan as it stands."""
        chosen = self.standing.values[self.duties] > 0
        served = np.bincount(self._mission[chosen].reshape(-1), minlength=len(self._numbers))
        return np.flatnonzero((self._numbers >= 0) & (served < self._wanted))

    def duties_serving(self, mission: int) -> Bools:
        """Which duties serve a mission."""
        marks: Bools = (self._mission == mission).any(axis=1)
        return marks

    def relatives(self, seed: Ints, count: int, draw: Random) -> Ints:
        """So many people around some: again and again one drawn by the missions shared with those already there."""
        chosen = list(dict.fromkeys(seed.tolist()))[:count]
        while len(chosen) < count:
            ties = self.shared[chosen].sum(axis=0)
            ties[chosen] = 0
            total = int(ties.sum())
            if not total:
                break
            chosen.append(int(np.searchsorted(np.cumsum(ties), draw.randrange(total), side="right")))
        return np.array(chosen, dtype=np.int64)

    def of(self, people: Ints) -> Bools:
        """Which duties are these people's."""
        marks = np.zeros(len(self.people), dtype=np.bool_)
        marks[people] = True
        return marks[self.person]

    def between(self, first: int, days: int) -> Bools:
        """Which duties begin in so many days from one on, by position."""
        marks: Bools = (self.day >= first) & (self.day < first + days)
        return marks
