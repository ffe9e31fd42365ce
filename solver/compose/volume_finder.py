"""Patterns of one kind that may work volumes: sets of members by what they leave a post at given prices.

A volume can be worked on nearly any hour of many days, so what limits a post is how much of each volume there is: that
is looked at here, and days not at all. The best fortnight of a set is then looked for by CP-SAT.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from solver.compose.demand import Floats
from solver.compose.member_sets import MULTIPLIERS
from solver.compose.set_bounds import NEVER
from solver.compose.volume_search import VolumeSearch
from solver.compose.workable import Ended, Workable
from solver.universe import Bools, Ints

MEMBERS = 28
"""Members that leave most, of which all sets are formed."""
SETS = 2
"""Sets looked at in a round; few, as each is priced better by what was found in the others before."""


class VolumeFinder:
    """Looks where sets of members leave most."""

    def __init__(self, workable: Workable) -> None:
        self.workable = workable
        table, demand = workable.yard.table, workable.demand
        self._one: Ints = np.flatnonzero(table.size == 1)
        """Duties of one piece: what a day of a need may come to."""
        self._minutes = table.minutes[self._one].sum(axis=1)
        missions = workable.yard.problem.missions
        of_duty = [missions[number] for number in table.missions[self._one].max(axis=1, initial=0).tolist()]
        need_of = workable.question.fortnight.need_of
        needs = list({need_of[mission.id].id: need_of[mission.id] for mission in of_duty}.values())
        number = {need.id: place for place, need in enumerate(needs)}
        self._need: Ints = np.array([number[mission.need_id] for mission in of_duty], dtype=np.int64)
        self._member: Ints = np.zeros(len(needs), dtype=np.int64)
        self._member[self._need] = workable.members[self._one].argmax(axis=1)
        rows = workable.together[0].tolist()
        self._limits = [(demand.volumes.get(need.id), len(need.missions)) for need in needs]
        """By need the row of its minutes, if it is a volume, and its pieces."""
        self._cost = [rows.index(demand.together[need.id]) if need.same_person else None for need in needs]

    def found(self, values: Floats, prices: Floats, left: Ints, bonus: int) -> list[Ended]:
        """See `solver.compose.pricing.Finder`; sets that share half of their members are not both looked at."""
        work, every = self.workable, list[Ended]()
        rows, pieces = work.together
        costs = prices[rows] * work.demand.limits[rows]
        whole = values + prices[rows] @ pieces
        least = 1.0 + float(prices[work.demand.posts]) - bonus
        looked = list[VolumeSearch]()
        for members in self._apart(self.ranked(whole, costs, left), least):
            others = [member for member in range(work.members.shape[1]) if member not in members]
            allowed: Bools = (values > NEVER) & ~work.members[:, others].any(axis=1)
            looked.append(VolumeSearch(work, whole, allowed, left, costs, least))
            every += work.worth_it(looked[-1].twice(), prices, bonus)
        if looked and not every:
            every += work.worth_it(looked[0].best(), prices, bonus)
        return every

    def _apart(self, ranked: Iterator[tuple[float, set[int]]], least: float) -> list[set[int]]:
        """The first sets of members that may be worth more than the least."""
        apart = list[set[int]]()
        for bound, members in ranked:
            if bound <= least or len(apart) == SETS:
                break
            if not any(len(members & other) > len(members) // 2 for other in apart):
                apart.append(members)
        return apart

    def ranked(self, values: Floats, costs: Floats, left: Ints) -> Iterator[tuple[float, set[int]]]:
        """Sets of members and about the most a post of them may be worth, the most promising first.

        Drives between members are left out: a post that only reaches its hours by them may be worth a little more.
        """
        terms = self.workable.question.terms
        each = self._each(values, costs, left)
        many = np.sort(np.argsort(-each.max(axis=1), kind="stable")[:MEMBERS])
        sets = np.array(list(combinations(many.tolist(), min(terms.members_most, len(many)))), dtype=np.int64)
        of_year = MULTIPLIERS * np.where(MULTIPLIERS > 0, terms.most_year, terms.least_year)
        bounds = (each[sets].sum(axis=1) + of_year).min(axis=1)
        for place in np.argsort(-bounds, kind="stable").tolist():
            yield float(bounds[place]), set(sets[place].tolist())

    def _each(self, values: Floats, costs: Floats, left: Ints) -> Floats:
        """By member and charge of a minute of the year: the most that all its needs may be worth."""
        work = self.workable
        worth = np.maximum(values[self._one, np.newaxis] - work.year[self._one, np.newaxis] * MULTIPLIERS, 0.0)
        days: Floats = np.zeros((len(self._limits), len(work.rhythm), len(MULTIPLIERS)))
        np.maximum.at(days, (self._need, work.day[self._one]), worth)
        rates: Floats = np.zeros((len(self._limits), len(MULTIPLIERS)))
        np.maximum.at(rates, self._need, worth / self._minutes[:, np.newaxis])
        days.sort(axis=1)
        found: Floats = np.zeros((work.members.shape[1], len(MULTIPLIERS)))
        for need, (row, pieces) in enumerate(self._limits):
            most = pieces if row is None else min(pieces, int(left[row + 1]))
            whole = days[need, len(work.rhythm) - most :].sum(axis=0)
            if row is not None:
                whole = np.minimum(whole, rates[need] * left[row])
            cost = self._cost[need]
            found[self._member[need]] += np.maximum(0.0, whole - (0.0 if cost is None else costs[cost]))
        return found
