"""How far a schedule misses the roster terms of a person, term by term: read by the two rules about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gems.domain.roster_terms import ANY_WORK, RUNS, RosterTerm, ShiftKind, TermCount
from gems.domain.time import SATURDAY
from gems.rules.begun_days import run_before
from gems.rules.roster import Roster
from gems.rules.roster_kinds import days_of_kind, last_of_kind

ONE_DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Miss:
    """Too many, or too few."""

    term: RosterTerm
    employee_id: str
    days: tuple[date, ...]
    actual: int
    amount: int
    """How far beyond; at least 1."""
    over: bool

    @property
    def limit(self) -> int:
        """The figure missed."""
        return (self.term.most if self.over else self.term.least) or 0


def misses(roster: Roster) -> Iterator[Miss]:
    """Every miss of every term of a person of the group."""
    for term in roster.group.roster_terms:
        for person in roster.group.employees:
            if term.employee_id in (None, person.id):
                read = _Read(roster, term, person.id)
                yield from _judge(read)


def _judge(read: "_Read") -> Iterator[Miss]:
    if read.term.on_day is not None:
        return _of_one_day(read, read.term.on_day)
    if read.term.counts in RUNS:
        return _of_runs(read)
    if read.term.counts is TermCount.DAYS_A_WEEK:
        return _of_weeks(read)
    return _of_rests(read) if read.term.counts is TermCount.DAYS_OFF_AFTER else _of_totals(read)


@dataclass(frozen=True, slots=True)
class _Read:
    """A term read for one person."""

    roster: Roster
    term: RosterTerm
    employee_id: str

    def miss(self, days: Iterable[date], actual: int, amount: int, *, over: bool) -> Miss:
        """Too many, or too few."""
        return Miss(self.term, self.employee_id, tuple(days), actual, amount, over)

    def too_short(self, run: Iterable[date], length: int) -> Iterator[Miss]:
        """The run is over."""
        least = self.term.least
        if least is not None and length < least:
            yield self.miss(run, length, least - length, over=False)

    def before(self, *, works: bool) -> tuple[int, bool]:
        """Days just before the horizon that a run goes on from, and whether that is all of them."""
        if self.term.done is not None or self.term.kind != ANY_WORK:
            return self.term.done or 0, self.term.done is not None
        return run_before(self.roster, self.employee_id, works=works)

    def days(self, kind: ShiftKind) -> set[date]:
        """The days of the horizon with work of this kind."""
        return days_of_kind(self.roster, self.employee_id, kind)


def _of_one_day(read: _Read, day: date) -> Iterator[Miss]:
    """Whether the day is worked so; one of another week asks nothing."""
    term, worked = read.term, int(day in read.days(read.term.kind))
    if day not in read.roster.horizon:
        return
    if term.most is not None and worked > term.most:
        yield read.miss((day,), worked, worked - term.most, over=True)
    if term.least is not None and worked < term.least:
        yield read.miss((day,), worked, term.least - worked, over=False)


def _of_totals(read: _Read) -> Iterator[Miss]:
    term, days = read.term, read.days(read.term.kind)
    if term.counts is TermCount.DAYS:
        counted = sorted(days)
    elif term.counts is TermCount.FOLLOWINGS:
        followed = days | {last_of_kind(read.roster, read.employee_id, term.kind)}
        counted = sorted(day for day in read.days(term.then) if day - ONE_DAY in followed)
    else:
        counted = []
        for monday in read.roster.horizon.mondays:
            saturday = monday + timedelta(days=SATURDAY)
            worked = (saturday in days) + (saturday + ONE_DAY in days)
            if worked == 1 or (worked and term.counts is TermCount.WEEKENDS):
                counted.append(saturday)
    total = (term.done or 0) + len(counted)
    if term.most is not None and counted and total > term.most:
        yield read.miss(counted, total, min(total - term.most, len(counted)), over=True)
    if term.least is not None and total < term.least:
        yield read.miss(counted, total, term.least - total, over=False)


def _of_weeks(read: _Read) -> Iterator[Miss]:
    term, days = read.term, read.days(read.term.kind)
    for monday in read.roster.horizon.mondays:
        week = sorted(day for day in days if monday <= day < monday + WEEK)
        if term.most is not None and len(week) > term.most:
            yield read.miss(week, len(week), len(week) - term.most, over=True)
        if term.least is not None and len(week) < term.least:
            yield read.miss(week or [monday], len(week), term.least - len(week), over=False)


def _of_runs(read: _Read) -> Iterator[Miss]:
    """A run that the last day cuts may go on, so it is never too short; what of it was done before is not too long."""
    term, horizon, days = read.term, read.roster.horizon, read.days(read.term.kind)
    off = term.counts is TermCount.DAYS_OFF_IN_ROW
    done, whole = read.before(works=not off)
    groups = [(ours, list(group)) for ours, group in groupby(horizon.days, lambda day: (day in days) != off)]
    if done and whole and not groups[0][0] and (off or term.done is not None):
        # Work that the history alone ends cannot be helped; a rest is broken by the first day planned.
        yield from read.too_short((), done)
    for ours, run in groups:
        if ours:
            before, known = (done, whole) if run[0] == horizon.first else (0, True)
            length = before + len(run)
            if term.most is not None and length > max(term.most, before):
                yield read.miss(run, length, length - max(term.most, before), over=True)
            if known and run[-1] < horizon.last:
                yield from read.too_short(run, length)


def _of_rests(read: _Read) -> Iterator[Miss]:
    """After the last day in a row of the kind, days without any duty; what follows the horizon is free time."""
    least, days, worked = read.term.least or 0, read.days(read.term.kind), read.days(ANY_WORK)
    past = last_of_kind(read.roster, read.employee_id, read.term.kind)
    for last in sorted(days | ({past} if past is not None else set())):
        rest = next((length for length in range(least) if last + (length + 1) * ONE_DAY in worked), None)
        # The kind again on the very next day goes on; its own rest is judged after it.
        if rest is not None and (rest or last + ONE_DAY not in days):
            yield read.miss((last + (rest + 1) * ONE_DAY,), rest, least - rest, over=False)
