"""A member's requests, week by week: what became of each, and until when they can be changed."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from gems.domain.life import PLANNED_STATES, RequestState
from gems.domain.time import monday_of
from gems.domain.words import day
from gems.planning.asks.closing import Closing
from gems.planning.asks.requests import RequestLine, closing, my_requests
from gems.planning.asks.writing import repeat_week, send_request
from ui.web.here import Here, here, tell
from ui.web.links import screen_link
from ui.web.markup import heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.week_choice import week_choice
from ui.web.people_words import many
from ui.web.screens.member.proposal import under_way
from ui.web.screens.member.request import FORM, NEW, open_form, request_form
from ui.web.screens.member.request_card import request_card
from ui.web.screens.member.request_list import in_order, summary
from ui.web.texts import text


def show() -> None:
    """The list of a week, or the form of one request."""
    visit = here()
    member_id = visit.actor.member_id or ""
    if FORM in st.query_params:
        request_form(visit, member_id)
        return
    heading(visit.say("asks.title"), visit.say("asks.about"))
    _waiting(visit)
    monday = week_choice(visit, "asks", _closing(visit, member_id, monday_of(visit.today)).first_open)
    until = _closing(visit, member_id, monday)
    _until(visit, until)
    _first_steps(visit, member_id, until)
    lines = my_requests(visit.office, visit.actor, member_id=member_id, monday=monday)
    if lines:
        _lists(visit, lines, until)
    else:
        _nothing(visit)


def _waiting(visit: Here) -> None:
    """The way to a proposal that still waits for an answer."""
    for one in under_way(visit):
        if any(piece.asking.asked and piece.asking.kind is None for piece in one.pieces):
            with st.container(key=f"waiting-{one.monday}"):
                label = visit.say("asks.waiting", day=day(one.monday))
                screen_link(visit, "proposition", label, icon=":material/forum:")


def _closing(visit: Here, member_id: str, monday: date) -> Closing:
    return closing(visit.office, visit.actor, member_id=member_id, monday=monday)


def _until(visit: Here, until: Closing) -> None:
    if until.is_open:
        sentence(visit.say("asks.until", day=day(until.last_day, year=True)), kind="until")
    else:
        sentence(until.words[visit.language], kind="until closed")


def _first_steps(visit: Here, member_id: str, until: Closing) -> None:
    with st.container(horizontal=True, key="asks-acts"):
        new = partial(open_form, NEW)
        st.button(visit.say("asks.new"), type="primary", icon=":material/add:", key="asks-new", on_click=new)
        if until.is_open:
            told = text("asks.told.repeated")
            st.button(
                visit.say("asks.repeat"),
                icon=":material/content_copy:",
                key="asks-repeat",
                help=visit.say("asks.repeat.help"),
                on_click=partial(one_act, visit, told, repeat_week, member_id=member_id, monday=until.monday),
            )


def _nothing(visit: Here) -> None:
    """What will be here, and the first step."""
    with st.container(border=True, key="asks-none"):
        heading(visit.say("asks.none.title"), level=2)
        sentence(visit.say("asks.none.body"))


def _lists(visit: Here, lines: Sequence[RequestLine], until: Closing) -> None:
    planned = [line for line in lines if line.state in PLANNED_STATES]
    of_week = [line for line in planned if line.asks_this_week]
    card = partial(request_card, visit, place=len({line.site for line in lines}) > 1)
    drafts = [line for line in lines if line.state is RequestState.DRAFT]
    if drafts:
        _drafts_head(visit, drafts)
    for line in drafts:
        card(line, is_open=False)
    heading(visit.say("asks.week"), summary(visit, of_week), level=2)
    if not of_week:
        sentence(visit.say("asks.week.none"), kind="quiet")
    for line in in_order(visit, of_week):
        card(line, is_open=until.is_open)
    withdrawn = [line for line in lines if line.state is RequestState.WITHDRAWN]
    others = [line for line in planned if not line.asks_this_week]
    for key, folded in (("asks.others", others), ("asks.withdrawn", withdrawn)):
        if folded:
            with st.expander(visit.say(key, n=len(folded))):
                for line in folded:
                    card(line, is_open=False)


def _drafts_head(visit: Here, lines: Sequence[RequestLine]) -> None:
    """Those the group does not see yet, and one button to send them all."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="drafts"):
        heading(visit.say("asks.drafts", n=len(lines)), visit.say("asks.drafts.about"), level=2)
        if len(lines) > 1:
            said, send = visit.say("asks.send_all", n=len(lines)), partial(_send_all, visit, lines)
            st.button(said, type="primary", icon=":material/send:", key="send-all", on_click=send)


def _send_all(visit: Here, lines: Sequence[RequestLine]) -> None:
    """Each by itself: one that is refused does not keep the others back."""

    def send(line: RequestLine) -> bool:
        send_request(visit.office, visit.actor, member_id=line.request.member_id, request_id=line.request.id)
        return True

    if sent := sum(bool(visit.attempt(send, line)) for line in lines):
        tell(text(f"asks.told.all_sent{many(sent)}").fill(n=sent))
