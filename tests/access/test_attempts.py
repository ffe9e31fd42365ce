"""How often one may fail before having to wait: one after the other, and many at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from gems.access import attempts
from gems.access.attempts import FREE_FAILURES, LONGEST_WAIT, MEMORY, MINUTE, ORIGIN_FAILURES, ORIGIN_WINDOW
from gems.access.policy import Role
from gems.access.sign_in import NOT_KNOWN, NotSignedIn, change_password, sign_in
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.planning.accounts import reset_password
from gems.store.desk import reading_desk, writing_desk
from gems.store.store import Store
from tests.access.conftest import HERE, NOW, PASSWORD, Front

ANNE = "anne@gemfa.fr"
WRONG = "ce n'est pas cela"
AT_ONCE = 20


def try_it(store: Store, login: str, password: str = WRONG, *, origin: str = HERE, now: Stamp = NOW) -> Words | None:
    """What was said; None when somebody came in."""
    try:
        sign_in(store, login, password, origin=origin, now=now)
    except NotSignedIn as no:
        return no.words
    return None


def fail(store: Store, login: str, times: int = FREE_FAILURES, *, now: Stamp = NOW) -> None:
    """Wrong passwords, all judged."""
    for _ in range(times):
        assert try_it(store, login, now=now) == NOT_KNOWN


@pytest.mark.parametrize("login", [ANNE, "nobody"])
def test_after_a_few_failures_one_waits_whether_the_name_exists_or_not(front: Front, login: str) -> None:
    front.settled(Role.MEMBER, ANNE)
    fail(front.store, login)
    told = attempts.wait_words(MINUTE)
    assert try_it(front.store, login, PASSWORD) == told, "even with the right password"
    assert try_it(front.store, login, now=NOW + MINUTE - 1) == told
    assert try_it(front.store, login, now=NOW + MINUTE) == NOT_KNOWN


def test_each_further_failure_doubles_the_wait(front: Front) -> None:
    now = NOW
    fail(front.store, ANNE, now=now)
    for wait in (1, 2, 4, 8, 16, 32, 60, 60):
        assert try_it(front.store, ANNE, now=now + wait * MINUTE - 1) == attempts.wait_words(1)
        now += wait * MINUTE
        assert try_it(front.store, ANNE, now=now) == NOT_KNOWN
    assert wait * MINUTE == LONGEST_WAIT


def test_impatience_makes_no_wait_longer(front: Front) -> None:
    fail(front.store, ANNE)
    for second in range(MINUTE):
        assert try_it(front.store, ANNE, now=NOW + second) != NOT_KNOWN
    assert try_it(front.store, ANNE, now=NOW + MINUTE) == NOT_KNOWN


def test_a_success_wipes_the_failures_out(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    for _ in range(3):
        fail(front.store, ANNE, FREE_FAILURES - 1)
        assert try_it(front.store, ANNE, PASSWORD) is None


def test_a_day_later_nothing_is_kept(front: Front) -> None:
    fail(front.store, ANNE)
    fail(front.store, ANNE, now=NOW + MEMORY)
    with writing_desk(front.store) as desk:
        desk.attempts.sweep(NOW + 2 * MEMORY)
    front.settled(Role.MEMBER, ANNE)
    assert try_it(front.store, ANNE, PASSWORD, now=NOW + 2 * MEMORY) is None


def test_another_name_is_not_held_up(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    fail(front.store, "nobody")
    assert try_it(front.store, ANNE, PASSWORD) is None


def test_a_new_access_ends_the_wait(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    fail(front.store, ANNE)
    temporary = reset_password(front.office, front.house, account_id=front.account(ANNE).id)
    assert try_it(front.store, ANNE, temporary) is None


def test_whoever_tries_many_names_from_one_place_waits(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    for number in range(ORIGIN_FAILURES):
        assert try_it(front.store, f"name{number}") == NOT_KNOWN
    assert try_it(front.store, ANNE, PASSWORD) == attempts.wait_words(ORIGIN_WINDOW)
    assert try_it(front.store, ANNE, PASSWORD, origin="192.0.2.8") is None
    assert try_it(front.store, ANNE, PASSWORD, now=NOW + ORIGIN_WINDOW) is None


def test_successes_from_one_place_are_not_counted(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "ORIGIN_FAILURES", 3)
    front.settled(Role.MEMBER, ANNE)
    for _ in range(5):
        assert try_it(front.store, ANNE, PASSWORD) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.7", "192.0.2.8", False),
        ("unknown", "unknown", True),
    ],
)
def test_a_subscriber_is_one_place(
    store: Store, one: str, other: str, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "ORIGIN_FAILURES", 1)
    assert try_it(store, "first", origin=one) == NOT_KNOWN
    assert (try_it(store, "second", origin=other) == NOT_KNOWN) is not same


def test_guessing_the_old_password_is_limited_too(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    for _ in range(FREE_FAILURES):
        with pytest.raises(NotSignedIn):
            change_password(front.store, came.token, old=WRONG, new="autre chose encore", origin=HERE, now=NOW)
    with pytest.raises(NotSignedIn) as held:
        change_password(front.store, came.token, old=PASSWORD, new="autre chose encore", origin=HERE, now=NOW)
    assert held.value.words == attempts.wait_words(MINUTE)


def at_once(work: Callable[[int], Words | None]) -> list[Words | None]:
    """What each of many was told, all together."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, range(AT_ONCE)))


def test_many_at_once_on_one_name_slip_no_further(front: Front) -> None:
    told = at_once(lambda number: try_it(front.store, ANNE, origin=f"192.0.2.{number}"))
    assert told.count(NOT_KNOWN) == FREE_FAILURES
    assert told.count(attempts.wait_words(MINUTE)) == AT_ONCE - FREE_FAILURES


def test_many_at_once_from_one_place_slip_no_further(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "ORIGIN_FAILURES", 7)
    told = at_once(lambda number: try_it(front.store, f"name{number}"))
    assert told.count(NOT_KNOWN) == 7


def test_many_people_come_in_at_once_from_one_place(front: Front) -> None:
    for number in range(AT_ONCE):
        front.settled(Role.MEMBER, f"member{number}")
    assert at_once(lambda number: try_it(front.store, f"member{number}", PASSWORD)) == [None] * AT_ONCE


def test_a_stop_is_in_the_history_and_names_nobody_who_does_not_exist(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    before = len(front.deeds())
    fail(front.store, "nobody")
    fail(front.store, ANNE, FREE_FAILURES - 1)
    assert len(front.deeds()) == before
    fail(front.store, ANNE, 1)
    assert front.deeds()[before:] == [(front.account(ANNE).name, "sign_in_stopped")]


def test_names_and_addresses_are_kept_as_hashes(store: Store) -> None:
    try_it(store, ANNE)
    with reading_desk(store) as desk:
        assert desk.attempts.stamps(ANNE, 0) == ()
        assert desk.attempts.stamps(HERE, 0) == ()
        kept = desk.connection.exec_driver_sql("SELECT * FROM attempts").all()
    assert len(kept) == 2
    assert ANNE not in str(kept)
    assert HERE not in str(kept)
