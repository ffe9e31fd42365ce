"""A line: one person's duties over the whole horizon. The cheapest line at given prices, by dynamic programming.

The state before a day is the minutes worked so far in the week and what the last duty forbids on that day. Minutes are
a dense axis (one entry a minute), so that each duty is one shifted addition of an array: exact, with no bucketing.
"""

from dataclasses import dataclass

import numpy as np

from gems.domain.time import SUNDAY
from solver.universe import Bools, Ints

NEVER = np.int64(1) << 60
"""A price no line reaches; sums of a few still fit in 64 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDay:
    """What one person could begin on one day."""

    columns: Ints
    """Columns of the duties."""
    minutes: Ints
    """Minutes each adds to its own civil week."""
    spill: Ints
    """Minutes each adds to the next civil week: a Sunday night's morning, else 0."""
    clashes: Bools
    """Which duties of the day before (rows; the last row is a day without duty) forbid which of these (columns)."""
    after: Ints
    """For each duty its row among the kinds of the next day's `clashes`; one row may stand for many duties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSpace:
    """All lines of one person that keep to what is native here: hours, and pairs of days that clash."""

    employee: int
    days: tuple[LineDay, ...]
    hours_cents: tuple[Ints, ...]
    """By week of the horizon: the price of each number of minutes, NEVER beyond the cap."""


def _closing(space: LineSpace, day: int) -> Ints | None:
    """The price of the week's minutes when `day` ends a week, else None."""
    return space.hours_cents[day // 7] if day % 7 == SUNDAY else None


def costs_to_go(space: LineSpace, prices: Ints) -> list[Ints]:
    """For each day the least price of the rest of the horizon, by (kind of last duty, minutes so far).

    `prices` are by master column, in any integer unit that `hours_cents` shares. The list has one entry more than there
    are days: nothing is left after the last one.
    """
    width = [len(space.hours_cents[day // 7]) for day in range(len(space.days))]
    tables: list[Ints] = [np.zeros((1, 1), dtype=np.int64)]
    for day in range(len(space.days) - 1, -1, -1):
        tables.append(_day_to_go(space, day, prices, width[day], tables[-1]))
    return tables[::-1]


def _day_to_go(space: LineSpace, day: int, prices: Ints, width: int, later: Ints) -> Ints:
    """One step back: not working, or each duty of the day where the last one allows it."""
    here, closing = space.days[day], _closing(space, day)
    kinds = here.clashes.shape[0]
    idle = later[-1] if closing is None else closing + later[-1, 0]
    table = np.tile(idle, (kinds, 1))
    for duty in range(len(here.columns)):
        value = _worth(here, duty, prices, closing, later, width)
        allowed = ~here.clashes[:, duty]
        table[allowed, : len(value)] = np.minimum(table[allowed, : len(value)], value)
    return table


def _worth(here: LineDay, duty: int, prices: Ints, closing: Ints | None, later: Ints, width: int) -> Ints:
    """The price of a duty and all after it, by minutes before it; shorter than `width` where the cap would break."""
    minutes, kind = int(here.minutes[duty]), int(here.after[duty])
    price = prices[here.columns[duty]]
    value: Ints = price + later[kind, minutes:width]
    if closing is not None:
        value = price + closing[minutes:width] + later[kind, min(int(here.spill[duty]), later.shape[1] - 1)]
    return value


def cheapest_line(space: LineSpace, prices: Ints, to_go: list[Ints]) -> tuple[int, list[int]]:
    """The price of the cheapest line and its columns, in day order."""
    kind, minutes = to_go[0].shape[0] - 1, 0
    total, chosen = int(to_go[0][kind, 0]), []
    for day, here in enumerate(space.days):
        closing, later = _closing(space, day), to_go[day + 1]
        width, left = len(space.hours_cents[day // 7]), to_go[day][kind, minutes]
        best = None
        for duty in range(len(here.columns)):
            value = _worth(here, duty, prices, closing, later, width)
            if not here.clashes[kind, duty] and minutes < len(value) and value[minutes] == left:
                best = duty
                break
        if best is None:
            kind, minutes = later.shape[0] - 1, 0 if closing is not None else minutes
        else:
            chosen.append(int(here.columns[best]))
            kind = int(here.after[best])
            minutes = int(here.spill[best]) if closing is not None else minutes + int(here.minutes[best])
    return total, chosen


def cheapest_through(space: LineSpace, prices: Ints, to_go: list[Ints]) -> tuple[Ints, Ints]:
    """Every column of the person with the price of the cheapest line that holds it (NEVER when none does)."""
    columns, values = [], []
    reached = np.full(to_go[0].shape, NEVER, dtype=np.int64)
    reached[-1, 0] = 0
    for day, here in enumerate(space.days):
        closing, later = _closing(space, day), to_go[day + 1]
        width = len(space.hours_cents[day // 7])
        following = np.full(later.shape, NEVER, dtype=np.int64)
        _pass_idle(reached, closing, following)
        for duty in range(len(here.columns)):
            best = reached[~here.clashes[:, duty]].min(axis=0)
            value = _worth(here, duty, prices, closing, later, width)
            columns.append(int(here.columns[duty]))
            values.append(int((best[: len(value)] + value).min()) if len(value) else int(NEVER))
            _pass_duty(here, duty, prices, closing, best, following)
        reached = following
    return np.array(columns, dtype=np.int64), np.minimum(np.array(values, dtype=np.int64), NEVER)


def _pass_idle(reached: Ints, closing: Ints | None, following: Ints) -> None:
    best = reached.min(axis=0)
    if closing is None:
        following[-1] = np.minimum(following[-1], best)
    else:
        following[-1, 0] = min(following[-1, 0], (best + closing).min())


def _pass_duty(here: LineDay, duty: int, prices: Ints, closing: Ints | None, best: Ints, following: Ints) -> None:
    minutes, kind = int(here.minutes[duty]), int(here.after[duty])
    price = prices[here.columns[duty]]
    if closing is None:
        width = following.shape[1] - minutes
        if width > 0:
            following[kind, minutes:] = np.minimum(following[kind, minutes:], best[:width] + price)
    elif len(closing) > minutes:
        spill = min(int(here.spill[duty]), following.shape[1] - 1)
        value = (best[: len(closing) - minutes] + closing[minutes:]).min() + price
        following[kind, spill] = min(following[kind, spill], value)
