"""Personal links: what each opens, and when it stops."""

from collections.abc import Callable

import pytest

from gems.access.links import DAY_SECONDS, LINK_DAYS, LinkPurpose, account_of_calendar, sign_in_by_link
from gems.access.policy import Actor, Refused, Role
from gems.access.sessions import SESSION_SECONDS, actor_of_session
from gems.access.sign_in import NotSignedIn, sign_in
from gems.domain.group import Settings
from gems.domain.time import Stamp
from gems.planning.accounts import disable_account, enable_account, reset_password
from gems.planning.links import (
    MOST_DAYS,
    account_links,
    drop_my_calendar_link,
    make_personal_link,
    my_calendar_link,
    renew_my_calendar_link,
    revoke_personal_link,
)
from gems.planning.office import Declined
from gems.store.store import Store
from tests.access.conftest import HERE, NOW, PASSWORD, Front

JEANNE = "jeanne"
NEVER = NOW + 50 * 365 * DAY_SECONDS


def by_link(store: Store, token: str, now: Stamp = NOW) -> Actor | None:
    """Who comes in; None when nobody."""
    try:
        came = sign_in_by_link(store, token, now=now)
    except NotSignedIn:
        return None
    return actor_of_session(store, came.token, now)


def by_calendar(store: Store, token: str, now: Stamp = NOW) -> Actor | None:
    """Whose calendar it shows."""
    return account_of_calendar(store, token, now=now)


DOORS: dict[LinkPurpose, Callable[..., Actor | None]] = {
    LinkPurpose.SIGN_IN: by_link,
    LinkPurpose.CALENDAR: by_calendar,
}


@pytest.mark.parametrize("purpose", LinkPurpose)
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MEMBER])
def test_a_link_opens_what_it_is_for_and_nothing_else(front: Front, role: Role, purpose: LinkPurpose) -> None:
    front.add(role, JEANNE)
    token = front.link(JEANNE, purpose)
    for door, opened in DOORS.items():
        actor = opened(front.store, token)
        assert (actor is not None) is (door is purpose)
        if actor is not None:
            assert (actor.account_id, actor.role) == (front.account(JEANNE).id, role)
    assert actor_of_session(front.store, token, NOW) is None
    with pytest.raises(NotSignedIn):
        sign_in(front.store, JEANNE, token, origin=HERE, now=NOW)


@pytest.mark.parametrize("purpose", LinkPurpose)
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.BOARD])
def test_those_who_see_more_than_their_own_have_no_link(front: Front, role: Role, purpose: LinkPurpose) -> None:
    front.add(role, JEANNE)
    with pytest.raises(Declined):
        front.link(JEANNE, purpose)


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "é" * 5000, "\x00", "' OR 1=1 --"])
def test_a_token_that_was_never_given_opens_nothing(front: Front, token: str) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    for purpose, opened in DOORS.items():
        front.link(JEANNE, purpose)
        assert opened(front.store, token) is None
    assert actor_of_session(front.store, token, NOW) is None


@pytest.mark.parametrize("purpose", LinkPurpose)
@pytest.mark.parametrize("days", [None, 1, 30])
def test_a_link_ends_by_itself(front: Front, purpose: LinkPurpose, days: int | None) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    token = front.link(JEANNE, purpose, days)
    lasts = LINK_DAYS[purpose] if days is None else days
    end = NEVER if lasts is None else NOW + lasts * DAY_SECONDS
    assert DOORS[purpose](front.store, token, end - 1) is not None
    assert (DOORS[purpose](front.store, token, end) is None) is (lasts is not None)


@pytest.mark.parametrize("days", [0, -1, MOST_DAYS + 1])
def test_a_link_lasts_a_number_of_days_that_makes_sense(front: Front, days: int) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    with pytest.raises(Declined):
        front.link(JEANNE, LinkPurpose.SIGN_IN, days)


@pytest.mark.parametrize("purpose", LinkPurpose)
def test_a_link_taken_back_opens_nothing(front: Front, purpose: LinkPurpose) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    token, other = front.link(JEANNE, purpose), front.link(JEANNE, purpose)
    number = front.link_number(JEANNE)
    revoke_personal_link(front.office, front.house, link_id=number, now=NOW)
    assert DOORS[purpose](front.store, other) is None
    assert DOORS[purpose](front.store, token) is not None, "the other link goes on"
    with pytest.raises(Declined):
        revoke_personal_link(front.office, front.house, link_id=number, now=NOW)


def test_taking_a_link_back_ends_what_it_opened_and_nothing_more(front: Front) -> None:
    by_password = front.settled(Role.EMPLOYEE, JEANNE)
    came = sign_in_by_link(front.store, front.link(JEANNE, LinkPurpose.SIGN_IN), now=NOW)
    revoke_personal_link(front.office, front.house, link_id=front.link_number(JEANNE), now=NOW)
    assert actor_of_session(front.store, came.token, NOW) is None
    assert actor_of_session(front.store, by_password.token, NOW) is not None


