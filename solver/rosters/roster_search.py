"""Plans of whole rosters: a first one at once, a bound by column generation, a dive, then dives again for some people.

Column generation for nurse rosters after Burke & Curtois, *New approaches to nurse rostering benchmark instances*
(2014) and Strandmark, Qu & Curtois, *First-order linear programming in a column generation-based heuristic approach to
the nurse rostering problem* (2020); giving up some rosters and diving again is large neighbourhood search.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

import numpy as np

from solver.habits import drawn
from solver.lagrange import SCALE
from solver.rosters.beside import one_after_another, settled
from solver.rosters.dive import dive, endless
from solver.rosters.generation import Generation
from solver.rosters.programme import RosterProgramme
from solver.rosters.rosters import Roster, Rosters
from solver.rosters.together import Together, habits
from solver.universe import Ints

ROUNDS, ROUNDS_LEFT, ROUNDS_FIRST = 100, 6, 4
"""Rounds after each roster settled; the same where rows are left to prices, so that a round is dear and what is proven
stays far away; rounds of a step while the bound of all is looked for."""
POOL = 40
"""Rosters remembered of each person, half of them the latest."""

DEAREST = 10**5
"""Cents of a head, at most, where the search for prices begins."""

Over = Callable[[], bool]


@dataclass(slots=True)
class RosterSearch:
    """The search of one part; one thread uses it."""

    rosters: Rosters
    draw: Random
    grain: int = 1
    """Every plan of the part costs a multiple of so many cents."""
    left: Callable[[], float] = endless
    """What may still be spent, seconds or counted work: a dive comes to its end before."""
    plan: list[Roster] = field(init=False)
    cents: int = field(init=False)
    elsewhere: int = 0
    """Cents of all that the part has no part in: how near is near is a share of the whole cost."""
    bound: int | None = None
    """No plan of the part costs less."""
    _all: Generation | None = field(init=False)
    """While the bound of all is looked for, and the first dive is to come."""
    _centre: Ints = field(init=False)
    _pools: list[dict[tuple[int, ...], Roster]] = field(init=False)
    _habits: list[Together] = field(init=False)

    def __post_init__(self) -> None:
        rosters = self.rosters
        self.plan = settled(rosters, one_after_another(rosters, self.draw), self.draw, lambda: False)
        self.cents = self._total(self.plan)
        self._pools, self._habits = [{} for _ in range(rosters.people)], habits(rosters.people)
        self._centre = np.minimum(rosters.marginal(rosters.loads(self.plan)), SCALE * DEAREST)
        programme = RosterProgramme(rosters, range(rosters.people), rosters.loads([]))
        for roster in self.plan:
            programme.add(roster)
        self._all = Generation(rosters, programme, self._centre, self._beside([]))

    def apart(self, draw: Random) -> None:
        """Let a copy go on by itself, in another thread."""
        self.draw, self.plan, self._pools = draw, list(self.plan), [dict(pool) for pool in self._pools]
        self.cents = self._total(self.plan)

    @property
    def bettering(self) -> bool:
        """Whether the bound of all is settled, and steps only better the plan."""
        return self._all is None

    def step(self, over: Over) -> bool:
        """A step; whether the plan is better now."""
        before = self.cents
        if self._all is None:
            self._again(over)
        else:
            self._towards_bound(self._all, over)
        return self.cents < before

    def adopt(self, plans: list[list[int]]) -> None:
        """A better plan that somebody else has found: the duties of each person by place."""
        self._take([self.rosters.having(place, duties) for place, duties in enumerate(plans)])

    def _towards_bound(self, generation: Generation, over: Over) -> None:
        """Some rounds for all; the first dive when they have come to an end."""
        generation.base = self._beside([])
        mixed = generation.settle(ROUNDS_FIRST, over)
        self._prove(generation)
        if mixed is None or generation.settled(mixed):
            self._centre = generation.centre
            self._remember(generation.programme.all)
            self._all = None
            if mixed is not None:
                self._dive(generation, over, None)

    def _prove(self, generation: Generation) -> None:
        """Take the bound of a search for all."""
        proven = -(-generation.proven // SCALE) + self.rosters.fixed
        self.bound = proven if self.bound is None else max(self.bound, proven)

    def _again(self, over: Over) -> None:
        """Some people give up their rosters, and a dive looks for better ones."""
        rosters = self.rosters
        habit, work, before = drawn(self._habits, self.draw), rosters.work, self.cents
        places = sorted(self.draw.sample(range(rosters.people), habit.people))
        others = [roster for roster in self.plan if roster.place not in places]
        loads = rosters.loads(others)
        programme = RosterProgramme(rosters, places, loads)
        for place in places:
            for roster in (self.plan[place], *self._pools[place].values()):
                programme.add(roster)
        beside = self._beside(others)
        generation = Generation(rosters, programme, self._centre, beside)
        most = self.cents - self.grain - (beside - self.elsewhere)
        if habit.people == rosters.people:
            generation.settle(self._rounds, over)
            self._prove(generation)
        self._dive(generation, over, most)
        self._remember(programme.all)
        habit.learn(before - self.cents, rosters.work - work)

    def _dive(self, generation: Generation, over: Over, most: int | None) -> None:
        found = dive(generation, self._rounds, self.draw, over, most, self.left)
        if found is not None:
            plan = [found.get(roster.place, roster) for roster in self.plan]
            self._take(settled(self.rosters, plan, self.draw, over))

    def _take(self, plan: list[Roster]) -> None:
        if (cents := self._total(plan)) < self.cents:
            self.plan, self.cents = plan, cents
            self._remember(plan)

    @property
    def _rounds(self) -> int:
        return ROUNDS_LEFT if self.rosters.leaves_rows else ROUNDS

    def _beside(self, others: list[Roster]) -> int:
        """Cents that stand whatever the rosters of all but these others are."""
        return self.elsewhere + self.rosters.fixed + sum(roster.cents for roster in others)

    def _total(self, plan: list[Roster]) -> int:
        return self.rosters.total(plan, self.rosters.loads(plan))

    def _remember(self, rosters: list[Roster]) -> None:
        """In the pools, of which the cheapest at the prices of the programme stay, and the latest."""
        for roster in rosters:
            self._pools[roster.place][roster.duties] = roster
        for place, pool in enumerate(self._pools):
            if len(pool) > POOL:
                ordered = list(pool.values())
                price = partial(self.rosters.price, self._centre)
                cheapest = sorted(ordered[: -POOL // 2], key=price)[: POOL // 2]
                self._pools[place] = {one.duties: one for one in (*cheapest, *ordered[-POOL // 2 :])}
