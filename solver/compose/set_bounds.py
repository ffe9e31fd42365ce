"""Bounds on what sets of members promise, compiled: what `solver.compose.member_sets` ranks by.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

from solver.compose.label_steps import WEEK, most_ahead

NEVER = -1e15
"""What a duty is worth that is not to be had."""


@njit(cache=True)
def best_of_groups(values, year, term, of_duty, groups, of_year, of_term):  # type: ignore[no-untyped-def]
    """By what a minute of a week in school holidays is given, what one of the year is charged, and group: the most that
    one of its duties is worth with these."""
    best = np.full((len(of_term), len(of_year), groups), NEVER)
    for duty in range(len(values)):
        if values[duty] <= NEVER:
            continue
        group = of_duty[duty]
        for first in range(len(of_term)):
            for second in range(len(of_year)):
                worth = values[duty] + of_term[first] * term[duty] - of_year[second] * year[duty]
                best[first, second, group] = max(best[first, second, group], worth)
    return best


@njit(cache=True)
def bounds_of_sets(best, day, starts, inside, steps, limits, charges):  # type: ignore[no-untyped-def]
    """By set its bound at its charges: numbers of what a minute of the year is charged, and of what one in school
    holidays is given in each week. `limits`: by charge, what the limits of the year and of a week give back. Whatever
    the charges, it is a bound. `best`: of all groups, of some groups instead, and by group which of these, or -1."""
    bounds = np.empty(len(charges))
    for one in range(len(charges)):
        bounds[one] = _bound(best, day, inside[starts[one] : starts[one + 1]], steps, limits, charges[one])
    return bounds


@njit(cache=True)
def least_bound(best, day, groups, steps, limits, charges):  # type: ignore[no-untyped-def]
    """The bound of a set with these groups once its charges are moved while it falls; they stay as moved."""
    bound = _bound(best, day, groups, steps, limits, charges)
    moves = np.zeros((1 + len(charges), len(charges)), dtype=np.int64)
    moves[0, 0] = 1
    moves[1, 1:] = 1  # alike in all weeks
    for week in range(1, len(charges)):
        moves[1 + week, week] = 1
    still, number = 0, 0
    while still < len(moves):
        still += 1
        for sign in (1, -1):
            moved = False
            while True:
                charges += sign * moves[number]
                tried = bound
                if _known(charges, limits):
                    tried = _bound(best, day, groups, steps, limits, charges)
                if tried >= bound:
                    charges -= sign * moves[number]
                    break
                bound, moved = tried, True
            if moved:
                still = 1
                break
        number = (number + 1) % len(moves)
    return bound


@njit(cache=True)
def _known(charges, limits):  # type: ignore[no-untyped-def]
    of_year, of_weeks = limits
    return charges.min() >= 0 and charges[0] < len(of_year) and charges[1:].max() < len(of_weeks)


@njit(cache=True)
def _bound(best, day, groups, steps, limits, charges):  # type: ignore[no-untyped-def]
    """The most that each day's best add up to on days that one post may work, and what the limits give back."""
    of_all, of_some, place = best
    of_day = np.full(len(steps), -np.inf)
    for group in groups:
        today = day[group]
        of_term, of_year = charges[1 + today // WEEK], charges[0]
        if place[group] >= 0:
            of_day[today] = max(of_day[today], of_some[of_term, of_year, place[group]])
        else:
            of_day[today] = max(of_day[today], of_all[of_term, of_year, group])
    total = most_ahead(of_day, steps, len(steps))[0, 0] + limits[0][charges[0]]
    for week in charges[1:]:
        total += limits[1][week]
    return total
