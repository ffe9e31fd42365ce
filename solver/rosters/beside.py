"""Each person's best roster beside all others', again and again: the quickest plan of whole rosters."""

from collections.abc import Callable
from functools import partial
from random import Random

from solver.rosters.rosters import Roster, Rosters

SWEEPS = 20


def one_after_another(rosters: Rosters, draw: Random) -> list[Roster]:
    """People in an order drawn, each at their best beside those before."""
    loads, found = rosters.loads([]), dict[int, Roster]()
    for place in draw.sample(range(rosters.people), rosters.people):
        _, found[place] = rosters.best(place, rosters.prices(rosters.marginal(loads)))
        loads[rosters.rows(found[place])] += 1
    return [found[place] for place in range(rosters.people)]


def settled(rosters: Rosters, plan: list[Roster], draw: Random, over: Callable[[], bool]) -> list[Roster]:
    """The plan, bettered until no single person can better it."""
    plan, loads = list(plan), rosters.loads(plan)
    for _ in range(SWEEPS):
        before = rosters.total(plan, loads)
        for place in draw.sample(range(rosters.people), rosters.people):
            loads[rosters.rows(plan[place])] -= 1
            marginal = rosters.marginal(loads)
            _, found = rosters.best(place, rosters.prices(marginal))
            plan[place] = min((found, plan[place]), key=partial(rosters.price, marginal))
            loads[rosters.rows(plan[place])] += 1
            if over():
                return plan
        if rosters.total(plan, loads) == before:
            break
    return plan
