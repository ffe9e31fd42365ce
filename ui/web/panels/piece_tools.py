"""What hands can do to the card whose details are open: the same as dragging it, for who does not drag."""

from datetime import date, time

import streamlit as st

from gems.domain.life import piece_key
from gems.domain.report import Unserved
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon, clock_of
from gems.domain.words import day
from gems.planning.week.changes import Give, Lock, Move, Note, Remove
from ui.web.panels.editing import consider
from ui.web.state import WeekPage
from ui.web.week_view import WeekView

STEP_MINUTES = 15


def piece_tools(page: WeekPage, view: WeekView, piece: Assignment) -> None:
    """Lock it, take it out, move it, write a word on it."""
    name = piece_key(piece)
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            page.say("piece.unlock" if piece.locked else "piece.lock"),
            icon=":material/lock_open:" if piece.locked else ":material/lock:",
            key="piece-lock",
            on_click=consider,
            args=(page, Lock(piece=name, locked=not piece.locked)),
        )
        if not piece.locked:
            st.button(
                page.say("piece.remove"),
                icon=":material/remove_circle:",
                key="piece-remove",
                on_click=consider,
                args=(page, Remove(piece=name)),
            )
    if not piece.locked:
        with st.expander(page.say("piece.move"), icon=":material/swap_horiz:"):
            _move(page, view, piece)
    with st.expander(page.say("piece.note"), icon=":material/comment:"), st.form("piece-note", border=False):
        words = st.text_input(page.say("details.comment"), value=piece.comment, key=f"note {name}", max_chars=500)
        if st.form_submit_button(page.say("piece.keep")):
            consider(page, Note(piece=name, comment=words))
            st.rerun()


def _move(page: WeekPage, view: WeekView, piece: Assignment) -> None:
    people, name = view.week.problem.group.employee, piece_key(piece)
    with st.form("piece-move", border=False):
        who = st.selectbox(
            page.say("table.person"),
            list(people),
            index=list(people).index(piece.employee_id),
            format_func=lambda one: people[one].name,
            placeholder=page.say("field.choose"),
            key=f"who {name}",
        )
        on = _day(page, piece.day, f"on {name}")
        clock = clock_of(piece.start)
        at = st.time_input(
            page.say("piece.at"), time(clock // 60, clock % 60), step=STEP_MINUTES * 60, key=f"at {name}"
        )
        if st.form_submit_button(page.say("piece.move")) and who is not None:
            consider(page, Move(piece=name, employee_id=who, day=on, start_clock=at.hour * 60 + at.minute))
            st.rerun()


def need_tools(page: WeekPage, view: WeekView, line: Unserved) -> None:
    """Give hours that nobody serves to somebody."""
    people, need = view.week.problem.group.employee, view.need(line.need_id)
    days = [mission.day for mission in need.missions]
    with st.form("need-give", border=False):
        who = st.selectbox(
            page.say("need.give"),
            list(people),
            index=None,
            format_func=lambda one: people[one].name,
            key=f"who {line.need_id}",
            placeholder=page.say("need.whom"),
        )
        on = _day(page, days[0], f"on {line.need_id}", days) if len(days) > 1 else days[0]
        if st.form_submit_button(page.say("need.give.now")) and who is not None:
            consider(page, Give(asked=line.need_id, employee_id=who, day=on))
            st.rerun()


def _day(page: WeekPage, usual: date, key: str, days: list[date] | None = None) -> date:
    choices = days or list(Horizon(page.desk.monday).days)
    chosen = st.selectbox(
        page.say("day"),
        choices,
        index=choices.index(usual),
        format_func=lambda one: day(one)[page.language],
        placeholder=page.say("field.choose"),
        key=key,
    )
    return chosen or usual
