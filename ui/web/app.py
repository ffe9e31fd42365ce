"""The web pages: navigation, language, and nothing else. Run with `gems serve`."""

import streamlit as st

from ui.web.state import desk
from ui.web.texts import text

FLAGS = {"fr": "Français", "en": "English"}

st.set_page_config(page_title=text("page.title")[desk().language], page_icon="🗓️", layout="wide")


def choose_language() -> None:
    """French first; the choice holds for this visitor only."""
    here = desk()
    languages = list(FLAGS)
    chosen = st.sidebar.segmented_control(
        text("language")[here.language],
        languages,
        default=here.language,
        format_func=FLAGS.__getitem__,
        key="language",
    )
    if chosen and chosen != here.language:
        here.language = "en" if chosen == "en" else "fr"
        st.rerun()


choose_language()
week = st.Page(
    "screens/coordinator/week.py",
    title={"fr": "Semaine", "en": "Week"}[desk().language],
    icon=":material/calendar_view_week:",
    default=True,
)
st.navigation([week]).run()
