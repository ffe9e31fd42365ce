"""Until when members may ask for each of the weeks ahead; the coordinator may give another day."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from gems.domain.time import Horizon
from gems.domain.words import day
from gems.planning.asks.closing import Closing
from gems.planning.asks.inbox import closing_dates, set_closing_date
from ui.web.here import Here
from ui.web.markup import sentence
from ui.web.panels.one_act import one_act
from ui.web.texts import text
from ui.web.week_words import week_title


def closing_days(here: Here) -> None:
    """One line a week; a day changed is kept at once."""
    sentence(here.say("closing.about"))
    for closing in closing_dates(here.office, here.actor):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", border=True):
            _line(here, closing)


def _line(here: Here, closing: Closing) -> None:
    monday, key = closing.monday, f"closing {closing.monday} {closing.last_day}"
    st.date_input(
        here.say("closing.day", week=week_title(Horizon(monday))),
        value=closing.last_day,
        max_value=max(closing.last_day, monday - timedelta(days=1)),
        format="DD/MM/YYYY",
        key=key,
        width=320,
        on_change=partial(_set, here, key, monday),
    )
    sentence(here.say("closing.open" if closing.is_open else "closing.closed"), kind="" if closing.is_open else "quiet")
    if not closing.usual:
        st.button(
            here.say("closing.usual"),
            type="tertiary",
            key=f"usual {monday}",
            on_click=partial(one_act, here, text("closing.told.usual"), set_closing_date, monday=monday, day=None),
        )


def _set(here: Here, key: str, monday: date) -> None:
    chosen = st.session_state[key]
    if isinstance(chosen, date):
        told = text("closing.told").fill(day=day(chosen, year=True))
        one_act(here, told, set_closing_date, monday=monday, day=chosen)
