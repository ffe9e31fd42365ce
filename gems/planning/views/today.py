"""Today: what waits for the coordinator, read off the store alone."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.access.policy import Act, Role
from gems.domain.life import RequestState, Version
from gems.domain.people import Absence
from gems.domain.schedule import Assignment
from gems.domain.time import WEEK, Instant, day_of, instant_of, monday_of
from gems.domain.words import Words, counted
from gems.domain.words import day as day_words
from gems.planning.compose.under_way import RECENT, broke_off, last_cut_off
from gems.planning.office import Doing, use_case
from gems.planning.views.standing import told
from gems.planning.views.waiting import Place, TodayLine, Urgency, Waiting, urgency
from gems.planning.views.waiting_hours import hours_waiting
from gems.planning.views.waiting_weeks import weeks_waiting
from gems.planning.week.saying import week_words
from gems.rules.catalogue import rule_named

ENDING = timedelta(days=14)
NEW_REQUESTS = (
    Words("{n} demande nouvelle ou modifiée", "{n} request, new or changed"),
    Words("{n} demandes nouvelles ou modifiées", "{n} requests, new or changed"),
)
WISH = Words("{who} {what}", "{who} {what}")
AWAY = Words(
    "Absence de {who} : {pieces} à confier à d'autres, dès le {day}",
    "Absence of {who}: {pieces} to give to others, from {day}",
)
PIECES = (Words("{n} intervention", "{n} piece of work"), Words("{n} interventions", "{n} pieces of work"))
CUT_OFF = Words("{week} : le calcul n'est pas allé au bout. {why}", "{week}: planning did not finish. {why}")
COMPOSING_CUT_OFF = Words(
    "Composer : le calcul n'est pas allé au bout. {why}", "Compose: the computation did not finish. {why}"
)
ENDS = Words("La dérogation « {rule} » prend fin le {day}", "The derogation “{rule}” ends on {day}")


@use_case(Act.SEE_TODAY)
def today(doing: Doing) -> tuple[TodayLine, ...]:
    """Everything that waits, the most urgent first; nothing when all is done."""
    lines = (
        *_requests(doing),
        *_absences(doing),
        *weeks_waiting(doing),
        *hours_waiting(doing),
        *_cut_off(doing),
        *_wishes(doing),
        *_derogations(doing),
    )
    return tuple(sorted(lines, key=lambda line: -line.urgency))


def _requests(doing: Doing) -> Iterator[TodayLine]:
    rows = doing.work.requests.rows()
    unseen = sum(not row.seen and row.state is not RequestState.DRAFT for row in rows)
    if unseen:
        words = counted(unseen, *NEW_REQUESTS)
        yield TodayLine(kind=Waiting.REQUESTS, urgency=Urgency.SOON, words=words, place=Place.REQUESTS)


def _wishes(doing: Doing) -> Iterator[TodayLine]:
    """What employees wrote in the past days."""
    for deed in doing.work.trail.deeds():
        recent = doing.today - day_of(instant_of(deed.at)) <= RECENT
        if recent and deed.act == Act.WRITE_WISH and deed.role == Role.EMPLOYEE:
            words = WISH.fill(who=deed.subject, what=deed.words)
            yield TodayLine(kind=Waiting.WISHES, urgency=Urgency.WHENEVER, words=words, place=Place.PEOPLE)


def _absences(doing: Doing) -> Iterator[TodayLine]:
    """People away who still have work in a week that others have been told of."""
    work, now = doing.work, instant_of(doing.work.now)
    away = [absence for absence in work.group.absences if absence.span.end > now]
    last, monday = max((day_of(absence.span.end - 1) for absence in away), default=date.min), monday_of(doing.today)
    while monday <= last:
        version = told(work, monday)
        for employee_id in dict.fromkeys(absence.employee_id for absence in away):
            pieces = _left(version, employee_id, away, now) if version is not None else []
            if pieces:
                yield _away(doing, employee_id, pieces, monday)
        monday += WEEK


def _left(version: Version, employee_id: str, away: list[Absence], now: Instant) -> list[Assignment]:
    spans = [absence.span for absence in away if absence.employee_id == employee_id]
    pieces = version.schedule.by_employee.get(employee_id, ())
    return [piece for piece in pieces if piece.end > now and any(span.overlap(piece.span) for span in spans)]


def _away(doing: Doing, employee_id: str, pieces: list[Assignment], monday: date) -> TodayLine:
    first, name = pieces[0].day, doing.work.group.employee[employee_id].name
    words = AWAY.fill(who=name, pieces=counted(len(pieces), *PIECES), day=day_words(first))
    return TodayLine(
        kind=Waiting.ABSENCE,
        urgency=max(Urgency.SOON, urgency(doing.today, first)),
        words=words,
        place=Place.WEEK,
        monday=monday,
        id=employee_id,
    )


def _cut_off(doing: Doing) -> Iterator[TodayLine]:
    """The last composing, and the last planning of a week, when they broke off in the past days."""
    composing = last_cut_off(doing)
    if composing is not None:
        words = COMPOSING_CUT_OFF.fill(why=composing.words)
        yield TodayLine(kind=Waiting.COMPOSING_CUT, urgency=Urgency.SOON, words=words, place=Place.COMPOSE)
    known: set[date] = set()
    for job in doing.work.jobs.recent():
        if job.monday not in known and broke_off(job, doing.today):
            words = CUT_OFF.fill(week=week_words(job.monday), why=job.words)
            yield TodayLine(
                kind=Waiting.PLANNING_CUT,
                urgency=Urgency.SOON,
                words=words,
                place=Place.WEEK,
                monday=job.monday,
                id=job.id,
            )
        known.add(job.monday)


def _derogations(doing: Doing) -> Iterator[TodayLine]:
    for one in doing.work.group.derogations:
        if doing.today <= one.last_day <= doing.today + ENDING:
            words = ENDS.fill(rule=rule_named(one.rule).info.title, day=day_words(one.last_day, year=True))
            yield TodayLine(
                kind=Waiting.DEROGATION,
                urgency=Urgency.WHENEVER,
                words=words,
                place=Place.SETTINGS,
                id=one.id,
            )
