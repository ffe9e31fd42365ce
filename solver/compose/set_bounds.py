"""Bounds on what sets of members promise, compiled: what `solver.compose.member_sets` ranks by.

Requests that want one person are bits of a number. One that is settled is held and paid for whole beside, or none of
its pieces may be worked; while it is not, whoever works a piece pays the share of one.

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
def worths_at(worth, groups, charges):  # type: ignore[no-untyped-def]
    """What groups are worth at these charges, nothing settled; see `least_bound`."""
    best, day, requests, shares = worth
    found = np.empty(len(groups))
    for place, group in enumerate(groups):
        found[place] = best[charges[1 + day[group] // WEEK], charges[0], group]
        if requests[group]:
            found[place] -= _paid(requests[group], shares)
    return found


@njit(cache=True)
def bounds_with(each, sets, open_, rules, charges):  # type: ignore[no-untyped-def]
    """By set and further member, what the set with that member promises at these charges.

    `each`: what groups are worth at them, their members, their days; members are bits of a number. `open_`: the bits
    that may be added. `rules`: see `least_bound`.
    """
    worths, members, day = each
    steps, limits = rules
    bounds = np.empty((len(sets), len(open_)))
    for one in range(len(sets)):
        alone, with_ = np.full(len(steps), -np.inf), np.full((len(open_), len(steps)), -np.inf)
        for group in range(len(worths)):
            further, today = members[group] & ~sets[one], day[group]
            if further == 0:
                alone[today] = max(alone[today], worths[group])
            elif further & (further - 1) == 0:
                for place, bit in enumerate(open_):
                    if further == 1 << bit:
                        with_[place, today] = max(with_[place, today], worths[group])
        bounds[one] = _total(alone, steps, limits, charges)
        for place in range(len(open_)):
            more = False
            for today in range(len(steps)):
                more = more or with_[place, today] > max(0.0, alone[today])
            if more:
                bounds[one, place] = _total(np.maximum(alone, with_[place]), steps, limits, charges)
    return bounds


@njit(cache=True)
def least_bound(worth, groups, rules, out, open_, charges):  # type: ignore[no-untyped-def]
    """The bound of a set with these groups once its charges are moved while it falls, and the requests that matter to
    it: those of which it pays shares, else those of which it would at charges next to these; the charges stay as moved.
    Whatever the charges, it is a bound.

    `worth`: what groups are worth by charges, nothing paid for requests that want one person; their days; their
    requests; the share of one piece by request. `rules`: the days that may be worked, see `solver.compose.rhythm`; by
    charge, what the limits of the year and of a week give back. `out`: requests that are not held, `open_`: those not
    settled. `charges`: numbers of what a minute of the year is charged, and of what one in school holidays is given in
    each week.
    """
    inside = _without(worth, groups, out, open_)
    bound, used = _bound(worth[0], inside, rules, charges)
    moves, near = _moves(len(charges)), 0
    still, number = 0, 0
    while still < len(moves):
        still += 1
        for sign in (1, -1):
            moved = False
            while True:
                charges += sign * moves[number]
                tried, paid = bound, used
                if _known(charges, rules[1]):
                    tried, paid = _bound(worth[0], inside, rules, charges)
                if tried >= bound:
                    near |= paid
                    charges -= sign * moves[number]
                    break
                bound, used, moved, near = tried, paid, True, 0
            if moved:
                still = 1
                break
        number = (number + 1) % len(moves)
    return bound, used if used else near


@njit(cache=True)
def _moves(charges):  # type: ignore[no-untyped-def]
    """How charges are moved, by one each: that of the year; all of them, as what both do nearly undoes itself and the
    bound falls along it; those of all weeks, of each week, and of each with the year."""
    weeks = charges - 1
    moves = np.zeros((3 + 2 * weeks, charges), dtype=np.int64)
    moves[0, 0] = 1
    moves[1, :] = 1
    moves[2, 1:] = 1
    for week in range(weeks):
        moves[3 + week, 1 + week] = 1
        moves[3 + weeks + week, 1 + week] = 1
        moves[3 + weeks + week, 0] = 1
    return moves


@njit(cache=True)
def _without(worth, groups, out, open_):  # type: ignore[no-untyped-def]
    """Of the groups without requests that are not held: numbers, days, the requests not settled, what these pay."""
    _, day, requests, shares = worth
    own = groups[(requests[groups] & out) == 0]
    used = requests[own] & open_
    paid = np.zeros(len(own))
    for place, of in enumerate(used):
        if of:
            paid[place] = _paid(of, shares)
    return own, day[own], used, paid


@njit(cache=True)
def best_choice(worth, groups, rules, costs, charges, least, nodes):  # type: ignore[no-untyped-def]
    """The requests for which a set with these groups promises most, or -1 where that is no more than the least; how
    much; at which charges.

    One request after the other is settled, the dearest that is paid for by shares first; with it before without it.
    What is held so far is a choice too, so that there is a good one when so many nodes were looked at. `charges` are
    where one begins.
    """
    held_of, out_of, bound_of = np.zeros(nodes + 2, np.int64), np.zeros(nodes + 2, np.int64), np.zeros(nodes + 2)
    charges_of = np.zeros((nodes + 2, len(charges)), dtype=np.int64)
    bound_of[0], charges_of[0] = np.inf, charges
    every = (1 << len(costs)) - 1
    most, choice, chosen = least, -1, charges.copy()
    waiting = 1
    for _ in range(nodes):
        if waiting == 0:
            break
        waiting -= 1
        held, out, above, here = held_of[waiting], out_of[waiting], bound_of[waiting], charges_of[waiting].copy()
        if above <= most:
            continue
        bound, used = least_bound(worth, groups, rules, out, every & ~(held | out), here)
        bound = min(above, bound - _paid(held, costs))
        if bound <= most:
            continue
        if used == 0:
            most, choice = bound, held
            chosen[:] = here
            continue
        alone = here.copy()
        promised, _ = least_bound(worth, groups, rules, every & ~held, 0, alone)
        promised = min(bound, promised - _paid(held, costs))
        if promised > most:
            most, choice = promised, held
            chosen[:] = alone
        one = _dearest(used, costs)
        for more_held, more_out in ((0, one), (one, 0)):
            held_of[waiting], out_of[waiting] = held | more_held, out | more_out
            bound_of[waiting], charges_of[waiting] = bound, here
            waiting += 1
    return choice, most, chosen


@njit(cache=True)
def _paid(held, costs):  # type: ignore[no-untyped-def]
    total = 0.0
    for request in range(len(costs)):
        if held >> request & 1:
            total += costs[request]
    return total


@njit(cache=True)
def _dearest(of, costs):  # type: ignore[no-untyped-def]
    """The dearest of these requests, as its bit."""
    found, most = 0, -1.0
    for request in range(len(costs)):
        if of >> request & 1 and costs[request] > most:
            found, most = 1 << request, costs[request]
    return found


@njit(cache=True)
def _known(charges, limits):  # type: ignore[no-untyped-def]
    of_year, of_weeks = limits
    return charges.min() >= 0 and charges[0] < len(of_year) and charges[1:].max() < len(of_weeks)


@njit(cache=True)
def _bound(best, inside, rules, charges):  # type: ignore[no-untyped-def]
    """The most that each day's best add up to on days that one post may work, and what the limits give back; and the
    requests not settled of which these work a piece."""
    own, day, used, paid = inside
    steps, limits = rules
    of_day, used_of = np.full(len(steps), -np.inf), np.zeros(len(steps), dtype=np.int64)
    for place, today in enumerate(day):
        most = best[charges[1 + today // WEEK], charges[0], own[place]] - paid[place]
        if most > of_day[today]:
            of_day[today], used_of[today] = most, used[place]
    total = _total(of_day, steps, limits, charges)
    every = 0
    for today in range(len(steps)):
        if of_day[today] > 0:
            every |= used_of[today]
    return total, every


@njit(cache=True)
def _total(of_day, steps, limits, charges):  # type: ignore[no-untyped-def]
    """The most that days add up to, and what the limits give back."""
    total = most_ahead(of_day, steps, len(steps))[0, 0] + limits[0][charges[0]]
    for week in charges[1:]:
        total += limits[1][week]
    return total
