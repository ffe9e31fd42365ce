"""The calendar feed behind a private link. Whatever is wrong with a link, the answer is the same."""

import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from gems.access.links import account_of_calendar
from gems.access.policy import Refused
from gems.planning.calendar import calendar
from gems.store.store import wall_clock
from ui.web.gate.asked import language_of
from ui.wiring import office

KEPT = "private, no-cache"
"""By the reader alone, who asks each time whether it is still current."""


async def calendar_page(request: Request) -> Response:
    """The feed as an iCalendar file; nothing but its mark again when the reader already has it."""
    content = await run_in_threadpool(_content, request)
    if content is None:
        return Response(status_code=404, headers={"cache-control": "no-store"})
    # A name may change without a new publication: only the content itself says whether it is still the same.
    mark = f'"{hashlib.sha256(content).hexdigest()}"'
    headers = {"etag": mark, "cache-control": KEPT}
    if mark in [told.strip().removeprefix("W/") for told in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = 'inline; filename="planning.ics"'
    return Response(content, media_type="text/calendar", headers=headers)


def _content(request: Request) -> bytes | None:
    token = request.path_params["token"]
    actor = account_of_calendar(office().store, token, now=wall_clock())
    if actor is None:
        return None
    # Made from the link, the names of events mean nothing to whom the calendar is shared with, and stay the same.
    calendar_id = hashlib.sha256(token.encode()).hexdigest()
    try:
        return calendar(office(), actor, language=language_of(request), calendar_id=calendar_id)
    except Refused:
        return None
