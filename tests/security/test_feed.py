"""Calendar feeds as calendars fetch them: the holder's own work, and one answer to whatever else is asked."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from gems.access.links import LinkPurpose
from gems.access.policy import Role
from gems.planning.accounts import disable_account
from gems.planning.links import account_links, make_personal_link, revoke_personal_link
from gems.store.store import wall_clock
from tests.outputs.given import unfolded
from tests.security.knowledge import may_know
from tests.security.lived import Lived
from tests.security.town import Town
from tests.web.gate.conftest import TestClient
from tests.web.gate.house import ADDRESS
from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES

DAYS = 24 * 60 * 60


@pytest.fixture
def client(served: Town) -> Iterator[TestClient]:
    """A calendar program, which knows nobody."""
    app = Starlette(routes=ROUTES, middleware=MIDDLEWARE, exception_handlers=FAULTS)
    with TestClient(app, ADDRESS, follow_redirects=False) as opened:
        yield opened


def link(town: Town, home: Lived, of: str, purpose: LinkPurpose = LinkPurpose.CALENDAR, **more: int) -> str:
    """The token of a new link of a member's or a person's account."""
    boss = home.actor(Role.COORDINATOR)
    return make_personal_link(town.office, boss, account_id=home.accounts[of], purpose=purpose, **more)


def holders(home: Lived) -> list[tuple[Role, str]]:
    """Two members and two people."""
    members = [(Role.MEMBER, one.id) for one in home.group.members[:2]]
    return members + [(Role.EMPLOYEE, one.id) for one in home.group.employees[:2]]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_feed_holds_the_affairs_of_its_holder_alone(client: TestClient, served: Town, language: str) -> None:
    groups = served.groups
    for place in range(4):
        role, of = holders(groups.home)[place]
        feed = client.get(f"/agenda/{link(served, groups.home, of)}.ics?lang={language}")
        found = groups.home.marks.found(unfolded(feed.content) + str(feed.headers))
        assert found, "a feed without anything proves nothing"
        assert found <= may_know(groups.home, groups.home.actor(role, of))
        assert not {kind for kind, _ in found} & {"comment", "phone", "reason", "account", "id"}


def test_the_same_ids_in_another_group_are_other_people(client: TestClient, served: Town) -> None:
    home, twin = served.groups.home, served.groups.twin
    for _, of in holders(home):
        theirs = unfolded(client.get(f"/agenda/{link(served, twin, of)}.ics").content)
        assert not {kind for kind, _ in home.marks.found(theirs)} - {"commune"}  # a twin's communes are named alike
        assert twin.marks.found(theirs)


def test_whatever_is_wrong_with_a_link_is_answered_alike(client: TestClient, served: Town) -> None:
    home = served.groups.home
    of, other = home.group.employees[0].id, home.group.employees[1].id
    boss, now = home.actor(Role.COORDINATOR), wall_clock()
    tokens = {
        "made up": "x" * 43,
        "expired": link(served, home, of, days=1, now=now - 2 * DAYS),
        "for signing in": link(served, home, of, LinkPurpose.SIGN_IN),
        "closed": link(served, home, other),
        "revoked": link(served, home, of),
    }
    newest = account_links(served.office, boss, account_id=home.accounts[of])[0]
    revoke_personal_link(served.office, boss, link_id=newest.id)
    disable_account(served.office, boss, account_id=home.accounts[other])
    answers = {name: client.get(f"/agenda/{token}.ics") for name, token in tokens.items()}
    told = {(one.status_code, one.content, tuple(sorted(one.headers.items()))) for one in answers.values()}
    assert {one.status_code for one in answers.values()} == {404}, answers
    assert len(told) == 1
