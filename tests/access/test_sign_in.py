"""Signing in with a password, and what it takes to change it."""

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from gems.access import passwords
from gems.access.passwords import PasswordRefused
from gems.access.policy import Role
from gems.access.sessions import PENDING_SECONDS, SESSION_SECONDS, actor_of_session, pending_change, sign_out
from gems.access.sign_in import NOT_KNOWN, NotSignedIn, change_password, choose_password, sign_in
from gems.planning.accounts import disable_account, enable_account, reset_password
from gems.store.desk import reading_desk
from tests.access.conftest import HERE, NOW, PASSWORD, Front

ANNE = "anne@gemfa.fr"
OTHER = "trois souris vertes"


def refused(front: Front, login: str, password: str) -> bool:
    """Whether these open nothing, with the one sentence there is."""
    try:
        sign_in(front.store, login, password, origin=HERE, now=NOW)
    except NotSignedIn as no:
        return no.words == NOT_KNOWN
    return False


def test_a_temporary_password_opens_only_the_choice_of_another(front: Front) -> None:
    temporary = front.add(Role.COORDINATOR, ANNE)
    came = sign_in(front.store, ANNE, temporary, origin=HERE, now=NOW)
    assert came.must_change
    assert actor_of_session(front.store, came.token, NOW) is None
    assert pending_change(front.store, came.token, NOW) == front.account(ANNE)
    chosen = choose_password(front.store, came.token, PASSWORD, now=NOW)
    assert actor_of_session(front.store, came.token, NOW) is None, "the token changes with the rights"
    actor = actor_of_session(front.store, chosen.token, NOW)
    assert actor is not None
    assert (actor.role, actor.group_id) == (Role.COORDINATOR, front.group_id)
    assert pending_change(front.store, chosen.token, NOW) is None
    assert refused(front, ANNE, temporary)


