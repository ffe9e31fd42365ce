"""Demandes: what members have just asked or changed, everything they ask, and until when each week takes more."""

import streamlit as st

from gems.planning.asks.inbox import InboxLine, inbox
from gems.planning.group_data import see_group
from ui.web.here import Here, here
from ui.web.links import screen_link
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.panels.closing_days import closing_days
from ui.web.panels.inbox_new import new_lines
from ui.web.panels.inbox_table import MEMBER, every_line
from ui.web.panels.pick_table import back_button, opened
from ui.web.panels.request_sheet import LINE, request_sheet
from ui.web.screens.member.request import FORM, request_form

VIEWS = ("new", "all", "closing")


def show() -> None:
    """The list, one request, or the form to write one in a member's name."""
    visit = here()
    lines = inbox(visit.office, visit.actor)
    line = next((one for one in lines if one.request.id == opened(LINE)), None)
    member_id = line.request.member_id if line is not None else opened(MEMBER)
    if FORM in st.query_params and member_id is not None:
        _form(visit, member_id)
    elif line is not None:
        request_sheet(visit, line)
    else:
        _lists(visit, lines)


def _lists(visit: Here, lines: tuple[InboxLine, ...]) -> None:
    unseen = [line for line in lines if not line.seen]
    answer = (
        visit.say("inbox.answer", n=len(unseen)) if unseen else visit.say("inbox.seen.none" if lines else "inbox.none")
    )
    heading(visit.say("page.requests"), answer)
    if not lines and opened(MEMBER) is None:
        screen_link(visit, "reglages", visit.say("inbox.import"), rubrique="workbook")
        screen_link(visit, "adherents", visit.say("inbox.by_member"))
        return
    # Once everything is seen, or a member is named in the address, the whole list is what one comes for.
    first = "new" if unseen and opened(MEMBER) is None else "all"
    view = one_of(
        visit.say("view"),
        VIEWS,
        usual=first,
        format_func=lambda one: visit.say(f"inbox.{one}", n=len(unseen)),
        key=f"inbox-view {first}",
        label_visibility="collapsed",
    )
    if view == "closing":
        closing_days(visit)
    elif view == "new":
        new_lines(visit, unseen)
    else:
        every_line(visit, lines)


def _form(visit: Here, member_id: str) -> None:
    """The member's own form, filled in by the coordinator."""
    back_button(visit.say("inbox.back"), FORM)
    member = see_group(visit.office, visit.actor).member.get(member_id)
    sentence(visit.say("inbox.for", member=member.name if member is not None else member_id))
    request_form(visit, member_id)
