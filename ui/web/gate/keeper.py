"""The keeper at the door: every request passes here before Streamlit sees it, and so does every word of a websocket."""

from collections.abc import Awaitable, Callable
from enum import Enum, auto
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gems.access.first_start import is_first_start
from gems.access.sessions import actor_of_session, pending_change
from gems.store.store import Store, wall_clock
from ui.web.gate.asked import is_from_elsewhere, is_secure
from ui.web.gate.cookie import token_over
from ui.web.gate.doors import Door, door
from ui.web.gate.paths import FIRST_START, PASSWORD, SCREENS, SIGN_IN
from ui.web.gate.wire import bare_rerun, is_passed_on

NOT_ALLOWED = 1008
"""Of a websocket: closed for what we hold to be right."""


class Standing(Enum):
    """What a session is worth at this moment."""

    NOBODY = auto()
    MUST_CHANGE = auto()
    """Signed in with a password given by somebody else: may choose another one, and nothing more."""
    SIGNED_IN = auto()


def standing(store: Store, token: str | None) -> Standing:
    """What the session of this token is worth now."""
    if token is None:
        return Standing.NOBODY
    now = wall_clock()
    if actor_of_session(store, token, now) is not None:
        return Standing.SIGNED_IN
    return Standing.NOBODY if pending_change(store, token, now) is None else Standing.MUST_CHANGE


class Keeper:
    """Lets nobody past without a session, but to what `doors` holds open. Asks the store each time."""

    def __init__(self, app: ASGIApp, store: Callable[[], Store]) -> None:
        self._app, self._store = app, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        needs = door(scope["path"])
        found = Standing.NOBODY
        if needs in (Door.SIGNED_IN, Door.SCREENS) and not (scope["type"] == "websocket" and is_from_elsewhere(asked)):
            found = await self._standing(asked)
        if needs is Door.OPEN or found is Standing.SIGNED_IN:
            heard = self._watched(asked, receive) if scope["type"] == "websocket" else receive
            await self._app(scope, heard, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": NOT_ALLOWED})
        else:
            await (await self._instead(Request(scope), needs, found))(scope, receive, send)

    async def _standing(self, asked: HTTPConnection) -> Standing:
        return await run_in_threadpool(standing, self._store(), token_over(asked.cookies, secure=is_secure(asked)))

    async def _instead(self, request: Request, needs: Door, found: Standing) -> Response:
        """What a stranger is answered."""
        if needs is Door.SHUT:
            return Response(status_code=404)
        if needs is not Door.SCREENS or request.method not in ("GET", "HEAD"):
            return Response(status_code=403)
        if found is Standing.MUST_CHANGE:
            return RedirectResponse(PASSWORD, 303)
        if await run_in_threadpool(is_first_start, self._store()):
            return RedirectResponse(FIRST_START, 303)
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(SIGN_IN if wanted == SCREENS else f"{SIGN_IN}?{urlencode({'next': wanted})}", 303)

    def _watched(self, asked: HTTPConnection, receive: Receive) -> Callable[[], Awaitable[Message]]:
        """The websocket of a session: once the session has ended, nothing that it says is done any more.

        The page is then only drawn anew, and says itself that nobody is signed in.
        """

        async def hear() -> Message:
            while True:
                message = await receive()
                said = message.get("bytes")
                if message["type"] != "websocket.receive" or said is None:
                    return message
                if not is_passed_on(said):
                    continue
                if await self._standing(asked) is Standing.SIGNED_IN:
                    return message
                return {"type": "websocket.receive", "bytes": bare_rerun()}

        return hear
