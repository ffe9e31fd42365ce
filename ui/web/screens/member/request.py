"""A member writes a request, changes one, or asks for the same again: three questions, read back before it is sent."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from gems.domain.life import PLANNED_STATES, RequestState
from gems.domain.requests import Request, Volume
from gems.domain.time import monday_of
from gems.domain.validation.spelling import folded
from gems.domain.words import Words, day, euros, hours
from gems.planning.asks.requests import Asking, asking, closing, my_requests
from gems.planning.asks.saying import asked
from gems.planning.asks.writing import Changed, change_request, send_request, write_request
from ui.web.here import Here, tell
from ui.web.markup import heading, sentence
from ui.web.panels.one_act import was_done
from ui.web.people_words import unbroken
from ui.web.screens.member.questions import Questions
from ui.web.screens.member.typed import Often, Shape, Typed, blank, copied, request_of, typed_of
from ui.web.texts import text

FORM, NEW, COPY = "demande", "nouvelle", "copie-"
"""Name of the form in the address of the page; a request not yet written; before the request that is asked again."""
OPENED = "request-form"


@dataclass(slots=True)
class Form:
    """The form open in this visitor's page: kept here, whatever is looked at meanwhile."""

    name: str
    """As in the address of the page."""
    request_id: str
    """Empty for a request not yet written."""
    state: RequestState
    typed: Typed


def open_form(name: str) -> None:
    """Go to the form of a request, or to a new one."""
    st.query_params[FORM] = name
    found: Form | None = st.session_state.get(OPENED)
    if found is not None and found.name != name:
        del st.session_state[OPENED]


def close_form() -> None:
    """Back to the list; what was typed is let go."""
    st.query_params.pop(FORM, None)
    st.session_state.pop(OPENED, None)


def request_form(here: Here, member_id: str) -> None:
    """The form, from the title to the buttons."""
    offered = asking(here.office, here.actor, member_id=member_id)
    form = _form(here, offered) if offered is not None else None
    if offered is None or form is None:
        st.warning(here.say("ask.nothing"), icon=":material/info:")
        st.button(here.say("ask.back"), on_click=close_form, key="ask-back")
        return
    changing = form.state in PLANNED_STATES
    heading(here.say("ask.title.change" if changing else "ask.title.new"), here.say("ask.about"))
    if not changing:
        first = closing(here.office, here.actor, member_id=member_id, monday=monday_of(here.today)).first_open
        sentence(here.say("ask.open_from", day=day(first, year=True)), kind="quiet")
    form.typed = Questions(here, offered, form.name, form.typed).ask()
    _end(here, offered, form)


def _form(here: Here, offered: Asking) -> Form | None:
    """The form named in the address: as it was left, else filled with the request; None when there is none such."""
    name = st.query_params[FORM]
    found: Form | None = st.session_state.get(OPENED)
    if found is None or found.name != name:
        found = _opened(here, offered, name)
        if found is not None:
            st.session_state[OPENED] = found
    return found


def _opened(here: Here, offered: Asking, name: str) -> Form | None:
    member_id, this_week = offered.member_id, monday_of(here.today)
    first = closing(here.office, here.actor, member_id=member_id, monday=this_week).first_open
    if name == NEW:
        if not offered.sites or not offered.jobs:
            return None
        job = offered.usual_jobs[0] if offered.usual_jobs else offered.jobs[0].id
        typed = blank(site=offered.sites[0].id, job=job, day=first)
        return Form(name=name, request_id="", state=RequestState.DRAFT, typed=typed)
    copy, wanted = name.startswith(COPY), name.removeprefix(COPY)
    lines = my_requests(here.office, here.actor, member_id=member_id)
    line = next((line for line in lines if line.request.id == wanted), None)
    if line is None or (line.state is RequestState.WITHDRAWN and not copy):
        return None
    typed = typed_of(line.request)
    if copy:
        return Form(name=name, request_id="", state=RequestState.DRAFT, typed=copied(typed, first))
    return Form(name=name, request_id=wanted, state=line.state, typed=typed)


# --- What it says, and what becomes of it ----------------------------------------------------------------


def _end(here: Here, offered: Asking, form: Form) -> None:
    request, missing = _request(offered, form), _missing(form.typed)
    with st.container(border=True, key="read-back"):
        heading(here.say("ask.read_back"), level=2)
        said = unbroken(read_back(request, offered)[here.language]) if missing is None else here.say(missing)
        sentence(said, kind="read-back" if missing is None else "todo")
        with st.container(horizontal=True, key="ask-acts"):
            act = _pressed(here, form, ready=missing is None)
            st.button(here.say("ask.cancel"), type="tertiary", key="ask-cancel", on_click=close_form)
    if act is not None:
        act(here, form, request)
        st.rerun()


