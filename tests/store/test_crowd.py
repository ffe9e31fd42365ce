"""Many people at once: nobody's work is lost, nobody's is overwritten."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Event
from typing import TypeVar

import pytest

from gems.access.policy import Actor, Role
from gems.domain.life import RequestState, VersionHead
from gems.domain.members import Member, Site
from gems.domain.requests import Request
from gems.planning.asks.writing import send_request, write_request
from gems.planning.office import Office
from gems.store.accounts import NewAccount
from gems.store.desk import reading_desk, writing_desk
from gems.store.store import Store
from gems.store.versions import StaleEdit
from tests.databases import Clock
from tests.store.given import GROUP, WEEK, planned, with_pieces
from tests.store.put import new_group
from tests.store.victim import plans

T = TypeVar("T")
CROWD = 50
NEWCOMERS = tuple(Member(id=f"N{n}", name=f"Commune n° {n}", territorial=True, phone="") for n in range(CROWD))
SITES = tuple(
    Site(id=f"NL{n}", member_id=member.id, name="Mairie", commune=GROUP.communes[0].name)
    for n, member in enumerate(NEWCOMERS)
)
LARGER = replace(GROUP, members=GROUP.members + NEWCOMERS, sites=GROUP.sites + SITES)
REGULAR = next(request for request in GROUP.requests if request.recurrence.last_day is None)
ASKED = replace(
    REGULAR,
    recurrence=replace(REGULAR.recurrence, first_day=WEEK.horizon.first),
    wanted=frozenset(),
    excluded=frozenset(),
)


@pytest.fixture
def stores(database_url: str, clock: Clock) -> Iterator[tuple[Store, Store]]:
    """Two servers on one database."""
    both = Store.open(database_url, clock), Store.open(database_url, clock)
    yield both
    for store in both:
        store.close()


def at_once(number: int, act: Callable[[int], T]) -> list[T]:
    """The same act by this many threads that begin together; what each answers."""
    start = Barrier(number)

    def one(place: int) -> T:
        start.wait()
        return act(place)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_fifty_members_ask_at_once_while_plans_are_made_and_kept(stores: tuple[Store, Store]) -> None:
    number = new_group(stores[0], LARGER)
    enough, heads = Event(), list[VersionHead]()

    def plan() -> None:
        while not enough.is_set():
            heads.append(plans(Office(stores[0]), number, "run"))

    def ask(place: int) -> tuple[str, Request]:
        office, member, site = Office(stores[place % 2]), NEWCOMERS[place], SITES[place]
        actor = Actor(account_id=place, group_id=number, name=member.name, role=Role.MEMBER, member_id=member.id)
        request = replace(ASKED, id="", member_id=member.id, site_id=site.id, label=f"n° {place}")
        made = write_request(office, actor, member_id=member.id, request=request)
        send_request(office, actor, member_id=member.id, request_id=made)
        return made, replace(request, id=made)

    with ThreadPoolExecutor(1) as planner:
        planning = planner.submit(plan)
        try:
            asked = dict(at_once(CROWD, ask))
        finally:
            enough.set()
        planning.result()
    assert len(asked) == CROWD
    for store in stores:
        with store.read(number) as work:
            rows = {row.request.id: row for row in work.requests.rows()}
            assert {name: rows[name].request for name in asked} == asked
            assert {rows[name].state for name in asked} == {RequestState.SENT}
            assert {request.id for request in work.group.requests} == asked.keys() | {one.id for one in GROUP.requests}
            assert sum(deed.act == "send_request" for deed in work.trail.deeds()) == CROWD
            assert [head.number for head in work.versions.heads()] == [head.number for head in heads]


def test_of_eight_who_save_the_same_draft_one_does_and_seven_hear_of_it(store: Store) -> None:
    group = planned(store)
    seen = group.add()
    wanted = [with_pieces(lambda pieces, gone=place: pieces[gone + 1 :]) for place in range(8)]  # type: ignore[misc]

    def save(place: int) -> VersionHead | StaleEdit:
        try:
            return group.save(seen, wanted[place])
        except StaleEdit as refused:
            return refused

    answers = at_once(8, save)
    (winner,) = (place for place, answer in enumerate(answers) if isinstance(answer, VersionHead))
    assert group.schedule(seen) == wanted[winner] != WEEK
    for answer in answers:
        if isinstance(answer, StaleEdit):
            assert answer.current.schedule == wanted[winner]
            assert answer.current.head.edit == seen.edit + 1


def test_people_sign_in_while_the_group_is_being_written(store: Store) -> None:
    """A new account names the group: neither waits for ever for the other."""
    number = new_group(store, GROUP)

    def come_in(place: int) -> int:
        with writing_desk(store) as desk:
            account = desk.accounts.add(number, NewAccount(login=f"n{place}", name=f"N° {place}", role="board"), 0)
            desk.keys.open_session(f"hash-{place}", account, link_id=None, now=desk.now, expires_at=desk.now + 60)
        return account

    def write(place: int) -> int:
        with store.write(number) as work:
            work.records.put_settings(replace(work.group.settings, name=f"n° {place}"))
        return place

    at_once(20, lambda place: come_in(place) if place % 2 else write(place))
    with reading_desk(store) as desk:
        assert len(desk.accounts.of_group(number)) == 10


def test_sixty_readers_share_the_connections(store: Store) -> None:
    number = new_group(store, GROUP)

    def look(place: int) -> int:
        with store.read(number) as work:
            return len(work.requests.rows())

    assert set(at_once(60, look)) == {len(GROUP.requests)}
