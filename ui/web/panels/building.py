"""Build the week: which one, how long, the one strong button; then the live progress with its stop button."""

from datetime import timedelta
from functools import partial

import streamlit as st

from gems.domain.issues import InvalidGroup
from gems.domain.time import Horizon
from gems.domain.words import euros, percent
from gems.planning.ports import STAGE_WORDS, PlanOptions, Progress, Stage
from gems.prices.load import PROFILES
from ui.web.jobs import Running, jobs
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.panels.arrival import JOB
from ui.web.panels.curve import curve
from ui.web.state import Desk, desk
from ui.web.week_words import week_title
from ui.wiring import pose

TIMES = (15, 30, 60, 300)
REFRESH_SECONDS = 0.5
WORKERS = 2
"""Two computations at once share the two cores of a small machine, one worker each."""


def build_bar(here: Desk, found: Running | None) -> None:
    """The week looked at, and the one strong button; while a planning runs, its week and nothing to press."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="week-bar"):
        if found is not None:
            heading(week_title(found.problem.horizon)[here.language])
            return
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="xsmall", key="week-name"):
            _arrow(here, "before", -1)
            heading(week_title(here.horizon)[here.language])
            _arrow(here, "after", 1)
        st.space("stretch")
        _how(here)
        again = here.horizon in here.plans
        label = here.say("build.again" if again else "build")
        if st.button(label, type="primary", icon=":material/play_arrow:", key="build"):
            _start(here)


def _arrow(here: Desk, name: str, weeks: int) -> None:
    st.button(
        here.say(f"week.{name}"),
        icon=":material/chevron_left:" if weeks < 0 else ":material/chevron_right:",
        type="tertiary",
        key=f"week-{name}",
        on_click=partial(_move, here, weeks),
    )


def _move(here: Desk, weeks: int) -> None:
    """To the week before or after; back on the workbook's own weeks, all of them are looked at again."""
    first = here.horizon.first + timedelta(weeks=weeks if weeks < 0 else here.horizon.weeks)
    kept = here.kept.horizon if here.kept is not None else None
    here.horizon = kept if kept is not None and first in kept else Horizon(first)
    here.picked = ""


def _how(here: Desk) -> None:
    assert here.group is not None
    profile = here.profile or here.group.settings.profile
    label = here.say("build.how", time=here.say(f"build.time.{here.seconds}"), profile=PROFILES[profile])
    with st.popover(label, help=here.say("build.how.help"), icon=":material/tune:", key="how"):
        st.radio(
            here.say("build.time"),
            TIMES,
            index=TIMES.index(here.seconds),
            format_func=lambda one: here.say(f"build.time.{one}"),
            key="time",
            on_change=_choose,
        )
        st.radio(
            here.say("build.profile"),
            list(PROFILES),
            index=list(PROFILES).index(profile),
            format_func=lambda one: PROFILES[one][here.language],
            key="profile",
            on_change=_choose,
        )
        kept = len([piece for piece in here.kept.locked if piece.day in here.horizon]) if here.kept else 0
        if kept:
            sentence(here.say("build.kept.one" if kept == 1 else "build.kept.many", n=kept), kind="quiet")


def _choose() -> None:
    here = desk()
    here.seconds, here.profile = int(st.session_state["time"]), str(st.session_state["profile"])


def issues_list(here: Desk, refused: InvalidGroup) -> None:
    """Everything that keeps a group from being planned."""
    language = here.language
    entries(Entry(title=one.wrong[language], lines=(one.fix[language],), mark="todo") for one in refused.issues)


def _start(here: Desk) -> None:
    assert here.group is not None
    try:
        problem = pose(here.group, here.kept, here.horizon, profile=here.profile or None, as_of=here.as_of)
    except InvalidGroup as refused:
        issues_list(here, refused)
        return
    workers = 1 if jobs().busy() else WORKERS
    options = PlanOptions(time_limit_seconds=float(here.seconds), workers=workers)
    here.no_plan, here.failure = (), ""
    st.query_params[JOB] = jobs().start(problem, options)
    st.rerun()


@st.fragment(run_every=REFRESH_SECONDS)
def progress_panel(found: Running) -> None:
    """Best and bound as they come, the curve, the stop button."""
    here = desk()
    if found.over:
        st.rerun()
    heard = list(found.job.history)
    last = heard[-1] if heard else Progress(stage=Stage.PREPARING, seconds=0.0)
    limit = max(1, round(found.options.time_limit_seconds))
    with st.container(border=True, key="building"):
        checking = found.job.done
        heading(here.say("build.checking") if checking else STAGE_WORDS[last.stage][here.language], level=2)
        seconds = min(round(found.seconds), limit)
        st.progress(seconds / limit, here.say("build.elapsed", seconds=seconds, limit=limit))
        if last.best_cents is not None or (last.bound_cents or 0) > 0:
            _figures(here, last)
            curve(here, heard, found.seconds)
        if found.stopping and not checking:
            sentence(here.say("build.stopping"))
        elif not checking:
            st.button(here.say("build.stop"), key="stop", type="primary", icon=":material/stop:", on_click=found.stop)
            sentence(here.say("build.leave"), kind="quiet")


def _figures(here: Desk, last: Progress) -> None:
    best, bound = last.best_cents, last.bound_cents if last.bound_cents and last.bound_cents > 0 else None
    gap = percent(max(0, best - bound) / best)[here.language] if best and bound else "–"
    with st.container(horizontal=True, key="live"):
        st.metric(here.say("build.best"), _euros(here, best), border=True)
        st.metric(here.say("build.bound"), _euros(here, bound), border=True)
        st.metric(here.say("build.gap"), gap, border=True)


def _euros(here: Desk, cents: int | None) -> str:
    return "–" if cents is None else euros(cents)[here.language]
