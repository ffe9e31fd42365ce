"""What to compose: from when, how long, how many members a post, how far, how long to search."""

from datetime import timedelta

import streamlit as st

from gems.domain.time import monday_of
from gems.domain.words import day
from gems.planning.compose.asking import COMMUTE, MEMBERS_MOST
from gems.planning.compose.posing import pose_composition
from gems.planning.ports import PlanOptions
from ui.web.composings import composings
from ui.web.here import Here
from ui.web.texts import text

WEEKS, SECONDS = (52, 26, 13), (30, 60, 300)
MOST_MEMBERS, LEAST_DRIVE, MOST_DRIVE = 12, 5, 120


def asking(visit: Here) -> None:
    """The terms, each with its usual value, and the start."""
    with st.form("compose-terms", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        first = st.date_input(
            visit.say("compose.first"), monday_of(visit.today) + timedelta(weeks=1), format="DD/MM/YYYY", width=170
        )
        weeks = st.selectbox(
            visit.say("compose.weeks"),
            WEEKS,
            format_func=lambda n: visit.say(f"compose.weeks.{n}"),
            placeholder="",
            width=210,
        )
        members = st.number_input(visit.say("compose.members"), 1, MOST_MEMBERS, MEMBERS_MOST, width=210)
        drive = st.number_input(visit.say("compose.drive"), LEAST_DRIVE, MOST_DRIVE, COMMUTE, step=5, width=270)
        seconds = st.selectbox(
            visit.say("compose.time"),
            SECONDS,
            index=1,
            format_func=lambda n: visit.say(f"build.time.{n}"),
            placeholder="",
            width=210,
        )
        pressed = st.form_submit_button(visit.say("compose.start"), type="primary", icon=":material/extension:")
    if not pressed:
        return

    def start() -> None:
        question = pose_composition(
            visit.office,
            visit.actor,
            monday=monday_of(first),
            weeks=weeks,
            members_most=int(members),
            commute_minutes=int(drive),
        )
        name = text("compose.name").fill(day=day(visit.today), members=int(members))[visit.language]
        composings().start(visit.office, visit.actor, question, name, PlanOptions(time_limit_seconds=float(seconds)))

    visit.attempt(start)
    st.rerun()
