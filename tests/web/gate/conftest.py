"""A group with its first coordinator, and our door with something behind it that answers anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from gems.store.store import Store
from tests.databases import Copy, nothing
from tests.web.gate.house import ADDRESS, House, settle
from ui import wiring
from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES


@pytest.fixture
def installed(
    request: pytest.FixtureRequest, copied_database: Copy, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Store, Any]]:
    """The installation's store, empty unless the test asks for a `house`; and who settled there."""
    with copied_database("sqlite", settle if "house" in request.fixturenames else nothing) as (url, told):
        monkeypatch.setenv(wiring.DATABASE, url)
        for name in (wiring.PRETENDED_NOW, "GEMS_LANG", "GEMS_BEHIND_PROXY"):
            monkeypatch.delenv(name, raising=False)
        store = wiring.office().store
        yield store, told
        store.close()


@pytest.fixture
def store(installed: tuple[Store, Any]) -> Store:
    """Of the installation."""
    return installed[0]


@pytest.fixture
def empty_store(store: Store) -> Store:
    """The installation's store, without a group."""
    assert store.groups() == ()
    return store


@pytest.fixture
def house(installed: tuple[Store, Any]) -> House:
    """The small sample and its first coordinator."""
    store, told = installed
    return House(store, *told)


async def anything(request: Request) -> Response:
    return PlainTextResponse(f"behind the door: {request.url.path}")


async def echo(websocket: WebSocket) -> None:
    """Sends every message back."""
    await websocket.accept()
    async for message in websocket.iter_bytes():
        await websocket.send_bytes(message)


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """A browser without memory of anybody, in front of our door."""
    behind = [WebSocketRoute("/_stcore/stream", echo), Route("/{path:path}", anything)]
    app = Starlette(routes=[*ROUTES, *behind], middleware=MIDDLEWARE, exception_handlers=FAULTS)
    with TestClient(app, ADDRESS, follow_redirects=False) as opened:
        yield opened
