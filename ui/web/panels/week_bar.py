"""Which week and which version, what state it is in, and the next step: one strong button."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import streamlit as st

from gems.domain.life import STATE_WORDS, VersionHead, VersionState
from gems.domain.time import Horizon
from gems.domain.words import Words
from gems.planning.week.steps import Step
from ui.web.jobs import Running
from ui.web.markup import heading
from ui.web.panels.acts import begin, close, propose_now, revise_now, set_aside_now
from ui.web.panels.how import how
from ui.web.panels.publishing import publish_dialog
from ui.web.state import WEEK, WeekPage
from ui.web.week_words import week_title

ICONS = {
    Step.BUILD: ":material/play_arrow:",
    Step.PROPOSE: ":material/forum:",
    Step.PUBLISH: ":material/campaign:",
    Step.REVISE: ":material/edit:",
    Step.SET_ASIDE: ":material/delete:",
    Step.CLOSE: ":material/lock_clock:",
}
"""The steps that are buttons, in the order they are shown."""
ACTS: dict[Step, Callable[[WeekPage], None]] = {
    Step.BUILD: begin,
    Step.PROPOSE: propose_now,
    Step.PUBLISH: publish_dialog,
    Step.REVISE: revise_now,
    Step.SET_ASIDE: set_aside_now,
    Step.CLOSE: close,
}


def week_bar(page: WeekPage, running: Running | None) -> None:
    """The week looked at and what can be done with it; while it is being planned, its name only."""
    title = week_title(Horizon(page.desk.monday))[page.language]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="week-bar"):
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="xsmall", key="week-name"):
            _arrow(page, "before", -1)
            heading(title)
            _arrow(page, "after", 1)
        if running is not None:
            return
        _version(page)
        st.space("stretch")
        if page.sight.steps[Step.BUILD] is None:
            how(page)
        for step in _offered(page):
            _button(page, step)


def _arrow(page: WeekPage, name: str, weeks: int) -> None:
    st.button(
        page.say(f"week.{name}"),
        icon=":material/chevron_left:" if weeks < 0 else ":material/chevron_right:",
        type="tertiary",
        key=f"week-{name}",
        on_click=partial(look_at, page, page.desk.monday + timedelta(weeks=weeks)),
    )


def look_at(page: WeekPage, monday: date) -> None:
    """Go to another week; the address of the page follows, so that a reload stays there."""
    page.desk.go(monday)
    st.query_params[WEEK] = monday.isoformat()


def _version(page: WeekPage) -> None:
    """The version looked at, and the way to the others."""
    heads, version = page.sight.heads, page.sight.version
    if version is None:
        return
    numbers = [head.number for head in reversed(heads)]
    by_number = {head.number: head for head in heads}
    states = " ".join(head.state for head in heads)  # the browser keeps the words of a list whose key is the same
    key = f"version {page.desk.monday} {version.head.number} {states}"
    st.selectbox(
        page.say("version"),
        numbers,
        index=numbers.index(version.head.number),
        format_func=lambda number: head_words(by_number[number])[page.language],
        placeholder=page.say("field.choose"),
        key=key,
        label_visibility="collapsed",
        width=210,
        on_change=_choose_version,
        args=(page, key, version.head.number),
    )


def _choose_version(page: WeekPage, key: str, shown: int) -> None:
    """A browser may send the version shown as if it were chosen, late, when the list has left the page."""
    chosen = int(st.session_state[key])
    if chosen != shown:
        page.desk.go(page.desk.monday, chosen)


def head_words(head: VersionHead) -> Words:
    """ "v3 · brouillon"."""
    state = STATE_WORDS[head.state]
    return Words(f"v{head.number} · {state.fr}", f"v{head.number} · {state.en}")


def _offered(page: WeekPage) -> list[Step]:
    """The steps that can be taken; a replaced version offers none but opening a new draft on it."""
    return [step for step in ICONS if page.sight.steps[step] is None]


def strong_step(page: WeekPage) -> Step | None:
    """The step that is next in this state; None while others have to answer, or a question is open on this page."""
    version = page.sight.version
    if page.desk.waiting is not None or page.desk.replacing is not None:
        return None
    if version is None:
        return Step.BUILD
    if version.head.state is VersionState.DRAFT:
        return Step.PROPOSE if not page.sight.verdict.violations else Step.BUILD
    if version.head.state in (VersionState.PROPOSED, VersionState.AGREED):
        if page.sight.objections:
            return Step.REVISE
        return Step.PUBLISH if version.head.state is VersionState.AGREED else None
    return Step.CLOSE if page.sight.steps[Step.CLOSE] is None else None


def _button(page: WeekPage, step: Step) -> None:
    strong = step is strong_step(page)
    key = "build.again" if step is Step.BUILD and page.sight.version is not None else f"step.{step}"
    pressed = st.button(
        page.say(key),
        type="primary" if strong else "secondary",
        icon=ICONS[step],
        key=f"step-{step}",
        help=page.say(f"step.{step}.help"),
    )
    if pressed:
        ACTS[step](page)
