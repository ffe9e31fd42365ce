"""A person's hours as one choice: the minutes worked day by day, among the lines that may still be in a good plan.

Hours below or above what is paid are priced, so a linear relaxation takes parts of duties until the contract's hours
are met to the minute. One 0-1 column for each sequence of days' hours, exactly one of them taken, forbids that. At
given multipliers only few sequences are in any plan of at most so many cents, and those few are listed here.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from gems.domain.time import DAYS_OF_WEEK
from solver.choices import ChoiceRow, Choices
from solver.lagrange import Level
from solver.line_rows import Hinge
from solver.lines import LineDay, LineSpace
from solver.universe import Ints

Sequenced = tuple[tuple[int, int], ...]
"""Day by day: minutes of the civil week a duty begins in, and of the next one; (0, 0) without a duty."""
NO_WORK = (0, 0)
_Way = tuple[int, tuple[int, int], int]
"""Of one more day: the kind of its duty, its hours, its price."""


def hour_choices(level: Level, room: int, most: int) -> Choices:
    """What lines leave when each may be dearer than the cheapest by `room`; `most` sequences a person are listed."""
    hinges: dict[int, list[Hinge]] = {}
    for hinge in level.part.hinges:
        hinges.setdefault(hinge.employee, []).append(hinge)
    count, rows = 0, list[ChoiceRow]()
    for space, to_go in zip(level.part.spaces, level.to_go, strict=True):
        found = sequences(space, level.prices, to_go, room, most)
        if found:
            numbers = range(count, count + len(found))
            count += len(found)
            rows += _rows(space, found, numbers, hinges.get(space.employee, ()))
    return Choices(count, tuple(rows))


def sequences(space: LineSpace, prices: Ints, to_go: Sequence[Ints], room: int, most: int) -> list[Sequenced]:
    """The sequences of the lines at most `room` dearer than the cheapest; none when there are more than `most`."""
    idle = to_go[0].shape[0] - 1
    limit = int(to_go[0][idle, 0]) + room
    # By sequence: minutes of the week so far, and the least price by the kind of the last duty.
    front: dict[Sequenced, tuple[int, dict[int, int]]] = {(): (0, {idle: 0})}
    for number, day in enumerate(space.days):
        closing = space.hours_cents[number // DAYS_OF_WEEK] if number % DAYS_OF_WEEK == DAYS_OF_WEEK - 1 else None
        later, ways = to_go[number + 1], _ways(day, prices, to_go[number + 1].shape[0] - 1)
        following: dict[Sequenced, tuple[int, dict[int, int]]] = {}
        for sequence, (minutes, kinds) in front.items():
            for kind, cost in kinds.items():
                for after, hours, price in ways[kind]:
                    worked, value = minutes + hours[0], cost + price
                    if worked >= (later.shape[1] if closing is None else len(closing)):
                        continue
                    if closing is not None:
                        value += int(closing[worked])
                        worked = min(hours[1], later.shape[1] - 1)
                    if value + int(later[after, worked]) <= limit:
                        _, costs = following.setdefault((*sequence, hours), (worked, {}))
                        costs[after] = min(value, costs.get(after, value))
            if len(following) > most:
                return []
        front = following
    return list(front)


def _ways(day: LineDay, prices: Ints, idle: int) -> list[list[_Way]]:
    """By the kind of the day before: not working, or the cheapest duty of each look of the day."""
    cheapest = day.cheapest(prices).tolist()
    looks = list(zip(day.after.tolist(), day.minutes.tolist(), day.spill.tolist(), strict=True))
    found: list[list[_Way]] = []
    for clashes in day.clashes:
        best: dict[tuple[int, tuple[int, int]], int] = {(idle, NO_WORK): 0}
        for family in np.flatnonzero(~clashes).tolist():
            after, minutes, spill = looks[family]
            key = (after, (minutes, spill))
            best[key] = min(cheapest[family], best.get(key, cheapest[family]))
        found.append([(after, hours, price) for (after, hours), price in best.items()])
    return found


def _rows(
    space: LineSpace, found: Sequence[Sequenced], numbers: Sequence[int], hinges: Sequence[Hinge]
) -> Iterator[ChoiceRow]:
    """One sequence is taken, each day has its hours, and each priced column what its week's hours make it."""
    ones = (1,) * len(numbers)
    yield ChoiceRow(columns=(), factor=0, choices=tuple(numbers), factors=ones, lower=1, upper=1)
    for position, day in enumerate(space.days):
        taken: dict[tuple[int, int], list[int]] = {}
        for number, sequence in zip(numbers, found, strict=True):
            taken.setdefault(sequence[position], []).append(number)
        looks = list(zip(day.minutes.tolist(), day.spill.tolist(), strict=True))
        for hours in sorted({*looks, *taken} - {NO_WORK}):
            duties = day.columns[np.isin(day.family, [f for f, look in enumerate(looks) if look == hours])]
            choices = tuple(taken.get(hours, ()))
            yield ChoiceRow(tuple(duties.tolist()), -1, choices, (1,) * len(choices), 0, 0)
    for hinge in hinges:
        worked = [of_week(sequence, hinge.week) for sequence in found]
        priced = [max(0, hinge.sign * (minutes - hinge.threshold)) for minutes in worked]
        some = [(number, -minutes) for number, minutes in zip(numbers, priced, strict=True) if minutes]
        if some:
            choices, factors = zip(*some, strict=True)
            yield ChoiceRow((hinge.column,), 1, choices, factors, lower=0)


def of_week(sequence: Sequenced, week: int) -> int:
    """Minutes of one week of a sequence, the end of a Sunday night before it included."""
    first = DAYS_OF_WEEK * week
    eve = sequence[first - 1][1] if first else 0
    return eve + sum(own for own, _ in sequence[first : first + DAYS_OF_WEEK])
