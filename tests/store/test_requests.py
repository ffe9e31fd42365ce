"""Requests one by one, as members write them."""

from dataclasses import replace

from gems.domain.issues import Kind
from gems.domain.life import RequestRow, RequestState
from gems.store.store import Store
from tests.store.given import GROUP
from tests.store.put import new_group

FIRST = GROUP.requests[0]
PEOPLE = frozenset(person.id for person in GROUP.employees[:2])
DRAFT = RequestRow(
    request=replace(FIRST, id="R900", wanted=PEOPLE, excluded=frozenset({GROUP.employees[2].id})),
    state=RequestState.DRAFT,
    changed_at=1_794_000_000,
)


def test_a_request_comes_back_with_its_state(store: Store) -> None:
    number = new_group(store, GROUP)
    with store.write(number) as work:
        work.requests.save(DRAFT)
    with store.read(number) as work:
        assert work.requests.row("R900") == DRAFT
        assert work.requests.rows()[-1] == DRAFT
        assert DRAFT in work.requests.rows(FIRST.member_id)
        assert all(row.request.member_id == FIRST.member_id for row in work.requests.rows(FIRST.member_id))
        assert work.requests.row("R901") is None
        assert work.group == GROUP  # what is no more than a draft is not planned


def test_saving_again_replaces_the_request_where_it_stands(store: Store) -> None:
    number = new_group(store, GROUP)
    sent = replace(DRAFT, request=replace(DRAFT.request, id=FIRST.id), state=RequestState.CHANGED, seen=True)
    alone = replace(sent, request=replace(sent.request, wanted=frozenset(), excluded=frozenset(), label="Autre"))
    with store.write(number) as work:
        before = work.records.revision
        for row in (sent, alone):
            work.requests.save(row)
            assert work.requests.rows()[0] == row
        assert work.records.revision > before
        assert len(work.requests.rows()) == len(GROUP.requests)
    with store.read(number) as work:
        assert work.group.requests == (alone.request, *GROUP.requests[1:])


def test_seen_is_kept_and_changes_nothing_planned(store: Store) -> None:
    number = new_group(store, GROUP)
    fresh = replace(DRAFT, state=RequestState.SENT)
    with store.write(number) as work:
        work.requests.save(fresh)
        before = work.records.revision
        work.requests.mark_seen((fresh.request.id, "nothing"))
        assert work.requests.row(fresh.request.id) == replace(fresh, seen=True)
        assert work.records.revision == before


def test_what_the_coordinator_changes_is_seen_already(store: Store) -> None:
    number = new_group(store, GROUP)
    changed = replace(FIRST, label="Autre")
    with store.write(number) as work:
        work.records.put(Kind.REQUEST, (changed, *GROUP.requests[1:]))
        row = work.requests.row(FIRST.id)
    assert row is not None
    assert (row.request, row.state, row.seen) == (changed, RequestState.SENT, True)
