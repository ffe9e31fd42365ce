"""Roster terms as rows over a person's days; a miss is a column at the term's price, or cannot be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gems.domain.roster_terms import ANY_WORK, RUNS, RosterTerm, ShiftKind, TermCount
from gems.domain.time import DAYS_OF_WEEK, SATURDAY
from solver.begun import past_run
from solver.master import Master
from solver.shift_kinds import duties_of_kind, last_of_kind
from solver.universe import Bools, Ints

Sum = list[tuple[Ints, int]]
"""Columns with a coefficient each group."""


@dataclass(frozen=True, slots=True)
class _Term:
    """One term being written: `days` hold a 0-1 column for each day of the horizon on which anything can count."""

    master: Master
    rule: str
    term: RosterTerm
    days: tuple[Ints, ...]
    before: tuple[int, bool]
    """Of a run: so many days just before the horizon, and whether those are all of it."""

    def at_most(self, total: Sum, most: int, missed: int = 1, times: int = 1) -> None:
        """The sum is at most a figure, or missed by up to `missed`, each at `times` the price of the term."""
        columns = [columns for columns, _ in total]
        factors = [np.full(len(columns), factor, dtype=np.int64) for columns, factor in total]
        if sum(max(0, factor) for columns, factor in total if len(columns)) <= most:
            return  # at most one duty begins a day, so nothing can pass it
        if self.term.cents is not None:
            column = self.master.add_column(0, missed)
            self.master.add_cents(self.rule, column, times * self.term.cents)
            columns.append(np.array([column], dtype=np.int64))
            factors.append(np.array([-1], dtype=np.int64))
        self.master.add_row(self.rule, np.concatenate(columns), np.concatenate(factors), upper=most)


def write_terms(master: Master, rule: str, *, priced: bool) -> None:
    """The rows of all terms with a price, or of all without."""
    kinds = _Kinds(master, rule)
    for term in master.problem.group.roster_terms:
        if (term.cents is not None) != priced or term.cents == 0 or _needs_no_row(master, term):
            continue
        for employee, person in enumerate(master.universe.employees):
            if term.employee_id not in (None, person.id):
                continue
            days = kinds.worked(employee, term.kind)
            written = _Term(master, rule, term, days, _before(master, term, employee))
            if term.counts is TermCount.FOLLOWINGS:
                _followings(written, kinds.worked(employee, term.then), last_of_kind(master, employee, term.kind))
            elif term.counts is TermCount.DAYS_OFF_AFTER:
                _rests(written, kinds.worked(employee, ANY_WORK), last_of_kind(master, employee, term.kind))
            elif term.counts is TermCount.DAYS_A_WEEK:
                _weeks(written)
            elif term.counts in RUNS:
                _runs(written)
            else:
                _totals(written)


def _needs_no_row(master: Master, term: RosterTerm) -> bool:
    """Whether it is about one day that has a price (`solver.roster_days`), or that is not planned."""
    on_day = term.on_day
    return on_day is not None and (term.cents is not None or on_day not in master.universe.day_index)


def _before(master: Master, term: RosterTerm, employee: int) -> tuple[int, bool]:
    """What a run goes on from: what the term says or, of any work and of days off, what the history says."""
    if term.done is None and term.kind == ANY_WORK and term.counts in RUNS:
        return past_run(master, employee, works=term.counts is TermCount.DAYS_IN_ROW)
    return term.done or 0, term.done is not None


class _Kinds:
    """For each person and kind of shift one column at most a day: 1 when a duty of the kind begins. Made once each."""

    def __init__(self, master: Master, rule: str) -> None:
        self._master, self._rule = master, rule
        self._marks: dict[ShiftKind, Bools] = {}
        self._days: dict[tuple[int, ShiftKind], tuple[Ints, ...]] = {}

    def worked(self, employee: int, kind: ShiftKind) -> tuple[Ints, ...]:
        """Day by day over the horizon."""
        if kind not in self._marks:
            self._marks[kind] = duties_of_kind(self._master.table, kind)
        key = (employee, kind)
        if key not in self._days:
            days = range(len(self._master.universe.days))
            self._days[key] = tuple(self._column(employee, day, self._marks[kind]) for day in days)
        return self._days[key]

    def _column(self, employee: int, day: int, counted: Bools) -> Ints:
        master = self._master
        duties = master.duties_on(employee, day)
        duties = duties[counted[duties]]
        if len(duties) > 1:
            column = master.add_column(0, 1)
            master.add_row(self._rule, [*duties.tolist(), column], [1] * len(duties) + [-1], lower=0, upper=0)
            duties = np.array([column], dtype=np.int64)
        return duties


def _totals(written: _Term) -> None:
    term, counted = written.term, [np.zeros(0, dtype=np.int64), *_counted(written)]
    done = term.done or 0
    if term.most is not None:
        written.at_most([(each, 1) for each in counted], max(0, term.most - done), len(counted))
    if term.least is not None and term.least > done:
        written.at_most([(each, -1) for each in counted], done - term.least, term.least - done)


def _counted(written: _Term) -> Iterator[Ints]:
    """For each thing counted, columns of which one is 1 when it counts."""
    days = written.days
    if written.term.on_day is not None:
        yield days[written.master.universe.day_index[written.term.on_day]]
        return
    if written.term.counts is TermCount.DAYS:
        yield from days
        return
    for saturday in range(SATURDAY, len(days), DAYS_OF_WEEK):
        pair = days[saturday], days[saturday + 1]
        if len(pair[0]) or len(pair[1]):
            yield np.array([_weekend(written, pair)], dtype=np.int64)


def _weekend(written: _Term, pair: tuple[Ints, Ints]) -> int:
    """A 0-1 column: the weekend counts."""
    master, rule = written.master, written.rule
    column = np.array([master.add_column(0, 1)], dtype=np.int64)
    first, second = pair
    half = written.term.counts is TermCount.HALF_WEEKENDS
    for one, other in ((first, second), (second, first)):
        # Worked, and for a half weekend the other day not: then it counts.
        _row(master, rule, [(one, 1), (column, -1), *([(other, -1)] if half else [])], 0)
    if written.term.least is not None:
        _row(master, rule, [(column, 1), (first, -1), (second, -1)], 0)
        if half:
            _row(master, rule, [(column, 1), (first, 1), (second, 1)], 2)
    return int(column[0])


def _row(master: Master, rule: str, total: Sum, most: int) -> None:
    columns = np.concatenate([columns for columns, _ in total])
    factors = np.concatenate([np.full(len(columns), factor, dtype=np.int64) for columns, factor in total])
    master.add_row(rule, columns, factors, upper=most)


def _runs(written: _Term) -> None:
    if written.term.most is not None:
        _most(written, written.term.most)
    if written.term.least is not None:
        _least(written, written.term.least)


def _most(written: _Term, most: int) -> None:
    """A window of one day more than allowed is never all in the run: each one that is, is a day too many."""
    done, days = min(written.before[0], most), range(len(written.days))
    for back in range(1, done + 1):
        _all_in(written, days[: most + 1 - back], (), most + 1 - back)
    for first in days[: len(days) - most]:
        _all_in(written, days[first : first + most + 1], (), most + 1)


def _least(written: _Term, least: int) -> None:
    """Short runs, one by one: out, so many days in, out."""
    (done, whole), days = written.before, range(len(written.days))
    if whole:
        # Work that the history alone ends cannot be helped; a rest is broken by the first day planned.
        ended = written.term.done is not None or written.term.counts is TermCount.DAYS_OFF_IN_ROW
        for length in range(0 if done and ended else 1, least - done):
            if length < len(days):
                _all_in(written, days[:length], (length,), length, least - done - length)
    for first in days[1:]:
        for length in range(1, least):
            if first + length < len(days):
                out = (first - 1, first + length)
                _all_in(written, days[first : first + length], out, length, least - length)


def _all_in(written: _Term, inside: Sequence[int], outside: Sequence[int], length: int, times: int = 1) -> None:
    """These days are not all in the run with those out of it, or that is missed `times`."""
    if length > len(inside):
        return  # the window passes the horizon
    off = written.term.counts is TermCount.DAYS_OFF_IN_ROW
    sign = -1 if off else 1
    total: Sum = [(written.days[day], sign) for day in inside] + [(written.days[day], -sign) for day in outside]
    # A day in the run is 1 - worked where days off are counted; so is a day out of it otherwise.
    constant = len(inside) if off else len(outside)
    written.at_most(total, len(inside) + len(outside) - 1 - constant, 1, times)


def _weeks(written: _Term) -> None:
    """At most so many of the seven days, and at least."""
    least, most = written.term.least, written.term.most
    for monday in range(0, len(written.days), DAYS_OF_WEEK):
        week = [np.zeros(0, dtype=np.int64), *written.days[monday : monday + DAYS_OF_WEEK]]
        if most is not None:
            written.at_most([(each, 1) for each in week], most, DAYS_OF_WEEK)
        if least is not None:
            written.at_most([(each, -1) for each in week], -least, least)


def _followings(written: _Term, then: Sequence[Ints], past: int | None) -> None:
    """A column for each two days that follow each other so; the first one alone may follow the past.

    What may never be needs no column: of two such days one is not worked so.
    """
    master, term = written.master, written.term
    never = term.cents is None and term.most is not None and term.most <= (term.done or 0)
    counted = [then[0]] if past == -1 else []
    for first, second in pairwise(range(len(written.days))):
        if not len(written.days[first]) or not len(then[second]):
            continue
        pair: Sum = [(written.days[first], 1), (then[second], 1)]
        if never:
            _row(master, written.rule, pair, 1)
        else:
            column = np.array([master.add_column(0, 1)], dtype=np.int64)
            _row(master, written.rule, [*pair, (column, -1)], 1)
            counted.append(column)
    if term.most is not None and counted:
        written.at_most([(each, 1) for each in counted], max(0, term.most - (term.done or 0)), len(counted))


def _rests(written: _Term, worked: Sequence[Ints], past: int | None) -> None:
    """After each day of the kind, rests that are too short, one by one: off, so many days, then work.

    The kind again on the very next day is no end of its run.
    """
    least, days = written.term.least or 0, range(len(worked))
    for last in (*([past] if past is not None else []), *days):
        for length in range(least):
            back = last + length + 1
            if back not in days:
                continue
            total: Sum = [(worked[day], -1) for day in range(max(0, last + 1), back)]
            total += [(worked[back], 1), *([] if length else [(written.days[back], -1)])]
            if last in days:
                total.append((written.days[last], 1))
            # What of the past is worked is known: the rest began there, and only the return is planned.
            written.at_most(total, 1 if last in days else 0, 1, least - length)