@pytest.mark.parametrize("purpose", LinkPurpose)
def test_a_closed_account_has_no_link_that_opens(front: Front, purpose: LinkPurpose) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    token, number = front.link(JEANNE, purpose), front.account(JEANNE).id
    disable_account(front.office, front.house, account_id=number)
    assert DOORS[purpose](front.store, token) is None
    with pytest.raises(Declined):
        front.link(JEANNE, purpose)
    enable_account(front.office, front.house, account_id=number)
    assert DOORS[purpose](front.store, token) is not None


def test_a_session_by_link_needs_no_password_and_ends_with_its_time(front: Front) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    came = sign_in_by_link(front.store, front.link(JEANNE, LinkPurpose.SIGN_IN), now=NOW)
    assert not came.must_change, "the temporary password was not used"
    end = NOW + SESSION_SECONDS[Role.EMPLOYEE]
    assert actor_of_session(front.store, came.token, end - 1) is not None
    assert actor_of_session(front.store, came.token, end) is None


def test_a_session_does_not_outlive_its_link(front: Front) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    came = sign_in_by_link(front.store, front.link(JEANNE, LinkPurpose.SIGN_IN, 1), now=NOW)
    assert actor_of_session(front.store, came.token, NOW + DAY_SECONDS - 1) is not None
    assert actor_of_session(front.store, came.token, NOW + DAY_SECONDS) is None


def test_a_new_password_ends_sessions_but_not_links(front: Front) -> None:
    front.settled(Role.EMPLOYEE, JEANNE)
    token = front.link(JEANNE, LinkPurpose.SIGN_IN)
    came = sign_in_by_link(front.store, token, now=NOW)
    reset_password(front.office, front.house, account_id=front.account(JEANNE).id)
    assert actor_of_session(front.store, came.token, NOW) is None
    assert by_link(front.store, token) is not None


@pytest.mark.parametrize("purpose", LinkPurpose)
def test_the_last_use_is_known_to_the_day(front: Front, purpose: LinkPurpose) -> None:
    front.add(Role.EMPLOYEE, JEANNE)
    token, number = front.link(JEANNE, purpose), front.account(JEANNE).id

    def used() -> Stamp | None:
        return account_links(front.office, front.house, account_id=number)[0].used_at

    assert used() is None
    for now in (NOW, NOW + 2 * DAY_SECONDS):
        DOORS[purpose](front.store, token, now)
        seen = used()
        assert seen is not None
        assert abs(seen - now) < DAY_SECONDS


def test_people_give_themselves_one_calendar_link(front: Front) -> None:
    came = front.settled(Role.EMPLOYEE, JEANNE)
    actor = actor_of_session(front.store, came.token, NOW)
    assert my_calendar_link(front.office, actor, now=NOW) is None
    with pytest.raises(Declined):
        drop_my_calendar_link(front.office, actor, now=NOW)
    former = renew_my_calendar_link(front.office, actor, now=NOW)
    token = renew_my_calendar_link(front.office, actor, now=NOW)
    assert by_calendar(front.store, former) is None
    assert by_calendar(front.store, token) == actor
    shown = my_calendar_link(front.office, actor, now=NOW)
    assert shown is not None
    assert shown.purpose == LinkPurpose.CALENDAR
    drop_my_calendar_link(front.office, actor, now=NOW)
    assert by_calendar(front.store, token) is None
    assert my_calendar_link(front.office, actor, now=NOW) is None


def test_who_has_no_calendar_gets_no_link_to_one(front: Front) -> None:
    came = front.settled(Role.BOARD, "board")
    board = actor_of_session(front.store, came.token, NOW)
    with pytest.raises(Refused):
        renew_my_calendar_link(front.office, board, now=NOW)
    with pytest.raises(Declined):
        renew_my_calendar_link(front.office, front.house, now=NOW)


def test_links_of_another_group_do_not_exist(front: Front) -> None:
    front.settled(Role.EMPLOYEE, JEANNE)
    front.link(JEANNE, LinkPurpose.SIGN_IN)
    stranger = Actor(account_id=0, group_id=front.group_id + 1, name="x", role=Role.COORDINATOR)
    front.store.add_group(Settings(name="Ailleurs"))
    number, link = front.account(JEANNE).id, front.link_number(JEANNE)
    for asked in (
        lambda: account_links(front.office, stranger, account_id=number),
        lambda: make_personal_link(front.office, stranger, account_id=number, purpose=LinkPurpose.SIGN_IN),
        lambda: revoke_personal_link(front.office, stranger, link_id=link),
        lambda: reset_password(front.office, stranger, account_id=number),
        lambda: disable_account(front.office, stranger, account_id=number),
    ):
        with pytest.raises(Declined):
            asked()
    assert sign_in(front.store, JEANNE, PASSWORD, origin=HERE, now=NOW)
