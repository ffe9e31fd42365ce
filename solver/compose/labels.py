"""The best fortnights of one post, day by day: labels extended by a duty or by none (dynamic programming).

A label is what a fortnight begun comes to: minutes of the week, those that remain in school holidays, minutes of the
year, and the rest its last day still asks for. Of labels that differ little only the best is kept, and of too many the
most promising: what comes out is allowed by every row about duties, but not proven the best.
"""

from dataclasses import dataclass, replace

import numpy as np

from solver.compose.demand import Floats
from solver.compose.workable import Workable
from solver.universe import Bools, Ints

MOST, LOOKED = 250, 1500
"""Labels kept after each day, and the most promising ones among which those alike are looked for."""
ALIKE_YEAR, ALIKE_WEEK = 390, 15
"""Labels whose minutes of the year (a quarter of an hour a week) and of the week are as near count as alike."""
KEPT = 4
"""Fortnights taken from one search."""
WEEK = 7
Ended = tuple[float, tuple[int, ...]]
"""A fortnight: what it is worth, its duties."""


@dataclass(frozen=True, slots=True)
class _Labels:
    week: Ints
    term: Ints
    year: Ints
    rest: Ints
    value: Floats

    def take(self, which: Ints) -> "_Labels":
        return _Labels(self.week[which], self.term[which], self.year[which], self.rest[which], self.value[which])


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What the days after a day can still add at most."""

    value: float
    term: int
    year: int


@dataclass(frozen=True, slots=True)
class Search:
    """One search: values of duties, those allowed, what a minute of the year is charged, and the least worth having."""

    workable: Workable
    values: Floats
    allowed: Bools
    multiplier: float
    least: float = 1.0

    def best(self) -> list[Ended]:
        """Fortnights worth more than the least, the best first."""
        days = [(day, self._choices(day)) for day in self.workable.days]
        days = [(day, duties) for day, duties in days if len(duties)]
        nothing: Ints = np.zeros(1, dtype=np.int64)
        labels = _Labels(nothing, nothing, nothing, nothing, np.zeros(1))
        trail: list[tuple[Ints, Ints]] = []
        before = -WEEK
        for (day, duties), ahead in zip(days, self._ahead(days), strict=True):
            if day // WEEK != before // WEEK:
                empty = np.zeros_like(labels.week)
                labels = replace(labels, week=empty, term=empty)
            if day != before + 1:
                labels = replace(labels, rest=np.zeros_like(labels.rest))
            before = day
            labels, came, added = self._extended(labels, duties, ahead)
            trail.append((came, added))
            if not len(came):
                return []
        return self._ended(labels, trail)

    def _choices(self, day: int) -> Ints:
        """The day's duties: of those that count alike, the one of most value."""
        work = self.workable
        duties = np.flatnonzero(self.allowed & (work.day == day))
        alike = np.column_stack([a[duties] for a in (work.week, work.term, work.year, work.rests[0])])
        order = np.lexsort((-self.values[duties], *alike.T))
        first = np.ones(len(order), dtype=np.bool_)
        first[1:] = (alike[order][1:] != alike[order][:-1]).any(axis=1)
        chosen: Ints = duties[order[first]]
        return chosen

    def _ahead(self, days: list[tuple[int, Ints]]) -> list[_Ahead]:
        work, value, year, term, found = self.workable, 0.0, 0, 0, list[_Ahead]()
        week = None
        for day, duties in reversed(days):
            term = term if day // WEEK == week else 0
            week = day // WEEK
            found.append(_Ahead(value, term, year))
            value += max(0.0, float((self.values[duties] - self.multiplier * work.year[duties]).max()))
            year += int(work.year[duties].max())
            term += int(work.term[duties].max())
        return found[::-1]

    def _extended(self, labels: _Labels, duties: Ints, ahead: _Ahead) -> tuple[_Labels, Ints, Ints]:
        """Labels after the day, the label each came from, and the duty it added (-1: a day off)."""
        work, terms = self.workable, self.workable.question.terms
        week, term, year = (np.append(0, figure[duties]) for figure in (work.week, work.term, work.year))
        gained = np.append(0.0, self.values[duties])
        value = labels.value[:, None] + gained
        years = labels.year[:, None] + year
        end = self.multiplier * (terms.most_year if self.multiplier > 0 else terms.least_year)
        good = value - self.multiplier * years > self.least - ahead.value - end
        good &= (years <= terms.most_year) & (years >= terms.least_year - ahead.year)
        good &= labels.week[:, None] <= terms.high - week
        good &= labels.term[:, None] >= terms.low - ahead.term - term
        if labels.rest.any():
            good[:, 1:] &= ~work.rests[1][labels.rest][:, duties]
        came, place = np.nonzero(good)
        rest = np.append(0, work.rests[0][duties])
        grown = _Labels(
            labels.week[came] + week[place],
            labels.term[came] + term[place],
            years[came, place],
            rest[place],
            value[came, place],
        )
        kept = self._kept(grown)
        return grown.take(kept), came[kept], np.append(-1, duties)[place[kept]]

    def _kept(self, labels: _Labels) -> Ints:
        """The best of those alike; of too many, the most promising."""
        promise = labels.value - self.multiplier * labels.year
        some = np.argpartition(-promise, LOOKED)[:LOOKED] if len(promise) > LOOKED else np.arange(len(promise))
        labels, promise = labels.take(some), promise[some]
        classes = len(self.workable.rests[1])
        key = labels.year // ALIKE_YEAR
        for figure, many in ((labels.week // ALIKE_WEEK, WEEK * 96), (labels.term // ALIKE_WEEK, WEEK * 96)):
            key = key * many + figure
        key = key * classes + labels.rest
        order = np.lexsort((-labels.value, key))
        first = np.ones(len(order), dtype=np.bool_)
        first[1:] = key[order][1:] != key[order][:-1]
        kept: Ints = order[first]
        if len(kept) > MOST:
            kept = kept[np.argpartition(-promise[kept], MOST)[:MOST]]
        chosen: Ints = some[kept]
        return chosen

    def _ended(self, labels: _Labels, trail: list[tuple[Ints, Ints]]) -> list[Ended]:
        terms = self.workable.question.terms
        whole = (labels.year >= terms.least_year) & (labels.year <= terms.most_year) & (labels.term >= terms.low)
        ended = np.flatnonzero(whole & (labels.value > self.least))
        found = []
        for label in ended[np.argsort(-labels.value[ended], kind="stable")][:KEPT].tolist():
            duties, place = [], label
            for came, added in reversed(trail):
                if added[place] >= 0:
                    duties.append(int(added[place]))
                place = int(came[place])
            found.append((float(labels.value[label]), tuple(sorted(duties))))
        return found
