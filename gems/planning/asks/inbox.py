"""What the coordinator sees of members' requests: what is new, and until when each week takes more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.life import PLANNED_STATES, Deed, RequestRow, RequestState
from gems.domain.requests import Request
from gems.domain.schedule import Assignment
from gems.domain.time import MONDAY, Stamp, monday_of
from gems.domain.words import Words, counted
from gems.domain.words import day as day_words
from gems.planning.asks.closing import Closing, closings_of
from gems.planning.asks.outcome import Outcome, outcome_of, servings
from gems.planning.asks.saying import asked, deed_subject
from gems.planning.office import Declined, Doing, use_case
from gems.planning.views.standing import told

NO_MONDAY = Words("Le {day} n'est pas un lundi.", "{day} is not a Monday.")
TOO_LATE = Words(
    "Le dernier jour pour les demandes doit tomber avant le lundi {monday}.",
    "The last day for requests must fall before Monday {monday}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLine:
    """One request, as the coordinator reads it."""

    request: Request
    state: RequestState
    changed_at: Stamp
    seen: bool
    member: str
    site: str
    job: Words
    words: Words
    """When and how much, as people say it."""
    people: tuple[Words, ...]
    """Who is wanted or excluded, by name."""
    last_deed: Deed | None
    """Who wrote it last, and what changed then; None when it came with a workbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of a request in one week."""

    outcome: Outcome
    words: Words


WRITING = (Act.SEND_REQUEST, Act.WITHDRAW_REQUEST)
SEEN = Words("{n} demande vue", "{n} request seen"), Words("{n} demandes vues", "{n} requests seen")
WANTED = Words("souhaité : {name}", "wanted: {name}")
EXCLUDED = Words("exclu : {name}", "excluded: {name}")


@use_case(Act.SEE_INBOX)
def inbox(doing: Doing) -> tuple[InboxLine, ...]:
    """Every request that has been sent, those not looked at first, then the latest first. Drafts stay theirs."""
    work = doing.work
    rows = [row for row in work.requests.rows() if row.state is not RequestState.DRAFT]
    written = work.trail.latest(WRITING, [deed_subject(work.group, row.request) for row in rows])
    return tuple(_line(doing, row, written) for row in sorted(rows, key=lambda row: (row.seen, -row.changed_at)))


@use_case(Act.SEE_INBOX)
def answered(doing: Doing, *, monday: date) -> Mapping[str, Answered]:
    """What became of each request that asks something in a week, by id, in the version that people are told of.

    Waiting, while all are drafts.
    """
    work, version = doing.work, told(doing.work, monday)
    rows: dict[str, dict[str, RequestRow]] = {}
    for row in work.requests.rows():
        if row.state in PLANNED_STATES:
            rows.setdefault(row.request.member_id, {})[row.request.id] = row
    pieces: dict[str, list[Assignment]] = {}
    for piece in version.schedule.assignments if version is not None else ():
        pieces.setdefault(work.group.site[piece.site_id].member_id, []).append(piece)
    found = {}
    for member_id, own in rows.items():
        asks = [row.request for row in own.values()]
        for serving in servings(work.group, asks, pieces.get(member_id, ()), monday):
            outcome, words = outcome_of(own[serving.request.id], serving, version)
            if outcome is not None:
                found[serving.request.id] = Answered(outcome=outcome, words=words)
    return found


@use_case(Act.SEE_INBOX)
def closing_dates(doing: Doing, *, weeks: int = 8) -> tuple[Closing, ...]:
    """The last day for requests of this week and of those that follow."""
    closings, monday = closings_of(doing), monday_of(doing.today)
    return tuple(closings.of(monday + timedelta(weeks=week)) for week in range(weeks))


@use_case(Act.MARK_SEEN, writes=True)
def mark_seen(doing: Doing, *, request_ids: tuple[str, ...]) -> None:
    """The coordinator has looked at these requests."""
    doing.work.requests.mark_seen(request_ids)
    said = counted(len(request_ids), *SEEN)
    doing.note(Act.MARK_SEEN, ", ".join(request_ids), said)


@use_case(Act.SET_CLOSING_DATE, writes=True)
def set_closing_date(doing: Doing, *, monday: date, day: date | None) -> None:
    """Set the last day (included) for the requests of a week; None: the usual one again. Raises Declined."""
    if monday.weekday() != MONDAY:
        raise Declined(NO_MONDAY.fill(day=day_words(monday)))
    if day is not None and day >= monday:
        raise Declined(TOO_LATE.fill(monday=day_words(monday)))
    doing.work.life.set_requests_close(monday, day)
    usual = Words("date habituelle", "usual date")
    said = Words("demandes jusqu'au {day}", "requests until {day}").fill(day=usual if day is None else day_words(day))
    doing.note(Act.SET_CLOSING_DATE, monday.isoformat(), said)


def _line(doing: Doing, row: RequestRow, written: Mapping[str, Deed]) -> InboxLine:
    group, request = doing.work.group, row.request
    job = group.qualification[request.qualification]
    named = [(WANTED, one) for one in sorted(request.wanted)] + [(EXCLUDED, one) for one in sorted(request.excluded)]
    return InboxLine(
        request=request,
        state=row.state,
        changed_at=row.changed_at,
        seen=row.seen,
        member=group.member[request.member_id].name,
        site=group.site[request.site_id].name,
        job=Words(job.name_fr, job.name_en),
        words=asked(request),
        people=tuple(words.fill(name=group.employee[one].name) for words, one in named),
        last_deed=written.get(deed_subject(group, request)),
    )
