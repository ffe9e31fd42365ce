"""The first start: a code printed on the machine, used once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from gems.access.attempts import FREE_FAILURES, MINUTE, wait_words
from gems.access.first_start import (
    ALREADY,
    CODE_SECONDS,
    WRONG_CODE,
    create_first_coordinator,
    is_first_start,
    one_time_code,
)
from gems.access.passwords import PasswordRefused
from gems.access.policy import Role
from gems.access.sessions import SignedIn, actor_of_session
from gems.access.sign_in import NotSignedIn, sign_in
from gems.domain.time import Stamp
from gems.domain.words import Words
from gems.planning.accounts import disable_account
from gems.planning.office import Declined, Office
from gems.store.store import Store
from tests.access.conftest import HERE, NOW, PASSWORD, Front


def start(
    store: Store,
    code: str,
    *,
    login: str = "anne",
    group: str = "Les Prés",
    name: str = "Anne",
    password: str = PASSWORD,
    now: Stamp = NOW,
) -> SignedIn:
    """Somebody types the code."""
    return create_first_coordinator(
        store, code, group_name=group, login=login, name=name, password=password, origin=HERE, now=now
    )


def told(store: Store, code: str, now: Stamp = NOW) -> Words | None:
    """What they are told when it does not open."""
    try:
        start(store, code, now=now)
    except NotSignedIn as no:
        return no.words
    return None


def code_of(store: Store, now: Stamp = NOW) -> str:
    """The code printed now."""
    code = one_time_code(store, now=now)
    assert code is not None
    return code


def test_the_code_makes_the_group_and_its_coordinator_once(store: Store) -> None:
    assert is_first_start(store)
    code = code_of(store)
    came = start(store, code, login=" Anne@Gemfa.FR ")
    assert [name for _, name in store.groups()] == ["Les Prés"]
    actor = actor_of_session(store, came.token, NOW)
    assert actor is not None
    assert (actor.role, actor.name) == (Role.COORDINATOR, "Anne")
    assert not sign_in(store, "anne@gemfa.fr", PASSWORD, origin=HERE, now=NOW).must_change
    assert not is_first_start(store)
    assert one_time_code(store, now=NOW) is None
    assert told(store, code) == ALREADY
    with store.read(actor.group_id) as work:
        assert [deed.act for deed in work.trail.deeds()] == ["sign_in", "first_start"]


def test_a_group_that_is_there_is_kept(front: Front) -> None:
    came = start(front.store, code_of(front.store), group="")
    actor = actor_of_session(front.store, came.token, NOW)
    assert actor is not None
    assert actor.group_id == front.group_id
    assert len(front.store.groups()) == 1


def test_the_code_is_read_however_it_is_typed(store: Store) -> None:
    code = code_of(store)
    assert told(store, f"  {code.lower().replace('-', ' ')} ") is None


def test_only_the_latest_code_opens_and_for_a_day(store: Store) -> None:
    former, code = code_of(store), code_of(store)
    assert told(store, former) == WRONG_CODE
    assert told(store, "") == WRONG_CODE
    assert told(store, code, NOW + CODE_SECONDS) == WRONG_CODE
    assert told(store, code, NOW + CODE_SECONDS - 1) is None


def test_no_code_no_start(store: Store) -> None:
    assert told(store, "ABCD-EFGH-JKLM-NPQR") == WRONG_CODE
    assert store.groups() == ()


def test_wrong_codes_are_limited(store: Store) -> None:
    code = code_of(store)
    for _ in range(FREE_FAILURES):
        assert told(store, "ABCD-EFGH-JKLM-NPQR") == WRONG_CODE
    assert told(store, code) == wait_words(MINUTE)
    assert told(store, code, NOW + MINUTE) is None


@pytest.mark.parametrize("wrong", [{"login": " "}, {"login": "a b"}, {"name": " "}, {"group": " "}])
def test_what_is_missing_is_asked_for_and_nothing_is_made(store: Store, wrong: dict[str, str]) -> None:
    code = code_of(store)
    with pytest.raises(NotSignedIn):
        start(store, code, **wrong)
    assert is_first_start(store)
    assert store.groups() == ()
    assert told(store, code) is None, "the code still opens"


def test_a_weak_password_is_refused_and_the_code_still_opens(store: Store) -> None:
    code = code_of(store)
    with pytest.raises(PasswordRefused):
        start(store, code, password="motdepasse2026")
    assert told(store, code) is None


def test_two_people_with_the_code_make_one_account(store: Store) -> None:
    code = code_of(store)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: told(store, code), range(4)))
    assert answers.count(None) == 1
    assert answers.count(ALREADY) == 3
    assert len(store.groups()) == 1


def test_a_first_start_never_comes_back(store: Store) -> None:
    came = start(store, code_of(store))
    actor = actor_of_session(store, came.token, NOW)
    assert actor is not None
    with pytest.raises(Declined):
        disable_account(Office(store), actor, account_id=actor.account_id)
    assert not is_first_start(store)
