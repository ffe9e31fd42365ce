"""Whose calendar shows what: published weeks only, one's own only, and what was taken back as cancelled."""

from dataclasses import replace

import icalendar
import pytest

from gems.access.policy import Actor, Refused, Role
from gems.domain.life import VersionHead, VersionState
from gems.domain.schedule import Schedule
from gems.planning.calendar import calendar
from gems.planning.office import Office
from gems.store.store import Store
from sample_data import generate, planted_weeks
from tests.databases import Clock, FillStore
from tests.store.put import sample_group

GROUP, WEEK = generate("small"), planted_weeks("small")
SOMEBODY = WEEK.assignments[0].employee_id
THEIRS = WEEK.by_employee[SOMEBODY]
SITE = GROUP.site[THEIRS[0].site_id]


@pytest.fixture
def filled(filled_store: FillStore) -> tuple[Store, int]:
    store, number = filled_store(sample_group())
    return store, number


@pytest.fixture
def store(filled: tuple[Store, int]) -> Store:
    return filled[0]


@pytest.fixture
def number(filled: tuple[Store, int]) -> int:
    return filled[1]


def actor(number: int, role: Role, **whose: str) -> Actor:
    return Actor(account_id=1, group_id=number, name="Somebody", role=role, **whose)


def keep(
    store: Store, number: int, schedule: Schedule, *states: VersionState, after: VersionHead | None = None
) -> VersionHead:
    """A version that went through these states; the one it follows is replaced first."""
    with store.write(number) as work:
        if after is not None:
            work.versions.move(after, VersionState.REPLACED)
        head = work.versions.add(schedule, by="Odile", profile="", prices={})
        for state in states:
            head = work.versions.move(head, state)
    return head


def publish(store: Store, number: int, schedule: Schedule, after: VersionHead | None = None) -> VersionHead:
    return keep(store, number, schedule, VersionState.PROPOSED, VersionState.PUBLISHED, after=after)


def events(store: Store, reader: Actor) -> list[icalendar.Event]:
    content = calendar(Office(store), reader, language="fr", calendar_id="x")
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_a_person_sees_their_own_published_work(store: Store, number: int) -> None:
    reader = actor(number, Role.EMPLOYEE, employee_id=SOMEBODY)
    draft = keep(store, number, WEEK, VersionState.PROPOSED)
    assert events(store, reader) == []
    publish(store, number, WEEK, after=draft)
    assert len(events(store, reader)) == len(THEIRS)


def test_a_member_sees_who_comes_to_their_sites(store: Store, number: int) -> None:
    publish(store, number, WEEK)
    comes = [piece for piece in WEEK.assignments if GROUP.site[piece.site_id].member_id == SITE.member_id]
    found = events(store, actor(number, Role.MEMBER, member_id=SITE.member_id))
    assert len(found) == len(comes)


def test_work_taken_back_stays_as_cancelled(store: Store, number: int) -> None:
    first = publish(store, number, WEEK)
    fewer = tuple(piece for piece in WEEK.assignments if piece != THEIRS[0])
    publish(store, number, replace(WEEK, assignments=fewer), after=first)
    found = events(store, actor(number, Role.EMPLOYEE, employee_id=SOMEBODY))
    assert [event["status"] for event in found].count("CANCELLED") == 1
    assert len(found) == len(THEIRS)


def test_weeks_long_gone_are_not_shown(store: Store, number: int, clock: Clock) -> None:
    publish(store, number, WEEK)
    reader = actor(number, Role.EMPLOYEE, employee_id=SOMEBODY)
    clock.set("2027-01-24T23:59")  # the Sunday of the eighth week after
    assert events(store, reader)
    clock.advance(minutes=1)
    assert not events(store, reader)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.BOARD])
def test_who_is_nobodys_member_or_employee_has_none(store: Store, number: int, role: Role) -> None:
    with pytest.raises(Refused):
        calendar(Office(store), actor(number, role), language="fr", calendar_id="x")


def test_who_has_left_the_data_has_none(store: Store, number: int) -> None:
    for gone in (actor(number, Role.EMPLOYEE, employee_id="S99"), actor(number, Role.MEMBER, member_id="M99")):
        with pytest.raises(Refused):
            calendar(Office(store), gone, language="fr", calendar_id="x")
