"""Bounds on what sets of members promise, compiled: what `solver.compose.member_sets` ranks by.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

NEVER = -1e15
"""What a duty is worth that is not to be had."""


@njit(cache=True)
def best_of_groups(values, year, of_duty, groups, multipliers):  # type: ignore[no-untyped-def]
    """By multiplier and group: the most that one of its duties is worth beyond the charge for its minutes."""
    best = np.full((len(multipliers), groups), NEVER)
    for duty in range(len(values)):
        if values[duty] <= NEVER:
            continue
        group = of_duty[duty]
        for number in range(len(multipliers)):
            worth = values[duty] - multipliers[number] * year[duty]
            best[number, group] = max(best[number, group], worth)
    return best


@njit(cache=True)
def bounds_of_sets(best, day, starts, inside, limits):  # type: ignore[no-untyped-def]
    """By set the least bound over the multipliers, and the number of that multiplier.

    The bound is convex in the multiplier: the least is where it stops falling.
    """
    sets = len(starts) - 1
    bounds, least = np.empty(sets), np.empty(sets, dtype=np.int64)
    for one in range(sets):
        low, high = 0, len(limits) - 1
        while low < high:
            middle = (low + high) // 2
            here = _total(best[middle], day, inside, starts[one], starts[one + 1]) + limits[middle]
            above = _total(best[middle + 1], day, inside, starts[one], starts[one + 1]) + limits[middle + 1]
            if here <= above:
                high = middle
            else:
                low = middle + 1
        bounds[one] = _total(best[low], day, inside, starts[one], starts[one + 1]) + limits[low]
        least[one] = low
    return bounds, least


@njit(cache=True)
def _total(best, day, inside, start, end):  # type: ignore[no-untyped-def]
    """The best of each day's groups, where it is worth something, added up."""
    total, most, today = 0.0, 0.0, -1
    for place in range(start, end):
        group = inside[place]
        if day[group] != today:
            total += most
            most, today = 0.0, day[group]
        most = max(most, best[group])
    return total + most
