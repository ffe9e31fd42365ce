"""A line: one person's duties over the whole horizon. The cheapest line at given prices, by dynamic programming.

The state before a day is the minutes worked so far in the week and what the last duty forbids on that day. Minutes are
a dense axis (one entry a minute), so that each family of duties is one shifted addition of an array: exact, with no
bucketing.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gems.domain.time import DAYS_OF_WEEK, SUNDAY
from solver.universe import Bools, Ints

NEVER = np.int64(1) << 60
"""A price no line reaches; sums of a few still fit in 64 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDay:
    """What one person could begin on one day: its duties in families that differ in price only."""

    columns: Ints
    """Columns of the duties."""
    family: Ints
    """For each duty its family; all that follows is by family."""
    minutes: Ints
    """Minutes each adds to its own civil week."""
    spill: Ints
    """Minutes each adds to the next civil week: a Sunday night's morning, else 0."""
    clashes: Bools
    """Which kinds of the day before (rows; the last row is a day without duty) forbid which of these (columns)."""
    after: Ints
    """For each family its row among the kinds of the next day's `clashes`."""

    def cheapest(self, prices: Ints) -> Ints:
        """The least price of each family."""
        least = np.full(len(self.minutes), NEVER, dtype=np.int64)
        np.minimum.at(least, self.family, prices[self.columns])
        return least

    def only(self, kept: Bools) -> "LineDay":
        """With these of its duties."""
        families, family = np.unique(self.family[kept], return_inverse=True)
        return LineDay(
            columns=self.columns[kept],
            family=family.reshape(-1).astype(np.int64),
            minutes=self.minutes[families],
            spill=self.spill[families],
            clashes=self.clashes[:, families],
            after=self.after[families],
        )


