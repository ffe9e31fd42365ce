"""Which week a screen is about: its name between two arrows, kept in the address of the page."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from gems.domain.time import Horizon, monday_of
from ui.web.here import Here
from ui.web.markup import heading
from ui.web.state import WEEK
from ui.web.week_words import week_title

ONE_WEEK = timedelta(weeks=1)


def week_choice(here: Here, screen: str, home: date) -> date:
    """The Monday looked at on this screen; `home` is the one it opens on, and the way back to it."""
    key = f"week-of-{screen}"
    monday: date = st.session_state.setdefault(key, asked_week() or home)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="week-choice"):
        _arrow(here, "before", partial(_look_at, key, monday - ONE_WEEK))
        heading(week_title(Horizon(monday))[here.language], away(here, monday), level=2)
        _arrow(here, "after", partial(_look_at, key, monday + ONE_WEEK))
        if monday != home:
            st.button(here.say("week.back"), key="week-back", type="tertiary", on_click=partial(_look_at, key, home))
    return monday


def asked_week() -> date | None:
    """The Monday of the week in the address of the page, when there is one."""
    try:
        return monday_of(date.fromisoformat(st.query_params[WEEK]))
    except (KeyError, ValueError):
        return None


def away(here: Here, monday: date) -> str:
    """ "cette semaine", "dans 3 semaines"."""
    weeks = (monday - monday_of(here.today)).days // 7
    if abs(weeks) <= 1:
        return here.say({-1: "week.last", 0: "week.this", 1: "week.next"}[weeks])
    return here.say("week.ahead" if weeks > 0 else "week.ago", n=abs(weeks))


def _arrow(here: Here, name: str, look: partial[None]) -> None:
    icon = ":material/chevron_left:" if name == "before" else ":material/chevron_right:"
    st.button(here.say(f"week.{name}"), icon=icon, type="tertiary", key=f"choose-{name}", on_click=look)


def _look_at(key: str, monday: date) -> None:
    st.session_state[key] = monday
    st.query_params[WEEK] = monday.isoformat()
