"""How far a schedule misses the roster terms of a person, term by term: read by the two rules about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gems.domain.roster_terms import RUNS, RosterTerm, TermCount
from gems.domain.time import SATURDAY
from gems.rules.begun_days import run_before
from gems.rules.roster import Roster


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
                yield from _of_runs(read) if term.counts in RUNS else _of_totals(read)


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
        if self.term.done is not None or self.term.shift is not None:
            return self.term.done or 0, self.term.done is not None
        return run_before(self.roster, self.employee_id, works=works)


def _days(read: _Read) -> set[date]:
    """The days of the horizon that the term counts, or whose absence it counts."""
    roster, term, found = read.roster, read.term, set()
    for duty in roster.duties[read.employee_id]:
        shifts = (_shift(roster, piece.mission_id) for piece in duty.pieces)
        if duty.day in roster.horizon and (term.shift is None or term.shift in shifts):
            found.add(duty.day)
    return found


def _shift(roster: Roster, mission_id: str | None) -> str | None:
    mission = roster.problem.mission.get(mission_id or "")
    return mission.request.label if mission else None


def _of_totals(read: _Read) -> Iterator[Miss]:
    term, days = read.term, _days(read)
    if term.counts is TermCount.DAYS:
        counted = sorted(days)
    else:
        counted = []
        for monday in read.roster.horizon.mondays:
            saturday = monday + timedelta(days=SATURDAY)
            worked = (saturday in days) + (saturday + timedelta(days=1) in days)
            if worked == 1 or (worked and term.counts is TermCount.WEEKENDS):
                counted.append(saturday)
    total = (term.done or 0) + len(counted)
    if term.most is not None and counted and total > term.most:
        yield read.miss(counted, total, min(total - term.most, len(counted)), over=True)
    if term.least is not None and total < term.least:
        yield read.miss(counted, total, term.least - total, over=False)


def _of_runs(read: _Read) -> Iterator[Miss]:
    """A run that the last day cuts may go on, so it is never too short; what of it was done before is not too long."""
    term, horizon, days = read.term, read.roster.horizon, _days(read)
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
