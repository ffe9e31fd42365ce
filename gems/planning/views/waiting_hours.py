"""What waits in the weeks that stand: hours asked for which nobody is planned."""

from collections.abc import Iterator
from datetime import date

from gems.domain.life import Version
from gems.domain.time import WEEK, instant_of, monday_of
from gems.domain.words import Words, counted, hours
from gems.planning.insertion import unserved_missions
from gems.planning.office import Doing
from gems.planning.views.waiting import Place, TodayLine, Urgency, Waiting, urgency
from gems.planning.views.waiting_weeks import WEEKS_AHEAD
from gems.planning.week.problem import asked_of
from gems.planning.week.saying import week_words
from gems.planning.week.steps import standings

NOBODY = Words("{week} : {requests} sans personne, {hours}", "{week}: nobody for {requests}, {hours}")
REQUESTS = (Words("{n} demande", "{n} request"), Words("{n} demandes", "{n} requests"))


def hours_waiting(doing: Doing) -> Iterator[TodayLine]:
    """One line a week with a version: what its newest one leaves unserved and that is still to come."""
    this_week = monday_of(doing.today)
    ahead = (this_week + WEEK * number for number in range(WEEKS_AHEAD + 1))
    for monday, standing in standings(doing, ahead).items():
        head = standing.newest
        version = doing.work.versions.find(monday, head.number) if head is not None else None
        missing = _missing(doing, version) if version is not None else []
        if missing:
            yield _line(doing, monday, missing)


def _missing(doing: Doing, version: Version) -> list[int]:
    """Minutes of each need that nobody serves and that could still be."""
    now = instant_of(doing.work.now)
    return [
        minutes
        for _, minutes, missions in unserved_missions(asked_of(doing.work, version.head.monday), version.schedule)
        if any(slot.start > now for mission in missions for slot in mission.slots)
    ]


def _line(doing: Doing, monday: date, missing: list[int]) -> TodayLine:
    words = NOBODY.fill(week=week_words(monday), requests=counted(len(missing), *REQUESTS), hours=hours(sum(missing)))
    return TodayLine(
        kind=Waiting.UNSERVED,
        urgency=min(Urgency.SOON, urgency(doing.today, monday)),
        words=words,
        place=Place.UNSERVED,
        monday=monday,
    )
