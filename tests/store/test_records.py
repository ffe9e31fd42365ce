"""The group's data in its tables: whatever goes in comes back, from whatever was there before."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import Deadlines, RequestRow, RequestState
from gems.store.store import Store
from sample_data import generate
from tests.databases import Clock
from tests.store.put import keep, new_group, read
from tests.workbook.strategies import groups

ON_ONE_STORE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=settings.default.max_examples // 5
)
"""Each example makes a group of its own in the same database: that they never meet is tested on the way."""


@ON_ONE_STORE
@given(group=groups())
def test_any_group_comes_back_as_it_went_in(store: Store, group: Group) -> None:
    assert read(store, new_group(store, group)) == group


@ON_ONE_STORE
@given(before=groups(), after=groups(), data=st.data())
def test_any_group_follows_any_other(store: Store, before: Group, after: Group, data: st.DataObject) -> None:
    """Also one that shares records with it, in another order."""
    near = replace(
        before,
        settings=after.settings,
        members=tuple(data.draw(st.permutations(before.members))),
        requests=tuple(data.draw(st.permutations(before.requests)))[1:],
    )
    number = new_group(store, before)
    for group in (near, after, before):
        keep(store, number, group)
        assert read(store, number) == group


def test_deadlines_come_back(store: Store) -> None:
    number = new_group(store, generate("small"))
    asked = Deadlines(requests_days=20, answers_days=12, publish_days=9)
    with store.write(number) as work:
        assert work.records.deadlines() == Deadlines()
        work.records.put_deadlines(asked)
    with store.read(number) as work:
        assert work.records.deadlines() == asked


# --- Requests: never lost ------------------------------------------------------------------------------------


def rows(store: Store, number: int) -> dict[str, RequestRow]:
    with store.read(number) as work:
        return {row.request.id: row for row in work.requests.rows()}


def test_a_request_left_out_is_withdrawn_and_kept(store: Store, clock: Clock) -> None:
    group = generate("small")
    number, entered = new_group(store, group), clock.now
    left_out, *others = group.requests
    clock.advance(days=1)
    keep(store, number, replace(group, requests=tuple(others)))
    found = rows(store, number)
    assert found[left_out.id] == RequestRow(
        request=left_out, state=RequestState.WITHDRAWN, changed_at=clock.now, seen=True
    )
    assert {found[other.id].changed_at for other in others} == {entered}


def test_a_request_put_back_counts_as_sent(store: Store) -> None:
    group = generate("small")
    number = new_group(store, group)
    keep(store, number, replace(group, requests=()))
    keep(store, number, group)
    assert {row.state for row in rows(store, number).values()} == {RequestState.SENT}


def test_drafts_are_left_alone(store: Store, clock: Clock) -> None:
    group = generate("small")
    number = new_group(store, group)
    draft = RequestRow(
        request=replace(group.requests[0], id="draft"), state=RequestState.DRAFT, changed_at=clock.now - 60
    )
    with store.write(number) as work:
        work.requests.save(draft)
    keep(store, number, replace(group, requests=()))
    assert rows(store, number)["draft"] == draft


def test_withdrawn_requests_go_with_their_member(store: Store) -> None:
    """They would mean nothing any more; those of the other members stay."""
    group = generate("small")
    number = new_group(store, group)
    keep(store, number, replace(group, requests=()))
    gone, *members = group.members
    left = Group(
        settings=group.settings,
        communes=group.communes,
        members=tuple(members),
        sites=tuple(site for site in group.sites if site.member_id != gone.id),
        qualifications=group.qualifications,
    )
    keep(store, number, left)
    found = rows(store, number)
    assert set(found) == {request.id for request in group.requests if request.member_id != gone.id} != set()
    assert all(not row.request.wanted and not row.request.excluded for row in found.values())


def test_a_member_with_a_request_does_not_go_unseen(store: Store) -> None:
    """Only what no longer counts is dropped: a request that is planned holds its member."""
    group = generate("small")
    number = new_group(store, group)

    def remove() -> None:
        with store.write(number) as work:
            work.records.put(Kind.MEMBER, ())

    with pytest.raises(IntegrityError):
        remove()
    assert read(store, number) == group
