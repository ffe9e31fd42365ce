"""The cookie that carries a session: its name, how it is set, read and dropped."""

from collections.abc import Mapping

from starlette.responses import Response

PLAIN, STRICT = "gems_session", "__Host-gems_session"
"""Over HTTPS the strict name: browsers then refuse one planted by a neighbouring site or over plain HTTP."""


def token_over(cookies: Mapping[str, str], *, secure: bool) -> str | None:
    """The session's token of a request, under the one name that counts for how it came."""
    return cookies.get(STRICT if secure else PLAIN) or None


def token_of(cookies: Mapping[str, str]) -> str | None:
    """The session's token for a page that the keeper already let through: the strict one, where there is one."""
    return cookies.get(STRICT) or cookies.get(PLAIN) or None


def give(response: Response, token: str, *, secure: bool, seconds: int) -> None:
    """Have the browser keep this session for so long."""
    response.set_cookie(
        STRICT if secure else PLAIN, token, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax"
    )


def drop(response: Response, *, secure: bool) -> None:
    """Have the browser forget its session."""
    response.delete_cookie(STRICT if secure else PLAIN, path="/", secure=secure, httponly=True, samesite="lax")
