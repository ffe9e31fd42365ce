"""The frame around every screen: name of the page, style, who is here, the way to the other screens, language."""

from pathlib import Path

import streamlit as st

from gems.access.accounts import has_password
from gems.access.policy import ROLE_WORDS
from gems.domain.words import Language, day
from ui.web.gate.paths import PASSWORD
from ui.web.here import LANGUAGE, Here, here, told
from ui.web.markup import heading, plain, sentence
from ui.web.one_of import one_of
from ui.web.screens import PAGES
from ui.web.visitor import leave
from ui.wiring import pretended_now

HERE = Path(__file__).parent
STYLES, ICON = (HERE / "page.css", HERE / "people.css", HERE / "posts.css"), HERE / "icon.svg"
LANGUAGES: dict[Language, str] = {"fr": "Français", "en": "English"}


def show_page() -> None:
    """The whole page, once a rerun."""
    st.set_page_config(page_title="GEMS", page_icon=str(ICON), layout="wide")
    for style in STYLES:
        st.html(style)
    visit = here()
    pages = [
        st.Page(spec.show, title=visit.say(spec.key), icon=spec.icon, url_path=spec.path)
        for spec in PAGES[visit.actor.role]
    ]
    # The bare address shows the first screen too: Streamlit takes its own address away from a default page.
    first = PAGES[visit.actor.role][0]
    home = st.Page(first.show, title=visit.say(first.key), icon=first.icon, default=True)
    page = st.navigation([home, *pages], position="hidden")
    _top(visit)
    if len(pages) > 1:
        with st.container(horizontal=True, gap="xsmall", key="pages"):
            for one in pages:
                st.page_link(one)
    _told(visit)
    page.run()


def _top(visit: Here) -> None:
    """Who is here, the way out, and the language: quiet, at the edge."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top", gap="small"
    ):
        role = ROLE_WORDS[visit.actor.role][visit.language]
        heading("GEMS", visit.say("frame.you", name=visit.actor.name, role=role), level=2)
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small", key="top-right"):
            if has_password(visit.office.store, visit.actor):
                st.html(f'<a class="gems-way" href="{PASSWORD}" target="_self">{visit.say("frame.password")}</a>')
            st.button(visit.say("frame.leave"), key="leave", type="tertiary", on_click=leave)
            one_of(
                visit.say("language"),
                list(LANGUAGES),
                usual=visit.language,
                format_func=LANGUAGES.__getitem__,
                key="language",
                label_visibility="collapsed",
                on_change=_speak,
            )
    if pretended_now() is not None:
        sentence(visit.say("frame.pretended", day=day(visit.today, year=True)), kind="quiet")


def _told(visit: Here) -> None:
    """What came of the last act."""
    with st.container(key="told"):
        for words, kind in told():
            if kind == "no":
                st.error(plain(words[visit.language]), icon=":material/block:")
            else:
                st.success(plain(words[visit.language]), icon=":material/check_circle:")


def _speak() -> None:
    """The language chosen, for this visitor only; kept in the address."""
    chosen = "en" if st.session_state["language"] == "en" else "fr"
    st.session_state[LANGUAGE] = st.query_params[LANGUAGE] = chosen