@dataclass(frozen=True, kw_only=True)
class LineSpace:
    """All lines of one person that keep to what is native here: hours, and pairs of days that clash."""

    employee: int
    days: tuple[LineDay, ...]
    hours_cents: tuple[Ints, ...]
    """By week of the horizon: the price of each number of minutes, up to the cap."""

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many numbers of minutes can have been worked in the week before each day, from 0."""
        found: list[int] = []
        reached = 0
        for number, day in enumerate(self.days):
            if number % DAYS_OF_WEEK == 0:
                eve = self.days[number - 1].spill if number else np.zeros(0, dtype=np.int64)
                reached = int(eve.max(initial=0))
            found.append(min(reached + 1, len(self.hours_cents[number // DAYS_OF_WEEK])))
            reached += int(day.minutes.max(initial=0))
        return tuple(found)


def _closing(space: LineSpace, day: int) -> Ints | None:
    """The price of the week's minutes when `day` ends a week, else None."""
    return space.hours_cents[day // DAYS_OF_WEEK] if day % DAYS_OF_WEEK == SUNDAY else None


def costs_to_go(space: LineSpace, prices: Ints) -> list[Ints]:
    """For each day the least price of the rest of the horizon, by (kind of last duty, minutes so far).

    `prices` are by master column, in any integer unit that `hours_cents` shares. The list has one entry more than there
    are days: nothing is left after the last one.
    """
    tables: list[Ints] = [np.zeros((1, 1), dtype=np.int64)]
    for day in range(len(space.days) - 1, -1, -1):
        tables.append(_day_to_go(space, day, prices, space.widths[day], tables[-1]))
    return tables[::-1]


def _day_to_go(space: LineSpace, day: int, prices: Ints, width: int, later: Ints) -> Ints:
    """One step back: not working, or the cheapest of each family of the day where the last duty allows it."""
    here, closing = space.days[day], _closing(space, day)
    idle = later[-1, :width] if closing is None else closing[:width] + later[-1, 0]
    table = np.tile(idle, (here.clashes.shape[0], 1))
    for family, price in enumerate(here.cheapest(prices).tolist()):
        value = price + _then(here, family, closing, later, width)
        for kind in np.flatnonzero(~here.clashes[:, family]).tolist():
            row = table[kind, : len(value)]
            np.minimum(row, value, out=row)
    return table


def _then(here: LineDay, family: int, closing: Ints | None, later: Ints, width: int) -> Ints:
    """The price of all that follows a duty, by minutes before it; shorter than `width` where the cap would break."""
    minutes, kind = int(here.minutes[family]), int(here.after[family])
    if closing is None:
        return later[kind, minutes : minutes + width]
    after: Ints = closing[minutes : minutes + width] + later[kind, min(int(here.spill[family]), later.shape[1] - 1)]
    return after


def cheapest_line(space: LineSpace, prices: Ints, to_go: list[Ints]) -> tuple[int, list[int]]:
    """The price of the cheapest line and its columns, in day order."""
    kind, minutes = to_go[0].shape[0] - 1, 0
    total, chosen = int(to_go[0][kind, 0]), []
    for day, here in enumerate(space.days):
        closing, later = _closing(space, day), to_go[day + 1]
        left = int(to_go[day][kind, minutes])
        family = _taken(space, day, kind, minutes, left, prices, later)
        if family is None:
            kind, minutes = later.shape[0] - 1, 0 if closing is not None else minutes
        else:
            own = here.columns[here.family == family]
            chosen.append(int(own[prices[own].argmin()]))
            kind = int(here.after[family])
            minutes = int(here.spill[family]) if closing is not None else minutes + int(here.minutes[family])
    return total, chosen


def _taken(space: LineSpace, day: int, kind: int, minutes: int, left: int, prices: Ints, later: Ints) -> int | None:
    """The first family whose cheapest duty reaches the least price left; None when not working does."""
    here, closing = space.days[day], _closing(space, day)
    for family, price in enumerate(here.cheapest(prices).tolist()):
        then = _then(here, family, closing, later, space.widths[day])
        if not here.clashes[kind, family] and minutes < len(then) and price + int(then[minutes]) == left:
            return family
    return None


def cheapest_through(space: LineSpace, prices: Ints, to_go: list[Ints]) -> tuple[Ints, Ints]:
    """Every column of the person with the price of the cheapest line that holds it (NEVER when none does)."""
    columns, values = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    reached = np.full(to_go[0].shape, NEVER, dtype=np.int64)
    reached[-1, 0] = 0
    for day, here in enumerate(space.days):
        closing, later = _closing(space, day), to_go[day + 1]
        following = np.full(later.shape, NEVER, dtype=np.int64)
        _pass_idle(reached, closing, following)
        around = np.full(len(here.minutes), NEVER, dtype=np.int64)
        for family, price in enumerate(here.cheapest(prices).tolist()):
            best = reached[~here.clashes[:, family]].min(axis=0)
            then = _then(here, family, closing, later, space.widths[day])
            if len(then):
                around[family] = (best[: len(then)] + then).min()
            _pass_family(here, family, price, closing, best, following)
        columns.append(here.columns)
        values.append(np.minimum(around[here.family] + prices[here.columns], NEVER))
        reached = following
    return np.concatenate(columns), np.concatenate(values)


def _pass_idle(reached: Ints, closing: Ints | None, following: Ints) -> None:
    best = reached.min(axis=0)
    if closing is None:
        following[-1, : len(best)] = np.minimum(following[-1, : len(best)], best)
    else:
        following[-1, 0] = min(following[-1, 0], (best + closing[: len(best)]).min())


def _pass_family(here: LineDay, family: int, price: int, closing: Ints | None, best: Ints, following: Ints) -> None:
    minutes, kind = int(here.minutes[family]), int(here.after[family])
    if closing is None:
        place = following[kind, minutes : minutes + len(best)]
        place[:] = np.minimum(place, best[: len(place)] + price)
    elif len(closing) > minutes:
        spill = min(int(here.spill[family]), following.shape[1] - 1)
        after = closing[minutes : minutes + len(best)]
        value = (best[: len(after)] + after).min() + price
        following[kind, spill] = min(following[kind, spill], value)
