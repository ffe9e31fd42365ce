"""The best cost found and the proven bound, coming together while a week is built."""

import altair as alt
import pandas as pd
import streamlit as st

from gems.planning.ports import Progress
from ui.web.state import Desk

LEAST_POINTS = 3
BEST_COLOUR, BOUND_COLOUR = "#1f9a93", "#a88a3a"
"""Readable on a light and on a dark page alike."""
HEIGHT = 170


def curve(here: Desk, heard: list[Progress]) -> None:
    """Two lines over time, once there is something to compare."""
    best, bound = here.say("build.best"), here.say("build.bound")
    rows = [
        {"seconds": one.seconds, "euros": cents / 100, "line": name}
        for one in heard
        if one.best_cents is not None
        for name, cents in ((best, one.best_cents), (bound, one.bound_cents))
        if cents is not None and cents > 0  # a bound below nothing says nothing
    ]
    if len(rows) < LEAST_POINTS:
        return
    chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_line(interpolate="step-after", strokeWidth=2.5)
        .encode(
            x=alt.X("seconds:Q", title=here.say("build.curve.time")),
            y=alt.Y("euros:Q", title=here.say("build.curve.cost"), scale=alt.Scale(zero=False)),
            color=alt.Color(
                "line:N",
                title=None,
                scale=alt.Scale(domain=[best, bound], range=[BEST_COLOUR, BOUND_COLOUR]),
                legend=alt.Legend(orient="top"),
            ),
        )
        .properties(height=HEIGHT)
    )
    st.altair_chart(chart, width="stretch", key="curve")
