"""How the next planning is made: time allowed, what matters most, what is kept."""

import streamlit as st

from gems.prices.load import PROFILES
from ui.web.markup import sentence
from ui.web.state import WeekPage

TIMES = (15, 30, 60, 300)


def how(page: WeekPage) -> None:
    """A small panel behind a button that says what is chosen."""
    desk, profile = page.desk, chosen_profile(page)
    label = page.say("build.how", time=page.say(f"build.time.{desk.seconds}"), profile=PROFILES[profile])
    with st.popover(label, help=page.say("build.how.help"), icon=":material/tune:", key="how"):
        st.radio(
            page.say("build.time"),
            TIMES,
            index=TIMES.index(desk.seconds),
            format_func=lambda one: page.say(f"build.time.{one}"),
            key="time",
            on_change=_choose,
            args=(page,),
        )
        st.radio(
            page.say("build.profile"),
            list(PROFILES),
            index=list(PROFILES).index(profile),
            format_func=lambda one: PROFILES[one][page.language],
            key="profile",
            on_change=_choose,
            args=(page,),
        )
        _kept(page)


def chosen_profile(page: WeekPage) -> str:
    """The profile chosen here, else the group's usual one."""
    return page.desk.profile or page.sight.problem.group.settings.profile


def _kept(page: WeekPage) -> None:
    """What planning will not touch, or may only change at a price."""
    kept = len(page.sight.schedule.locked)
    if kept:
        sentence(page.say("build.kept.one" if kept == 1 else "build.kept.many", n=kept), kind="quiet")
    if page.sight.issued is not None:
        sentence(page.say("build.published"), kind="quiet")
    if page.sight.objections:
        many = len(page.sight.objections)
        sentence(page.say("build.objected.one" if many == 1 else "build.objected.many", n=many), kind="quiet")


def _choose(page: WeekPage) -> None:
    page.desk.seconds, page.desk.profile = int(st.session_state["time"]), str(st.session_state["profile"])
