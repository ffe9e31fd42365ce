"""The same hours asked otherwise: earlier, later, shorter, another day, another qualification; this week only."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gems.domain.issues import Kind
from gems.domain.missions import Need, beyond_of, needs_of
from gems.domain.problem import Problem
from gems.domain.requests import Demand, FixedSlot, Recurrence, Request, Volume, Window
from gems.domain.time import instant_at, monday_of
from gems.domain.words import Words, clock, hours
from gems.domain.words import day as day_words
from gems.planning.asks.parts import part_id
from gems.planning.explain.unlocks import Put, Unlock, UnlockKind

SHIFTS = (30, 60, 120)
"""Minutes earlier or later, the least first."""
CUTS = (30, 60)
"""Minutes less."""
SATURDAY = 5
LEAST_LEFT = 60
"""Minutes that a shortened piece keeps."""
EARLIER = Words("{by} plus tôt ({times})", "{by} earlier ({times})")
LATER = Words("{by} plus tard ({times})", "{by} later ({times})")
SHORTER = Words("{by} de moins ({times})", "{by} less ({times})")
OTHER_DAY = Words("la même chose le {day}", "the same on {day}")
QUALIFICATION = Words("accepter la qualification « {held} »", "accept the qualification “{held}”")
TIMES = Words("{start}–{end}", "{start}–{end}")


@dataclass(frozen=True, slots=True)
class _Cut:
    """The request in two: what stays as it is, and the days that change."""

    rest: Request | None
    """None when nothing is left of it."""
    part: Request
    days: tuple[date, ...]


class Demands:
    """Other ways to ask one need of one week."""

    def __init__(self, problem: Problem, need: Need) -> None:
        self._problem, self._need = problem, need
        self._cut = _cut(problem, need)

    def shifted(self) -> Iterator[Unlock]:
        """Earlier and later, the least first."""
        for by in SHIFTS:
            for kind, words in ((UnlockKind.EARLIER, EARLIER), (UnlockKind.LATER, LATER)):
                demand = _shift(self._cut.part.demand, -by if kind is UnlockKind.EARLIER else by)
                yield self._asking(kind, demand, words, by)

    def shorter(self) -> Iterator[Unlock]:
        """Less of it; a volume is asked in pieces anyway."""
        for by in CUTS:
            for demand in _shorten(self._cut.part.demand, by):
                yield self._asking(UnlockKind.SHORTER, demand, SHORTER, by)

    def other_days(self) -> Iterator[Unlock]:
        """The same on each other day of the week, for what is asked day by day; week-ends for week-ends only."""
        if len(self._cut.days) != 1:
            return
        asked, when = self._cut.days[0], self._cut.part.recurrence
        for day in self._problem.horizon.days:
            if (
                day != asked
                and monday_of(day) == monday_of(asked)
                and (day.weekday() < SATURDAY or asked.weekday() >= SATURDAY)
            ):
                moved = replace(when, weekdays=frozenset({day.weekday()}), first_day=day, last_day=day)
                part = replace(self._cut.part, recurrence=moved)
                yield self._unlock(UnlockKind.OTHER_DAY, part, OTHER_DAY.fill(day=day_words(day)))

    def qualified(self, held: str) -> Unlock:
        """By somebody of another qualification."""
        found = self._problem.group.qualification[held]
        name = Words(found.name_fr, found.name_en)
        part = replace(self._cut.part, qualification=held)
        return self._unlock(UnlockKind.QUALIFICATION, part, QUALIFICATION.fill(held=name))

    def _asking(self, kind: UnlockKind, demand: Demand, words: Words, by: int) -> Unlock:
        first = self._cut.days[0]
        start, end = instant_at(first, demand.start_clock), instant_at(first, demand.end_clock)
        times = TIMES.fill(start=clock(start), end=clock(end))
        part = replace(self._cut.part, demand=demand)
        return self._unlock(kind, part, words.fill(by=hours(by), times=times))

    def _unlock(self, kind: UnlockKind, part: Request, words: Words) -> Unlock:
        whole = self._need.request
        rest = () if self._cut.rest is None else (Put(kind=Kind.REQUEST, record=self._cut.rest, seen=whole),)
        before, after = self._needs(self._need.request), self._needs(part)
        old = [one for one in before if set(_days(one)) <= set(self._cut.days)]
        place = next(index for index, one in enumerate(old) if one.id == self._need.id)
        renamed = {
            mission.id: other.id
            for one, new in zip(old, after, strict=False)
            for mission, other in zip(one.missions, new.missions, strict=False)
            if mission.id != other.id
        }
        return Unlock(
            kind=kind,
            words=words,
            puts=(*rest, Put(kind=Kind.REQUEST, record=part, seen=None if rest else whole)),
            need_id=after[place].id if place < len(after) else "",
            renamed=renamed,
        )

    def _needs(self, request: Request) -> list[Need]:
        """Those of people more than asked at the end."""
        settings = self._problem.group.settings
        when = self._problem.horizon, settings.school_zone, settings.grid_minutes
        return [*needs_of(request, *when), *beyond_of(request, *when)]


def _days(need: Need) -> list[date]:
    return [mission.day for mission in need.missions]


def _cut(problem: Problem, need: Need) -> _Cut:
    """The request of a need in two, so that its other days and weeks stay as they are."""
    request, days = need.request, tuple(_days(need))
    when = request.recurrence
    alone = Recurrence(weekdays=frozenset(day.weekday() for day in days), first_day=days[0], last_day=days[-1])
    if when.last_day is not None and _asked(problem, request, when.last_day) == list(days):
        return _Cut(None, replace(request, recurrence=alone), days)
    rest = replace(request, recurrence=replace(when, except_days=when.except_days | frozenset(days)))
    taken = problem.group.request.keys()
    return _Cut(rest, replace(request, id=part_id(request.id, taken), recurrence=alone), days)


def _asked(problem: Problem, request: Request, last: date) -> list[date]:
    when = request.recurrence
    return list(when.days(when.first_day, last, problem.group.settings.school_zone))


def _shift(demand: Demand, by: int) -> Demand:
    """A fixed slot moves; a window or a volume opens wider on one side."""
    if isinstance(demand, FixedSlot):
        return replace(demand, start_clock=demand.start_clock + by, end_clock=demand.end_clock + by)
    return replace(demand, start_clock=demand.start_clock + min(by, 0), end_clock=demand.end_clock + max(by, 0))


def _shorten(demand: Demand, by: int) -> Iterator[Demand]:
    if isinstance(demand, Window) and demand.minutes - by >= LEAST_LEFT:
        yield replace(demand, minutes=demand.minutes - by)
    if isinstance(demand, FixedSlot) and demand.end_clock - demand.start_clock - by >= LEAST_LEFT:
        yield replace(demand, start_clock=demand.start_clock + by)
        yield replace(demand, end_clock=demand.end_clock - by)
    if isinstance(demand, Volume) and demand.weekly_minutes - by >= demand.shortest:
        yield replace(demand, weekly_minutes=demand.weekly_minutes - by)
