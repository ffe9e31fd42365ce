"""Requests that the coordinator has not looked at since they were sent, changed or withdrawn."""

from collections.abc import Sequence

import streamlit as st

from gems.domain.life import RequestState
from gems.domain.time import instant_of
from gems.domain.words import Words, moment
from gems.planning.asks.inbox import InboxLine, mark_seen
from ui.web.here import Here
from ui.web.markup import Entry, entries, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import open_line
from ui.web.panels.request_sheet import LINE
from ui.web.texts import text

MOST_SHOWN = 30


def new_lines(here: Here, lines: Sequence[InboxLine]) -> None:
    """Each with what changed; one button for all of them."""
    if not lines:
        sentence(here.say("inbox.seen.all"))
        return
    all_ids = tuple(line.request.id for line in lines)
    st.button(
        here.say("inbox.see_all", n=len(lines)),
        type="primary",
        icon=":material/done_all:",
        key="see-all",
        on_click=_see,
        args=(here, all_ids),
    )
    for line in lines[:MOST_SHOWN]:
        _card(here, line)
    if len(lines) > MOST_SHOWN:
        sentence(here.say("inbox.more", n=len(lines) - MOST_SHOWN), kind="quiet")


def _card(here: Here, line: InboxLine) -> None:
    language, id = here.language, line.request.id
    told = [line.words[language], *(words[language] for words in line.people)]
    if line.state is RequestState.CHANGED and line.last_deed is not None:
        told.append(here.say("inbox.last", who=line.last_deed.who, words=line.last_deed.words))
    with st.container(border=True, horizontal=True, vertical_alignment="top", key=f"new {id}"):
        with st.container(width="stretch"):
            facts = " · ".join((_state(line)[language], line.request.label, line.site, line.job[language]))
            entries([Entry(title=line.member, facts=facts, lines=tuple(told), mark="todo")])
        with st.container(horizontal=True, width="content"):
            st.button(here.say("inbox.open"), type="tertiary", key=f"open {id}", on_click=open_line, args=(LINE, id))
            st.button(here.say("inbox.see"), key=f"see {id}", icon=":material/done:", on_click=_see, args=(here, (id,)))


def _state(line: InboxLine) -> Words:
    """ "modifiée le ven. 6 nov. 9 h 00"."""
    return text(f"inbox.state.{line.state}").fill(at=moment(instant_of(line.changed_at)))


def _see(here: Here, ids: tuple[str, ...]) -> None:
    one_act(here, text("inbox.told.seen"), mark_seen, request_ids=ids)
