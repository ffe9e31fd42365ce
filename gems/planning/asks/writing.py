"""A member's request written, sent, changed, withdrawn. What closed weeks were asked never changes: it is split off."""

from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.life import PLANNED_STATES, RequestRow, RequestState
from gems.domain.requests import Request
from gems.domain.time import WEEK, monday_of
from gems.domain.words import Words
from gems.domain.words import day as day_words
from gems.planning.asks.closing import closings_of
from gems.planning.asks.parts import (
    a_week_later,
    asks_before,
    asks_from,
    asks_in,
    new_id,
    part_id,
    same_before,
    starting,
    until,
    without_week,
)
from gems.planning.asks.people import is_coordinator, known_people, with_others_kept
from gems.planning.asks.saying import asked, deed_subject
from gems.planning.asks.sound import check_request
from gems.planning.office import Declined, Doing, of_member, use_case

CHANGED = RequestState.CHANGED
UNKNOWN = Words(
    "Cette demande n'existe pas, ou plus. Rouvrez la liste des demandes.",
    "This request does not exist, or no longer. Open the list of requests again.",
)
SENT_ALREADY = Words(
    "Cette demande est déjà envoyée : modifiez-la plutôt.", "This request is already sent: change it instead."
)
WITHDRAWN = Words("Cette demande est retirée : faites-en une nouvelle.", "This request is withdrawn: make a new one.")
NOT_SENT = Words("Cette demande est un brouillon : envoyez-la.", "This request is a draft: send it.")
CHANGE = Words("demande modifiée ; avant : {before}", "request changed; before: {before}")
CHANGE_FROM = Words("à partir du {monday} ; avant : {before}", "from {monday}; before: {before}")
NOTHING_CHANGES = Words("Rien n'a changé dans cette demande.", "Nothing has changed in this request.")
NOTHING_LEFT = Words(
    "Cette demande ne porte plus sur rien à partir de cette date.", "This request asks nothing from that date on."
)
NOT_THAT_WEEK = Words(
    "Cette demande ne porte pas sur la semaine du {monday}.", "This request asks nothing in the week of {monday}."
)
NOTHING_TO_REPEAT = Words(
    "Il ne reste rien à redemander : la semaine précédente n'a pas de demande datée, ou elle est déjà reprise.",
    "Nothing is left to ask again: the week before has no dated request, or it is copied already.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of a change."""

    request_id: str
    """The request that now says what was wanted: the same, or its new part."""
    since: date | None
    """The Monday from which it holds, when weeks already closed keep what was asked; None: wholly."""


@use_case(Act.WRITE_REQUEST, writes=True, about=of_member)
def write_request(doing: Doing, *, member_id: str, request: Request) -> str:
    """Keep a draft, new (empty id) or written again; its id. Raises Faulty, Declined."""
    row = _own(doing, member_id, request.id) if request.id else None
    if row is not None and row.state is not RequestState.DRAFT:
        raise Declined(SENT_ALREADY)
    draft = replace(request, id=request.id or new_id("R", _taken(doing)))
    draft = _checked(doing, member_id, draft, None if row is None else row.request)
    _save(doing, Act.WRITE_REQUEST, draft, RequestState.DRAFT, Words("brouillon", "draft"))
    return draft.id


@use_case(Act.SEND_REQUEST, writes=True, about=of_member)
def send_request(doing: Doing, *, member_id: str, request_id: str) -> None:
    """Send a draft to the group. Raises Declined, for one when it asks something of a week already closed."""
    row = _own(doing, member_id, request_id)
    if row.state is not RequestState.DRAFT:
        raise Declined(SENT_ALREADY if row.state in PLANNED_STATES else WITHDRAWN)
    closings = closings_of(doing)
    closed = closings.closed_touched(row.request)
    if closed is not None and not is_coordinator(doing):
        raise Declined(closings.of(closed).words)
    _save(doing, Act.SEND_REQUEST, row.request, RequestState.SENT, Words("demande envoyée", "request sent"))


@use_case(Act.SEND_REQUEST, writes=True, about=of_member)
def change_request(doing: Doing, *, member_id: str, request: Request, since: date | None = None) -> Changed:
    """Change a request that was sent. What closed weeks were asked stays; the change holds from the first open week.

    `since`: the Monday from which it holds, for the coordinator, whom no closing date binds (None: the present week).
    Raises Faulty, Declined.
    """
    old = _planned(doing, member_id, request.id)
    new = _checked(doing, member_id, request, old)
    if new == old:
        raise Declined(NOTHING_CHANGES)
    return _change(doing, Act.SEND_REQUEST, old, new, since)


@use_case(Act.WITHDRAW_REQUEST, writes=True, about=of_member)
def withdraw_request(doing: Doing, *, member_id: str, request_id: str, since: date | None = None) -> Changed:
    """Withdraw a draft or a request that was sent; one that closed weeks hold ends before the first open week.

    `since`: as for a change. Raises Declined.
    """
    row = _own(doing, member_id, request_id)
    if row.state is RequestState.WITHDRAWN:
        raise Declined(WITHDRAWN)
    monday, zone = _start(doing, since, row.request), doing.work.group.settings.school_zone
    if row.state is RequestState.DRAFT or not asks_before(row.request, monday, zone):
        gone = Words("demande retirée", "request withdrawn")
        _save(doing, Act.WITHDRAW_REQUEST, row.request, RequestState.WITHDRAWN, gone)
        return Changed(request_id=request_id, since=None)
    if not asks_from(row.request, monday, zone):
        raise _closed(doing, row.request)
    return _change(doing, Act.WITHDRAW_REQUEST, row.request, until(row.request, monday), since)


@use_case(Act.WITHDRAW_REQUEST, writes=True, about=of_member)
def skip_week(doing: Doing, *, member_id: str, request_id: str, monday: date) -> None:
    """Ask nothing for one week ("pas cette semaine"); the other weeks stay. Raises Declined."""
    old, zone = _planned(doing, member_id, request_id), doing.work.group.settings.school_zone
    if not asks_in(old, monday, zone):
        raise Declined(NOT_THAT_WEEK.fill(monday=day_words(monday)))
    closing = closings_of(doing).of(monday)
    if not closing.is_open and not is_coordinator(doing):
        raise Declined(closing.words)
    new = without_week(old, monday, zone)
    left = asks_from(new, new.recurrence.first_day, zone)
    said = Words("pas la semaine du {monday}", "not in the week of {monday}").fill(monday=day_words(monday))
    _save(doing, Act.WITHDRAW_REQUEST, new if left else old, CHANGED if left else RequestState.WITHDRAWN, said)


@use_case(Act.WRITE_REQUEST, writes=True, about=of_member)
def repeat_week(doing: Doing, *, member_id: str, monday: date) -> tuple[str, ...]:
    """Write drafts for this week of what was dated in the week before; their ids. Raises Declined."""
    closing = closings_of(doing).of(monday)
    if not closing.is_open and not is_coordinator(doing):
        raise Declined(closing.words)
    rows = [row for row in doing.work.requests.rows(member_id) if row.state is not RequestState.WITHDRAWN]
    there = [replace(row.request, id="") for row in rows]
    made: list[str] = []
    for row in rows:
        if row.state in PLANNED_STATES and _dated_in(row.request, monday - WEEK):
            copy = a_week_later(row.request)
            if replace(copy, id="") not in there:
                draft = replace(copy, id=new_id("R", [*_taken(doing), *made]))
                _save(doing, Act.WRITE_REQUEST, draft, RequestState.DRAFT, Words("redemandée", "asked again"))
                made.append(draft.id)
    if not made:
        raise Declined(NOTHING_TO_REPEAT)
    return tuple(made)


# --- Whose, and from when --------------------------------------------------------------------------------


def _own(doing: Doing, member_id: str, request_id: str) -> RequestRow:
    """The member's request; another's is said to be as unknown as one that does not exist."""
    row = doing.work.requests.row(request_id)
    if row is None or row.request.member_id != member_id:
        raise Declined(UNKNOWN)
    return row


def _planned(doing: Doing, member_id: str, request_id: str) -> Request:
    row = _own(doing, member_id, request_id)
    if row.state not in PLANNED_STATES:
        raise Declined(NOT_SENT if row.state is RequestState.DRAFT else WITHDRAWN)
    return row.request


def _checked(doing: Doing, member_id: str, request: Request, before: Request | None) -> Request:
    """The request as it can be kept: sound, the member's own, with the people that others named on it."""
    known = known_people(doing, member_id)
    mine = replace(request, member_id=member_id)
    check_request(doing.work.group, mine, known)
    return mine if before is None else with_others_kept(mine, before, known)


def _start(doing: Doing, since: date | None, *requests: Request) -> date:
    """The Monday from which a change of these requests may hold."""
    if is_coordinator(doing):
        return monday_of(since or doing.today)
    return closings_of(doing).free_from(*requests)


def _closed(doing: Doing, *requests: Request) -> Declined:
    """Nothing of this can change any more; said of the first closed week that it holds."""
    closings = closings_of(doing)
    closed = [monday for monday in map(closings.closed_touched, requests) if monday is not None]
    return Declined(closings.of(closed[0]).words if closed else NOTHING_LEFT)


def _taken(doing: Doing) -> list[str]:
    return [row.request.id for row in doing.work.requests.rows()]


def _dated_in(request: Request, monday: date) -> bool:
    when = request.recurrence
    return when.last_day is not None and monday <= when.first_day and when.last_day < monday + WEEK


# --- Keeping ---------------------------------------------------------------------------------------------


def _change(doing: Doing, act: Act, old: Request, new: Request, since: date | None) -> Changed:
    """Keep a change, splitting the request when closed weeks were asked otherwise."""
    zone, monday = doing.work.group.settings.school_zone, _start(doing, since, old, new)
    if same_before(old, new, monday, zone):
        _save(doing, act, new, CHANGED, CHANGE.fill(before=asked(old)))
        return Changed(request_id=new.id, since=None)
    if not asks_before(old, monday, zone) or not asks_from(old, monday, zone):
        raise _closed(doing, old, new)
    holds = Words("à partir du {monday}", "from {monday}").fill(monday=day_words(monday))
    after = starting(new, monday)
    _save(doing, act, until(old, monday), CHANGED, holds)
    if not asks_from(after, monday, zone):
        return Changed(request_id=old.id, since=monday)
    part = replace(after, id=part_id(old.id, _taken(doing)))
    _save(doing, act, part, CHANGED, CHANGE_FROM.fill(monday=day_words(monday), before=asked(old)))
    return Changed(request_id=part.id, since=monday)


def _save(doing: Doing, act: Act, request: Request, state: RequestState, said: Words) -> None:
    work, how = doing.work, asked(request)
    seen = is_coordinator(doing)  # what they do themselves, they have seen
    work.requests.save(RequestRow(request=request, state=state, changed_at=work.now, seen=seen))
    words = Words(f"{request.label} : {how.fr} ({said.fr})", f"{request.label}: {how.en} ({said.en})")
    doing.note(act, deed_subject(work.group, request), words)
