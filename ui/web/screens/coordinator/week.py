"""The coordinator's week: open a group, build it, read it, take it away."""

import streamlit as st

from gems.domain.missions import needs_of
from gems.domain.words import day, hours
from ui.web.panels.building import build_panel, horizon_of, progress_panel, running, take
from ui.web.panels.opening import open_demo, opening_panel
from ui.web.panels.result import result_panel
from ui.web.state import Desk, desk


def show(here: Desk) -> None:
    """The screen from top to bottom."""
    if here.group is None:
        open_demo(here)
    found = running(here)
    if here.group is None:
        opening_panel(here)
        return
    _heading(here)
    if found is not None and not found.over:
        progress_panel(here, found)
        return
    if found is not None:
        take(here, found)
        if found.failure is not None:
            st.error(here.say(found.failure), icon=":material/error:")
    build_panel(here)
    if here.built is None:
        _not_built(here)
    else:
        result_panel(here, here.built)


def _heading(here: Desk) -> None:
    assert here.group is not None
    title, change = st.columns([5, 1], vertical_alignment="bottom")
    horizon = horizon_of(here)
    words = here.say(
        "week", week=horizon.first.isocalendar().week, first=day(horizon.first), last=day(horizon.last, year=True)
    )
    title.title(words)
    title.caption(here.group.settings.name)
    if change.button(here.say("start.other"), key="close", width="stretch"):
        here.close()
        st.query_params.clear()
        st.rerun()


def _not_built(here: Desk) -> None:
    assert here.group is not None
    horizon, group = horizon_of(here), here.group
    settings = group.settings
    asked = sum(
        need.minutes
        for request in group.requests
        for need in needs_of(request, horizon, settings.school_zone, settings.grid_minutes)
    )
    with st.container(border=True):
        st.subheader(here.say("empty.title"))
        st.write(
            here.say(
                "empty.body",
                people=len(group.employees),
                members=len(group.members),
                hours=hours(asked),
                first=day(horizon.first),
                last=day(horizon.last),
            )
        )


show(desk())
