"""Sign-in by the organisation (OpenID Connect): Streamlit's own, from which only the answer is taken.

Streamlit keeps the answer in a cookie that nobody can call back. It is therefore exchanged at once for a session of
ours, which can be ended like any other. Uses parts of Streamlit 1.67 that another version may move: tests/web/gate.
"""

import json
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
)
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from gems.domain.words import Words, same
from ui.web.gate.paths import SIGN_IN
from ui.web.texts import text

ONLY = "default"
"""Streamlit's name for the one provider of an [auth] section without sections of its own."""


def providers() -> Mapping[str, Words]:
    """Key and name of each provider that the installation's secrets set up; none as a rule."""
    section = get_secrets_auth_section()
    named = {key: same(key) for key, value in section.items() if isinstance(value, Mapping) and "client_id" in value}
    return named | ({ONLY: text("gate.provider.usual")} if "client_id" in section else {})


async def provider_page(request: Request) -> Response:
    """Sets off for the provider, if there is such a one."""
    asked = request.query_params.get("provider", ONLY)
    if asked not in await run_in_threadpool(providers):
        return RedirectResponse(SIGN_IN, 303)
    return RedirectResponse(f"/auth/login?provider={encode_provider_token(asked)}", 303)


def identity_of(request: Request) -> tuple[str, bool] | None:
    """The address of whoever comes back from the provider, and whether the provider vouches for it."""
    if USER_COOKIE_NAME not in request.cookies or not providers():
        return None
    secret = get_cookie_secret()

    def part(name: str) -> bytes | None:
        value = request.cookies.get(name)
        return None if value is None else decode_signed_value(secret, name, value.encode("latin-1"))

    told = get_cookie_with_chunks(part, USER_COOKIE_NAME)
    if told is None:
        return None
    claims = json.loads(told)
    if claims.get("origin") != get_origin_from_redirect_uri() or not isinstance(claims.get("email"), str):
        return None
    return claims["email"], claims.get("email_verified") is True


def forget_identity(request: Request, response: Response) -> None:
    """Have the browser drop what Streamlit gave it."""
    for name in request.cookies:
        if name.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME)):
            response.delete_cookie(name, path="/", httponly=True, samesite="lax")
