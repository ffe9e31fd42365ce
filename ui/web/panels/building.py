"""The live progress of a planning, with its stop button; and why the last one came to nothing.

A planning goes on when the page is closed.
"""

import streamlit as st

from gems.domain.words import euros, percent
from gems.planning.ports import STAGE_WORDS, Progress, Stage
from gems.planning.week.build import recent_jobs
from ui.web.here import Here, here
from ui.web.jobs import Running
from ui.web.markup import heading, plain, sentence
from ui.web.panels.curve import curve
from ui.web.state import WeekPage

REFRESH_SECONDS = 0.5


@st.fragment(run_every=REFRESH_SECONDS)
def progress_panel(found: Running) -> None:
    """Best and bound as they come, the curve, the stop button."""
    if found.over:
        st.rerun()
    visit = here()
    heard = list(found.job.history)
    last = heard[-1] if heard else Progress(stage=Stage.PREPARING, seconds=0.0)
    limit = max(1, round(found.options.time_limit_seconds))
    with st.container(border=True, key="building"):
        checking = found.job.done
        heading(visit.say("build.checking") if checking else STAGE_WORDS[last.stage][visit.language], level=2)
        seconds = min(round(found.seconds), limit)
        st.progress(seconds / limit, visit.say("build.elapsed", seconds=seconds, limit=limit))
        if last.best_cents is not None or (last.bound_cents or 0) > 0:
            _figures(visit, last)
            curve(visit, heard, found.seconds)
        if found.stopping and not checking:
            sentence(visit.say("build.stopping"))
        elif not checking:
            st.button(visit.say("build.stop"), key="stop", type="primary", icon=":material/stop:", on_click=found.stop)
            sentence(visit.say("build.leave"), kind="quiet")


def came_to_nothing(page: WeekPage) -> None:
    """Why the last planning of this week made no version; nothing once somebody has worked on the week since."""
    version = page.sight.version
    jobs = recent_jobs(page.here.office, page.here.actor)
    last = next((job for job in jobs if job.monday == page.desk.monday), None)
    if last is None or last.number is not None or last.ended_at is None:
        return
    if version is None or version.head.changed_at <= last.ended_at:
        st.warning(plain(last.words[page.language]), icon=":material/running_with_errors:")


def _figures(visit: Here, last: Progress) -> None:
    best, bound = last.best_cents, last.bound_cents if last.bound_cents and last.bound_cents > 0 else None
    gap = percent(max(0, best - bound) / best)[visit.language] if best and bound else "–"
    with st.container(horizontal=True, key="live"):
        st.metric(visit.say("build.best"), _euros(visit, best), border=True)
        st.metric(visit.say("build.bound"), _euros(visit, bound), border=True)
        st.metric(visit.say("build.gap"), gap, border=True)


def _euros(visit: Here, cents: int | None) -> str:
    return "–" if cents is None else euros(cents)[visit.language]
