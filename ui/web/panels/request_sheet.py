"""One request: what is asked, what became of it week by week, what happened to it, and what the coordinator can do."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from gems.domain.life import RequestState
from gems.domain.time import Horizon, instant_of
from gems.domain.words import moment
from gems.planning.asks.inbox import InboxLine, answered, closing_dates, mark_seen
from gems.planning.asks.saying import deed_subject
from gems.planning.asks.writing import withdraw_request
from gems.planning.deeds import deeds
from gems.planning.group_data import see_group
from ui.web.here import Here
from ui.web.markup import Column, facts, heading, sentence, table
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import back_button
from ui.web.record_words import capital
from ui.web.screens.member.request import open_form
from ui.web.texts import text
from ui.web.week_words import week_title

LINE = "ligne"
"""Name, in the address, of the request that is open."""
WEEKS = 4


def request_sheet(here: Here, line: InboxLine) -> None:
    """Everything on one request."""
    language, request = here.language, line.request
    back_button(here.say("inbox.back"), LINE)
    heading(f"{line.member} · {request.label}", capital(line.words[language]))
    facts(
        (
            (here.say("inbox.job"), line.job[language]),
            (here.say("inbox.site"), line.site),
            (here.say("inbox.priority"), here.say(f"inbox.priority.{request.priority.name.lower()}")),
            (here.say("inbox.people"), ", ".join(words[language] for words in line.people)),
            (here.say("inbox.state"), here.say(f"inbox.filter.{line.state}")),
        )
    )
    _acts(here, line)
    heading(here.say("inbox.became"), level=2)
    rows = list(_became(here, line))
    if rows:
        table((Column(title=here.say("inbox.week")), Column(title=here.say("inbox.outcome"), wide=True)), rows)
    else:
        sentence(here.say("inbox.became.nothing"))
    _story(here, line)


def _acts(here: Here, line: InboxLine) -> None:
    request = line.request
    with st.container(horizontal=True, key="request-acts"):
        if not line.seen:
            seen = partial(one_act, here, text("inbox.told.seen"), mark_seen, request_ids=(request.id,))
            st.button(here.say("inbox.see"), type="primary", icon=":material/done:", key="see", on_click=seen)
        if line.state is not RequestState.WITHDRAWN:
            st.button(
                here.say("inbox.change"), icon=":material/edit:", key="change", on_click=partial(open_form, request.id)
            )
            told = text("inbox.told.withdrawn")
            named = {"member_id": request.member_id, "request_id": request.id}
            withdraw = partial(one_act, here, told, withdraw_request, **named)
            st.button(here.say("inbox.withdraw"), type="tertiary", key="withdraw", on_click=withdraw)


def _became(here: Here, line: InboxLine) -> Iterator[tuple[str, str]]:
    """The weeks ahead in which it asks something."""
    for closing in closing_dates(here.office, here.actor, weeks=WEEKS):
        found = answered(here.office, here.actor, monday=closing.monday).get(line.request.id)
        if found is not None:
            yield week_title(Horizon(closing.monday))[here.language], capital(found.words[here.language])


def _story(here: Here, line: InboxLine) -> None:
    group = see_group(here.office, here.actor)
    found = deeds(here.office, here.actor, subject=deed_subject(group, line.request))
    heading(here.say("inbox.story"), level=2)
    if not found:
        sentence(here.say("inbox.story.none"))
        return
    columns = (
        Column(title=here.say("history.when")),
        Column(title=here.say("history.who")),
        Column(title=here.say("history.what"), wide=True),
    )
    table(
        columns,
        ((moment(instant_of(deed.at))[here.language], deed.who, deed.words[here.language]) for deed in found),
    )
