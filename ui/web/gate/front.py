"""What stands before Streamlit: the keeper, every page of the way in, the empty page, the answer to a strange form."""

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui.web.gate.asked import Elsewhere, TooLong, language_of
from ui.web.gate.calendar import calendar_page
from ui.web.gate.entry import sign_in_page, sign_out_page
from ui.web.gate.first import first_start_page
from ui.web.gate.headers import EVERYWHERE, SecurityHeaders
from ui.web.gate.keeper import Keeper
from ui.web.gate.page import Page, icon, shown, style
from ui.web.gate.password import password_page
from ui.web.gate.paths import (
    CALENDARS,
    FIRST_START,
    ICON,
    LINKS,
    PASSWORD,
    PROVIDER,
    SCREENS,
    SIGN_IN,
    SIGN_OUT,
    STYLE,
)
from ui.web.gate.personal_link import link_page
from ui.web.gate.provider import provider_page
from ui.web.gate.shell import Shell
from ui.web.texts import text
from ui.wiring import office

FORM = ["GET", "POST"]
ROUTES = (
    Route(SIGN_IN, sign_in_page, methods=FORM),
    Route(PROVIDER, provider_page),
    Route(SIGN_OUT, sign_out_page, methods=FORM),
    Route(FIRST_START, first_start_page, methods=FORM),
    Route(PASSWORD, password_page, methods=FORM),
    Route(f"{LINKS}{{token}}", link_page, methods=FORM),
    Route(f"{CALENDARS}{{token}}.ics", calendar_page),
    Route(STYLE, style),
    Route(ICON, icon),
)


async def elsewhere(request: Request, fault: Exception) -> Response:
    """A form came from another site, or holds more than any of ours can: nothing was done."""
    about, status = ("gate.too_long", 413) if isinstance(fault, TooLong) else ("gate.elsewhere.about", 403)
    ways = ((text("gate.way_in")[language_of(request)], SCREENS),)
    return shown(request, Page(title="gate.elsewhere", about=about, ways=ways, status=status))


async def broken(request: Request, fault: Exception) -> Response:
    """A fault of ours, in words; the server writes the details in its log."""
    answer = shown(request, Page(title="gate.broken", about="gate.broken.about", status=500))
    answer.headers.update(EVERYWHERE)  # made outside of what else adds them
    return answer


MIDDLEWARE = (Middleware(SecurityHeaders), Middleware(Keeper, store=lambda: office().store), Middleware(Shell))
FAULTS = {Elsewhere: elsewhere, TooLong: elsewhere, Exception: broken}
