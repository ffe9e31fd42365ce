"""The coordinator's week: read it, build it, change it, have it agreed, publish it."""

import streamlit as st

from gems.domain.words import hours
from gems.planning.week.sight import week_sight
from ui.web.asking import get_ready
from ui.web.here import here
from ui.web.jobs import jobs
from ui.web.links import screen_link
from ui.web.markup import heading, sentence
from ui.web.panels.building import came_to_nothing, progress_panel
from ui.web.panels.explaining import explaining_panel
from ui.web.panels.replacing import replacing_panel
from ui.web.panels.result import result_panel
from ui.web.panels.week_bar import week_bar
from ui.web.state import WeekPage, desk


def show() -> None:
    """The screen from top to bottom."""
    visit = here()
    open_desk = desk(visit)
    sight = week_sight(visit.office, visit.actor, monday=open_desk.monday, number=open_desk.number)
    page = WeekPage(visit, open_desk, sight)
    running = jobs().of_week(visit.actor.group_id, open_desk.monday)
    week_bar(page, running)
    if running is not None:
        progress_panel(running)
        return
    came_to_nothing(page)
    replacing_panel(page)
    explaining_panel(page)
    if page.week is None:
        _not_built(page)
    else:
        get_ready()
        result_panel(page)


def _not_built(page: WeekPage) -> None:
    """What will be here, and the first step."""
    asked = page.sight.requested_minutes
    with st.container(border=True, key="not-built"):
        heading(page.say("empty.title"), level=2)
        if not page.sight.problem.group.requests:
            sentence(page.say("empty.begin"))
            screen_link(page.here, "aujourdhui", page.say("page.today"))
        else:
            sentence(page.say("empty.body", hours=hours(asked)) if asked else page.say("empty.nothing"))
