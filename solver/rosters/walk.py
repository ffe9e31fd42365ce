"""The steps through a graph of rosters, compiled: what `solver.rosters.line_graph` walks with.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

NEVER = 1 << 50
"""A price no roster reaches; sums of some still fit in 64 bits."""
NOBODY = -1


@njit(cache=True, nogil=True)
def cheapest_walk(begins, target, family, cost, prices, duty_family, families):  # type: ignore[no-untyped-def]
    """The least price from the first state to the last, the places of the duties on the way, and the steps.

    The steps out of a state are `begins[state]` to `begins[state + 1]`; steps lead to higher states, the last state is
    the end. `prices`: of each duty, `duty_family` its family; families below `families[0]` are days off and free.
    """
    least = np.full(families[1], NEVER, dtype=np.int64)
    least[: families[0]] = 0
    taken = np.full(families[1], NOBODY, dtype=np.int64)
    for duty in range(len(prices)):
        if prices[duty] < least[duty_family[duty]]:
            least[duty_family[duty]] = prices[duty]
            taken[duty_family[duty]] = duty
    states = len(begins) - 1
    to_go = np.full(states + 1, NEVER, dtype=np.int64)
    way = np.full(states, NOBODY, dtype=np.int64)
    to_go[states] = 0
    for state in range(states - 1, -1, -1):
        for step in range(begins[state], begins[state + 1]):
            price = cost[step] + least[family[step]] + to_go[target[step]]
            if price < to_go[state]:
                to_go[state] = price
                way[state] = step
    chosen = np.empty(families[0], dtype=np.int64)
    steps = np.empty(families[0], dtype=np.int64)
    many, days, state = 0, 0, 0
    while state < states and way[state] != NOBODY:
        step = way[state]
        steps[days] = step
        days += 1
        if taken[family[step]] != NOBODY:
            chosen[many] = taken[family[step]]
            many += 1
        state = target[step]
    return to_go[0], chosen[:many], steps[:days]
