"""Bounds on what sets of members promise, compiled: what `solver.compose.member_sets` ranks by.

Requests that want one person are bits of a number. One that is settled is held and paid for whole beside, or none of
its pieces may be worked; while it is not, whoever works a piece pays the share of one.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

from gems.domain.time import DAYS_OF_WEEK

NEVER = -1e15
"""What a duty is worth that is not to be had."""


@njit(cache=True)
def best_of_groups(values, of_duty, groups):  # type: ignore[no-untyped-def]
    """By group, what the best of its duties is worth."""
    best = np.full(groups, NEVER)
    for duty in range(len(values)):
        best[of_duty[duty]] = max(best[of_duty[duty]], values[duty])
    return best


@njit(cache=True)
def worths_at(worth, groups, gathered, rules, charges):  # type: ignore[no-untyped-def]
    """By day and members, what the best of these groups is worth at these charges, nothing settled; see `least_bound`.

    `gathered`: by group the number of its day and members, and how many such there are.
    """
    of_group, many = gathered
    net, term, year, day, _ = _without(worth, groups, 0, -1)
    found = np.full(many, NEVER)
    for place in range(len(groups)):
        number = of_group[groups[place]]
        found[number] = max(found[number], _charged(net[place], term[place], year[place], day[place], rules, charges))
    return found


@njit(cache=True)
def bounds_with(each, sets, open_, rules, charges):  # type: ignore[no-untyped-def]
    """By set and further member, what the set with that member promises at these charges.

    `each`: what work of the same day for the same members is worth at them, these members, its day; members are bits of
    a number. `open_`: the bits that may be added. `rules`: see `least_bound`.
    """
    worths, members, day = each
    steps, limits, _ = rules
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
def least_bound(worth, groups, rules, out, open_, charges, enough):  # type: ignore[no-untyped-def]
    """The bound of a set with these groups once its charges are moved while it falls, and the requests that matter to
    it: those of which it pays shares, else those of which it would at charges next to these; the charges stay as moved.
    Whatever the charges, it is a bound.

    `worth`: what groups are worth, nothing paid for requests that want one person; their days; their requests; the
    share of one piece by request; their minutes of weeks in school holidays, and of the year. `rules`: the days that
    may be worked, see `solver.compose.rhythm`; by charge, what the limits of the year and of a week give back; the
    charges themselves. `out`: requests that are not held, `open_`: those not settled. `charges`: numbers of what a
    minute of the year is charged, and of what one in school holidays is given in each week. `enough`: charges are moved
    no more once the bound is down to this, as no more is asked of it.
    """
    inside = _without(worth, groups, out, open_)
    bound, used = _bound(inside, rules, charges)
    moves, near = _moves(len(charges)), 0
    still, number = 0, 0
    while still < len(moves) and bound > enough:
        still += 1
        for sign in (1, -1):
            moved = False
            while bound > enough:
                charges += sign * moves[number]
                tried, paid = bound, used
                if _known(charges, rules[1]):
                    tried, paid = _bound(inside, rules, charges)
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
    """Of the groups without requests that are not held: what they are worth once those not settled are paid for;
    minutes of weeks in school holidays, and of the year; days; the requests not settled."""
    best, day, requests, shares, term, year = worth
    own = groups[(requests[groups] & out) == 0]
    used, net = requests[own] & open_, best[own]
    for place, of in enumerate(used):
        if of:
            net[place] -= _paid(of, shares)
    return net, term[own], year[own], day[own], used


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
        paid = _paid(held, costs)
        bound, used = least_bound(worth, groups, rules, out, every & ~(held | out), here, most + paid)
        bound = min(above, bound - paid)
        if bound <= most:
            continue
        if used == 0:
            most, choice = bound, held
            chosen[:] = here
            continue
        alone = here.copy()
        promised, _ = least_bound(worth, groups, rules, every & ~held, 0, alone, most + paid)
        promised = min(bound, promised - paid)
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
def _charged(net, term, year, day, rules, charges):  # type: ignore[no-untyped-def]
    """What a group is worth with what its minutes are charged and given."""
    of_year, of_term = rules[2]
    return net + of_term[charges[1 + day // DAYS_OF_WEEK]] * term - of_year[charges[0]] * year


@njit(cache=True)
def _bound(inside, rules, charges):  # type: ignore[no-untyped-def]
    """The most that each day's best add up to on days that one post may work, and what the limits give back; and the
    requests not settled of which these work a piece."""
    net, term, year, day, used = inside
    steps, limits, _ = rules
    of_day, used_of = np.full(len(steps), -np.inf), np.zeros(len(steps), dtype=np.int64)
    for place, today in enumerate(day):
        most = _charged(net[place], term[place], year[place], today, rules, charges)
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
    total = _most(of_day, steps) + limits[0][charges[0]]
    for week in charges[1:]:
        total += limits[1][week]
    return total


@njit(cache=True)
def _most(of_day, steps):  # type: ignore[no-untyped-def]
    """The most that days add up to on those that may be worked; the same as `most_ahead` from the first day on."""
    days, states, _ = steps.shape
    ahead, here = np.zeros(states), np.zeros(states)
    for day in range(days - 1, -1, -1):
        gain = max(0.0, of_day[day])
        for state in range(states):
            rests, works = steps[day, state, 0], steps[day, state, 1]
            most = -np.inf
            if rests >= 0:
                most = ahead[rests]
            if works >= 0:
                most = max(most, ahead[works] + gain)
            here[state] = most
        ahead, here = here, ahead
    return ahead[0]
