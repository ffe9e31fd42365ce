"""Changes by hand: judged before they are kept, told in words, undone and done again."""

from datetime import date

import streamlit as st

from gems.domain.life import VersionHead, piece_key
from gems.domain.time import clock_of
from gems.planning.week.changes import Change, Give, Lock, Move, Remove
from gems.planning.week.edit import edit_week, redo, try_edit, undo
from ui.web.markup import entries, plain
from ui.web.panels.rules import broken_entries
from ui.web.state import WeekPage
from ui.web.week_view import LANE, NEED, WeekView


def moved(page: WeekPage, view: WeekView, card: str, row: str, day_iso: str) -> None:
    """A card was dropped on a person's day, or on the lane of what nobody serves."""
    change = _change_of(view, card, row, date.fromisoformat(day_iso))
    if change is not None:
        consider(page, change)


def key_pressed(page: WeekPage, view: WeekView, kind: str, card: str) -> None:
    """Undo, redo, or the padlock of a card."""
    if kind == "lock":
        piece = view.piece(card)
        if piece is not None:
            consider(page, Lock(piece=piece_key(piece), locked=not piece.locked))
    else:
        step_back(page, again=kind == "redo")


def consider(page: WeekPage, change: Change) -> None:
    """Try a change: keep it when it breaks nothing new, else put it aside and ask."""
    here, head = page.here, _head(page)
    judged = here.attempt(try_edit, here.office, here.actor, monday=head.monday, number=head.number, change=change)
    if judged is None:
        return
    if judged.new_violations:
        page.desk.waiting = (change, judged)
    else:
        keep(page, change)


def keep(page: WeekPage, change: Change) -> None:
    """Write a change into the draft."""
    here, head = page.here, _head(page)
    page.desk.waiting = None
    done = here.attempt(
        edit_week, here.office, here.actor, monday=head.monday, number=head.number, edit=head.edit, change=change
    )
    if done is not None:
        page.desk.picked = ""


def step_back(page: WeekPage, *, again: bool = False) -> None:
    """Undo the last change by hand, or do again the last one undone."""
    here, head = page.here, _head(page)
    step = redo if again else undo
    here.attempt(step, here.office, here.actor, monday=head.monday, number=head.number, edit=head.edit)


def edit_tools(page: WeekPage) -> None:
    """The two arrows, with what they would do."""
    edits = page.sight.edits
    for name, words, again in (("undo", edits.undo, False), ("redo", edits.redo, True)):
        st.button(
            page.say(f"edit.{name}"),
            icon=f":material/{name}:",
            type="tertiary",
            key=f"edit-{name}",
            disabled=words is None,
            help=words[page.language] if words is not None else None,
            on_click=step_back,
            args=(page,),
            kwargs={"again": again},
        )


def waiting_panel(page: WeekPage) -> None:
    """A change that breaks a rule: what it breaks, and the choice."""
    if page.desk.waiting is None:
        return
    change, judged = page.desk.waiting
    with st.container(border=True, key="waiting"):
        st.warning(plain(page.say("edit.breaks", change=judged.words)), icon=":material/gavel:")
        entries(broken_entries(page, judged.new_violations, ways=True))
        with st.container(horizontal=True):
            st.button(page.say("edit.leave"), type="primary", key="edit-leave", on_click=_leave, args=(page,))
            st.button(page.say("edit.anyway"), key="edit-anyway", on_click=keep, args=(page, change))


def _leave(page: WeekPage) -> None:
    page.desk.waiting = None


def _change_of(view: WeekView, card: str, row: str, day: date) -> Change | None:
    piece = view.piece(card)
    person = None if row == LANE else row
    if piece is None:
        need_id = card.removeprefix(NEED)
        return None if person is None else Give(asked=need_id, employee_id=person, day=day)
    if person is None:
        return Remove(piece=piece_key(piece))
    if person == piece.employee_id and day == piece.day:
        return None
    return Move(piece=piece_key(piece), employee_id=person, day=day, start_clock=clock_of(piece.start))


def _head(page: WeekPage) -> VersionHead:
    assert page.sight.version is not None
    return page.sight.version.head
