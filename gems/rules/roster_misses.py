"""How far a schedule misses the roster terms of a person, term by term: read by the two rules about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gems.domain.roster_terms import RUNS, RosterTerm, TermCount
from gems.domain.time import SATURDAY
from gems.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Miss:
    """Too many, or too few."""

    term: RosterTerm
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
        if term.employee_id in roster.group.employee:
            days = _days(roster, term)
            yield from _of_runs(roster, term, days) if term.counts in RUNS else _of_totals(roster, term, days)


def _days(roster: Roster, term: RosterTerm) -> set[date]:
    """The days of the horizon that the term counts, or whose absence it counts."""
    found = set()
    for duty in roster.duties[term.employee_id]:
        shifts = (_shift(roster, piece.mission_id) for piece in duty.pieces)
        if duty.day in roster.horizon and (term.shift is None or term.shift in shifts):
            found.add(duty.day)
    return found


def _shift(roster: Roster, mission_id: str | None) -> str | None:
    mission = roster.problem.mission.get(mission_id or "")
    return mission.request.label if mission else None


def _of_totals(roster: Roster, term: RosterTerm, days: set[date]) -> Iterator[Miss]:
    if term.counts is TermCount.DAYS:
        counted = sorted(days)
    else:
        counted = []
        for monday in roster.horizon.mondays:
            saturday = monday + timedelta(days=SATURDAY)
            worked = (saturday in days) + (saturday + timedelta(days=1) in days)
            if worked == 1 or (worked and term.counts is TermCount.WEEKENDS):
                counted.append(saturday)
    total = (term.done or 0) + len(counted)
    if term.most is not None and counted and total > term.most:
        yield Miss(term, tuple(counted), total, min(total - term.most, len(counted)), over=True)
    if term.least is not None and total < term.least:
        yield Miss(term, tuple(counted), total, term.least - total, over=False)


def _of_runs(roster: Roster, term: RosterTerm, days: set[date]) -> Iterator[Miss]:
    """A run that the last day cuts may go on, so it is never too short; what of it was done before is not too long."""
    horizon, off = roster.horizon, term.counts is TermCount.DAYS_OFF_IN_ROW
    done = term.done or 0
    groups = [(ours, list(group)) for ours, group in groupby(horizon.days, lambda day: (day in days) != off)]
    if done and not groups[0][0]:
        yield from _too_short(term, (), done)
    for ours, run in groups:
        if ours:
            before = done if run[0] == horizon.first else 0
            length = before + len(run)
            if term.most is not None and length > max(term.most, before):
                yield Miss(term, tuple(run), length, length - max(term.most, before), over=True)
            known = run[0] > horizon.first or term.done is not None
            if known and run[-1] < horizon.last:
                yield from _too_short(term, tuple(run), length)


def _too_short(term: RosterTerm, run: tuple[date, ...], length: int) -> Iterator[Miss]:
    if term.least is not None and length < term.least:
        yield Miss(term, run, length, term.least - length, over=False)
