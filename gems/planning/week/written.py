"""What an answer changes in the group's data: written, taken back, written again, never over somebody else's change."""

from collections.abc import Iterable

from gems.access.policy import THE_GROUP, Act, Subject, require
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import RequestRow, RequestState
from gems.domain.records import PLACES, Record, by_key, records_of, with_records
from gems.domain.requests import Request
from gems.domain.words import Words, same
from gems.planning.asks.saying import deed_subject
from gems.planning.explain.unlocks import Put, Unlock, put_in
from gems.planning.group_data import KIND_WORDS, check_new_faults
from gems.planning.office import Doing, Overtaken
from gems.store.record_changes import RecordChange

NO_LONGER = Words(
    "Cette réponse ne tient plus : quelque chose a changé entre-temps. Reposez la question.",
    "This answer no longer holds: something has changed meanwhile. Ask again.",
)
CHANGED = Words("changée pour être servie : {unlock}", "changed so as to be served: {unlock}")
CHANGED_SINCE = Words(
    "Quelqu'un a changé ceci depuis : {kind} « {name} ». Ce changement serait perdu : rien n'a été fait.",
    "Somebody has changed this since: {kind} “{name}”. That change would be lost: nothing was done.",
)


def write(doing: Doing, unlock: Unlock) -> tuple[RecordChange, ...]:
    """The records of an unlock; what they were. Raises Overtaken when one changed meanwhile, Faulty, Refused."""
    group = doing.work.group
    for stale in unlock.stale(group):
        raise Overtaken(NO_LONGER, before=stale, current=None)
    changes = tuple(_change(doing, put) for put in unlock.puts)
    for change in changes:
        if change.kind is Kind.REQUEST:
            _put_request(doing, change.after, _sent(change), CHANGED.fill(unlock=unlock.words))
    _put_others(doing, changes, unlock.group(group), unlock.words)
    return changes


def take_back(doing: Doing, changes: tuple[RecordChange, ...], words: Words) -> None:
    """Every record as it was. Raises Overtaken when one is no longer as it was written, Faulty, Refused."""
    _require_unchanged(doing, [(change, change.after) for change in changes])
    group = doing.work.group
    for change in changes:
        kept = tuple(one for one in records_of(group, change.kind) if one != change.after)
        back = kept if change.before is None else _with(group, change.kind, change.before)
        group = with_records(group, change.kind, back)
    for change in changes:
        if change.kind is not Kind.REQUEST:
            continue
        if change.before is None:
            _put_request(doing, change.after, RequestState.WITHDRAWN, words)  # requests are never deleted
        else:
            _put_request(doing, change.before, change.state or RequestState.CHANGED, words)
    _put_others(doing, changes, group, words)


def write_again(doing: Doing, changes: tuple[RecordChange, ...], words: Words) -> None:
    """Every record as it was written. Raises Overtaken when one is no longer as it was before, Faulty, Refused."""
    _require_unchanged(doing, [(change, change.before) for change in changes])
    group = doing.work.group
    for change in changes:
        group = with_records(group, change.kind, _with(group, change.kind, change.after))
        if change.kind is Kind.REQUEST:
            _put_request(doing, change.after, _sent(change), words)
    _put_others(doing, changes, group, words)


def _change(doing: Doing, put: Put) -> RecordChange:
    row = doing.work.requests.row(put.record.id) if put.kind is Kind.REQUEST else None
    return RecordChange(kind=put.kind, before=put.seen, after=put.record, state=None if row is None else row.state)


def _with(group: Group, kind: Kind, record: Record) -> tuple[Record, ...]:
    return put_in(group, Put(kind=kind, record=record))


def _sent(change: RecordChange) -> RequestState:
    return RequestState.SENT if change.before is None else RequestState.CHANGED


def _require_unchanged(doing: Doing, seen: Iterable[tuple[RecordChange, Record | None]]) -> None:
    """Every record stands as it was seen; a withdrawn request stands no more."""
    for change, record in seen:
        key = PLACES[change.kind].key(change.after)
        current = by_key(doing.work.group, change.kind).get(key)
        if current != record:
            told = {"kind": KIND_WORDS[change.kind], "name": same(_name(change.after))}
            raise Overtaken(CHANGED_SINCE.fill(**told), before=record, current=current)


def _put_others(doing: Doing, changes: tuple[RecordChange, ...], group: Group, words: Words) -> None:
    """All that are no requests, as they stand in this group; what it holds must hold together."""
    check_new_faults(doing.work.group, group)
    others = [change for change in changes if change.kind is not Kind.REQUEST]
    if others:
        require(doing.actor, Act.EDIT_GROUP, THE_GROUP)
    for kind in dict.fromkeys(change.kind for change in others):
        doing.work.records.put(kind, records_of(group, kind))
    for change in others:
        doing.note(Act.EDIT_GROUP, str(change.after.id), words)


def _put_request(doing: Doing, request: Request, state: RequestState, words: Words) -> None:
    act = Act.WITHDRAW_REQUEST if state is RequestState.WITHDRAWN else Act.SEND_REQUEST
    require(doing.actor, act, Subject(member_id=request.member_id))
    work = doing.work
    work.requests.save(RequestRow(request=request, state=state, changed_at=work.now, seen=True))
    doing.note(act, deed_subject(work.group, request), words)


def _name(record: Record) -> str:
    """What people call it: its label, its name, or what tells it from others."""
    named = getattr(record, "label", "") or getattr(record, "name", "") or getattr(record, "id", "")
    return str(named)
