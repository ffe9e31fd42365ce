"""The shapes of what is opened: some people whole, a week of more people, some days of all, around unserved work."""

from collections.abc import Callable
from random import Random

import numpy as np

from solver.neighbourhoods.ground import Ground
from solver.universe import Bools, Ints

Shape = Callable[[Ground, float, Random], Bools]
"""Which duties of a ground to open, at a size: about how many people's whole weeks."""
WEEK = 7


def some_people(ground: Ground, size: float, draw: Random) -> Bools:
    """People who could take one another's work, over the whole horizon."""
    weeks = max(1.0, len(ground.days) / WEEK)
    return ground.of(_around(ground, _anyone(ground, draw), size / weeks, draw))


def some_week(ground: Ground, size: float, draw: Random) -> Bools:
    """More people, over seven days in a row from any day."""
    first = draw.randrange(max(1, len(ground.days) - WEEK + 1))
    return ground.of(_around(ground, _anyone(ground, draw), size, draw)) & ground.between(first, WEEK)


def some_days(ground: Ground, size: float, draw: Random) -> Bools:
    """Everybody, over a few days in a row."""
    days = max(1, min(len(ground.days), round(size * WEEK / len(ground.people))))
    return ground.between(draw.randrange(len(ground.days) - days + 1), days)


def unserved_work(ground: Ground, size: float, draw: Random) -> Bools:
    """Those who could serve a mission that nobody serves, and those who could take over from them, around its day."""
    waiting = ground.unserved()
    if not len(waiting):
        return some_week(ground, size, draw)
    mission = int(waiting[draw.randrange(len(waiting))])
    serving = ground.duties_serving(mission)
    day, people = int(ground.day[serving][0]), np.unique(ground.person[serving])
    order = np.array(draw.sample(people.tolist(), len(people)))
    days = WEEK if draw.random() < 1 / 2 else 2 * WEEK
    chosen = _around(ground, order, size * WEEK / days, draw)
    return ground.of(chosen) & ground.between(day - days // 2, days)


def _anyone(ground: Ground, draw: Random) -> Ints:
    return np.array([draw.randrange(len(ground.people))], dtype=np.int64)


def _around(ground: Ground, seed: Ints, count: float, draw: Random) -> Ints:
    return ground.relatives(seed, max(1, min(len(ground.people), round(count))), draw)


SHAPES: tuple[Shape, ...] = (some_people, some_week, some_days, unserved_work)
