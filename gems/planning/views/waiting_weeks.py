"""What waits in the weeks: to build, to propose, to settle, to publish, to close."""

from collections.abc import Iterator, Sequence
from datetime import date

from gems.domain.life import VersionHead, VersionState
from gems.domain.time import WEEK, monday_of
from gems.domain.words import Words, counted
from gems.domain.words import day as day_words
from gems.planning.asks.closing import closings_of
from gems.planning.asks.parts import asks_in
from gems.planning.office import Doing
from gems.planning.views.standing import issued_head, proposed_head
from gems.planning.views.waiting import Place, TodayLine, Urgency, Waiting, urgency
from gems.planning.week.asked import progress_of
from gems.planning.week.saying import week_words

WEEKS_AHEAD = 6
SAID = {
    Waiting.TO_BUILD: Words("{week} : à construire, à publier {due}", "{week}: to build, to publish {due}"),
    Waiting.TO_PROPOSE: Words(
        "{week} : brouillon à proposer, à publier {due}", "{week}: draft to propose, to publish {due}"
    ),
    Waiting.TO_PUBLISH: Words("{week} : proposée, à publier {due}", "{week}: proposed, to publish {due}"),
}
SAID_ONCE_ISSUED = {
    Waiting.TO_PROPOSE: Words(
        "{week} : un changement attend en brouillon", "{week}: a change to what is published waits as a draft"
    ),
    Waiting.TO_PUBLISH: Words(
        "{week} : un changement proposé attend d'être publié",
        "{week}: a change that was proposed waits to be published",
    ),
}
DUE, OVERDUE = Words("au plus tard le {day}", "by {day}"), Words("depuis le {day}", "since {day}")
REFUSALS = (
    Words("{n} refus à traiter", "{n} objection to settle"),
    Words("{n} refus à traiter", "{n} objections to settle"),
)
OBJECTIONS = Words("{week} : {refusals}", "{week}: {refusals}")
TO_CLOSE = Words("{week} : terminée, à clore", "{week}: over, to close")


def weeks_waiting(doing: Doing) -> Iterator[TodayLine]:
    """The weeks behind to close, then this one and those ahead by where they stand."""
    heads, this_week = doing.work.versions.heads(), monday_of(doing.today)
    for head in heads:
        if head.state is VersionState.PUBLISHED and head.monday < this_week:
            yield _line(Waiting.TO_CLOSE, Urgency.SOON, TO_CLOSE.fill(week=week_words(head.monday)), head.monday)
    for number in range(WEEKS_AHEAD + 1):
        monday = this_week + WEEK * number
        of_week = [head for head in heads if head.monday == monday]
        yield from _objections(doing, proposed_head(of_week))
        yield from _next_step(doing, monday, of_week)


def _next_step(doing: Doing, monday: date, of_week: Sequence[VersionHead]) -> Iterator[TodayLine]:
    kind, week, due = _stands(of_week), week_words(monday), doing.work.records.deadlines().publish_due(monday)
    if issued_head(of_week) is not None:
        if kind in SAID_ONCE_ISSUED:
            yield _line(kind, Urgency.SOON, SAID_ONCE_ISSUED[kind].fill(week=week), monday)
    elif kind is not Waiting.TO_BUILD or _to_build(doing, monday):
        when = (OVERDUE if doing.today > due else DUE).fill(day=day_words(due, year=True))
        yield _line(kind, urgency(doing.today, due), SAID[kind].fill(week=week, due=when), monday)


def _stands(of_week: Sequence[VersionHead]) -> Waiting:
    if any(head.state is VersionState.DRAFT for head in of_week):
        return Waiting.TO_PROPOSE
    return Waiting.TO_PUBLISH if proposed_head(of_week) is not None else Waiting.TO_BUILD


def _to_build(doing: Doing, monday: date) -> bool:
    """Whether a week without any version is worth building: members ask something, and can ask no more.

    A week whose hours were entered with the history was made elsewhere.
    """
    group = doing.work.group
    if closings_of(doing).is_open(monday) or any(week.monday == monday for week in group.history.weeks):
        return False
    return any(asks_in(request, monday, group.settings.school_zone) for request in group.requests)


def _objections(doing: Doing, head: VersionHead | None) -> Iterator[TodayLine]:
    found = progress_of(doing.work, head).objections if head is not None else ()
    if head is not None and found:
        words = OBJECTIONS.fill(week=week_words(head.monday), refusals=counted(len(found), *REFUSALS))
        yield TodayLine(
            kind=Waiting.OBJECTIONS, urgency=Urgency.NOW, words=words, place=Place.ANSWERS, monday=head.monday
        )


def _line(kind: Waiting, how_soon: Urgency, words: Words, monday: date) -> TodayLine:
    return TodayLine(kind=kind, urgency=how_soon, words=words, place=Place.WEEK, monday=monday)
