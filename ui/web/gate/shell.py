"""Streamlit's empty page, in which its scripts then draw the screens: the same file, told what only we know.

Its words are English whatever the language of the screens, and its scripts guess where the server is by asking under
the address of the screen first ("/semaine/_stcore/health"), wait a tenth of a second after the refusal, and only then
ask at the root. Written for Streamlit 1.67; a page that it words otherwise is sent as it is.
"""

import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from gems.domain.words import Language
from ui.web.gate.asked import language_of
from ui.web.gate.doors import Door, door
from ui.web.texts import text

STATIC = Path(streamlit.__file__).parent / "static"
SCREEN = re.compile(r"/[\w-]*")
"""The address of one: what else is asked for (a slash too many, a file that is not there) Streamlit answers itself."""
SERVER_IS_HERE = "<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"
"""Read by Streamlit's scripts; ours always runs at the root of its site."""
FIRST_SCRIPT = '<script type="module"'
WORDS_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class Shell:
    """Answers the address of a screen with the page in the language asked for; all else goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if not _is_screen(scope):
            await self._app(scope, receive, send)
            return
        page = HTMLResponse(shell(language_of(Request(scope))), headers={"cache-control": "no-cache"})
        await page(scope, receive, send)


@cache
def shell(language: Language) -> str:
    """The page before anything is drawn in it."""
    html = (STATIC / "index.html").read_text("utf-8")
    html = html.replace('<html lang="en">', f'<html lang="{language}">', 1)
    html = html.replace("<title>Streamlit</title>", "<title>GEMS</title>", 1)
    html = html.replace(FIRST_SCRIPT, f"{SERVER_IS_HERE}\n    {FIRST_SCRIPT}", 1)
    without = f"<noscript><p>{escape(text('gate.no_scripts')[language])}</p></noscript>"
    return WORDS_WITHOUT_SCRIPTS.sub(lambda _: without, html, 1)


def _is_screen(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return door(scope["path"]) is Door.SCREENS and SCREEN.fullmatch(scope["path"]) is not None
