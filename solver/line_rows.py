"""Sort the rows of a part: those a line keeps by itself, and those that stay as rows with a multiplier.

Native is what the dynamic programme of `solver.lines` holds exactly: one duty a day, pairs of days that clash, the
hours of a week with their caps and prices. Everything else, known or not, is left to multipliers: the bound holds
whatever a row says, and a new rule needs nothing here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from gems.domain.time import DAYS_OF_WEEK
from solver.lines import LineDay, LineSpace
from solver.master import INFINITE, Master, Row
from solver.parts import Part
from solver.universe import Bools, Ints


@dataclass(slots=True)
class _Hours:
    """What rows say about the minutes of one person's week."""

    cap: int
    hinges: list[tuple[int, int, int]] = field(default_factory=list)
    """(sign, threshold, cents): cents for each minute over (+1) or under (-1) the threshold."""

    def cents(self, scale: int) -> Ints:
        """The price of each number of minutes from 0 to the cap."""
        minutes = np.arange(self.cap + 1, dtype=np.int64)
        total = np.zeros_like(minutes)
        for sign, threshold, cents in self.hinges:
            total += scale * cents * np.maximum(0, sign * (minutes - threshold))
        return total


@dataclass(frozen=True, slots=True)
class Hinge:
    """A column that a line's hours price: the minutes over (+1) or under (-1) a threshold of a week, once they are."""

    employee: int
    week: int
    column: int
    sign: int
    threshold: int


@dataclass(frozen=True, slots=True)
class SortedPart:
    """A part read as lines: a space for each person, the rows left, the columns that are no duty."""

    spaces: tuple[LineSpace, ...]
    rows: tuple[Row, ...]
    others: Ints
    """Columns that are neither duties nor priced by a line's hours."""
    scale: int
    """Units of the lines' prices in a cent."""
    hinges: tuple[Hinge, ...]
    """The columns priced by a line's hours."""

    def without(self, columns: Ints) -> "SortedPart":
        """With lines that hold none of these duties."""
        spaces = [
            replace(space, days=tuple(day.only(~np.isin(day.columns, columns)) for day in space.days))
            for space in self.spaces
        ]
        return replace(self, spaces=tuple(spaces))


