"""A personal link: shows a button first, so that a mail program which looks behind every link signs nobody in."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from gems.access.links import sign_in_by_link
from gems.access.sign_in import NotSignedIn
from gems.store.store import wall_clock
from ui.web.gate.asked import form_of
from ui.web.gate.entry import let_in
from ui.web.gate.page import Page, shown
from ui.wiring import office


async def link_page(request: Request) -> Response:
    """The button, and what comes of it. Whether the link is good is not said before it is pressed."""
    if request.method != "POST":
        return shown(request, Page(title="gate.link", about="gate.link.about", button="gate.link.open"))
    await form_of(request)
    return await run_in_threadpool(_try, request)


def _try(request: Request) -> Response:
    try:
        signed_in = sign_in_by_link(office().store, request.path_params["token"], now=wall_clock())
    except NotSignedIn as no:
        return shown(request, Page(title="gate.link", error=no.words, status=403))
    return let_in(request, signed_in)
