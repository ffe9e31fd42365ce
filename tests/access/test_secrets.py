"""No secret is ever written where somebody could read it, and each opens its own door only."""

import logging

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData

from gems.access.accounts import actor_of_identity
from gems.access.first_start import create_first_coordinator, one_time_code
from gems.access.links import LinkPurpose, account_of_calendar, sign_in_by_link
from gems.access.policy import Role
from gems.access.sessions import actor_of_session, pending_change
from gems.access.sign_in import NOT_KNOWN, NotSignedIn, change_password, choose_password, sign_in
from gems.domain.words import Words
from gems.planning.accounts import accounts, add_account, disable_account, reset_password
from gems.planning.links import account_links
from gems.store.desk import reading_desk, writing_desk
from gems.store.store import Store
from tests.access.conftest import HERE, NOW, PASSWORD, Front


def everything_kept(store: Store) -> str:
    """Every cell of every table."""
    found = MetaData()
    found.reflect(store.engine)
    with store.reading() as connection:
        return "\n".join(str(tuple(row)) for table in found.sorted_tables for row in connection.execute(table.select()))


def test_nothing_kept_or_said_opens_a_door(front: Front, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store, office, house = front.store, front.office, front.house
    code = one_time_code(store, now=NOW)
    assert code is not None
    first = create_first_coordinator(
        store, code, group_name="", login="anne", name="Anne", password=PASSWORD, origin=HERE, now=NOW
    )
    made = add_account(office, house, login="jeanne", name="Jeanne", role=Role.EMPLOYEE, employee_id=front.employee_id)
    temporary = made.temporary_password or ""
    pending = sign_in(store, "jeanne", temporary, origin=HERE, now=NOW)
    chosen = choose_password(store, pending.token, "trois souris vertes", now=NOW)
    other = reset_password(office, house, account_id=made.account_id)
    links = [front.link("jeanne", purpose) for purpose in LinkPurpose]
    by_link = sign_in_by_link(store, links[0], now=NOW)
    account_of_calendar(store, links[1], now=NOW)
    try:
        sign_in(store, "anne", "un mauvais mot de passe", origin=HERE, now=NOW)
    except NotSignedIn as no:
        said = repr(no) + str(no)
    secrets = [code, PASSWORD, temporary, "trois souris vertes", other, *links, "un mauvais mot de passe"]
    secrets += [each.token for each in (first, pending, chosen, by_link)]
    with reading_desk(store) as desk:
        hashes = [each for number in (1, 2) if (each := desk.accounts.password_hash(number))]
    shown = repr([first, made, pending, by_link, accounts(office, house), front.account("jeanne")])
    shown += repr(account_links(office, house, account_id=made.account_id)) + said + caplog.text
    kept = everything_kept(store)
    assert "Jeanne" in kept
    assert len(hashes) == 2
    for secret in secrets:
        assert secret not in kept
    for secret in secrets + hashes:
        assert secret not in shown
    with store.read(front.group_id) as work:
        history = repr(work.trail.deeds())
    assert not any(secret in history for secret in secrets + hashes)


def doors_opened(front: Front, secret: str) -> set[str]:
    """Where a secret lets somebody in."""
    store, opened = front.store, set()
    no_failure_counts(store)
    if actor_of_session(store, secret, NOW) is not None:
        opened.add("session")
    if pending_change(store, secret, NOW) is not None:
        opened.add("choice of a password")
    if account_of_calendar(store, secret, now=NOW) is not None:
        opened.add("calendar")
    if not _refuses(lambda: sign_in_by_link(store, secret, now=NOW)):
        opened.add("link")
    for login in ("anne", "jeanne"):
        if not _refuses(lambda login=login: sign_in(store, login, secret, origin=HERE, now=NOW)):
            opened.add(f"password of {login}")
    if not _refuses(
        lambda: create_first_coordinator(
            store, secret, group_name="", login="new", name="New", password=PASSWORD, origin=HERE, now=NOW
        )
    ):
        opened.add("first start")
    return opened


def no_failure_counts(store: Store) -> None:
    """As if each attempt were the first."""
    with writing_desk(store) as desk:
        desk.attempts.sweep(NOW)


def _refuses(door: object) -> Words | None:
    assert callable(door)
    try:
        door()
    except NotSignedIn as no:
        return no.words
    return None


def test_each_secret_opens_its_own_door_only(front: Front) -> None:
    code = one_time_code(front.store, now=NOW)
    front.settled(Role.MEMBER, "anne")
    temporary = front.add(Role.EMPLOYEE, "jeanne")
    session = sign_in(front.store, "anne", PASSWORD, origin=HERE, now=NOW).token
    pending = sign_in(front.store, "jeanne", temporary, origin=HERE, now=NOW).token
    link, feed = front.link("jeanne", LinkPurpose.SIGN_IN), front.link("jeanne", LinkPurpose.CALENDAR)
    with reading_desk(front.store) as desk:
        kept = desk.accounts.password_hash(front.account("anne").id)
    assert code is not None
    assert kept is not None
    for secret, doors in {
        session: {"session"},
        pending: {"choice of a password"},
        link: {"link"},
        feed: {"calendar"},
        PASSWORD: {"password of anne"},
        temporary: {"password of jeanne"},
        kept: set[str](),
        code: {"first start"},
    }.items():
        assert doors_opened(front, secret) == doors
    disable_account(front.office, front.house, account_id=front.account("anne").id)
    disable_account(front.office, front.house, account_id=front.account("jeanne").id)
    for secret in (session, pending, link, feed, PASSWORD, temporary):
        assert doors_opened(front, secret) == set()


def test_nothing_made_up_opens_a_door(front: Front) -> None:
    front.settled(Role.MEMBER, "anne")
    front.link("anne", LinkPurpose.SIGN_IN)

    @settings(max_examples=25)
    @given(secret=st.text(max_size=60))
    @example(secret="\x00")
    def nothing_opens(secret: str) -> None:
        no_failure_counts(front.store)
        assert actor_of_session(front.store, secret, NOW) is None
        assert pending_change(front.store, secret, NOW) is None
        assert account_of_calendar(front.store, secret, now=NOW) is None
        assert _refuses(lambda: sign_in_by_link(front.store, secret, now=NOW))
        assert _refuses(lambda: sign_in(front.store, "anne", secret, origin=secret, now=NOW))
        assert _refuses(lambda: sign_in(front.store, secret, secret, origin=secret, now=NOW))

    nothing_opens()


@pytest.mark.parametrize(
    ("email", "verified", "opens"),
    [
        ("anne@gemfa.fr", True, True),
        (" ANNE@Gemfa.fr", True, True),
        ("anne@gemfa.fr", False, False),
        ("marie@gemfa.fr", True, False),
        ("", True, False),
    ],
)
def test_a_provider_opens_the_account_of_a_verified_address(
    front: Front, email: str, verified: bool, opens: bool
) -> None:
    front.settled(Role.MEMBER, "anne@gemfa.fr")
    found = actor_of_identity(front.store, email, verified)
    assert (found is not None) is opens
    disable_account(front.office, front.house, account_id=front.account("anne@gemfa.fr").id)
    assert actor_of_identity(front.store, email, verified) is None


def test_no_session_no_other_password(front: Front) -> None:
    front.settled(Role.MEMBER, "anne")
    with pytest.raises(NotSignedIn):
        change_password(front.store, "made up", old=PASSWORD, new="autre chose encore", origin=HERE, now=NOW)
    assert _refuses(lambda: sign_in(front.store, "anne", "autre chose encore", origin=HERE, now=NOW)) == NOT_KNOWN
