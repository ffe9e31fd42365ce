"""The live progress of a composing, with its stop button; it goes on when the page is closed."""

import streamlit as st

from gems.planning.ports import ComposeProgress
from ui.web.composings import Composing
from ui.web.here import here
from ui.web.markup import heading, sentence
from ui.web.panels.post_cards import round_hours

REFRESH_SECONDS = 0.5


@st.fragment(run_every=REFRESH_SECONDS)
def compose_progress(found: Composing) -> None:
    """Posts, hours placed and the proven most as they come, and the stop button."""
    if found.over:
        st.rerun()
    visit, heard = here(), found.job.history
    last = heard[-1] if heard else ComposeProgress(seconds=0.0)
    limit = max(1, round(found.options.time_limit_seconds))
    with st.container(border=True, key="composing"):
        checking = found.job.done
        heading(visit.say("compose.checking" if checking else "compose.running"), level=2)
        seconds = min(round(found.seconds), limit)
        st.progress(seconds / limit, visit.say("build.elapsed", seconds=seconds, limit=limit))
        if last.bound_minutes is not None:
            with st.container(horizontal=True, key="live"):
                st.metric(visit.say("compose.posts"), str(last.posts), border=True)
                st.metric(visit.say("compose.placed"), f"{round_hours(last.placed_minutes)} h", border=True)
                st.metric(visit.say("compose.bound"), f"{round_hours(last.bound_minutes)} h", border=True)
        if found.stopping and not checking:
            sentence(visit.say("build.stopping"))
        elif not checking:
            st.button(
                visit.say("build.stop"),
                key="stop-composing",
                type="primary",
                icon=":material/stop:",
                on_click=found.stop,
            )
            sentence(visit.say("compose.leave"), kind="quiet")
