"""Work summed over civil weeks in a row, as judges of finished schedules read it.

What the past alone has already passed is not held against a plan: a plan is at fault only when it adds to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gems.domain.people import Employee
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import RuleInfo, Violation


@dataclass(frozen=True, slots=True)
class WeekWindow:
    """Some civil weeks in a row of one person, whose minutes are all known."""

    mondays: tuple[date, ...]
    minutes: int
    planned: int
    """The part of the minutes that the schedule itself brings."""

    @property
    def last_day(self) -> date:
        """The Sunday that ends the window."""
        return self.mondays[-1] + timedelta(days=6)


def week_windows(roster: Roster, employee_id: str, weeks: int) -> Iterator[WeekWindow]:
    """The windows that end with each week of the horizon; one with a week unknown to the history is left out."""
    for last in roster.horizon.mondays:
        mondays = tuple(last - timedelta(days=7 * back) for back in reversed(range(weeks)))
        known = [roster.week_minutes(employee_id, monday) for monday in mondays]
        minutes = [found for found in known if found is not None]
        if len(minutes) < weeks:
            continue
        planned = sum(found for monday, found in zip(mondays, minutes, strict=True) if monday in roster.horizon)
        if roster.horizon.first in mondays:
            planned -= roster.carried_minutes(employee_id)
        yield WeekWindow(mondays, sum(minutes), planned)


def means_over(
    roster: Roster, info: RuleInfo, words: Words, holds: Callable[[Employee], bool] = lambda _: True
) -> Iterator[Violation]:
    """Windows whose weekly mean is over the rule's figure; their length is the figure "<rule>.weeks"."""
    for person in roster.group.employees:
        weeks = roster.limits.of(f"{info.name}.weeks", None, roster.horizon.first)
        if weeks is None or not holds(person):
            continue
        for window in week_windows(roster, person.id, weeks):
            limit = roster.limits.of(info.name, person.id, window.mondays[-1])
            if limit is not None and window.planned and window.minutes > limit * weeks:
                yield Violation(
                    rule=info.name,
                    employee_id=person.id,
                    days=tuple(monday for monday in window.mondays if monday in roster.horizon),
                    amount=window.minutes - limit * weeks,
                    words=words.fill(
                        person=same(person.name),
                        actual=hours(-(-window.minutes // weeks)),
                        weeks=weeks,
                        day=day(window.last_day),
                        limit=hours(limit),
                    ),
                )
