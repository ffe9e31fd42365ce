"""Links from one screen to another of the same role, on something: a week, a person, a part of the settings."""

import streamlit as st

from ui.web.here import Here
from ui.web.markup import plain


def screen_link(here: Here, path: str, label: str, *, icon: str | None = None, **about: str) -> None:
    """A link to the screen at this path; `about` goes into the address, where that screen reads it."""
    from ui.web.screens import PAGES  # read when drawn: the screens of that list link to one another

    spec = next(spec for spec in PAGES[here.actor.role] if spec.path == path)
    page = st.Page(spec.show, title=here.say(spec.key), icon=spec.icon, url_path=spec.path)
    st.page_link(page, label=plain(label), icon=icon or spec.icon, query_params=about)