class _Sorter:
    def __init__(self, master: Master, part: Part, scale: int) -> None:
        self.master, self.part, self.scale = master, part, scale
        self.duties = part.columns[part.columns < len(master.table)]
        self.open: Bools = np.zeros(master.size, dtype=np.bool_)
        self.open[part.columns] = True
        self.clashes: dict[tuple[int, int], list[Ints]] = {}
        self.place: Ints = np.full(master.size, -1, dtype=np.int64)
        self.hours: dict[tuple[int, int], _Hours] = {}
        self.priced: list[Hinge] = []
        self.left: list[Row] = []
        others = part.columns[part.columns >= len(master.table)]
        self.times_used = {int(column): 0 for column in others}
        for row in part.rows:
            for column in row.columns[row.columns >= len(master.table)].tolist():
                self.times_used[column] += 1
        self.weeks: dict[tuple[int, int], dict[int, int]] = {}

    def sort(self) -> SortedPart:
        people = np.unique(self.master.table.employee[self.duties]).tolist()
        for person in people:
            for week in range(len(self.master.universe.days) // DAYS_OF_WEEK):
                columns, minutes = self.master.week_work(person, week)
                worked = {c: m for c, m in zip(columns.tolist(), minutes.tolist(), strict=True) if m}
                self.weeks[person, week] = worked
                self.hours[person, week] = _Hours(cap=self._most(person, week))
        for row in self.part.rows:
            if not self._take(row):
                self.left.append(row)
        priced = {hinge.column for hinge in self.priced}
        kept = np.array([c for c in sorted(self.times_used) if c not in priced], dtype=np.int64)
        return SortedPart(tuple(map(self._space, people)), tuple(self.left), kept, self.scale, tuple(self.priced))

    def _most(self, person: int, week: int) -> int:
        """More minutes than any line has in the week."""
        table, days = self.master.table, range(DAYS_OF_WEEK * week - 1, DAYS_OF_WEEK * week + DAYS_OF_WEEK)
        found = [self.master.duties_on(person, day) for day in days]
        return sum(int(table.work[duties].max()) for duties in found if len(duties))

    def _take(self, row: Row) -> bool:
        """Whether the row is native, and then noted."""
        duties = row.columns[row.columns < len(self.master.table)]
        others = row.columns[row.columns >= len(self.master.table)].tolist()
        people = np.unique(self.master.table.employee[duties])
        if len(people) != 1:
            return False
        person = int(people[0])
        if len(others) == 1:
            return self._take_hinge(row, person, others[0])
        if others:
            return False
        return self._take_closed(row) or self._take_pair(row, person) or self._take_cap(row, person)

    def _take_closed(self, row: Row) -> bool:
        closed = row.upper == 0 and row.lower <= 0 and bool((row.coefficients > 0).all())
        if closed:
            self.open[row.columns] = False
        return closed

    def _take_pair(self, row: Row, person: int) -> bool:
        if row.upper != 1 or row.lower > 0 or not bool((row.coefficients == 1).all()):
            return False
        days = np.unique(self.master.table.day[row.columns]).tolist()
        if len(days) == 1:
            return True
        if len(days) != 2 or days[1] - days[0] != 1:  # noqa: PLR2004 — a pair of days
            return False
        self.clashes.setdefault((person, days[1]), []).append(row.columns)
        return True

    def _week_of(self, row: Row, duties: Ints, coefficients: Ints, person: int) -> int | None:
        """The week whose minutes the duties' coefficients are, exactly; None when they are not."""
        asked = {c: m for c, m in zip(duties.tolist(), coefficients.tolist(), strict=True) if m}
        for week in range(len(self.master.universe.days) // DAYS_OF_WEEK):
            if asked == self.weeks[person, week]:
                return week
        return None

    def _take_cap(self, row: Row, person: int) -> bool:
        if row.lower > -INFINITE and row.lower > 0:
            return False
        week = self._week_of(row, row.columns, row.coefficients, person)
        if week is None:
            return False
        hours = self.hours[person, week]
        hours.cap = min(hours.cap, max(0, row.upper))
        return row.upper >= 0

    def _take_hinge(self, row: Row, person: int, other: int) -> bool:
        """A priced column of its own that takes up the minutes over, or under, a threshold."""
        if self.times_used[other] != 1 or self.master.lower[other] != 0 or self.master.cents[other] < 0:
            return False
        is_duty = row.columns != other
        sign = -int(row.coefficients[~is_duty][0])
        threshold = row.upper if sign == 1 else row.lower
        one_sided = (row.lower <= -INFINITE) if sign == 1 else (row.upper >= INFINITE)
        week = self._week_of(row, row.columns[is_duty], row.coefficients[is_duty], person)
        if abs(sign) != 1 or not one_sided or week is None:
            return False
        hours = self.hours[person, week]
        if sign == 1:
            hours.cap = min(hours.cap, max(0, threshold + self.master.upper[other]))
        elif threshold > self.master.upper[other]:
            return False
        hours.hinges.append((sign, threshold, self.master.cents[other]))
        self.priced.append(Hinge(person, week, other, sign, threshold))
        return True

    def _space(self, person: int) -> LineSpace:
        days = range(len(self.master.universe.days))
        columns = [self._open_duties(person, day) for day in days]
        for own in columns:
            self.place[own] = np.arange(len(own))
        pairs = [self._pairs(person, columns, day) for day in days]
        last = np.zeros(len(columns[-1]), dtype=np.int64)
        after = [*(kind_of for _, kind_of in pairs[1:]), last]
        built = [self._line_day(columns[day], day, pairs[day][0], after[day]) for day in days]
        weeks = range(len(days) // DAYS_OF_WEEK)
        return LineSpace(
            employee=person,
            days=tuple(built),
            hours_cents=tuple(self.hours[person, week].cents(self.scale) for week in weeks),
        )

    def _open_duties(self, person: int, day: int) -> Ints:
        duties = self.master.duties_on(person, day)
        return duties[self.open[duties]]

    def _line_day(self, columns: Ints, day: int, clashes: Bools, after: Ints) -> LineDay:
        table = self.master.table
        sunday = day % DAYS_OF_WEEK == DAYS_OF_WEEK - 1
        own = table.work_own_day[columns] if sunday else table.work[columns]
        spill = table.work_next_day[columns] if sunday else np.zeros(len(columns), dtype=np.int64)
        looks = np.concatenate([np.stack([own, spill, after], axis=1), clashes.T], axis=1)
        _, first, family = np.unique(looks, axis=0, return_index=True, return_inverse=True)
        return LineDay(
            columns=columns,
            family=family.reshape(-1).astype(np.int64),
            minutes=own[first],
            spill=spill[first],
            clashes=clashes[:, first],
            after=after[first],
        )

    def _pairs(self, person: int, columns: Sequence[Ints], day: int) -> tuple[Bools, Ints]:
        """The kinds of clashes with the day before (the last row: no duty then), and the kind of each duty then."""
        here = columns[day]
        before = columns[day - 1] if day else np.zeros(0, dtype=np.int64)
        clash = np.zeros((len(before) + 1, len(here)), dtype=np.bool_)
        for group in self.clashes.get((person, day), ()):
            begun, found = self.master.table.day[group], self.place[group]
            clash[np.ix_(found[(begun < day) & (found >= 0)], found[(begun == day) & (found >= 0)])] = True
        kinds, kind_of = np.unique(clash[:-1], axis=0, return_inverse=True)
        whole: Bools = np.concatenate([kinds, clash[-1:]])
        return whole, kind_of.reshape(-1).astype(np.int64)


def sort_rows(master: Master, part: Part, scale: int) -> SortedPart:
    """Read a part as lines; prices are multiplied by `scale` so that multipliers can be whole numbers too."""
    return _Sorter(master, part, scale).sort()
