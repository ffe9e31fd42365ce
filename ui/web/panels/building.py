"""Build the week: what to ask, and the live progress with its stop button."""

from datetime import date, timedelta

import altair as alt
import pandas as pd
import streamlit as st

from gems.domain.issues import InvalidGroup
from gems.domain.time import Horizon
from gems.domain.words import day, euros, percent
from gems.planning.build import prepare
from gems.planning.ports import STAGE_WORDS, PlanOptions, Progress, Stage
from gems.prices.load import PROFILES
from sample_data import DEFAULT_WEEK
from ui.web.jobs import Running, jobs
from ui.web.state import Desk

JOB = "job"
"""Name of the job in the address of the page, so that a reload finds it again."""
TIMES = (15, 30, 60, 300)
WEEKS_AHEAD = 12
REFRESH_SECONDS = 0.5


def horizon_of(here: Desk) -> Horizon:
    """The weeks on the desk: those built, those of the workbook, or the first the sample is made for."""
    if here.built is not None:
        return here.built.problem.horizon
    if here.standing is not None:
        return here.standing.horizon
    history = here.group.history.weeks if here.group else ()
    if history:
        return Horizon(max(week.monday for week in history) + timedelta(days=7))
    return Horizon.of_iso_week(DEFAULT_WEEK)


def build_panel(here: Desk) -> None:
    """The one strong button, and the three questions behind it."""
    assert here.group is not None
    horizon = horizon_of(here)
    mondays = [horizon.first + timedelta(days=7 * offset) for offset in range(-1, WEEKS_AHEAD)]
    with st.form("build", border=False):
        week, time, profile, button = st.columns([3, 2, 3, 3], vertical_alignment="bottom")
        monday = week.selectbox(
            here.say("build.week"), mondays, index=1, format_func=lambda one: _week_label(here, one), key="week"
        )
        seconds = time.selectbox(
            here.say("build.time"), TIMES, index=1, format_func=lambda one: here.say(f"build.time.{one}"), key="time"
        )
        chosen = profile.selectbox(
            here.say("build.profile"),
            list(PROFILES),
            index=list(PROFILES).index(here.group.settings.profile),
            format_func=lambda one: PROFILES[one][here.language],
            key="profile",
        )
        label = here.say("build.again" if here.built else "build")
        if button.form_submit_button(label, type="primary", width="stretch", icon=":material/play_arrow:"):
            _start(here, Horizon(monday, horizon.weeks if monday == horizon.first else 1), seconds, chosen)


def _week_label(here: Desk, monday: date) -> str:
    last = monday + timedelta(days=6)
    return here.say("week", week=monday.isocalendar().week, first=day(monday), last=day(last))


def _start(here: Desk, horizon: Horizon, seconds: int, profile: str) -> None:
    assert here.group is not None
    try:
        problem = prepare(here.group, horizon, profile=profile, baseline=here.standing)
    except InvalidGroup as refused:
        st.error("\n\n".join(f"{issue.wrong[here.language]} {issue.fix[here.language]}" for issue in refused.issues))
        return
    workers = 1 if jobs().busy() else 2  # two computations share two cores
    st.query_params[JOB] = jobs().start(problem, PlanOptions(time_limit_seconds=float(seconds), workers=workers))
    st.rerun()


def running(here: Desk) -> Running | None:
    """The planning this visitor watches, found again by the id in the address; its group comes back with it."""
    found = jobs().find(st.query_params.get(JOB))
    if found is not None and here.group is None:
        here.open(found.problem.group, found.problem.group.settings.name, found.problem.baseline)
    return found


def take(here: Desk, found: Running) -> None:
    """Put a finished planning on the desk, once; the one before it stays for comparison."""
    if found.built is not None and here.built is not found.built:
        here.before = here.built.report if here.built else None
        here.built, here.picked = found.built, ""


@st.fragment(run_every=REFRESH_SECONDS)
def progress_panel(here: Desk, found: Running) -> None:
    """Best and bound as they come, the curve, the stop button."""
    found.look()
    if found.over:
        take(here, found)
        st.rerun()
    heard = found.job.history
    last = heard[-1] if heard else Progress(stage=Stage.PREPARING, seconds=0.0)
    with st.container(border=True):
        checking = found.job.result is not None
        st.write("**" + (here.say("build.checking") if checking else STAGE_WORDS[last.stage][here.language]) + "**")
        _figures(here, last)
        _curve(here, heard)
        if found.stopping:
            st.caption(here.say("build.stopping"))
        elif st.button(here.say("build.stop"), key="stop", icon=":material/stop:"):
            found.stop()


def _figures(here: Desk, last: Progress) -> None:
    best, bound, gap = st.columns(3)
    known = last.best_cents is not None and last.bound_cents is not None
    best.metric(here.say("build.best"), _euros(here, last.best_cents), border=True)
    bound.metric(here.say("build.bound"), _euros(here, last.bound_cents if known else None), border=True)
    share = "…"
    if last.best_cents is not None and last.bound_cents is not None and last.best_cents > 0:
        share = percent((last.best_cents - last.bound_cents) / last.best_cents)[here.language]
    gap.metric(here.say("build.gap"), share, border=True)
    if last.duties is not None:
        st.caption(here.say("build.duties", n=last.duties))


def _euros(here: Desk, cents: int | None) -> str:
    return "…" if cents is None else euros(cents)[here.language]


def _curve(here: Desk, heard: list[Progress]) -> None:
    best, bound = here.say("build.best"), here.say("build.bound")
    rows = [
        {"s": one.seconds, "€": cents / 100, "line": name}
        for one in heard
        if one.best_cents is not None
        for name, cents in ((best, one.best_cents), (bound, one.bound_cents))
        if cents is not None
    ]
    if len(rows) > 2:
        chart = (
            alt.Chart(pd.DataFrame(rows))
            .mark_line(interpolate="step-after")
            .encode(
                x=alt.X("s:Q", title="s"),
                y=alt.Y("€:Q", scale=alt.Scale(zero=False)),
                color=alt.Color("line:N", title=None),
            )
            .properties(height=160)
        )
        st.altair_chart(chart, width="stretch")
