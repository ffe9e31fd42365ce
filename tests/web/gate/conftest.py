"""A group with its first coordinator, and our door with something behind it that answers anything."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from gems.access.first_start import create_first_coordinator, one_time_code
from gems.access.links import LinkPurpose
from gems.access.policy import Actor, Role
from gems.access.sessions import actor_of_session
from gems.planning.accounts import add_account
from gems.planning.links import make_personal_link
from gems.planning.office import Office
from gems.store.store import Store, wall_clock
from sample_data import generate
from tests.databases import Make
from tests.store.put import new_group
from ui import wiring
from ui.web.gate.headers import SecurityHeaders
from ui.web.gate.keeper import Keeper
from ui.web.gate.routes import FAULTS, ROUTES

with warnings.catch_warnings():  # it would rather have httpx2 than httpx, and says so as it is read
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

ADDRESS = "http://gems.example"
LOGIN, PASSWORD = "odile@groupement.fr", "trois poules rousses"
OURS = {"origin": ADDRESS}
"""What a browser says when it sends a form of ours."""


@dataclass(frozen=True)
class House:
    """A group and those who may come in."""

    store: Store
    coordinator: Actor
    token: str
    """Of a session of the coordinator."""

    @property
    def office(self) -> Office:
        return Office(self.store)

    def employee(self) -> tuple[int, str]:
        """An employee's account: its number, and its temporary password."""
        somebody = generate("small").employees[0]
        opened = add_account(
            self.office,
            self.coordinator,
            login="salarie@exemple.fr",
            name=somebody.name,
            role=Role.EMPLOYEE,
            employee_id=somebody.id,
        )
        assert opened.temporary_password is not None
        return opened.account_id, opened.temporary_password

    def link(self, purpose: LinkPurpose) -> str:
        """The token of a personal link of an employee."""
        return self.new_link(self.employee()[0], purpose)

    def new_link(self, account: int, purpose: LinkPurpose) -> str:
        """The token of a new personal link of this account."""
        return make_personal_link(self.office, self.coordinator, account_id=account, purpose=purpose)


@pytest.fixture
def empty_store(fresh_database: Make, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The installation's store, without a group."""
    with fresh_database("sqlite") as url:
        monkeypatch.setenv(wiring.DATABASE, url)
        for name in (wiring.PRETENDED_NOW, "GEMS_LANG", "GEMS_BEHIND_PROXY"):
            monkeypatch.delenv(name, raising=False)
        store = wiring.office().store
        yield store
        store.close()


@pytest.fixture
def house(empty_store: Store) -> House:
    new_group(empty_store, generate("small"))
    now = wall_clock()
    code = one_time_code(empty_store, now=now)
    assert code is not None
    signed_in = create_first_coordinator(
        empty_store, code, group_name="", login=LOGIN, name="Odile", password=PASSWORD, origin="", now=now
    )
    coordinator = actor_of_session(empty_store, signed_in.token, now)
    assert coordinator is not None
    return House(empty_store, coordinator, signed_in.token)


async def anything(request: Request) -> Response:
    return PlainTextResponse(f"behind the door: {request.url.path}")


async def echo(websocket: WebSocket) -> None:
    """Sends every message back."""
    await websocket.accept()
    async for message in websocket.iter_bytes():
        await websocket.send_bytes(message)


@pytest.fixture
def client(empty_store: Store) -> Iterator[TestClient]:
    """A browser without memory of anybody, in front of our door."""
    behind = [WebSocketRoute("/_stcore/stream", echo), Route("/{path:path}", anything)]
    doors = [Middleware(SecurityHeaders), Middleware(Keeper, store=lambda: empty_store)]
    app = Starlette(routes=[*ROUTES, *behind], middleware=doors, exception_handlers=FAULTS)
    with TestClient(app, ADDRESS, follow_redirects=False) as opened:
        yield opened


def send(client: TestClient, path: str, **fields: Any) -> Any:
    """Send a form as a browser does from a page of ours."""
    return client.post(path, data=fields, headers=OURS)
