"""One request of a member: how it was asked, where it stands and why, and what can be done with it."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from gems.domain.life import RequestState
from gems.domain.time import day_of, instant_of
from gems.domain.words import day
from gems.planning.asks.outcome import Outcome
from gems.planning.asks.requests import RequestLine
from gems.planning.asks.writing import send_request, skip_week, withdraw_request
from ui.web.here import Here
from ui.web.markup import sentence
from ui.web.panels.one_act import one_act
from ui.web.people_words import unbroken
from ui.web.screens.member.request import COPY, open_form
from ui.web.texts import text

MARKS = {
    Outcome.PENDING: ("…", "quiet"),
    Outcome.SERVED: ("✓", "good"),
    Outcome.MOVED: ("↔", "moved"),
    Outcome.PARTLY: ("◐", "todo"),
    Outcome.UNSERVED: ("✕", "todo"),
}
"""A sign and a colour beside the words of each outcome."""


def request_card(here: Here, line: RequestLine, *, is_open: bool, place: bool) -> None:
    """`is_open`: the week shown still takes changes; `place`: say where, as there are several places."""
    with st.container(border=True, key=f"ask-{line.request.id}", gap="xsmall"):
        st.html(_about(here, line, place=place))
        with st.container(horizontal=True, gap="small", key=f"acts-{line.request.id}"):
            _acts(here, line, is_open=is_open)


def _about(here: Here, line: RequestLine, *, place: bool) -> str:
    said = here.language
    sign, colour, words = _standing(here, line)
    facts = unbroken(" · ".join((line.words[said], line.job[said], *([line.site] if place else []))))
    reasons = "".join(f"<li>{escape(reason[said])}</li>" for reason in line.reasons)
    why = f'<ul aria-label="{escape(here.say("asks.why"))}">{reasons}</ul>' if reasons else ""
    return (
        f'<div class="gems-ask"><h3>{escape(line.request.label)}</h3><p>{escape(facts)}</p>'
        f'<p class="gems-chip {colour}"><span aria-hidden="true">{sign}</span>{escape(words)}</p>{why}</div>'
    )


def _standing(here: Here, line: RequestLine) -> tuple[str, str, str]:
    """The sign, the colour and the words."""
    if line.state is RequestState.DRAFT:
        return "✎", "todo", here.say("asks.state.draft")
    if line.state is RequestState.WITHDRAWN:
        key = "asks.state.withdrawn.group" if line.by_group else "asks.state.withdrawn"
        return "–", "quiet", here.say(key, day=day(day_of(instant_of(line.changed_at))))
    if line.outcome is None:
        return "–", "quiet", here.say("asks.state.not_this_week")
    sign, colour = MARKS[line.outcome]
    return sign, colour, unbroken(line.outcome_words[here.language])


def _acts(here: Here, line: RequestLine, *, is_open: bool) -> None:
    request, id = line.request, line.request.id
    named = {"member_id": request.member_id, "request_id": id}
    if line.state is RequestState.DRAFT:
        send = partial(one_act, here, text("ask.told.sent"), send_request, **named)
        st.button(here.say("asks.send"), key=f"send-{id}", icon=":material/send:", on_click=send)
    if line.state is not RequestState.WITHDRAWN:
        _act(here, "change", id, partial(open_form, id))
    dated = request.recurrence.first_day == request.recurrence.last_day
    if is_open and line.outcome is not None and not dated:
        told = text("asks.told.skipped").fill(label=request.label, day=day(line.monday))
        _act(here, "skip", id, partial(one_act, here, told, skip_week, **named, monday=line.monday))
    _act(here, "copy", id, partial(open_form, f"{COPY}{id}"))
    if line.state is not RequestState.WITHDRAWN:
        _act(here, "withdraw", id, partial(_ask_to_withdraw, here, line))


def _act(here: Here, name: str, id: str, act: Callable[[], None]) -> None:
    st.button(here.say(f"asks.{name}"), key=f"{name}-{id}", type="tertiary", on_click=act)


def _ask_to_withdraw(here: Here, line: RequestLine) -> None:
    """One more question, as what was typed is not asked any more afterwards."""

    @st.dialog(here.say("asks.withdraw.title"))
    def ask() -> None:
        sentence(here.say("asks.withdraw.body", label=line.request.label, words=line.words))
        told = text("asks.told.withdrawn").fill(label=line.request.label)
        named = {"member_id": line.request.member_id, "request_id": line.request.id}
        yes = partial(one_act, here, told, withdraw_request, **named)
        if st.button(here.say("asks.withdraw.yes"), type="primary", key="withdraw-yes", on_click=yes):
            st.rerun()  # a dialog by itself draws nothing but itself again

    ask()
