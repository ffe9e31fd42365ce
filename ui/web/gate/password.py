"""Choosing another password: because one was given by somebody else, or because one wants to."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gems.access.passwords import PasswordRefused
from gems.access.sign_in import NotSignedIn, change_password, choose_password
from gems.domain.words import Words
from gems.store.store import wall_clock
from ui.web.gate import cookie
from ui.web.gate.asked import address_of, form_of, is_secure, language_of, next_of
from ui.web.gate.entry import let_in
from ui.web.gate.keeper import Standing, standing
from ui.web.gate.page import Field, Page, missing, shown
from ui.web.gate.paths import SIGN_IN, SIGN_OUT
from ui.web.texts import text
from ui.wiring import office

NEW = (
    Field(name="new", label="gate.choose", autocomplete="new-password", hidden=True),
    Field(name="again", label="gate.again", autocomplete="new-password", hidden=True),
)
"""A password chosen, typed twice as nobody sees it."""
OLD = Field(name="old", label="gate.current", autocomplete="current-password", hidden=True)


def differ(form: dict[str, str]) -> Words | None:
    """What is wrong when the same password was not typed twice."""
    return None if form["new"] == form["again"] else text("gate.differ")


async def password_page(request: Request) -> Response:
    """The form, and what comes of it. Every other session of the account ends with the old password."""
    form = await form_of(request) if request.method == "POST" else None
    return await run_in_threadpool(_answer, request, form)


def _answer(request: Request, form: dict[str, str] | None) -> Response:
    token = cookie.token_over(request.cookies, secure=is_secure(request))
    stands = standing(office().store, token)
    if token is None or stands is Standing.NOBODY:
        return RedirectResponse(SIGN_IN, 303)
    forced = stands is Standing.MUST_CHANGE
    if form is None:
        return _form(request, forced=forced)
    wrong = missing(form, *_fields(forced)) or differ(form)
    if wrong is not None:
        return _form(request, forced=forced, error=wrong)
    store, now = office().store, wall_clock()
    try:
        if forced:
            return let_in(request, choose_password(store, token, form["new"], now=now))
        changed = change_password(store, token, old=form["old"], new=form["new"], origin=address_of(request), now=now)
    except (NotSignedIn, PasswordRefused) as no:
        return _form(request, forced=forced, error=no.words)
    return let_in(request, changed)


def _form(request: Request, *, forced: bool, error: Words | None = None) -> Response:
    page = Page(
        title="gate.change",
        about="gate.change.forced" if forced else "",
        error=error,
        fields=_fields(forced),
        button="gate.keep",
        ways=() if forced else ((text("gate.back")[language_of(request)], next_of(request)),),
        leave=SIGN_OUT if forced else "",
        status=422 if error else 200,
    )
    return shown(request, page)


def _fields(forced: bool) -> tuple[Field, ...]:
    return NEW if forced else (OLD, *NEW)
