"""Until when members may still change what concerns a week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gems.domain.life import Deadlines
from gems.domain.requests import Request
from gems.domain.time import WEEK, monday_of
from gems.domain.words import Words
from gems.domain.words import day as day_words
from gems.planning.asks.parts import asks_before, asks_in
from gems.planning.office import Doing

CLOSED = Words(
    "Les demandes pour la semaine du {monday} étaient attendues jusqu'au {last} : appelez le groupement.",
    "Requests for the week of {monday} were due by {last}: call the group.",
)
OPEN = Words(
    "Les demandes pour la semaine du {monday} sont attendues jusqu'au {last}.",
    "Requests for the week of {monday} are due by {last}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The last day for the requests of one week."""

    monday: date
    last_day: date
    """Included."""
    is_open: bool
    usual: bool
    """False when the coordinator has set this day for this week."""
    first_open: date
    """Monday of the first week still open to requests, whichever week is asked about."""
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Closings:
    """The closing days of every week, as they stand today."""

    today: date
    deadlines: Deadlines
    set_days: Mapping[date, date]
    """By Monday, where it is not the usual one."""
    school_zone: str

    def last_day(self, monday: date) -> date:
        """The last day, included, on which a member may still change what concerns this week."""
        return self.set_days.get(monday) or self.deadlines.requests_close(monday)

    def is_open(self, monday: date) -> bool:
        """Whether members may still change what concerns this week."""
        return self.today <= self.last_day(monday)

    def closed_weeks(self) -> tuple[date, ...]:
        """Mondays of the closed weeks from this one on; every week before is past, and closed."""
        monday, found = monday_of(self.today), []
        latest = max([self.today + timedelta(days=self.deadlines.requests_days), *self.set_days])
        while monday <= latest:
            if not self.is_open(monday):
                found.append(monday)
            monday += WEEK
        return tuple(found)

    def closed_touched(self, request: Request) -> date | None:
        """Monday of a closed week in which it asks for something; None when all it asks is still open."""
        this_week = monday_of(self.today)
        if asks_before(request, this_week, self.school_zone):
            return min(monday_of(request.recurrence.first_day), this_week - WEEK)
        touched = (monday for monday in self.closed_weeks() if asks_in(request, monday, self.school_zone))
        return next(touched, None)

    def free_from(self, *requests: Request) -> date:
        """Monday of the first week from which nothing that these requests ask is closed any more."""
        closed = (
            monday
            for monday in reversed(self.closed_weeks())
            if any(asks_in(one, monday, self.school_zone) for one in requests)
        )
        last = next(closed, None)
        return monday_of(self.today) if last is None else last + WEEK

    def of(self, monday: date) -> Closing:
        """What to say of a week."""
        last, is_open = self.last_day(monday), self.is_open(monday)
        closed, first_open = self.closed_weeks(), monday_of(self.today)
        while first_open in closed:
            first_open += WEEK
        return Closing(
            monday=monday,
            last_day=last,
            is_open=is_open,
            usual=monday not in self.set_days,
            first_open=first_open,
            words=(OPEN if is_open else CLOSED).fill(monday=day_words(monday), last=day_words(last, year=True)),
        )


def closings_of(doing: Doing) -> Closings:
    """The closing days as this transaction sees them."""
    work = doing.work
    return Closings(
        today=doing.today,
        deadlines=work.records.deadlines(),
        set_days=work.life.set_closing_days(),
        school_zone=work.group.settings.school_zone,
    )
