"""The frame around every screen: name of the page, style, language, navigation."""

from pathlib import Path

import streamlit as st

from gems.domain.words import Language
from ui.web.markup import heading
from ui.web.panels.arrival import JOB, arrive
from ui.web.screens.coordinator.week import show as show_week
from ui.web.state import LANGUAGE, Desk, desk

HERE = Path(__file__).parent
STYLE, ICON = HERE / "page.css", HERE / "icon.svg"
LANGUAGES: dict[Language, str] = {"fr": "Français", "en": "English"}


def show_page() -> None:
    """The whole page, once a rerun."""
    here = desk()
    arrive(here)
    st.set_page_config(page_title=here.say("page.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    page = st.navigation([st.Page(show_week, title=here.say("page.week"), default=True)], position="hidden")
    _top(here)
    page.run()


def _top(here: Desk) -> None:
    """Whose week this is, the way out, and the language: quiet, at the edge."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top", gap="small"
    ):
        _whose(here)
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small", key="top-right"):
            if here.group is not None and st.button(here.say("start.other"), key="close", type="tertiary"):
                here.close()
                st.query_params.pop(JOB, None)
                st.rerun()
            st.segmented_control(
                here.say("language"),
                list(LANGUAGES),
                default=here.language,
                required=True,
                format_func=LANGUAGES.__getitem__,
                key="language",
                label_visibility="collapsed",
                on_change=_speak,
            )


def _whose(here: Desk) -> None:
    if here.group is None:
        heading("GEMS", here.say("page.about"), level=2)
        return
    group = here.group
    name = here.say("group", name=group.settings.name, people=len(group.employees), members=len(group.members))
    heading("GEMS", name, level=2)


def _speak() -> None:
    """The language chosen, for this visitor only; kept in the address."""
    here = desk()
    here.language = "en" if st.session_state["language"] == "en" else "fr"
    st.query_params[LANGUAGE] = here.language
