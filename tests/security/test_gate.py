"""Every address of the server, Streamlit's own included, asked by those who may not come in."""

import re
from collections.abc import Callable, Iterator, Mapping
from unittest.mock import MagicMock

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from gems.access.accounts import house
from gems.access.links import LinkPurpose, sign_in_by_link
from gems.access.policy import Role
from gems.access.sign_in import sign_in
from gems.planning.accounts import add_account, disable_account
from gems.planning.links import account_links, make_personal_link, revoke_personal_link
from gems.store.store import wall_clock
from tests.security.marks import MARK
from tests.security.town import Town
from tests.web.gate.conftest import TestClient
from tests.web.gate.house import ADDRESS, OURS
from ui.web.gate.cookie import PLAIN, STRICT
from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES

WAY_IN = {"/connexion", "/deconnexion", "/mot-de-passe", "/premier-demarrage", "/lien/x", "/entree.css", "/entree.svg"}
MACHINE = {"/_stcore/health", "/favicon.png", "/manifest.json", "/static/", "/auth/login", "/auth/logout"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PARAMETER = re.compile(r"\{[^}]*\}")
ECHO = "_streamlit_xsrf="
"""Sent back by the page's scripts with what they upload, to show that they are the page's own."""
LONG_AGO = 400 * 24 * 60 * 60
Cookies = Mapping[str, str]


class Machine(MagicMock):
    """What draws pages, and is asked nothing here but whether it runs."""

    @property
    async def is_ready_for_browser_connection(self) -> tuple[bool, str]:
        return True, "ok"


@pytest.fixture(scope="module")
def server() -> Starlette:
    """Our door before all that Streamlit answers."""
    behind = create_streamlit_routes(Machine())
    return Starlette(routes=[*ROUTES, *behind], middleware=MIDDLEWARE, exception_handlers=FAULTS)


def addresses(server: Starlette) -> Iterator[str]:
    """One address of each route, a few of our screens, and some that nobody made."""
    for route in server.routes:
        if isinstance(route, Route | Mount):
            yield PARAMETER.sub("x", route.path) or "/"
    yield from ("/semaine", "/static/js/x.js", "/static/../semaine", "/app/static/x", "/_stcore/new", "//evil.example")


# --- Those who may not come in -----------------------------------------------------------------------------


def employee(town: Town) -> int:
    """The account of a person of home."""
    home = town.groups.home
    return home.accounts[home.group.employees[0].id]


def by_link(town: Town, now: int) -> str:
    """A session opened by a personal link."""
    number, boss = employee(town), town.groups.home.actor(Role.COORDINATOR)
    token = make_personal_link(town.office, boss, account_id=number, purpose=LinkPurpose.SIGN_IN, now=now)
    return sign_in_by_link(town.store, token, now=now).token


def expired(town: Town) -> Cookies:
    return {PLAIN: by_link(town, wall_clock() - LONG_AGO)}


def revoked(town: Town) -> Cookies:
    session, boss = by_link(town, wall_clock()), town.groups.home.actor(Role.COORDINATOR)
    for link in account_links(town.office, boss, account_id=employee(town)):
        if link.revoked_at is None:
            revoke_personal_link(town.office, boss, link_id=link.id)
    return {PLAIN: session}


def closed(town: Town) -> Cookies:
    session = by_link(town, wall_clock())
    disable_account(town.office, town.groups.home.actor(Role.COORDINATOR), account_id=employee(town))
    return {PLAIN: session}


def with_a_password_to_change(town: Town) -> Cookies:
    opened = add_account(town.office, house(town.groups.home.number), login="new", name="New", role=Role.BOARD)
    assert opened.temporary_password is not None
    return {PLAIN: sign_in(town.store, "new", opened.temporary_password, origin="", now=wall_clock()).token}


def with_a_calendar(town: Town) -> Cookies:
    boss = town.groups.home.actor(Role.COORDINATOR)
    return {PLAIN: make_personal_link(town.office, boss, account_id=employee(town), purpose=LinkPurpose.CALENDAR)}


def under_another_name(town: Town) -> Cookies:
    """Over plain HTTP the strict name is one that anybody could have planted."""
    return {STRICT: by_link(town, wall_clock())}


STRANGERS: Mapping[str, Callable[[Town], Cookies]] = {
    "nobody": lambda town: {},
    "made up": lambda town: {PLAIN: "made-up"},
    "garbage": lambda town: {PLAIN: "%00'\"; DROP TABLE"},
    "expired": expired,
    "revoked": revoked,
    "closed": closed,
    "password to change": with_a_password_to_change,
    "calendar": with_a_calendar,
    "another name": under_another_name,
}


@pytest.fixture
def stranger(server: Starlette, served: Town, request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A browser of one of them."""
    cookies = STRANGERS[request.param](served)
    with TestClient(server, ADDRESS, follow_redirects=False, raise_server_exceptions=False) as client:
        client.headers["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        yield client


every_stranger = pytest.mark.parametrize("stranger", STRANGERS, indirect=True)


@every_stranger
def test_no_address_answers_a_stranger_but_the_way_in(server: Starlette, stranger: TestClient) -> None:
    for address in addresses(server):
        for method in METHODS:
            answer = stranger.request(method, address, headers=OURS)
            told = f"{method} {address}: {answer.status_code}"
            assert answer.status_code < 500, told
            assert not MARK.search(answer.text), told
            if answer.status_code == 200:
                assert address in WAY_IN or address.startswith(tuple(MACHINE)), told
            elif 300 <= answer.status_code < 400:
                assert answer.headers["location"].split("?")[0] in WAY_IN | {"/"}, told


@every_stranger
def test_every_answer_has_its_policy_and_no_cookie_that_scripts_read(server: Starlette, stranger: TestClient) -> None:
    for address in addresses(server):
        answer = stranger.get(address)
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], address
        assert answer.headers["x-content-type-options"] == "nosniff"
        for cookie in answer.headers.get_list("set-cookie"):
            if '=""' in cookie or cookie.startswith(ECHO):  # dropped, or one that opens nothing
                continue
            assert "httponly" in cookie.lower(), f"{address}: {cookie}"
            assert "samesite=" in cookie.lower(), f"{address}: {cookie}"


def test_a_fault_of_ours_keeps_the_policy(server: Starlette, served: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("ui.web.gate.calendar.account_of_calendar", fail)
    with TestClient(server, ADDRESS, raise_server_exceptions=False) as client:
        answer = client.get("/agenda/x.ics")
    assert answer.status_code == 500
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@every_stranger
def test_no_websocket_opens_for_a_stranger(server: Starlette, stranger: TestClient) -> None:
    lines = [route.path for route in server.routes if isinstance(route, WebSocketRoute)]
    assert lines
    for line in (*lines, "/", "/semaine", "/static/x", "/connexion"):
        with (
            pytest.raises((WebSocketDisconnect, RuntimeError, AssertionError)),
            stranger.websocket_connect(line, headers=OURS) as opened,
        ):
            opened.receive_bytes()
