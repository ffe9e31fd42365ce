"""Everything members ask, to filter by week, member, state and words; and what became of it in a week."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from gems.domain.life import PLANNED_STATES, RequestState
from gems.domain.time import Horizon, day_of, instant_of
from gems.domain.validation.spelling import folded
from gems.planning.asks.inbox import Answered, InboxLine, answered, closing_dates
from gems.planning.asks.outcome import Outcome
from gems.planning.group_data import see_group
from ui.web.here import Here
from ui.web.markup import sentence
from ui.web.panels.filters import choose, search
from ui.web.panels.pick_table import dates, opened, pick_table
from ui.web.panels.request_sheet import LINE
from ui.web.screens.member.request import NEW, open_form
from ui.web.week_words import week_title

MEMBER = "adherent"
"""Name, in the address, of the member whose requests are looked at."""
SHOWN_STATES = (RequestState.SENT, RequestState.CHANGED, RequestState.WITHDRAWN)


def every_line(here: Here, lines: Sequence[InboxLine]) -> None:
    """The filters, and what answers to them."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        monday = _week(here)
        member_id = _member(here)
        states = {one: here.say(f"inbox.filter.{one}") for one in SHOWN_STATES}
        state = choose(here, "inbox.state", states, everything="inbox.filter.planned")
        outcome = _outcome(here) if monday is not None else None
        wanted = search(here, "requests")
        if member_id is not None:
            write = partial(open_form, NEW)
            st.button(here.say("inbox.write"), icon=":material/add:", key="inbox-write", on_click=write)
    became = answered(here.office, here.actor, monday=monday) if monday is not None else {}
    found = [
        line
        for line in lines
        if (line.state is state or (state is None and line.state in PLANNED_STATES))
        and member_id in (None, line.request.member_id)
        and (monday is None or line.request.id in became)
        and (outcome is None or became[line.request.id].outcome is outcome)
        and wanted in folded(f"{line.member} {line.request.label} {line.site} {line.job[here.language]}")
    ]
    if found:
        _table(here, found, became if monday is not None else None)
    else:
        sentence(here.say("inbox.filtered"))


def _week(here: Here) -> date | None:
    mondays = [one.monday for one in closing_dates(here.office, here.actor)]
    weeks = {monday: week_title(Horizon(monday))[here.language] for monday in mondays}
    return choose(here, "inbox.week", weeks, everything="inbox.week.any", width=270)


def _member(here: Here) -> str | None:
    """The member chosen, which the address follows; one who asks for nothing too: a request can be written for it."""
    names = {member.id: member.name for member in see_group(here.office, here.actor).members}
    ordered, asked = sorted(names, key=lambda one: folded(names[one])), opened(MEMBER)
    key = f"inbox-member {asked}"
    return st.selectbox(
        here.say("inbox.member"),
        ordered,
        index=ordered.index(asked) if asked in names else None,
        format_func=names.__getitem__,
        placeholder=here.say("filter.all"),
        key=key,
        width=230,
        on_change=partial(_choose_member, key),
    )


def _choose_member(key: str) -> None:
    if st.session_state[key] is None:
        st.query_params.pop(MEMBER, None)
    else:
        st.query_params[MEMBER] = st.session_state[key]


def _outcome(here: Here) -> Outcome | None:
    outcomes = {one: here.say(f"asks.only.{one}") for one in Outcome}
    return choose(here, "inbox.outcome", outcomes, everything="asks.only.all")


def _table(here: Here, lines: Sequence[InboxLine], became: Mapping[str, Answered] | None) -> None:
    sentence(here.say("pick.how", n=len(lines)), kind="quiet")
    language, changed = here.language, here.say("inbox.changed")
    columns: dict[str, list[Any]] = {
        here.say("inbox.member"): [line.member for line in lines],
        here.say("inbox.label"): [line.request.label for line in lines],
        here.say("inbox.words"): [line.words[language] for line in lines],
        here.say("inbox.job"): [line.job[language] for line in lines],
        here.say("inbox.state"): [here.say(f"inbox.filter.{line.state}") for line in lines],
        changed: [day_of(instant_of(line.changed_at)) for line in lines],
    }
    if became is not None:
        columns[here.say("inbox.outcome")] = [became[line.request.id].words[language] for line in lines]
    ids = [line.request.id for line in lines]
    pick_table(here, columns, ids, LINE, alt=here.say("inbox.table"), config=dates(changed))
