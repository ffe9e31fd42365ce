"""Headers that tell browsers what our pages may do: load from here only, be framed by nobody, tell no addresses."""

import base64
import hashlib
import re
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.gate.asked import is_secure
from ui.web.gate.shell import shell

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HOST = re.compile(r"[\w.:\[\]-]+")
YEAR_SECONDS = 365 * 24 * 60 * 60
POLICY = "content-security-policy"
PLAIN_PAGE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For pages without scripts: the way in."""
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Never the address itself, which may hold the token of a link; yet enough for a form to say that it is ours.
    "referrer-policy": "strict-origin",
}
HTTPS_ONLY = f"max-age={YEAR_SECONDS}"


class SecurityHeaders:
    """Adds them to every answer; a page that brings a stricter policy keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(EVERYWHERE)
                headers.setdefault(POLICY, screens_policy(asked.headers.get("host", ""), secure=is_secure(asked)))
                if is_secure(asked):
                    headers["strict-transport-security"] = HTTPS_ONLY
            await send(message)

        await self._app(scope, receive, told)


def screens_policy(host: str, *, secure: bool) -> str:
    """What Streamlit 1.67 and our components need, found by trying: tests/web/gate watches the browser's complaints.

    Styles are written into the page as it is drawn; a component's script is loaded from a `blob:` of the page's own.
    """
    # Some browsers do not count the websocket of a page as its own.
    socket = f" {'wss' if secure else 'ws'}://{host}" if HOST.fullmatch(host) else ""
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {_inline_scripts()}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{socket}",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


@cache
def _inline_scripts() -> str:
    """The hashes of the scripts that the page of the screens holds itself, so that no other may be."""
    found = INLINE_SCRIPT.findall(shell("fr"))
    digests = (hashlib.sha256(script.encode()).digest() for script in found)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
