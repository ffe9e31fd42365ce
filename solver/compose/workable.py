"""The duties that one post of a kind may have, with what counts when a fortnight of them is put together."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

import numpy as np

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.requests import Volume
from gems.domain.time import DAY, DAYS_OF_WEEK, SUNDAY
from gems.domain.typical import school_only
from solver.compose.demand import Demand, Floats, Pattern
from solver.compose.duty_rows import added_up, all_within
from solver.compose.rhythm import rhythm
from solver.compose.yard import Yard
from solver.duty_table import row_sums
from solver.master import INFINITE, Row
from solver.needs import needs_and_duties
from solver.universe import Bools, Ints

IN_A_WEEK = DAYS_OF_WEEK * DAY
"""Minutes."""
Ended = tuple[float, tuple[int, ...]]
"""A fortnight: what it is worth, its duties."""
Piece = tuple[str, int, int]
"""A mission, when it begins and when it ends."""
OTHERS = ("mission_once", "request_volume", "same_person", "one_duty_a_day")
"""Rules that a pattern cannot break by itself, or that its days already keep."""


class Workable:
    """One post of one kind; every figure is by duty of its table."""

    def __init__(self, number: int, question: ComposeQuestion, kind: Kind, demand: Demand) -> None:
        self.number, self.question, self.kind, self.demand = number, question, kind, demand
        self.yard = Yard(question, [kind], demand.taken)
        table = self.yard.table
        self.size = len(table)
        self.day, self.worth, self.year = table.day, self.yard.worth, self.yard.year
        only = [school_only(mission.request) for mission in self.yard.problem.missions]
        away = np.array([*only, False], dtype=np.bool_)[table.missions]
        self.week: Ints = np.where(self.day % DAYS_OF_WEEK == SUNDAY, table.work_own_day, table.work)
        """Minutes of the week a duty begins in."""
        self.term: Ints = table.work - row_sums(table.minutes * away)
        """Minutes that remain in school holidays, of both weeks."""
        sundays = table.work_next_day[self.day % DAYS_OF_WEEK == SUNDAY]
        self.carried = int(sundays.max(initial=0))
        """Minutes of a week, at most, of a night begun on the Sunday before."""

    @cached_property
    def rhythm(self) -> Ints:
        """The days that may be worked: see `solver.compose.rhythm`."""
        return rhythm(self.yard.master, 0, self.size)

    @cached_property
    def use(self) -> tuple[Ints, Ints, Ints]:
        """What duties use of the demand: duties, rows and amounts, side by side, in the order of the duties."""
        table = self.yard.table
        duty, place = np.nonzero(table.present)
        row_of = [self.demand.missions[mission.id] for mission in self.yard.problem.missions]
        duties, rows = [duty], [np.array([*row_of, -1], dtype=np.int64)[table.missions[duty, place]]]
        amounts: list[Ints] = [np.ones(len(duty), dtype=np.int64)]
        for need, columns, ours in needs_and_duties(self.yard.master):
            figures = [(self.demand.together[need.id], row_sums(ours))] if need.same_person else []
            if isinstance(need.request.demand, Volume):
                row = self.demand.volumes[need.id]
                figures += [(row, row_sums(table.minutes[columns] * ours)), (row + 1, row_sums(ours))]
            for at, figure in figures:
                duties.append(columns)
                rows.append(np.full(len(columns), at, dtype=np.int64))
                amounts.append(figure)
        every, where, much = np.concatenate(duties), np.concatenate(rows), np.concatenate(amounts)
        order = np.argsort(every, kind="stable")
        return every[order], where[order], much[order]

    @cached_property
    def _use_starts(self) -> Ints:
        return self._starts(self.use[0])

    def _starts(self, duties: Ints) -> Ints:
        """Where each duty begins in a list in their order, and where the last one ends."""
        return np.searchsorted(duties, np.arange(self.size + 1))

    def values(self, prices: Floats) -> Floats:
        """What each duty is worth beyond the price of what it uses."""
        duties, rows, amounts = self.use
        paid = np.bincount(duties, weights=prices[rows] * amounts, minlength=self.size)
        return np.asarray(self.worth - paid, dtype=np.float64)

    def fitting(self, left: Ints) -> Bools:
        """The duties that what remains of the demand allows."""
        duties, rows, amounts = self.use
        fits: Bools = np.ones(self.size, dtype=np.bool_)
        fits[duties[amounts > left[rows]]] = False
        return fits

    @cached_property
    def serves(self) -> Bools:
        """By row of the demand whether a duty uses it."""
        found: Bools = np.zeros(len(self.demand.limits), dtype=np.bool_)
        found[self.use[1]] = True
        return found

    @cached_property
    def volumes(self) -> Ints:
        """The rows of the demand that volumes of this kind use: their minutes and their days."""
        first = np.array(list(self.demand.volumes.values()), dtype=np.int64)
        return np.intersect1d(self.use[1], np.concatenate([first, first + 1]))

    @cached_property
    def together(self) -> tuple[Ints, Ints]:
        """Requests that want one person: their rows of the demand, and by request and duty how many pieces of it."""
        duties, rows, amounts = self.use
        ours = np.isin(rows, list(self.demand.together.values()))
        found, request = np.unique(rows[ours], return_inverse=True)
        pieces: Ints = np.zeros((len(found), self.size), dtype=np.int64)
        pieces[request, duties[ours]] = amounts[ours]
        return found, pieces

    def gain(self, chosen: tuple[int, ...], prices: Floats) -> float:
        """What a pattern of these duties is worth beyond the price of all it uses up."""
        pattern = self.pattern(chosen)
        return pattern.worth - float(prices[pattern.rows] @ pattern.amounts)

    def worth_it(self, found: Iterable[Ended], prices: Floats, bonus: int) -> list[Ended]:
        """Of what was found, what keeps the rules and is worth more than the price of all it uses up, with the bonus of
        a post."""
        kept = [(self.gain(duties, prices), duties) for _, duties in found if self.keeps_rules(duties)]
        return [one for one in kept if one[0] > -bonus]

    def pattern(self, chosen: tuple[int, ...]) -> Pattern:
        """These duties as a pattern."""
        _, rows, amounts = self.use
        where, much = added_up(np.array(chosen, dtype=np.int64), self._use_starts, rows, amounts)
        where, much = np.append(where, self.demand.posts), np.append(much, 1)
        worth = int(self.worth[list(chosen)].sum())
        return Pattern(self.number, chosen, worth, where, self.demand.whole(where, much))

    def post(self, pattern: Pattern) -> Post:
        """The post that works a pattern."""
        [post] = self.yard.posts({self.yard.open[0]: 1, **dict.fromkeys(pattern.duties, 1)})
        return post

    def duties_of(self, post: Post) -> tuple[int, ...] | None:
        """The duties of a post made elsewhere; None when one of its days is none of these."""
        days: dict[date, set[Piece]] = defaultdict(set)
        for piece in post.pieces:
            days[piece.day].add((piece.mission_id or "", piece.start, piece.end))
        found = [self._duty_of.get(frozenset(pieces)) for pieces in days.values()]
        return None if None in found else tuple(sorted(duty for duty in found if duty is not None))

    @cached_property
    def _duty_of(self) -> dict[frozenset[Piece], int]:
        missions, slots = self.yard.problem.missions, self.yard.table.universe.slots
        pieces = [(missions[slot.mission].id, slot.span.start, slot.span.end) for slot in slots]
        return {frozenset(pieces[slot] for slot in held): duty for duty, held in enumerate(self._slots)}

    @cached_property
    def _slots(self) -> list[list[int]]:
        """By duty the slots of its pieces."""
        table = self.yard.table
        slots = table.universe.block_slot[table.blocks].tolist()
        rows = zip(slots, table.present.tolist(), strict=True)
        return [[slot for slot, held in zip(*row, strict=True) if held] for row in rows]

    @cached_property
    def twins(self) -> Ints:
        """By duty the same work in the other week of the fortnight; itself where that week does not ask for it."""
        missions, slots = self.yard.problem.missions, self.yard.table.universe.slots
        pieces = [(missions[slot.mission].request.id, slot.span.start, slot.span.end) for slot in slots]
        first = {frozenset(pieces[slot] for slot in held): duty for duty, held in enumerate(self._slots)}
        found: Ints = np.arange(self.size)
        for pieces_held, duty in first.items():
            later = frozenset((request, begin + IN_A_WEEK, end + IN_A_WEEK) for request, begin, end in pieces_held)
            if (twin := first.get(later)) is not None:
                found[duty], found[twin] = twin, duty
        return found

    @cached_property
    def members(self) -> Bools:
        """Duties by members of the kind: who is served."""
        table = self.yard.table
        served = table.of_slot(table.universe.slot_member, -1)
        return np.stack([(served == member).any(axis=1) for member in self._member_numbers(served)], axis=1)

    def _member_numbers(self, served: Ints) -> list[int]:
        return [int(member) for member in np.unique(served) if member >= 0]

    @cached_property
    def figures(self) -> Ints:
        """Minutes of the week, of the week in school holidays and of the year, the class of rest after it, and whether
        it works on the day after."""
        late = self.yard.table.work_next_day > 0
        return np.column_stack([self.week, self.term, self.year, self.rests[0], late])

    @cached_property
    def alike(self) -> Ints:
        """A number for duties that have the same figures."""
        _, found = np.unique(self.figures, axis=0, return_inverse=True)
        return np.asarray(found.reshape(-1), dtype=np.int64)

    @cached_property
    def by_day(self) -> tuple[Ints, Ints]:
        """The duties in the order of their days, and where each day of the fortnight begins."""
        order = np.argsort(self.day, kind="stable")
        starts = np.searchsorted(self.day[order], np.arange(len(self.rhythm) + 1))
        return order, np.asarray(starts, dtype=np.int64)

    @cached_property
    def rests(self) -> tuple[Ints, Bools]:
        """How duties of one day bar those of the next: the class of each duty, and the duties each class bars."""
        opens: dict[int, set[int]] = defaultdict(set)
        closed: dict[int, Ints] = {}
        for number, row in enumerate(self.yard.master.rows):
            if self._is_rest(row):
                days = self.day[row.columns]
                for duty in row.columns[days == days.min()].tolist():
                    opens[duty].add(number)
                closed[number] = row.columns[days > days.min()]
        kinds: dict[frozenset[int], int] = {frozenset(): 0}
        of_duty = [kinds.setdefault(frozenset(opens.get(duty, ())), len(kinds)) for duty in range(self.size)]
        bars: Bools = np.zeros((len(kinds), self.size), dtype=np.bool_)
        for signature, kind in kinds.items():
            for number in signature:
                bars[kind, closed[number]] = True
        return np.array(of_duty, dtype=np.int64), bars

    def _is_rest(self, row: Row) -> bool:
        """At most one of some duties of two days in a row."""
        if row.rule in OTHERS or row.upper != 1 or row.lower > 0 or not len(row.columns):
            return False
        if (row.columns >= self.size).any() or (row.coefficients != 1).any():
            return False
        days = np.unique(self.day[row.columns])
        return len(days) == 2 and days[1] == days[0] + 1  # noqa: PLR2004 — a pair of days

    @cached_property
    def _own_rows(self) -> tuple[Ints, Ints, Ints, Ints, Ints]:
        """Rows about this post's duties alone: where duties begin, rows and factors in their order; both sides."""
        opened = self.yard.open[0]
        duties, rows, factors = list[Ints](), list[Ints](), list[Ints]()
        lower, upper = list[int](), list[int]()
        for row in self.yard.master.rows:
            own = row.columns < self.size
            if row.rule in OTHERS or not (own | (row.columns == opened)).all():
                continue
            base = int(row.coefficients[~own].sum())
            duties.append(row.columns[own])
            factors.append(row.coefficients[own])
            rows.append(np.full(int(own.sum()), len(lower), dtype=np.int64))
            lower.append(row.lower - base if row.lower > -INFINITE else row.lower)
            upper.append(row.upper - base if row.upper < INFINITE else row.upper)
        every, where, much = np.concatenate(duties), np.concatenate(rows), np.concatenate(factors)
        order = np.argsort(every, kind="stable")
        sides = np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64)
        return self._starts(every[order]), where[order], much[order], *sides

    def keeps_rules(self, chosen: tuple[int, ...]) -> bool:
        """Whether these duties keep every rule that duties alone decide; the checker looks at the rest."""
        starts, rows, factors, lower, upper = self._own_rows
        return bool(all_within(np.array(chosen, dtype=np.int64), starts, rows, factors, lower, upper))
