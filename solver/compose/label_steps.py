"""Labels extended day by day, compiled: what `solver.compose.labels` searches with.

Compiled at the first call and kept in a cache beside this file.
"""

import numpy as np
from numba import njit

MOST = 250
"""Labels kept after each day."""
ALIKE_YEAR, ALIKE_WEEK = 390, 15
"""Labels whose minutes of the year (a quarter of an hour a week) and of the week are as near count as alike."""
KEPT = 4
"""Fortnights taken from one search."""
WEEK = 7
WEEKS_PART = WEEK * 96
"""More than the quarters of an hour in a week."""
SPREAD = 2654435761
"""Spreads keys over a hash table (Knuth, The Art of Computer Programming, vol. 3, 6.4)."""
NOBODY = -1


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
def best_fortnights(  # type: ignore[no-untyped-def]  # noqa: C901 — one loop over days, labels and duties
    values, chosen, begins, figures, bars, limits, multiplier, least
):
    """The best fortnights of the chosen duties: values, and duties day by day (-1: a day off), the best first.

    `figures`: by duty, minutes of the week, of the week in school holidays, of the year, and class of rest.
    `bars`: by class of rest, the duties barred on the day after. `limits`: least and most of the week, of the year.
    """
    days = len(begins) - 1
    ahead_value, ahead_year, ahead_term, widest = _ahead(values, chosen, begins, figures, multiplier)
    _, _, least_year, most_year = limits
    end = multiplier * (most_year if multiplier > 0 else least_year)
    labels, worth, many = np.zeros((MOST, 4), dtype=np.int64), np.zeros(MOST), 1
    came, added = np.zeros((days, MOST), dtype=np.int64), np.full((days, MOST), NOBODY, dtype=np.int64)
    room = MOST * (widest + 1)
    grown, gained, promise = np.empty((room, 4), dtype=np.int64), np.empty(room), np.empty(room)
    origin, keys = np.empty((room, 2), dtype=np.int64), np.empty(room, dtype=np.int64)
    size = 1
    while size < 2 * room:
        size *= 2
    table, stamp = np.empty(size, dtype=np.int64), np.full(size, NOBODY, dtype=np.int64)
    before = -WEEK
    for day in range(days):
        if begins[day] == begins[day + 1]:
            continue
        if day // WEEK != before // WEEK:
            labels[:, :2] = 0
        if day != before + 1:
            labels[:, 3] = 0
        before = day
        filled = 0
        for label in range(many):
            for place in range(begins[day] - 1, begins[day + 1]):
                duty = chosen[place] if place >= begins[day] else NOBODY
                week, term, year, rest = labels[label]
                value = worth[label]
                if duty >= 0:
                    if rest and bars[rest, duty]:
                        continue
                    value += values[duty]
                    week, term, year = week + figures[duty, 0], term + figures[duty, 1], year + figures[duty, 2]
                rest = figures[duty, 3] if duty >= 0 else 0
                promised = value - multiplier * year
                hopeless = promised <= least - ahead_value[day] - end
                if hopeless or not _within(week, term, year, ahead_term[day], ahead_year[day], limits):
                    continue
                key = _key(week, term, year) * len(bars) + rest
                at = _place(key, day, table, stamp, keys, size)
                held = table[at] if stamp[at] == day else filled
                if held < filled and gained[held] >= value:
                    continue
                if held == filled:
                    stamp[at], table[at], keys[held] = day, held, key
                    filled += 1
                grown[held, 0], grown[held, 1], grown[held, 2], grown[held, 3] = week, term, year, rest
                gained[held], promise[held] = value, promised
                origin[held, 0], origin[held, 1] = label, duty
        many = _kept(promise[:filled], grown, gained, origin, labels, worth, came[day], added[day])
    return _ended(labels, worth, many, came, added, begins, limits, least)


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
    return week <= high and term >= low - ahead_term and least_year - ahead_year <= year <= most_year


@njit(cache=True)
def _key(week, term, year):  # type: ignore[no-untyped-def]
    """The same for labels whose minutes are alike."""
    return (year // ALIKE_YEAR * WEEKS_PART + week // ALIKE_WEEK) * WEEKS_PART + term // ALIKE_WEEK


@njit(cache=True)
def _place(key, day, table, stamp, keys, size):  # type: ignore[no-untyped-def]
    """Where a key is in the table of the day, or may be put."""
    at = key * SPREAD
    at = (at ^ (at >> 29)) & (size - 1)
    while stamp[at] == day and keys[table[at]] != key:
        at = (at + 1) & (size - 1)
    return at


@njit(cache=True)
def _ahead(values, chosen, begins, figures, multiplier):  # type: ignore[no-untyped-def]
    """What the days after each day can still add at most: value, minutes of the year, of its week; the most duties."""
    days = len(begins) - 1
    value, term, year = np.zeros(days), np.zeros(days, dtype=np.int64), np.zeros(days, dtype=np.int64)
    widest = 0
    for day in range(days - 1, 0, -1):
        most_value, most_term, most_year = 0.0, 0, 0
        for place in range(begins[day], begins[day + 1]):
            duty = chosen[place]
            most_value = max(most_value, values[duty] - multiplier * figures[duty, 2])
            most_term = max(most_term, figures[duty, 1])
            most_year = max(most_year, figures[duty, 2])
        value[day - 1] = value[day] + most_value
        year[day - 1] = year[day] + most_year
        term[day - 1] = term[day] + most_term if day % WEEK else 0
    for day in range(days):
        widest = max(widest, begins[day + 1] - begins[day])
    return value, year, term, widest


@njit(cache=True)
def _ended(labels, worth, many, came, added, begins, limits, least):  # type: ignore[no-untyped-def]
    """The best of the labels that make a whole fortnight, traced back."""
    low, _, least_year, most_year = limits
    days = len(begins) - 1
    found, duties = np.empty(KEPT), np.full((KEPT, days), NOBODY, dtype=np.int64)
    taken = np.zeros(many, dtype=np.bool_)
    count = 0
    while count < KEPT:
        best = NOBODY
        for label in range(many):
            _, term, year, _ = labels[label]
            whole = least_year <= year <= most_year and term >= low and worth[label] > least
            if whole and not taken[label] and (best < 0 or worth[label] > worth[best]):
                best = label
        if best < 0:
            break
        taken[best] = True
        found[count] = worth[best]
        place = best
        for day in range(days - 1, -1, -1):
            if begins[day] < begins[day + 1]:
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
