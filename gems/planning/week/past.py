"""The history as a Monday sees it: what is entered and closed, then each week since from its own version."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from gems.domain.calendar import last_public_holiday
from gems.domain.history import History, YearDone
from gems.domain.life import ISSUED_STATES, NoticeBand, Refusal, VersionHead, VersionState
from gems.domain.problem import Problem
from gems.domain.time import WEEK, Horizon, monday_of
from gems.domain.year import counting_year
from gems.planning.week.done import Done, done_in, with_week, without_faces, without_week
from gems.prices.load import prices
from gems.store.work import Work

LOOKED_BACK = timedelta(weeks=12)


def history_before(work: Work, monday: date) -> History:
    """Twelve weeks behind this Monday, and the counters of its year.

    The entered history (imported, and moved on by each closed week) comes first. Each week after it and before this
    Monday counts as its issued version says, else as its newest one that was not replaced; a week without any version
    stays unknown. When this Monday is behind the entered history, closed weeks from it on are taken off again.
    Refusals of late changes are counted one by one by the store and added to those entered.
    """
    past = _Past(work, standing_heads(work.versions.heads()))
    return past.with_refusals(trimmed(past.at(monday), monday), monday)


def first_unknown(history: History) -> date | None:
    """Monday of the first week that this history does not hold; None when it holds no week at all."""
    last = max((week.monday for week in history.weeks), default=None)
    return None if last is None else last + WEEK


def history_after(work: Work, monday: date) -> History:
    """The entered history once the week of this Monday is closed; weeks that were never published stay unknown."""
    held = {head.monday: head for head in work.versions.heads() if head.state in ISSUED_STATES}
    past = _Past(work, held)
    return trimmed(past.at(monday + WEEK), monday + WEEK)


def refusals_used(refusals: Iterable[Refusal], employee_id: str, day: date) -> int:
    """Changes announced late that this person refused in the counting year of a day."""
    return sum(
        one.employee_id == employee_id and one.band is not NoticeBand.EARLY
        for one in refusals
        if counting_year(one.day) == counting_year(day)
    )


def standing_heads(heads: Iterable[VersionHead]) -> dict[date, VersionHead]:
    """Of each week, the issued version, else the newest that no other replaced."""
    found: dict[date, VersionHead] = {}
    for head in heads:
        known = found.get(head.monday)
        if head.state is not VersionState.REPLACED and (known is None or known.state not in ISSUED_STATES):
            found[head.monday] = head
    return found


class _Past:
    """One reading of the store; each week is looked at once."""

    def __init__(self, work: Work, heads: Mapping[date, VersionHead]) -> None:
        """`heads`: the version that tells of each week."""
        self._work, self._group, self._heads = work, work.group, heads

    def at(self, monday: date) -> History:
        """The history moved on, or back, to a Monday; weeks older than the twelve are still there."""
        history = self._group.history
        known_to = first_unknown(history)
        start = known_to or min(self._heads, default=monday)
        if monday < start:
            return self._back(history, monday, start)
        year = None if known_to is None else counting_year(known_to - WEEK)
        while start < monday:
            history, year = of_year(history, year, start), counting_year(start)
            history = self._over(history, start)
            start += WEEK
        return of_year(history, year, monday)

    def with_refusals(self, history: History, monday: date) -> History:
        """The counters of the year with the refusals the store counted."""
        refusals, years = self._work.life.refusals(), {year.employee_id: year for year in history.years}
        for employee_id in dict.fromkeys(one.employee_id for one in refusals):
            if used := refusals_used(refusals, employee_id, monday):
                year = years.get(employee_id) or YearDone(employee_id=employee_id)
                years[employee_id] = replace(year, refusals=year.refusals + used)
        return replace(history, years=tuple(years.values()))

    def _over(self, history: History, monday: date) -> History:
        """One week further; the oldest of the twelve is forgotten by faces and ledgers where the store holds it."""
        done, gone = self._done(history, monday), self._done(history, monday - LOOKED_BACK)
        history = history if done is None else with_week(history, done)
        return history if gone is None else without_faces(history, gone)

    def _back(self, history: History, monday: date, start: date) -> History:
        """Closed weeks from this Monday on are taken off; the others were entered whole and stay."""
        closed = [at for at, head in self._heads.items() if head.state is VersionState.CLOSED]
        for at in sorted(closed, reverse=True):
            if monday <= at < start and counting_year(at) == counting_year(start - WEEK):
                done = self._done(history, at)
                history = history if done is None else without_week(history, done)
        return history

    def _done(self, history: History, monday: date) -> Done | None:
        """What the week of the store leaves behind; None when the store has no version of it."""
        head = self._heads.get(monday)
        version = None if head is None else self._work.versions.find(monday, head.number)
        if version is None:
            return None
        known = self._group.with_history(history)
        problem = Problem(group=known, horizon=Horizon(monday), prices=prices(known.settings.profile))
        return done_in(problem, version.schedule)


def trimmed(history: History, monday: date) -> History:
    """The twelve weeks before this Monday, and those of the last public holiday: New Year's Day may lie further back
    when Easter Monday is planned, and whoever worked the one is off on the other.
    """
    holiday = last_public_holiday(monday)
    further = {monday_of(holiday), monday_of(holiday - timedelta(days=1))}
    weeks = tuple(
        week
        for week in history.weeks
        if week.monday < monday and (week.monday >= monday - LOOKED_BACK or week.monday in further)
    )
    return replace(history, weeks=weeks)


def of_year(history: History, year: int | None, monday: date) -> History:
    """The same history; counters begin again when this Monday is of another year than they are."""
    if year is None or year == counting_year(monday):
        return history
    return replace(history, years=tuple(YearDone(employee_id=row.employee_id) for row in history.years))
