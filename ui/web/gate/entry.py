"""Signing in and out: with a name and a password, or as the organisation's own sign-in says."""

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gems.access.first_start import is_first_start
from gems.access.identity import sign_in_by_identity
from gems.access.sessions import SignedIn, sign_out
from gems.access.sign_in import NotSignedIn, sign_in
from gems.domain.words import Words
from gems.store.store import Store, wall_clock
from ui.web.gate import cookie
from ui.web.gate.asked import address_of, form_of, in_language, is_secure, language_of, next_of
from ui.web.gate.keeper import Standing, standing
from ui.web.gate.page import Field, Page, missing, shown
from ui.web.gate.paths import FIRST_START, PASSWORD, PROVIDER, SIGN_IN
from ui.web.gate.provider import forget_identity, identity_of, providers
from ui.web.texts import text
from ui.wiring import office

OUT = "out"
"""Named in the address of the sign-in page just after signing out."""


async def sign_in_page(request: Request) -> Response:
    """The form, and what comes of it."""
    if request.method == "POST":
        return await run_in_threadpool(_try, request, await form_of(request))
    return await run_in_threadpool(_open, request)


async def sign_out_page(request: Request) -> Response:
    """Ends the session for good, here and in every other tab; asks first when it was only looked at."""
    if request.method != "POST":
        return shown(request, Page(title="gate.leave", button="gate.leave"))
    await form_of(request)
    secure = is_secure(request)
    token = cookie.token_over(request.cookies, secure=secure)
    if token is not None:
        await run_in_threadpool(sign_out, office().store, token, wall_clock())
    response = RedirectResponse(f"{SIGN_IN}?{OUT}=1&lang={language_of(request)}", 303)
    cookie.drop(response, secure=secure)
    return response


def let_in(request: Request, signed_in: SignedIn) -> Response:
    """A new session begins: its token goes to the browser, which goes where it wanted to, in its own language."""
    language = request.query_params.get("lang", signed_in.language)
    where = PASSWORD if signed_in.must_change else next_of(request)
    response = RedirectResponse(in_language(where, language), 303)
    seconds = signed_in.expires_at - wall_clock()
    cookie.give(response, signed_in.token, secure=is_secure(request), seconds=seconds)
    return response


def _open(request: Request) -> Response:
    store = office().store
    if is_first_start(store):
        return RedirectResponse(FIRST_START, 303)
    if standing(store, cookie.token_over(request.cookies, secure=is_secure(request))) is Standing.SIGNED_IN:
        return RedirectResponse(next_of(request), 303)
    identity = identity_of(request)
    if identity is None:
        return _form(request)
    response = _recognised(request, store, identity)
    forget_identity(request, response)
    return response


def _recognised(request: Request, store: Store, identity: tuple[str, bool]) -> Response:
    """Somebody comes back from the organisation's own sign-in: from here on, a session like any other."""
    try:
        return let_in(request, sign_in_by_identity(store, *identity, now=wall_clock()))
    except NotSignedIn as no:
        return _form(request, error=no.words, status=403)


def _try(request: Request, form: dict[str, str]) -> Response:
    login, password = form.get("login", ""), form.get("password", "")
    lacking = missing(form, *_fields())
    if lacking is not None:
        return _form(request, login=login, error=lacking, status=422)
    try:
        found = sign_in(office().store, login, password, origin=address_of(request), now=wall_clock())
    except NotSignedIn as no:
        return _form(request, login=login, error=no.words, status=403)
    return let_in(request, found)


def _form(request: Request, *, login: str = "", error: Words | None = None, status: int = 200) -> Response:
    language = language_of(request)
    ways = tuple(
        (text("gate.provider").fill(provider=name)[language], f"{PROVIDER}?{urlencode({'provider': key})}")
        for key, name in providers().items()
    )
    page = Page(
        title="gate.sign_in",
        about="gate.out" if OUT in request.query_params and error is None else "",
        error=error,
        fields=_fields(login),
        button="gate.sign_in",
        ways=ways,
        notes=("gate.forgotten",),
        status=status,
    )
    return shown(request, page)


def _fields(login: str = "") -> tuple[Field, ...]:
    return (
        Field(name="login", label="gate.login", help="gate.login.help", autocomplete="username", value=login),
        Field(name="password", label="gate.password", autocomplete="current-password", hidden=True),
    )
