"""What a request says of itself, and how much of that is believed."""

import os
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import HTTPConnection, Request

from gems.domain.words import Language
from ui.web.gate.paths import SCREENS, is_local

BEHIND_PROXY = "GEMS_BEHIND_PROXY"
"""Environment: "1" when the only way here is through a proxy of ours, whose X-Forwarded headers are then believed."""
USUAL_LANGUAGE = "GEMS_LANG"
MOST_BYTES = 16_384
"""Of a form: many times what the longest of ours needs."""
SEVERAL = "forwarded"
"""The address of whatever claims to be forwarded when nothing of ours forwards: all of it counts as one."""


class TooLong(Exception):
    """A form holds more than any of ours can."""


class Elsewhere(Exception):
    """A form was not sent from a page of ours."""


def is_secure(asked: HTTPConnection) -> bool:
    """Whether it came over HTTPS."""
    told = asked.headers.get("x-forwarded-proto")
    if told is None:
        return asked.scope["scheme"] in ("https", "wss")
    return _behind_proxy() and told.rpartition(",")[2].strip() == "https"


def address_of(asked: HTTPConnection) -> str:
    """Where it came from, for counting failed attempts: the one that our proxy saw, or that we see ourselves."""
    told = asked.headers.get("x-forwarded-for")
    if told is None:
        return asked.client.host if asked.client else ""
    return told.rpartition(",")[2].strip() if _behind_proxy() else SEVERAL


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form by name; raises Elsewhere, TooLong."""
    if not _is_from_here(request):
        raise Elsewhere
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise TooLong
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def language_of(request: Request) -> Language:
    """The language asked for in the address, else that of whoever serves the page."""
    asked = request.query_params.get("lang") or os.environ.get(USUAL_LANGUAGE)
    return "en" if asked == "en" else "fr"


def next_of(request: Request) -> str:
    """Where to go once signed in: an address of ours named in the request, else the screens."""
    asked = request.query_params.get("next", SCREENS)
    return asked if is_local(asked) else SCREENS


def in_language(address: str, language: str) -> str:
    """An address of ours that says which language to speak, unless it already does."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return parts._replace(query=urlencode({"lang": language} | query)).geturl()


def _behind_proxy() -> bool:
    return os.environ.get(BEHIND_PROXY) == "1"


def is_from_elsewhere(asked: HTTPConnection) -> bool:
    """Whether a page of another site opened this websocket. Only browsers say; what is none needs a session anyway."""
    return "origin" in asked.headers and not _is_ours(asked)


def _is_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of ours, as the browser itself says."""
    site = request.headers.get("sec-fetch-site")
    return _is_ours(request) if site is None else site == "same-origin"


def _is_ours(asked: HTTPConnection) -> bool:
    return urlsplit(asked.headers.get("origin", "")).netloc == asked.headers.get("host")
