"""One's own calendar link: made, renewed or taken back by whoever it belongs to, with how to follow it on a phone."""

from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from gems.domain.time import day_of, instant_of
from gems.domain.words import day
from gems.planning.links import drop_my_calendar_link, my_calendar_link, renew_my_calendar_link
from ui.web.gate.paths import CALENDARS
from ui.web.here import Here, tell
from ui.web.markup import sentence
from ui.web.panels.one_act import one_act
from ui.web.texts import text

SHOWN = "calendar-link"
"""Name, in the session, of the token just made: it is shown this once and kept nowhere."""


def calendar_link(here: Here) -> None:
    """What there is, and the next step."""
    sentence(here.say("calendar.about"))
    link, token = my_calendar_link(here.office, here.actor), st.session_state.get(SHOWN)
    if link is None:
        make = partial(_renew, here)
        st.button(here.say("calendar.make"), icon=":material/event:", key="calendar-make", on_click=make)
        return
    if token is not None:
        _address(here, token)
    else:
        sentence(here.say("calendar.works", day=day(day_of(instant_of(link.made_at)), year=True)), kind="quiet")
    with st.container(horizontal=True, key="calendar-acts"):
        st.button(
            here.say("calendar.renew"),
            key="calendar-renew",
            help=here.say("calendar.renew.help"),
            on_click=partial(_renew, here),
        )
        drop = partial(one_act, here, text("calendar.told.dropped"), drop_my_calendar_link)
        st.button(here.say("calendar.drop"), key="calendar-drop", type="tertiary", on_click=drop)


def _renew(here: Here) -> None:
    token = here.attempt(renew_my_calendar_link, here.office, here.actor)
    if token is not None:
        st.session_state[SHOWN] = token
        tell(text("calendar.told.made"))


def _address(here: Here, token: str) -> None:
    """The address to follow, to copy or to open at once, and how."""
    page = urlsplit(st.context.url or "")
    host = f"{page.netloc}{CALENDARS}{token}.ics"
    st.link_button(here.say("calendar.open"), f"webcal://{host}", icon=":material/event_available:", type="primary")
    st.code(f"{page.scheme}://{host}", language=None, wrap_lines=True)
    sentence(here.say("calendar.iphone"))
    sentence(here.say("calendar.android"))
    sentence(here.say("calendar.once"), kind="quiet")