def test_a_full_session_cannot_skip_the_old_password(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    with pytest.raises(NotSignedIn):
        choose_password(front.store, came.token, OTHER, now=NOW)
    assert not refused(front, ANNE, PASSWORD)


@pytest.mark.parametrize("role", Role)
def test_the_actor_is_the_holder_of_the_account(front: Front, role: Role) -> None:
    came = front.settled(role, ANNE)
    actor = actor_of_session(front.store, came.token, NOW)
    assert actor is not None
    assert actor.role is role
    assert actor.member_id == (front.member_id if role is Role.MEMBER else None)
    assert actor.employee_id == (front.employee_id if role is Role.EMPLOYEE else None)
    assert came.expires_at == NOW + SESSION_SECONDS[role]


def test_the_name_is_read_whatever_its_case(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    assert not refused(front, f"  {ANNE.upper()} ", PASSWORD)


def test_what_opens_nothing_is_always_told_alike(front: Front) -> None:
    front.settled(Role.MEMBER, ANNE)
    front.settled(Role.MEMBER, "closed")
    disable_account(front.office, front.house, account_id=front.account("closed").id)
    assert refused(front, ANNE, OTHER)
    assert refused(front, "nobody", PASSWORD)
    assert refused(front, "closed", PASSWORD)
    assert refused(front, "", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [(OTHER, "autre chose encore"), (PASSWORD, "court"), (PASSWORD, PASSWORD), (PASSWORD, ANNE)],
    ids=["wrong old one", "too short", "the same", "the sign-in name"],
)
def test_a_password_that_cannot_change_stays(front: Front, old: str, new: str) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    with pytest.raises((NotSignedIn, PasswordRefused)):
        change_password(front.store, came.token, old=old, new=new, origin=HERE, now=NOW)
    assert actor_of_session(front.store, came.token, NOW) is not None
    assert not refused(front, ANNE, PASSWORD)


def test_a_temporary_password_cannot_be_chosen_again(front: Front) -> None:
    temporary = front.add(Role.MEMBER, ANNE)
    came = sign_in(front.store, ANNE, temporary, origin=HERE, now=NOW)
    with pytest.raises(PasswordRefused):
        choose_password(front.store, came.token, temporary, now=NOW)


def test_another_password_ends_every_other_session(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    elsewhere = sign_in(front.store, ANNE, PASSWORD, origin=HERE, now=NOW)
    stranger = front.settled(Role.BOARD, "board")
    now = change_password(front.store, came.token, old=PASSWORD, new=OTHER, origin=HERE, now=NOW)
    assert actor_of_session(front.store, now.token, NOW) is not None
    assert actor_of_session(front.store, came.token, NOW) is None
    assert actor_of_session(front.store, elsewhere.token, NOW) is None
    assert actor_of_session(front.store, stranger.token, NOW) is not None
    assert refused(front, ANNE, PASSWORD)
    assert not refused(front, ANNE, OTHER)


def test_a_closed_account_is_out_at_once_and_back_by_signing_in(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    number = front.account(ANNE).id
    disable_account(front.office, front.house, account_id=number)
    assert actor_of_session(front.store, came.token, NOW) is None
    enable_account(front.office, front.house, account_id=number)
    assert actor_of_session(front.store, came.token, NOW) is None, "the old session does not come back"
    assert not refused(front, ANNE, PASSWORD)


def test_a_new_temporary_password_ends_what_was(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    temporary = reset_password(front.office, front.house, account_id=front.account(ANNE).id)
    assert actor_of_session(front.store, came.token, NOW) is None
    assert refused(front, ANNE, PASSWORD)
    assert sign_in(front.store, ANNE, temporary, origin=HERE, now=NOW).must_change


def test_signing_out_ends_this_session_only(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    elsewhere = sign_in(front.store, ANNE, PASSWORD, origin=HERE, now=NOW)
    sign_out(front.store, came.token, NOW)
    sign_out(front.store, came.token, NOW)
    assert actor_of_session(front.store, came.token, NOW) is None
    assert actor_of_session(front.store, elsewhere.token, NOW) is not None


@pytest.mark.parametrize("role", Role)
def test_a_session_ends_by_itself(front: Front, role: Role) -> None:
    came = front.settled(role, ANNE)
    last = NOW + SESSION_SECONDS[role] - 1
    assert actor_of_session(front.store, came.token, last) is not None
    assert actor_of_session(front.store, came.token, last + 1) is None


def test_the_choice_of_a_password_does_not_wait_for_ever(front: Front) -> None:
    came = sign_in(front.store, ANNE, front.add(Role.EMPLOYEE, ANNE), origin=HERE, now=NOW)
    assert pending_change(front.store, came.token, NOW + PENDING_SECONDS) is None
    with pytest.raises(NotSignedIn):
        choose_password(front.store, came.token, PASSWORD, now=NOW + PENDING_SECONDS)


@pytest.mark.parametrize("meanwhile", [disable_account, reset_password])
def test_nobody_slips_in_while_the_password_is_checked(
    front: Front, meanwhile: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    front.settled(Role.MEMBER, ANNE)
    number, matches = front.account(ANNE).id, passwords.matches

    def slow(kept: str | None, password: str) -> bool:
        found = matches(kept, password)
        meanwhile(front.office, front.house, account_id=number)
        return found

    monkeypatch.setattr(passwords, "matches", slow)
    assert refused(front, ANNE, PASSWORD)


def test_signing_in_keeps_the_password_with_todays_care(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    front.settled(Role.MEMBER, ANNE)
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", stronger)
    came = sign_in(front.store, ANNE, PASSWORD, origin=HERE, now=NOW)
    with reading_desk(front.store) as desk:
        kept = desk.accounts.password_hash(front.account(ANNE).id)
    assert kept is not None
    assert not stronger.check_needs_rehash(kept)
    assert actor_of_session(front.store, came.token, NOW) is not None
    assert not refused(front, ANNE, PASSWORD)


def test_what_somebody_does_with_their_account_is_in_the_history(front: Front) -> None:
    came = front.settled(Role.MEMBER, ANNE)
    sign_out(front.store, came.token, NOW)
    name = front.account(ANNE).name
    assert front.deeds() == [
        ("ligne de commande", "manage_accounts"),
        (name, "sign_in"),
        (name, "change_my_password"),
        (name, "sign_out"),
    ]
