"""The first start: whoever holds the code from the terminal opens the group and its first account."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gems.access.first_start import create_first_coordinator, is_first_start
from gems.access.passwords import PasswordRefused
from gems.access.sign_in import NotSignedIn
from gems.domain.words import Words
from gems.store.store import wall_clock
from ui.web.gate.asked import address_of, form_of, language_of
from ui.web.gate.entry import let_in
from ui.web.gate.page import Field, Page, missing, shown
from ui.web.gate.password import NEW, differ
from ui.web.gate.paths import SIGN_IN
from ui.wiring import office

KEPT = ("code", "group", "name", "login")
"""Not typed again when something was wrong: all but the password."""


async def first_start_page(request: Request) -> Response:
    """The form, and what comes of it."""
    if not await run_in_threadpool(is_first_start, office().store):
        return RedirectResponse(SIGN_IN, 303)
    if request.method == "POST":
        return await run_in_threadpool(_try, request, await form_of(request))
    return await run_in_threadpool(_form, request, {})


def _try(request: Request, form: dict[str, str]) -> Response:
    wrong = missing(form, *_fields(form)) or differ(form)
    if wrong is not None:
        return _form(request, form, error=wrong)
    try:
        signed_in = create_first_coordinator(
            office().store,
            form["code"],
            group_name=form.get("group", ""),
            name=form["name"],
            login=form["login"],
            password=form["new"],
            language=language_of(request),
            origin=address_of(request),
            now=wall_clock(),
        )
    except (NotSignedIn, PasswordRefused) as no:
        return _form(request, form, error=no.words)
    return let_in(request, signed_in)


def _form(request: Request, form: dict[str, str], *, error: Words | None = None) -> Response:
    page = Page(
        title="gate.first",
        about="gate.first.about",
        error=error,
        fields=_fields(form),
        button="gate.create",
        status=422 if error else 200,
    )
    return shown(request, page)


def _fields(form: dict[str, str]) -> tuple[Field, ...]:
    """What is asked; a group that was imported on the command line has its name already."""
    code, group, name, login = (form.get(key, "") for key in KEPT)
    named = bool(office().store.groups())
    return (
        Field(name="code", label="gate.code", help="gate.code.help", autocomplete="one-time-code", value=code),
        *(() if named else (Field(name="group", label="gate.group", autocomplete="organization", value=group),)),
        Field(name="name", label="gate.name", autocomplete="name", value=name),
        Field(name="login", label="gate.login", help="gate.login.help", autocomplete="username", value=login),
        *NEW,
    )
