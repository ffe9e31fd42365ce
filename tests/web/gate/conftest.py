"""A group with its first coordinator, and our door with something behind it that answers anything."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from gems.store.store import Store
from tests.databases import Make
from tests.web.gate.house import ADDRESS, House, open_house
from ui import wiring
from ui.web.gate.front import FAULTS, MIDDLEWARE, ROUTES


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
    return open_house(empty_store)


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
    app = Starlette(routes=[*ROUTES, *behind], middleware=MIDDLEWARE, exception_handlers=FAULTS)
    with TestClient(app, ADDRESS, follow_redirects=False) as opened:
        yield opened