def _pressed(here: Here, form: Form, *, ready: bool) -> Callable[[Here, Form, Request], None] | None:
    """What a button asks for. It is done once the form has been read: a field left by that very press counts."""
    changing = form.state in PLANNED_STATES
    send = st.button(
        here.say("ask.change" if changing else "ask.send"),
        type="primary",
        icon=":material/send:",
        key="ask-send",
        disabled=not ready,
    )
    if send:
        return _change if changing else _send
    keep = not changing and st.button(here.say("ask.keep"), key="ask-keep", disabled=not ready)
    return _keep if keep else None


def _request(offered: Asking, form: Form) -> Request:
    job = next(job for job in offered.jobs if job.id == form.typed.job)
    return request_of(form.typed, id=form.request_id, member_id=offered.member_id, job_name=job.name.fr)


def _missing(typed: Typed) -> str | None:
    """The text that says what is left to fill in; None: nothing."""
    once = typed.often is Often.ONCE and typed.shape is not Shape.VOLUME
    return None if once or typed.weekdays else "ask.missing.weekdays"


def read_back(request: Request, offered: Asking) -> Words:
    """The whole request in a sentence or three."""
    parts = [
        text("ask.said.what").fill(what=_what(request, offered), asked=asked(request), since=_since(request)),
        text(f"ask.said.priority.{request.priority.name.lower()}"),
    ]
    if minutes := weekly_minutes(request):
        once = request.recurrence.first_day == request.recurrence.last_day
        parts.insert(1, text("ask.said.total" if once else "ask.said.total_weekly").fill(total=hours(minutes)))
    if request.same_person:
        parts.append(text("ask.said.same_person"))
    if request.visit is not None:
        parts.append(text("ask.said.visit").fill(visit=request.visit))
    names = {person.id: person.name.fr for person in offered.people}
    for key, people in (("ask.said.wanted", request.wanted), ("ask.said.excluded", request.excluded)):
        if known := sorted((names[one] for one in people if one in names), key=folded):
            parts.append(text(key).fill(people=", ".join(known)))
    if not isinstance(request.demand, Volume) and request.demand.beyond_cents:
        parts.append(text("ask.said.beyond").fill(price=euros(request.demand.beyond_cents)))
    if request.break_minutes:
        parts.append(text("ask.said.break").fill(minutes=request.break_minutes))
    return Words(" ".join(part.fr for part in parts), " ".join(part.en for part in parts))


def _what(request: Request, offered: Asking) -> Words:
    """Its name, its job when that is another, its place when there are several."""
    jobs, sites = ({one.id: one.name for one in some} for some in (offered.jobs, offered.sites))
    said = Words(request.label, request.label)
    if request.label != jobs[request.qualification].fr:
        job = jobs[request.qualification]
        said = Words(f"{said.fr} ({job.fr})", f"{said.en} ({job.en})")
    if len(sites) > 1 and request.site_id in sites:
        said = text("ask.said.site").fill(label=said, site=sites[request.site_id])
    return said


def _since(request: Request) -> Words:
    """From when, for what has no end: `asked` says the two dates of what has one."""
    if request.recurrence.last_day is not None:
        return Words("", "")
    return text("ask.said.since").fill(day=day(request.recurrence.first_day, year=True))


def weekly_minutes(request: Request) -> int | None:
    """What it comes to in a full week; None for what a volume says itself already."""
    demand = request.demand
    if isinstance(demand, Volume):
        return None
    minutes = getattr(demand, "minutes", demand.end_clock - demand.start_clock)
    return int(minutes) * demand.headcount * len(request.recurrence.weekdays)


def _write(here: Here, form: Form, request: Request) -> bool:
    """Keep it as a draft, which from now on is the one that is open."""
    kept = here.attempt(write_request, here.office, here.actor, member_id=request.member_id, request=request)
    if kept is not None and form.name != kept:
        form.request_id = form.name = st.query_params[FORM] = kept
    return kept is not None


def _keep(here: Here, form: Form, request: Request) -> None:
    if _write(here, form, request):
        tell(text("ask.told.kept"))
        close_form()


def _send(here: Here, form: Form, request: Request) -> None:
    """Write it and send it. What cannot be sent stays a draft, still open."""
    if not _write(here, form, request):
        return
    named = {"member_id": request.member_id, "request_id": form.request_id}
    if was_done(here, text("ask.told.sent"), send_request, **named):
        close_form()
    else:
        tell(text("ask.told.still_draft"))


def _change(here: Here, form: Form, request: Request) -> None:
    changed = here.attempt(change_request, here.office, here.actor, member_id=request.member_id, request=request)
    if changed is not None:
        tell(_changed_words(changed))
        close_form()


def _changed_words(changed: Changed) -> Words:
    """From when a change holds."""
    if changed.since is None:
        return text("ask.told.changed")
    return text("ask.told.changed_from").fill(day=day(changed.since, year=True))
