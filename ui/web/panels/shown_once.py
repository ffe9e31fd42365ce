"""A secret just made: shown once, until whoever asked for it has taken it down; kept nowhere else."""

import streamlit as st

from gems.domain.words import Words
from ui.web.here import Here
from ui.web.markup import sentence

SECRET = "shown-once"


def show_once(about: Words, secret: str) -> None:
    """Show this secret on the next page."""
    st.session_state[SECRET] = (about, secret)


def shown_once(here: Here) -> None:
    """The secret that waits to be taken down, if any."""
    found: tuple[Words, str] | None = st.session_state.get(SECRET)
    if found is None:
        return
    about, secret = found
    with st.container(border=True, key="shown-once"):
        sentence(about[here.language])
        st.code(secret, language=None, wrap_lines=True)
        sentence(here.say("once.about"), kind="quiet")
        st.button(here.say("once.done"), type="primary", key="once-done", on_click=_taken)


def _taken() -> None:
    st.session_state.pop(SECRET, None)
