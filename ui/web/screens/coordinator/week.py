"""The coordinator's week: open a group, build it, read it, take it away."""

import streamlit as st

from gems.domain.issues import InvalidGroup
from gems.domain.missions import needs_of
from gems.domain.words import hours
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.panels.arrival import fetch, running
from ui.web.panels.building import build_bar, issues_list, progress_panel
from ui.web.panels.opening import opening_panel
from ui.web.panels.result import result_panel
from ui.web.shown import ShownWeek, shown_standing
from ui.web.state import Desk, desk


def show() -> None:
    """The screen from top to bottom."""
    here = desk()
    found = running()
    if here.group is None:
        opening_panel(here)
        return
    if found is not None and not found.over:
        build_bar(here, found)
        progress_panel(found)
        return
    if found is not None:
        fetch(here, found)
    week = _week(here)
    build_bar(here, None)
    _messages(here)
    if week is None:
        _not_built(here)
    else:
        result_panel(week)


def _week(here: Desk) -> ShownWeek | None:
    """The schedule of the weeks looked at: the last one built, else the workbook's own."""
    kept = here.kept
    if here.horizon not in here.plans and here.group and kept and kept.assignments and kept.horizon == here.horizon:
        with st.spinner(here.say("judging")):
            try:
                here.put(shown_standing(here.group, kept, here.as_of))
            except InvalidGroup as refused:
                issues_list(here, refused)
    return here.plans.get(here.horizon)


def _messages(here: Desk) -> None:
    language = here.language
    if here.failure:
        st.error(here.say(here.failure), icon=":material/error:")
    if here.no_plan:
        st.warning(here.say("build.none"), icon=":material/event_busy:")
        entries(Entry(title=reason[language], mark="todo") for reason in here.no_plan)
    if here.faults:
        many = len(here.faults)
        with st.expander(here.say("remarks.many", n=many) if many > 1 else here.say("remarks.one")):
            entries(
                Entry(title=fault.wrong[language], facts=fault.place[language], lines=(fault.fix[language],))
                for fault in here.faults
            )


def _not_built(here: Desk) -> None:
    """What will be here, and the first step."""
    assert here.group is not None
    settings = here.group.settings
    asked = sum(
        need.minutes
        for request in here.group.requests
        for need in needs_of(request, here.horizon, settings.school_zone, settings.grid_minutes)
    )
    with st.container(border=True, key="not-built"):
        heading(here.say("empty.title"), level=2)
        sentence(here.say("empty.body", hours=hours(asked)) if asked else here.say("empty.nothing"))
