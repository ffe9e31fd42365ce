"""Labels extended day by day, compiled: what `solver.compose.labels` searches with.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

from gems.domain.time import DAYS_OF_WEEK

MOST = 250
"""Labels kept after each day."""
ALIKE_YEAR, ALIKE_WEEK = 390, 15
"""Labels whose minutes of the year (a quarter of an hour a week) and of the week are as near count as alike."""
KEPT = 4
"""Fortnights taken from one search."""
WEEKS_PART = DAYS_OF_WEEK * 96
"""More than the quarters of an hour in a week."""
SPREAD = 2654435761
"""Spreads keys over a hash table (Knuth, The Art of Computer Programming, vol. 3, 6.4)."""
NOBODY = -1
FIGURES = 6
"""Of a label: minutes of the week, of the week in school holidays, of the year, class of rest, state of the rhythm, and
whether a night ends on the day after."""


@njit(cache=True)
def chosen_duties(values, allowed, order, starts, alike, kinds):  # type: ignore[no-untyped-def]
    """Of the duties allowed that count alike, the one of most value; and where each day begins among them."""
    chosen = np.empty(len(order), dtype=np.int64)
    begins = np.zeros(len(starts), dtype=np.int64)
    best = np.full(kinds, NOBODY, dtype=np.int64)
    filled = 0
    for day in range(len(starts) - 1):
        begins[day] = filled
        for place in range(starts[day], starts[day + 1]):
            duty = order[place]
            if not allowed[duty]:
                continue
            held = best[alike[duty]]
            if held < begins[day]:
                best[alike[duty]] = filled
                chosen[filled] = duty
                filled += 1
            elif values[duty] > values[chosen[held]]:
                chosen[held] = duty
    begins[-1] = filled
    return chosen[:filled], begins


@njit(cache=True)
def best_fortnights(  # type: ignore[no-untyped-def]
    values, chosen, begins, figures, bars, steps, limits, carried, charges, least
):
    """The best fortnights of the chosen duties: values, duties day by day (-1: a day off), the best first.

    `figures`: by duty, minutes of the week, of the week in school holidays, of the year, class of rest, and whether it
    works on the day after. `bars`: by class of rest, the duties barred on the day after. `steps`: see
    `solver.compose.rhythm`. `limits`: least and most of the week, of the year. `carried`: minutes of a week, at most,
    of a night begun on the Sunday before. `charges`: what a minute of the year is charged, and what one in school
    holidays is given, week by week, of which the least is taken back.
    """
    days = len(begins) - 1
    value_ahead, year_ahead, term_ahead, widest = _ahead(values, chosen, begins, figures, steps, charges)
    labels, worth, many = np.zeros((MOST, FIGURES), dtype=np.int64), np.zeros(MOST), 1
    came, added = np.zeros((days, MOST), dtype=np.int64), np.full((days, MOST), NOBODY, dtype=np.int64)
    room = MOST * (widest + 1)
    grown, gained, promise = np.empty((room, FIGURES), dtype=np.int64), np.empty(room), np.empty(room)
    origin, places = np.empty((room, 2), dtype=np.int64), _places(room)
    for day in range(days):
        if day % DAYS_OF_WEEK == 0:
            labels[:, 0] = 0
            labels[:, 1] = carried * labels[:, 5]
        last = (day + 1) % DAYS_OF_WEEK == 0
        term_of_week = np.zeros(steps.shape[1]) if last else term_ahead[day + 1]
        ahead = value_ahead[day + 1] + _given_back(day, days, limits, charges), term_of_week, year_ahead[day + 1]
        prices = charges[0], 0.0 if last else charges[1 + day // DAYS_OF_WEEK], least
        today = chosen[begins[day] : begins[day + 1]]
        before, after = (labels[:many], worth[:many]), (grown, gained, promise, origin)
        filled = _grow(day, today, values, figures, bars, steps[day], limits, ahead, prices, before, after, places)
        many = _kept(promise[:filled], grown, gained, origin, labels, worth, came[day], added[day])
    return _ended(labels, worth, many, came, added, limits, least)


@njit(cache=True)
def _given_back(day, days, limits, charges):  # type: ignore[no-untyped-def]
    """What the limits of the year, and of weeks that go on after a day, give back of the charges."""
    low, _, least_year, most_year = limits
    total = charges[0] * (most_year if charges[0] > 0 else least_year)
    for week in range((day + 1) // DAYS_OF_WEEK, days // DAYS_OF_WEEK):
        total -= charges[1 + week] * low
    return total


@njit(cache=True)
def _grow(  # type: ignore[no-untyped-def]
    day, today, values, figures, bars, step, limits, ahead, prices, before, after, places
):
    """The labels before a day with each of its duties, and with none: how many; of those alike the one of most value.

    `ahead`: by state the most that the days ahead add: value, minutes of the week, of the year. `prices`: of a minute
    of the year, of one in school holidays in a week that goes on; and what a fortnight must be worth more than.
    """
    labels, worth = before
    grown, gained, promise, origin = after
    value_ahead, term_ahead, year_ahead = ahead
    of_year, of_term, least = prices
    filled = 0
    for label in range(len(worth)):
        for place in range(-1, len(today)):
            duty = today[place] if place >= 0 else NOBODY
            week, term, year, rest, state, late = labels[label]
            value = worth[label]
            if duty >= 0:
                if rest and bars[rest, duty]:
                    continue
                value += values[duty]
                week, term, year = week + figures[duty, 0], term + figures[duty, 1], year + figures[duty, 2]
            state = step[state, 1 if duty >= 0 else late]
            if state < 0:
                continue
            rest, late = (figures[duty, 3], figures[duty, 4]) if duty >= 0 else (0, 0)
            promised = value - of_year * year + of_term * term + value_ahead[state]
            if promised <= least or not _within(week, term, year, term_ahead[state], year_ahead[state], limits):
                continue
            key = ((_key(week, term, year) * len(bars) + rest) * len(step) + state) * 2 + late
            held = _place(key, day, places, filled)
            if held < filled and gained[held] >= value:
                continue
            filled = max(filled, held + 1)
            grown[held, 0], grown[held, 1], grown[held, 2], grown[held, 3] = week, term, year, rest
            grown[held, 4], grown[held, 5] = state, late
            gained[held], promise[held] = value, promised
            origin[held, 0], origin[held, 1] = label, duty
    return filled


@njit(cache=True)
def _kept(promise, grown, gained, origin, labels, worth, came, added):  # type: ignore[no-untyped-def]
    """Keep the most promising of the labels grown: how many."""
    floor = -np.inf if len(promise) <= MOST else _nth(promise.copy(), MOST)
    many = 0
    for held in range(len(promise)):
        if promise[held] >= floor and many < MOST:
            labels[many], worth[many] = grown[held], gained[held]
            came[many], added[many] = origin[held]
            many += 1
    return many


@njit(cache=True)
def _within(week, term, year, ahead_term, ahead_year, limits):  # type: ignore[no-untyped-def]
    """Whether the days ahead can still bring a label within its limits."""
    low, high, least_year, most_year = limits
    weeks = week <= high and week - term <= high - low and term >= low - ahead_term
    return weeks and least_year - ahead_year <= year <= most_year


@njit(cache=True)
def _key(week, term, year):  # type: ignore[no-untyped-def]
    """The same for labels whose minutes are alike."""
    return (year // ALIKE_YEAR * WEEKS_PART + week // ALIKE_WEEK) * WEEKS_PART + term // ALIKE_WEEK


@njit(cache=True)
def _places(room):  # type: ignore[no-untyped-def]
    """An empty hash table for so many: what each place holds, of which day, and the key of what is held."""
    size = 1
    while size < 2 * room:
        size *= 2
    return np.empty(size, dtype=np.int64), np.full(size, NOBODY, dtype=np.int64), np.empty(room, dtype=np.int64)


@njit(cache=True)
def _place(key, day, places, filled):  # type: ignore[no-untyped-def]
    """The number of what has this key today; the next one, from now on its own, where there is none."""
    table, stamp, keys = places
    size = len(table)
    at = key * SPREAD
    at = (at ^ (at >> 29)) & (size - 1)
    while stamp[at] == day and keys[table[at]] != key:
        at = (at + 1) & (size - 1)
    if stamp[at] != day:
        stamp[at], table[at], keys[filled] = day, filled, key
    return table[at]


@njit(cache=True)
def _ahead(values, chosen, begins, figures, steps, charges):  # type: ignore[no-untyped-def]
    """What the days from one on can still add at most, by day and state: value, minutes of the year, of its week; and
    the most duties of a day."""
    days = len(begins) - 1
    best, year = np.full(days, -np.inf), np.zeros(days)
    term = np.zeros(days)
    widest = 0
    for day in range(days):
        for place in range(begins[day], begins[day + 1]):
            duty = chosen[place]
            given = charges[1 + day // DAYS_OF_WEEK] * figures[duty, 1] - charges[0] * figures[duty, 2]
            best[day] = max(best[day], values[duty] + given)
            term[day] = max(term[day], figures[duty, 1])
            year[day] = max(year[day], figures[duty, 2])
        widest = max(widest, begins[day + 1] - begins[day])
    return most_ahead(best, steps, days), most_ahead(year, steps, days), most_ahead(term, steps, DAYS_OF_WEEK), widest


@njit(cache=True)
def most_ahead(best, steps, span):  # type: ignore[no-untyped-def]
    """By day and state: the most that this day and those after it can add, where each adds at most its best; counted
    anew after so many days."""
    days, states, _ = steps.shape
    value = np.zeros((days + 1, states))
    for day in range(days - 1, -1, -1):
        for state in range(states):
            rests, works = steps[day, state]
            most = -np.inf
            if rests >= 0:
                most = 0.0 if (day + 1) % span == 0 else value[day + 1, rests]
            if works >= 0:  # on a day off too, after a night that ends on it
                after = 0.0 if (day + 1) % span == 0 else value[day + 1, works]
                most = max(most, after + max(0.0, best[day]))
            value[day, state] = most
    return value


@njit(cache=True)
def _ended(labels, worth, many, came, added, limits, least):  # type: ignore[no-untyped-def]
    """The best of the labels that make a whole fortnight, traced back."""
    low, _, least_year, most_year = limits
    days = len(came)
    found, duties = np.empty(KEPT), np.full((KEPT, days), NOBODY, dtype=np.int64)
    taken = np.zeros(many, dtype=np.bool_)
    count = 0
    while count < KEPT:
        best = NOBODY
        for label in range(many):
            term, year = labels[label, 1], labels[label, 2]
            whole = least_year <= year <= most_year and term >= low and worth[label] > least
            if whole and not taken[label] and (best < 0 or worth[label] > worth[best]):
                best = label
        if best < 0:
            break
        taken[best] = True
        found[count] = worth[best]
        place = best
        for day in range(days - 1, -1, -1):
            duties[count, day] = added[day, place]
            place = came[day, place]
        count += 1
    return found[:count], duties[:count]


@njit(cache=True)
def _nth(values, many):  # type: ignore[no-untyped-def]
    """The value that so many are at least as great as (quickselect; the values are reordered)."""
    low, high, target = 0, len(values) - 1, len(values) - many
    while low < high:
        pivot = values[(low + high) // 2]
        left, right = low, high
        while left <= right:
            while values[left] < pivot:
                left += 1
            while values[right] > pivot:
                right -= 1
            if left <= right:
                values[left], values[right] = values[right], values[left]
                left += 1
                right -= 1
        if target <= right:
            high = right
        elif target >= left:
            low = left
        else:
            break
    return values[target]
