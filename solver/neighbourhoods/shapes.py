"""Shapes of what is opened: some people whole, a stretch of days of more people, days of all, unserved work."""

from collections.abc import Callable
from random import Random

import numpy as np

from gems.domain.time import DAYS_OF_WEEK, FORTNIGHT_DAYS
from solver.neighbourhoods.ground import Ground
from solver.universe import Bools, Ints

Shape = Callable[[Ground, float, Random], Bools]
"""Which duties of a ground to open, at a size: about how many people's whole weeks."""
STRETCHES = (3, 7, 7, 7, 14, 28)


def some_people(ground: Ground, size: float, draw: Random) -> Bools:
    """People who could take one another's work, over the whole horizon."""
    weeks = max(1.0, len(ground.days) / DAYS_OF_WEEK)
    return ground.of(_around(ground, _anyone(ground, draw), size / weeks, draw))


def some_stretch(ground: Ground, size: float, draw: Random) -> Bools:
    """More people over fewer days: mostly a week from any day, at times some days, a fortnight or a month."""
    days = min(len(ground.days), draw.choice(STRETCHES))
    first = draw.randrange(len(ground.days) - days + 1)
    chosen = _around(ground, _anyone(ground, draw), size * DAYS_OF_WEEK / days, draw)
    return ground.of(chosen) & ground.between(first, days)


def some_days(ground: Ground, size: float, draw: Random) -> Bools:
    """Everybody, over a few days in a row."""
    days = max(1, min(len(ground.days), round(size * DAYS_OF_WEEK / len(ground.people))))
    return ground.between(draw.randrange(len(ground.days) - days + 1), days)


def unserved_work(ground: Ground, size: float, draw: Random) -> Bools:
    """Those who could serve a mission that nobody serves, and those who could take over from them, around its day."""
    waiting = ground.unserved()
    if not len(waiting):
        return some_stretch(ground, size, draw)
    mission = int(waiting[draw.randrange(len(waiting))])
    serving = ground.duties_serving(mission)
    day, people = int(ground.day[serving][0]), np.unique(ground.person[serving])
    order = np.array(draw.sample(people.tolist(), len(people)))
    days = DAYS_OF_WEEK if draw.random() < 1 / 2 else FORTNIGHT_DAYS
    chosen = _around(ground, order, size * DAYS_OF_WEEK / days, draw)
    return ground.of(chosen) & ground.between(day - days // 2, days)


def _anyone(ground: Ground, draw: Random) -> Ints:
    return np.array([draw.randrange(len(ground.people))], dtype=np.int64)


def _around(ground: Ground, seed: Ints, count: float, draw: Random) -> Ints:
    return ground.relatives(seed, max(1, min(len(ground.people), round(count))), draw)


SHAPES: tuple[Shape, ...] = (some_people, some_stretch, some_days, unserved_work)
